from django.urls import path

from . import views

paden = [
    path("vooruit/", views.vooruit, name="vooruit"),
]
