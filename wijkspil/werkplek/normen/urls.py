from django.urls import path

from . import kaders, uren

paden = [
    path("vraag/<uuid:id>/uren/<uuid:regel_id>/", uren.uren, name="uren"),
    path("normenkaders/", kaders.normenkaders, name="normenkaders"),
]
"""Hours by norm sets: on a file, and as averages over cases."""
