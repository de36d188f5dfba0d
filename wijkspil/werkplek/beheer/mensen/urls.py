from django.urls import path

from . import views

paden = [
    path("mensen/", views.mensen, name="mensen"),
    path("mensen/<uuid:id>/", views.mens, name="mens"),
]
