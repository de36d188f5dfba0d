from django.urls import path

from . import herverdelen, views

paden = [
    path("wachtlijst/", views.wachtlijst, name="wachtlijst"),
    path("herverdelen/", herverdelen.herverdelen, name="herverdelen"),
]
