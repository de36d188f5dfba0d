"""For whom each staff page is. The walker in test_toegang.py holds every page against it.

The rows were first taken over from the pages' own decorators and read through once; from then on a page that changes its decision
fails until somebody changes the row too. Who may decide on access in a municipality has yet to review them.

Letters: F front office, C case worker, T team lead, B back office, K contract manager, P policy adviser, A functional administrator, D partner as a door.
`dossier` means: the page also asks for a relation to the file, and a role alone is not enough (A3).
"""

from wijkspil.core.door import Rol

LETTERS = {
    "F": Rol.FRONTOFFICE,
    "C": Rol.CONSULENT,
    "T": Rol.TEAMLEIDER,
    "B": Rol.BACKOFFICE,
    "K": Rol.CONTRACTBEHEER,
    "P": Rol.BELEID,
    "A": Rol.FUNCTIONEEL_BEHEER,
    "D": Rol.PARTNER,
}

TABEL = """
# page                  roles    relation  verbs
werkvoorraad            FCTBKPAD -         GET
lijst_bewaren           FCTB     -         POST
lijst_weg               FCTB     -         POST
zoeken                  FCTB     -         GET POST
nieuwe_vraag            FCT      -         GET POST
maak_melding            FCT      dossier   GET POST
contact                 FCT      dossier   GET POST
woorden                 FCT      dossier   GET POST
triage                  FCT      dossier   GET POST
toewijzen               FCT      dossier   GET POST
terugnemen              FCT      dossier   GET POST
afsluiten               FCT      dossier   GET POST
dossier                 FCTB     dossier   GET
noodtoegang             FCTB     -         GET POST
noodtoegangen           TA       -         GET
noodtoegang_oordeel     TA       -         POST
inwoner_wijzigen        FCT      dossier   GET POST
netwerk                 FCT      dossier   GET POST
naaste                  CT       dossier   GET POST
huishouden              CT       dossier   GET
werkaantekening         FCT      dossier   GET POST
vervolg                 CT       dossier   GET
vervolg_weg             CT       dossier   GET POST
overgang_18             CT       -         GET
wlz_vroeg               CT       -         GET
waarderingen            CT       -         GET
waardering              CT       dossier   POST
kunnen                  FCT      -         GET POST
gedeelde_kas            TKP      -         GET POST
eigen_traject           CT       dossier   GET POST
eigen_trajecten         TPK      -         GET
proeftuinen             CTPK     -         GET
proeftuin_nieuw         TP       -         GET POST
proeftuin               CTPK     -         GET
proeftuin_wijzigen      TP       -         GET POST
proeftuin_doen          CTPK     -         POST
proeftuin_cijfers       TP       -         GET POST
proeftuin_rekenhulp     TPK      -         GET
proeftuin_uitkomst      TPK      -         GET
proeftuin_download      TPK      -         GET
proeftuin_dossier       FCT      dossier   GET POST
kwaliteit               T        -         GET POST
steekproef              T        -         GET
plantoets               T        -         GET POST
gesprek                 CT       dossier   GET
gesprek_plannen         CT       dossier   GET POST
gesprek_een             CT       dossier   GET POST
gesprek_afronden        CT       dossier   POST
gesprek_verzetten       CT       dossier   GET POST
gesprek_afzeggen        CT       dossier   GET POST
clientondersteuning     FCT      dossier   GET POST
welbevinden             CT       dossier   GET POST
gesprekswijzers         CT       dossier   GET
zrm                     CT       dossier   GET POST
onderzoek               CT       dossier   GET POST
termijnen               FCTB     dossier   GET POST
plan                    CTB      dossier   GET POST
plan_versie             CTB      dossier   GET
plan_herzien            CT       dossier   POST
plan_tekenen            CTB      dossier   POST
arrangement             CTB      dossier   GET
arrangement_vaststellen CT       dossier   POST
arrangement_kies        CT       dossier   POST
arrangement_nieuw       CT       dossier   GET POST
arrangement_regel       CT       dossier   GET POST
arrangement_verplaats   CT       dossier   POST
arrangement_weg         CT       dossier   POST
eigen_plan              CTB      dossier   GET POST
regie                   CTB      dossier   GET POST
regel_taken             CTB      dossier   GET POST
bijstellen              CTB      dossier   GET POST
afspraken               CT       -         GET
momenten                FCT      dossier   GET POST
moment                  FCT      dossier   GET POST
evaluatie               CT       dossier   GET POST
sociale_kaart           FCTBKPAD -         GET
besluit                 CTB      dossier   GET POST
brief_voorbeeld         CTB      dossier   GET
uren                    CTB      dossier   GET POST
normenkaders            TKPA     -         GET POST
route                   FCT      dossier   GET POST
verkorte_route          CTKP     -         GET POST
aanvraag                CTB      dossier   GET POST
briefteksten            TA       -         GET
brieftekst              TA       -         GET POST
brieftekst_pdf          TA       -         GET
bezwaren                CTB      -         GET
bezwaar                 CTB      dossier   GET POST
bezwaar_nieuw           CTB      dossier   GET POST
afspraak                CTB      dossier   GET POST
besluit_op_verzoek      CT       dossier   GET POST
brieven                 CTB      dossier   GET
brief                   CTB      dossier   GET
brief_pdf               CTB      dossier   GET
brief_verzenden         CTB      dossier   POST
brief_tegenhouden       CTB      dossier   POST
nazorg                  CT       -         GET
post                    FCT      -         GET
post_dossier            FCTB     dossier   GET POST
post_afhandelen         FCTB     dossier   POST
meekijken_dossier       FCT      dossier   GET POST
meekijken_stop          FCT      dossier   POST
nazorg_dossier          CT       dossier   GET POST
signalen                FCT      -         GET POST
signaal                 FCT      -         GET POST
overdrachten            FCT      -         GET
overdracht              FCT      dossier   GET POST
overdragen              FCT      dossier   GET POST
levensgebeurtenissen    FCTA     -         GET
levensgebeurtenis       FCT      dossier   GET POST
vraag_en_aanbod         FCT      dossier   GET POST
regio                   FCTBKPAD -         GET
gebreke                 FCTB     dossier   GET POST
wachtlijst              CT       -         GET
herverdelen             T        -         GET POST
partner                 D        -         GET
partner_vraag           D        -         GET POST
partner_overdracht      D        dossier   GET POST
andere_wetten           CTB      -         GET
wetten                  CT       dossier   GET POST
wetdeel                 CT       dossier   GET POST
partijen                FCTA     -         GET
partij_nieuw            TA       -         GET POST
partij                  TA       -         GET POST
opdrachten              BK       -         GET
opdrachten_dossier      CTB      dossier   GET POST
verzoeken               CTB      -         GET
verzoek                 CTB      dossier   GET POST
berichten               BKA      -         GET
bericht                 BKA      dossier   GET POST
bericht_ruw             BA       dossier   GET
vastgelopen             BA       -         GET
vastgelopen_opnieuw     BA       -         POST
brief_opnieuw           CTB      dossier   POST
inkoop                  KP       -         GET
procedure_nieuw         K        -         GET POST
procedure               KP       -         GET POST
inschrijving            K        -         GET POST
aanbieder               KPB      -         GET POST
overleg                 KP       -         GET POST
contract_afspraken      KP       -         GET POST
producten               KPB      -         GET
product                 KP       -         GET POST
beleidsstukken          KP       -         GET POST
contracten              BKP      -         GET
contract                BKP      -         GET
declaraties             BK       -         GET
declaratie              BK       -         GET POST
hulpmiddelen            FCTK     -         GET POST
hulpmiddel              FCTK     -         GET POST
woningaanpassingen      CTB      -         GET
woningaanpassing        CTB      dossier   GET POST
betalingen              TBK      -         GET
betaalvoorstel          BK       -         GET POST
betaalbatch             TBK      -         GET POST
betaalbestand           TBK      -         GET
eigen_bijdragen         B        -         GET POST
bijdragebestand         B        -         GET
bankrekeningen          TBK      -         GET POST
terugvorderingen        TBK      -         GET POST
terugvordering          TBK      -         GET POST
sturing                 TKP      -         GET
beleidsregister         TKP      -         GET POST
verslag                 TKP      -         GET POST
verslag_pdf             TKP      -         GET
sturing_catalogus       TKP      -         GET
sturing_verversen       TKP      -         POST
sturing_indicator       TKP      -         GET
sturing_download        TKP      -         GET
werkwijze               TPA      -         GET
werkwijze_versie        TPA      -         GET
werkwijze_vergelijk     TPA      -         GET
werkwijze_yaml          TPA      -         GET
werkwijze_nieuw         A        -         GET POST
werkwijze_concept       TPA      -         GET
werkwijze_tekst         A        -         GET POST
werkwijze_vragen        A        -         GET POST
werkwijze_gevolgen      TPA      -         GET
werkwijze_publiceren    TA       -         GET POST
werkwijze_weg           A        -         POST
huisstijl               A        -         GET POST
mandaten                TA       -         GET
mensen                  A        -         GET
mens                    A        -         GET POST
sturing                 TKP      -         GET
sturing_catalogus       TKP      -         GET
sturing_indicator       TKP      -         GET
sturing_download        TKP      -         GET
sturing_verversen       TKP      -         POST
vooruit                 TKP      -         GET
vooruit_vraag           TKP      -         GET
vooruit_vastleggen      TKP      -         POST
vooruit_voorspelling    TKP      -         GET
vooruit_scenario        TKP      -         GET
"""


def rijen() -> dict[str, tuple[frozenset[Rol], bool, frozenset[str]]]:
    """Page name -> (roles, asks for a relation, verbs)."""
    tabel = {}
    for regel in TABEL.strip().splitlines():
        if not regel.startswith("#"):
            naam, letters, relatie, *verben = regel.split()
            tabel[naam] = (frozenset(LETTERS[x] for x in letters), relatie == "dossier", frozenset(verben))
    return tabel
