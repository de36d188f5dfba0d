from django.urls import path

from . import views

paden = [
    path(
        "vraag/<uuid:id>/arrangement/<uuid:regel_id>/eigen-traject/",
        views.eigen_traject,
        name="eigen_traject",
    ),
    path("eigen-trajecten/", views.eigen_trajecten, name="eigen_trajecten"),
]
