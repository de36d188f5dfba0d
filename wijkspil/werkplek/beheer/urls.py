from django.urls import path

from . import huisstijl, views
from .werkwijzen import urls as werkwijzen

paden = [
    *werkwijzen.paden,
    path("huisstijl/", huisstijl.huisstijl, name="huisstijl"),
    path("mandaten/", views.mandaten, name="mandaten"),
]
