from django.urls import URLPattern, path

from . import arrangement, eigenplan, kaart, regelviews, regie, ruimte, taken, terugblik, views

paden: list[URLPattern] = [
    path("vraag/<uuid:id>/plan/", views.plan, name="plan"),
    path("vraag/<uuid:id>/plan/versie/<int:nummer>/", views.versie, name="plan_versie"),
    path("vraag/<uuid:id>/plan/herzien/", views.herzien, name="plan_herzien"),
    path("vraag/<uuid:id>/plan/tekenen/", views.tekenen, name="plan_tekenen"),
    path("vraag/<uuid:id>/arrangement/", arrangement.arrangement, name="arrangement"),
    path("vraag/<uuid:id>/arrangement/vaststellen/", arrangement.vaststellen, name="arrangement_vaststellen"),
    path("vraag/<uuid:id>/arrangement/kies/", arrangement.kies, name="arrangement_kies"),
    path("vraag/<uuid:id>/arrangement/nieuw/", regelviews.nieuw, name="arrangement_nieuw"),
    path("vraag/<uuid:id>/arrangement/<uuid:regel_id>/", regelviews.wijzig, name="arrangement_regel"),
    path(
        "vraag/<uuid:id>/arrangement/<uuid:regel_id>/verplaats/",
        regelviews.verplaats,
        name="arrangement_verplaats",
    ),
    path("vraag/<uuid:id>/arrangement/<uuid:regel_id>/weg/", regelviews.verwijder, name="arrangement_weg"),
    path("vraag/<uuid:id>/evaluatie/", terugblik.evaluatie, name="evaluatie"),
    path("vraag/<uuid:id>/eigen-plan/", eigenplan.eigen_plan, name="eigen_plan"),
    path("vraag/<uuid:id>/regie/", regie.regie, name="regie"),
    path("vraag/<uuid:id>/arrangement/<uuid:regel_id>/bijstellen/", ruimte.bijstellen, name="bijstellen"),
    path("vraag/<uuid:id>/arrangement/<uuid:regel_id>/taken/", taken.taken, name="regel_taken"),
    path("sociale-kaart/", kaart.sociale_kaart, name="sociale_kaart"),
]
