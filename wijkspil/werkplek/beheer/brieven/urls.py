from django.urls import path

from . import views

paden = [
    path("briefteksten/", views.briefteksten, name="briefteksten"),
    path("briefteksten/<slug:sjabloon>/", views.brieftekst, name="brieftekst"),
    path("briefteksten/<slug:sjabloon>/voorbeeld.pdf", views.brieftekst_pdf, name="brieftekst_pdf"),
]
