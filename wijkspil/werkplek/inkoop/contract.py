"""The agreements of one contract: outcomes of a task, notices, who works underneath, and its end with who must be handed over."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.models import Contract
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inkoop import actions
from wijkspil.inkoop.aandacht import over_te_dragen
from wijkspil.inkoop.models import Beleidsstuk, Uitkomst
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from . import forms as f
from .luiken import Luik, verwerk

LEZERS = (Rol.CONTRACTBEHEER, Rol.BELEID)
BEHEER = (Rol.CONTRACTBEHEER,)


@pagina(*LEZERS, methoden=("GET", "POST"))
def contract_afspraken(request: Verzoek, contract_id: UUID) -> HttpResponse:
    """What was agreed under one contract. Orders to hand over are numbers, not names. Seven queries."""
    rij = get_object_or_404(Contract.objects.select_related("aanbieder"), pk=contract_id)
    uitkomsten = list(rij.uitkomsten.prefetch_related("metingen").order_by("naam"))
    kennisgevingen = list(rij.kennisgevingen.order_by("-op"))
    gedaan, getoond = verwerk(request, _luiken(request, rij, uitkomsten, kennisgevingen))
    if gedaan:
        return naar(request, "contract_afspraken", contract_id=rij.pk)
    codes = set(rij.tarieven.values_list("product__code", flat=True))
    per_sleutel = {luik["sleutel"]: luik for luik in getoond}
    context = {
        "c": rij,
        "taak": rij.bekostiging == Contract.Bekostiging.LUMPSUM,
        "uitkomsten": [(u, sorted(u.metingen.all(), key=lambda m: m.op, reverse=True)) for u in uitkomsten],
        "kennisgevingen": [(k, per_sleutel.get(f"af-{k.pk}")) for k in kennisgevingen],
        "onderaannemers": list(rij.onderaannemers.order_by("-van")),
        "over": over_te_dragen(rij),
        "stukken": [s for s in _stukken(rij) if not s.producten or codes & set(s.producten)],
        "luiken": [luik for luik in getoond if not luik["sleutel"].startswith("af-")],
        "vandaag": klok.vandaag(),
    }
    status = 422 if any(luik["form"].errors for luik in getoond) else 200
    return render(request, "werkplek/inkoop/contract.html", context, status=status)


def _stukken(rij: Contract) -> list[Beleidsstuk]:
    """The documents that hold while the contract does; which of them are about its products is decided by the caller."""
    geldig = Beleidsstuk.objects.exclude(tot__lt=rij.van)
    if rij.tot is not None:
        geldig = geldig.filter(van__lte=rij.tot)
    return list(geldig.order_by("soort", "naam"))


def _luiken(
    request: Verzoek, rij: Contract, uitkomsten: list[Uitkomst], kennisgevingen: list[Any]
) -> dict[str, Luik]:
    door, luiken = request.door, {}
    per_uitkomst = {str(u.pk): u for u in uitkomsten}
    luiken["uitkomst"] = Luik(
        f.UitkomstForm,
        __("Spreek af"),
        lambda v: actions.spreek_uitkomst_af(rij, door=door, **v),
        __("De uitkomst is afgesproken."),
        kop=__("Een uitkomst afspreken"),
    )
    if uitkomsten:
        luiken["meting"] = Luik(
            lambda *a, **k: f.MetingForm(
                *a, uitkomsten=[(pk, u.naam) for pk, u in per_uitkomst.items()], **k
            ),
            __("Leg vast"),
            lambda v: actions.meet_uitkomst(
                per_uitkomst[v["uitkomst"]], op=v["op"], waarde=v["waarde"], verhaal=v["verhaal"], door=door
            ),
            __("Vastgelegd hoe het staat."),
            {"op": klok.vandaag()},
            __("Hoe staat het met een uitkomst?"),
        )
    if not door.heeft(*BEHEER):
        return luiken
    luiken["kennisgeving"] = Luik(
        f.KennisgevingForm,
        __("Leg de kennisgeving vast"),
        lambda v: actions.doe_kennisgeving(rij, door=door, **v),
        __("De kennisgeving staat in de lijst."),
        kop=__("Een kennisgeving"),
    )
    luiken["onderaannemer"] = Luik(
        f.OnderaannemerForm,
        __("Leg vast"),
        lambda v: actions.meld_onderaannemer(rij, door=door, **v),
        __("De onderaannemer staat erbij."),
        {"van": klok.vandaag()},
        __("Een onderaannemer"),
    )
    luiken["einde"] = Luik(
        f.EindeForm,
        __("Laat het contract eindigen"),
        lambda v: actions.beeindig_contract(rij, door=door, **v),
        __("Het contract eindigt. Hieronder staat wie nog een andere aanbieder nodig heeft."),
        {"tot": rij.tot},
        __("Het contract eindigt"),
    )
    for k in kennisgevingen:
        if k.afgedaan_op is None:
            luiken[f"af-{k.pk}"] = Luik(
                f.forms.Form,
                __("Afgedaan"),
                lambda _v, k=k: actions.rond_kennisgeving_af(k, door=door),  # type: ignore[misc]
                __("De kennisgeving is afgedaan."),
            )
    return luiken
