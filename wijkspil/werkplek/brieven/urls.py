from django.urls import path

from . import views

paden = [
    path("vraag/<uuid:id>/brieven/", views.brieven, name="brieven"),
    path("vraag/<uuid:id>/brieven/wachtend/<int:rij>/opnieuw/", views.brief_opnieuw, name="brief_opnieuw"),
    path("vraag/<uuid:id>/brieven/<uuid:brief_id>/", views.brief, name="brief"),
    path("vraag/<uuid:id>/brieven/<uuid:brief_id>/brief.pdf", views.brief_pdf, name="brief_pdf"),
    path("vraag/<uuid:id>/brieven/<uuid:brief_id>/verzenden/", views.brief_verzenden, name="brief_verzenden"),
    path(
        "vraag/<uuid:id>/brieven/<uuid:brief_id>/tegenhouden/",
        views.brief_tegenhouden,
        name="brief_tegenhouden",
    ),
]
