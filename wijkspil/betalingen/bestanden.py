"""The two files of a released batch: for the bank and for the ledger. Made once, in the transaction of the release."""

from hashlib import sha256

from django.utils import timezone

from wijkspil.core.handeling import Handeling
from wijkspil.gemeenten.models import Gemeente

from . import sepa
from .journaal import journaal
from .models import Betaalbatch, Betaalbestand, Betaalopdracht


def bewaar_bestanden(h: Handeling, batch: Betaalbatch) -> None:
    """Keep the files with their hashes. When everything was set off there is nothing for the bank, and no file for it.

    Raises:
        sepa.BestandKloptNiet: a bank would refuse the file.
    """
    opdrachten = list(batch.opdrachten.filter(status=Betaalopdracht.Status.OPGENOMEN).order_by("eind_id"))
    rijen = [_bestand(batch, Betaalbestand.Soort.JOURNAAL, f"journaal-{batch.nummer}.csv", journaal(batch))]
    overboekingen = [
        sepa.Overboeking(o.eind_id, o.naam, o.iban, o.cent, o.omschrijving) for o in opdrachten if o.cent
    ]
    if overboekingen:
        assert batch.vrijgegeven_op is not None
        ruw = sepa.bouw(
            bericht_id=batch.bericht_id,
            gemaakt=timezone.localtime(batch.vrijgegeven_op),
            uitvoeren_op=batch.uitvoeren_op,
            van=sepa.Opdrachtgever(
                f"Gemeente {Gemeente.objects.get(pk=h.door.gemeente_id).naam}", batch.rekening.iban
            ),
            overboekingen=overboekingen,
        )
        if sepa.controleer(ruw) != (len(overboekingen), batch.totaal_cent):
            raise sepa.BestandKloptNiet("Het bestand en de batch hebben een ander totaal.")
        rijen.append(_bestand(batch, Betaalbestand.Soort.PAIN001, f"betaling-{batch.nummer}.xml", ruw))
    h.maak_veel(rijen)


def _bestand(batch: Betaalbatch, soort: str, naam: str, inhoud: bytes) -> Betaalbestand:
    return Betaalbestand(
        batch=batch, soort=soort, naam=naam, inhoud=inhoud, sha256=sha256(inhoud).hexdigest()
    )
