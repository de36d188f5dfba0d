from django.urls import path

from . import views

paden = [
    path("partner/", views.partner, name="partner"),
    path("partner/vraag/nieuw/", views.partner_vraag, name="partner_vraag"),
    path("partner/overdrachten/<uuid:overdracht_id>/", views.partner_overdracht, name="partner_overdracht"),
]
