from django.urls import path

from .mensen import urls as mensen
from . import huisstijl, views
from .werkwijzen import urls as werkwijzen

paden = [
    *mensen.paden,
    *werkwijzen.paden,
    path("huisstijl/", huisstijl.huisstijl, name="huisstijl"),
    path("mandaten/", views.mandaten, name="mandaten"),
]
