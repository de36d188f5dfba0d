from django.urls import path

from . import views

paden = [path("wie-weet-wat/", views.kunnen, name="kunnen")]
