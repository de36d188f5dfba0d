from django.urls import path

from . import batch, bijdragen, lijst, rekeningen, vorderingen

paden = [
    path("betalingen/", lijst.betalingen, name="betalingen"),
    path("betalingen/voorstel/", lijst.betaalvoorstel, name="betaalvoorstel"),
    path("betalingen/batch/<uuid:batch_id>/", batch.betaalbatch, name="betaalbatch"),
    path("betalingen/batch/<uuid:batch_id>/<slug:bestand>/", batch.betaalbestand, name="betaalbestand"),
    path("betalingen/bijdragen/", bijdragen.eigen_bijdragen, name="eigen_bijdragen"),
    path(
        "betalingen/bijdragen/<uuid:bijdragebestand_id>/", bijdragen.bijdragebestand, name="bijdragebestand"
    ),
    path("betalingen/rekeningen/", rekeningen.bankrekeningen, name="bankrekeningen"),
    path("betalingen/terugvorderingen/", vorderingen.terugvorderingen, name="terugvorderingen"),
    path(
        "betalingen/terugvorderingen/<uuid:vordering_id>/", vorderingen.terugvordering, name="terugvordering"
    ),
]
