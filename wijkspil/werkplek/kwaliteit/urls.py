from django.urls import path

from . import views

paden = [
    path("kwaliteit/", views.kwaliteit, name="kwaliteit"),
    path("kwaliteit/<uuid:proef_id>/", views.steekproef, name="steekproef"),
    path("kwaliteit/<uuid:proef_id>/<int:plek>/", views.plantoets, name="plantoets"),
]
