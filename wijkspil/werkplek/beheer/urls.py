from django.urls import path

from . import huisstijl, views
from .mensen import urls as mensen
from .werkwijzen import urls as werkwijzen

paden = [
    *mensen.paden,
    *werkwijzen.paden,
    path("huisstijl/", huisstijl.huisstijl, name="huisstijl"),
    path("mandaten/", views.mandaten, name="mandaten"),
]
