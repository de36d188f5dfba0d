from django.urls import path

from . import pool, woning

paden = [
    path("hulpmiddelen/", pool.hulpmiddelen, name="hulpmiddelen"),
    path("hulpmiddelen/woningen/", woning.woningaanpassingen, name="woningaanpassingen"),
    path("hulpmiddelen/<uuid:hulpmiddel_id>/", pool.hulpmiddel, name="hulpmiddel"),
    path("vraag/<uuid:id>/woning/", woning.woningaanpassing, name="woningaanpassing"),
]
