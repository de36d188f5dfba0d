from django.urls import path

from . import views

paden = [
    path("bezwaren/", views.bezwaren, name="bezwaren"),
    path("bezwaren/<uuid:bezwaar_id>/", views.bezwaar, name="bezwaar"),
    path("vraag/<uuid:id>/besluit/<uuid:besluit_id>/bezwaar/", views.bezwaar_nieuw, name="bezwaar_nieuw"),
]
