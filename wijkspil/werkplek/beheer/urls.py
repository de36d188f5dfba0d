from django.urls import path

from . import views

paden = [
    path("werkwijze/", views.werkwijze, name="werkwijze"),
    path("mandaten/", views.mandaten, name="mandaten"),
]
