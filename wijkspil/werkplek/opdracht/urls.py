from django.urls import path

from .dossier import opdrachten_dossier
from .lijst import opdrachten

paden = [
    path("opdrachten/", opdrachten, name="opdrachten"),
    path("vraag/<uuid:id>/opdrachten/", opdrachten_dossier, name="opdrachten_dossier"),
]
