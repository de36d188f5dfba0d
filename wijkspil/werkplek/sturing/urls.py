from django.urls import path

from . import views

paden = [
    path("sturing/", views.sturing, name="sturing"),
    path("sturing/cijfers/", views.catalogus, name="sturing_catalogus"),
    path("sturing/verversen/", views.verversen, name="sturing_verversen"),
    path("sturing/<slug:sleutel>/", views.indicator, name="sturing_indicator"),
    path("sturing/<slug:sleutel>/<slug:soort>/", views.download, name="sturing_download"),
]
