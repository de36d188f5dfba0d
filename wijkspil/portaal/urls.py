"""The resident's pages. Everything lies under the name of the municipality."""

from django.urls import path

from . import akkoord, berichten, brieven, ervaring, hulp, keuze, meekijken, plan, recht, vraag, wiekeek

app_name = "mijn"

urlpatterns = [
    path("", vraag.begin, name="begin"),
    path("hulp/", hulp.hulp, name="hulp"),
    path("hulp/nalezen/", hulp.nalezen, name="hulp_nalezen"),
    path("hulp/weg/", hulp.weg, name="hulp_weg"),
    path("meekijken/", meekijken.meekijken, name="meekijken"),
    path("meekijken/<uuid:rij>/stop/", meekijken.stop, name="meekijken_stop"),
    path("vraag/<uuid:id>/", vraag.vraag, name="vraag"),
    path("vraag/<uuid:id>/verloop/", vraag.verloop, name="verloop"),
    path("vraag/<uuid:id>/opnieuw/", vraag.opnieuw, name="opnieuw"),
    path("vraag/<uuid:id>/plan/", plan.plan, name="plan"),
    path("vraag/<uuid:id>/plan/akkoord/", akkoord.akkoord, name="plan_akkoord"),
    path("vraag/<uuid:id>/eigen-plan/", plan.eigen_plan, name="eigen_plan"),
    path("vraag/<uuid:id>/aanbieder/<uuid:regel>/", keuze.aanbieder, name="aanbieder"),
    path("vraag/<uuid:id>/berichten/", berichten.berichten, name="berichten"),
    path("vraag/<uuid:id>/brieven/", brieven.brieven, name="brieven"),
    path("vraag/<uuid:id>/brieven/<uuid:brief_id>/", brieven.brief, name="brief"),
    path("vraag/<uuid:id>/brieven/<uuid:brief_id>/pdf/", brieven.brief_pdf, name="brief_pdf"),
    path("vraag/<uuid:id>/ervaring/", ervaring.ervaring, name="ervaring"),
    path("vraag/<uuid:id>/besluit/", recht.besluit_vragen, name="besluit_vragen"),
    path("vraag/<uuid:id>/bezwaar/<uuid:besluit_id>/", recht.bezwaar, name="bezwaar"),
    path("vraag/<uuid:id>/wie-keek/", wiekeek.wie_keek, name="wie_keek"),
]
