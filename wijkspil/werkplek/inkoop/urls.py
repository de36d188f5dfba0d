from django.urls import path

from . import aanbieder, contract, procedures, producten

paden = [
    path("inkoop/", procedures.inkoop, name="inkoop"),
    path("inkoop/nieuw/", procedures.procedure_nieuw, name="procedure_nieuw"),
    path("inkoop/<uuid:procedure_id>/", procedures.procedure, name="procedure"),
    path("inkoop/inschrijving/<uuid:inschrijving_id>/", procedures.inschrijving, name="inschrijving"),
    path("inkoop/aanbieder/<uuid:aanbieder_id>/", aanbieder.aanbieder, name="aanbieder"),
    path("inkoop/overleg/<uuid:overleg_id>/", aanbieder.overleg, name="overleg"),
    path("inkoop/contract/<uuid:contract_id>/", contract.contract_afspraken, name="contract_afspraken"),
    path("producten/", producten.producten, name="producten"),
    path("producten/<uuid:product_id>/", producten.product, name="product"),
    path("beleidsstukken/", producten.beleidsstukken, name="beleidsstukken"),
]
