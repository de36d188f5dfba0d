"""Colours, letter and logo of a municipality: kept when everybody can read it, shown to everybody, and never dangerous."""

import struct
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten.models import Huisstijl

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    + struct.pack(">II", 300, 100)
    + b"\x08\x06\x00\x00\x00"
    + b"0" * 40
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'


@pytest.fixture
def ada(lvc: Wijk) -> Client:
    return lvc.browser("Ada Willems")


def velden(**anders: Any) -> dict[str, Any]:
    basis = {
        "rev": 0,
        "merk": "#123456",
        "merk_donker": "#0a1a2a",
        "op_merk": "#ffffff",
        "accent": "#8a4b08",
        "letter": "ruim",
    }
    return basis | anders


def test_bewaren_is_meteen_te_zien_op_elke_pagina(lvc: Wijk, ada: Client) -> None:
    begin = Client().get("/thema/land-van-cuijk.css").content.decode()
    assert "#1f5c4d" in begin, "without a house style: the theme of the way of working"
    antwoord = ada.post(lvc.url("huisstijl/"), velden(logo=SimpleUploadedFile("logo.png", PNG)), follow=True)
    assert "Bewaard" in antwoord.content.decode() and "land-van-cuijk.css?v=1" in antwoord.content.decode()
    css = Client().get("/thema/land-van-cuijk.css").content.decode()
    assert "--wsp-merk:#123456" in css and "Verdana" in css
    assert "inline-size:6.75rem" in css, "a logo three times as wide as high keeps its proportions"
    logo = Client().get("/thema/land-van-cuijk/logo")
    assert (logo["Content-Type"], bytes(logo.content)) == ("image/png", PNG)
    assert Gebeurtenis.objects.filter(soort="huisstijl.gewijzigd", door_naam="Ada Willems").count() == 1

    ada.post(lvc.url("huisstijl/"), velden(rev=1, logo_weg="on"))
    assert Client().get("/thema/land-van-cuijk/logo").status_code == 404
    assert "background" not in Client().get("/thema/land-van-cuijk.css").content.decode()


def test_wat_niet_iedereen_kan_lezen_wordt_niet_bewaard(lvc: Wijk, ada: Client) -> None:
    antwoord = ada.post(lvc.url("huisstijl/"), velden(merk="#ffdd00"))
    blad = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "heeft contrast 1,3" in blad and 'value="#ffdd00"' in blad and "niet goed te lezen" in blad
    assert not Huisstijl.objects.exists()


@pytest.mark.parametrize(
    ("inhoud", "klacht"),
    [
        (b"GIF89a....", "geen PNG en geen SVG"),
        (SVG.replace(b"<path", b"<script>alert(1)</script><path"), "meer dan een tekening"),
        (SVG.replace(b"<path", b'<path onload="x()"'), "meer dan een tekening"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "meer dan een tekening"),
        (SVG.replace(b"<path", b'<image href="https://elders.example/x.png"/><path'), "meer dan een tekening"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><path', "kan niet op een brief worden gedrukt"),
        (PNG + b"0" * 200_000, "groter dan 150 kB"),
    ],
)  # fmt: skip
def test_een_logo_is_alleen_een_tekening(lvc: Wijk, ada: Client, inhoud: bytes, klacht: str) -> None:
    antwoord = ada.post(lvc.url("huisstijl/"), velden(logo=SimpleUploadedFile("x", inhoud)))
    assert antwoord.status_code == 422 and klacht in antwoord.content.decode()
    assert not Huisstijl.objects.exists()


def test_een_svg_kan_nergens_heen_bellen(lvc: Wijk, ada: Client) -> None:
    ada.post(lvc.url("huisstijl/"), velden(logo=SimpleUploadedFile("x.svg", SVG)))
    antwoord = Client().get("/thema/land-van-cuijk/logo")
    assert antwoord["Content-Type"] == "image/svg+xml" and "sandbox" in antwoord["Content-Security-Policy"]
    assert "inline-size:4.50rem" in Client().get("/thema/land-van-cuijk.css").content.decode()


def test_twee_beheerders_tegelijk(lvc: Wijk, ada: Client) -> None:
    ada.post(lvc.url("huisstijl/"), velden())
    ada.post(lvc.url("huisstijl/"), velden(rev=1, merk="#223344"))
    antwoord = ada.post(lvc.url("huisstijl/"), velden(rev=1, merk="#550000"))
    blad = antwoord.content.decode()
    assert antwoord.status_code == 409 and "intussen gewijzigd" in blad and "#550000" in blad
    assert 'name="rev" value="2"' in blad, "saving again is then a choice"
    assert Huisstijl.objects.get().merk == "#223344"


def test_alleen_functioneel_beheer_en_ieder_de_eigen_gemeente(lvc: Wijk, ada: Client) -> None:
    for naam in ("Noor Verhoeven", "Bram Peeters", "Pieter Smits"):
        assert lvc.browser(naam).get(lvc.url("huisstijl/")).status_code == 403
    assert ada.delete(lvc.url("huisstijl/")).status_code == 405
    assert ada.get("/alphen/werk/huisstijl/").status_code == 404
    assert Client().get("/thema/boxtel.css").status_code == 404
