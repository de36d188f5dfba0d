from django.urls import path

from . import views

paden = [
    path("post/", views.post, name="post"),
    path("vraag/<uuid:id>/post/", views.post_dossier, name="post_dossier"),
    path("vraag/<uuid:id>/post/geen-antwoord/", views.post_afhandelen, name="post_afhandelen"),
    path("vraag/<uuid:id>/meekijken/", views.meekijken, name="meekijken_dossier"),
    path("vraag/<uuid:id>/meekijken/<uuid:rij>/stop/", views.meekijken_stop, name="meekijken_stop"),
]
