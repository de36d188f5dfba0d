from django.urls import path

from . import views

paden = [path("zoeken/", views.zoeken, name="zoeken")]
