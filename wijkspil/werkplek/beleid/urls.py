from django.urls import path

from . import register, verslagen

paden = [
    path("beleid/", register.beleidsregister, name="beleidsregister"),
    path("beleid/verslag/<uuid:id>/", verslagen.verslag, name="verslag"),
    path("beleid/verslag/<uuid:id>/pdf/", verslagen.verslag_pdf, name="verslag_pdf"),
]
