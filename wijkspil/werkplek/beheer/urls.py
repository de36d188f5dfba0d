from django.urls import path

from . import huisstijl, views
from .brieven import urls as brieven
from .mensen import urls as mensen
from .werkwijzen import urls as werkwijzen

paden = [
    *brieven.paden,
    *mensen.paden,
    *werkwijzen.paden,
    path("huisstijl/", huisstijl.huisstijl, name="huisstijl"),
    path("mandaten/", views.mandaten, name="mandaten"),
]
