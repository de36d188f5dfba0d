from django.urls import path

from . import views

paden = [path("regio/", views.regio, name="regio")]
