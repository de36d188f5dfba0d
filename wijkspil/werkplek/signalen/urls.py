from django.urls import path

from . import views

paden = [
    path("signalen/", views.signalen, name="signalen"),
    path("signalen/<uuid:id>/", views.signaal, name="signaal"),
]
