from django.urls import path

from . import lijst, momenten

paden = [
    path("afspraken/", lijst.afspraken, name="afspraken"),
    path("vraag/<uuid:id>/momenten/", momenten.momenten, name="momenten"),
    path("vraag/<uuid:id>/momenten/<uuid:moment_id>/", momenten.moment, name="moment"),
]
