"""What people do between the first contact and the end of the investigation; one module per story, one function per act."""

from .gesprek import leg_gesprek_vast, meet_zrm, plan_gesprek, rond_gesprek_af, verzet_gesprek, zeg_gesprek_af
from .onderzoek import rond_onderzoek_af, start_onderzoek, vul_onderwerp_in, vul_onderzoek_in
from .opname import leg_contact_vast, maak_melding, neem_contact_op, neem_melding_op
from .termijnen import hervat_termijn, schort_termijn_op, verleng_termijn
from .triage import beoordeel_spoed, pak_spoed_op
from .verloop import neem_terug, sluit_af, wijs_toe
from .woorden import WoordenFout, verbeter_woorden

__all__ = [
    "WoordenFout",
    "beoordeel_spoed",
    "hervat_termijn",
    "leg_contact_vast",
    "leg_gesprek_vast",
    "maak_melding",
    "meet_zrm",
    "neem_contact_op",
    "neem_melding_op",
    "neem_terug",
    "pak_spoed_op",
    "plan_gesprek",
    "rond_gesprek_af",
    "rond_onderzoek_af",
    "schort_termijn_op",
    "sluit_af",
    "start_onderzoek",
    "verbeter_woorden",
    "verleng_termijn",
    "verzet_gesprek",
    "vul_onderwerp_in",
    "vul_onderzoek_in",
    "wijs_toe",
    "zeg_gesprek_af",
]
