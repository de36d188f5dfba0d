from django.urls import path

from . import scenario, views, vraag

paden = [
    path("vooruit/", views.vooruit, name="vooruit"),
    path("vooruit/vraag/", vraag.vooruit_vraag, name="vooruit_vraag"),
    path("vooruit/vraag/vastleggen/", vraag.vooruit_vastleggen, name="vooruit_vastleggen"),
    path("vooruit/vraag/<uuid:id>/", vraag.vooruit_voorspelling, name="vooruit_voorspelling"),
    path("vooruit/scenario/", scenario.vooruit_scenario, name="vooruit_scenario"),
]
