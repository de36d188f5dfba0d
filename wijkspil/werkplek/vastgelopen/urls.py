from django.urls import path

from . import views

paden = [
    path("vastgelopen/", views.vastgelopen, name="vastgelopen"),
    path("vastgelopen/<int:rij>/opnieuw/", views.vastgelopen_opnieuw, name="vastgelopen_opnieuw"),
]
