"""Names for invented people: short lists of common first names and surnames, per background, written down by hand.

Any likeness to a real person is chance: first name, surname, birth date and street are drawn apart from each other.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Herkomst:
    """A background: names that go together, the language spoken at home, and its share of the people."""

    sleutel: str
    aandeel: float
    vrouwen: tuple[str, ...]
    mannen: tuple[str, ...]
    achternamen: tuple[str, ...]
    taal: str = ""


def _woorden(tekst: str) -> tuple[str, ...]:
    """A list of words; an underscore is a space within one."""
    return tuple(woord.replace("_", " ") for woord in tekst.split())


# Surnames carry their prefix before a slash: "van der/Meulen".
_NEDERLANDS_OUD = Herkomst(
    "nederlands_oud",
    0.0,  # taken instead of `nederlands` for people born before 1965
    _woorden(
        "Johanna Maria Cornelia Wilhelmina Hendrika Catharina Elisabeth Petronella Geertruida Annie Riet Corrie Truus Toos Jo "
        "Mien Bep Gerda Lies Nel Tiny Willy Dina Antonia Francisca Theodora Hermina Jacoba Adriana Diny Ria Ans Els Joke"
    ),
    _woorden(
        "Johannes Cornelis Hendrikus Petrus Wilhelmus Antonius Jacobus Gerardus Theodorus Adrianus Martinus Piet Jan Kees Henk "
        "Wim Toon Sjef Harrie Gerrit Bertus Leo Frans Nico Huub Jos Cor Arie Ben Ton"
    ),
    (),
)
_NEDERLANDS = Herkomst(
    "nederlands",
    0.74,
    _woorden(
        "Sanne Lisa Anouk Marieke Ilse Esther Monique Petra Ingrid Marjan Linda Sandra Femke Lieke Anne Eva Roos Karin Saskia "
        "Mirjam Judith Nienke Daphne Wendy Patricia Annemarie Yvonne Jolanda Miranda Renske"
    ),
    _woorden(
        "Daan Tim Jeroen Marcel Erik Peter Ruud Stefan Bas Mark Dennis Sander Martijn Niels Rob Paul Frank Edwin Robert Ronald "
        "Thijs Luuk Stijn Jurgen Marco Arjan Vincent Hans Rik Wouter"
    ),
    _woorden(
        "Jansen de/Vries van_den/Berg Bakker van/Dijk Visser Smit Meijer de/Boer Mulder de/Groot Bos Vos "
        "Peters Hendriks van/Leeuwen Dekker Brouwer de/Wit Dijkstra Smeets van_der/Meer van_der/Linden "
        "Kok Jacobs van/Vliet Willems Hoekstra van_der/Heijden Verhoeven Schouten van/Beek Kuijpers "
        "van/Loon Hermans Wouters Gerrits van_der/Velden Kuiper Post Martens Janssen Cornelissen "
        "van_den/Broek van_de/Ven Claessen Thijssen Arts Derks Rutten Ebben Koenen van/Raaij de/Bruijn "
        "van_der/Zanden Blom Kramer Veenstra Zwart Hofman de/Lange Groenen Kersten Toonen Reijnders"
    ),
)
HERKOMSTEN: tuple[Herkomst, ...] = (
    _NEDERLANDS,
    Herkomst(
        "turks",
        0.06,
        _woorden("Fatma Ayşe Emine Hatice Zeynep Elif Hülya Sevgi Gülsüm Meryem Aylin Nuray Songül Filiz"),
        _woorden("Mehmet Mustafa Ahmet Ali Hasan İbrahim Osman Yusuf Murat Kemal Hakan Emre Serkan Orhan"),
        _woorden(
            "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan Kılıç Aslan Koç Kurt Özdemir Polat"
        ),
        "Turks",
    ),
    Herkomst(
        "marokkaans",
        0.06,
        _woorden(
            "Fatima Khadija Aïcha Naima Samira Malika Zohra Rachida Latifa Hafida Nora Karima Yamina Saida"
        ),
        _woorden(
            "Mohamed Ahmed Hassan Abdelkader Rachid Said Mimoun Omar Khalid Mustapha Driss Jamal Brahim Youssef"
        ),
        _woorden(
            "El/Amrani Bouzidi El/Idrissi Benali Azzouzi El/Haddad Chaabi Tahiri Bouali El/Khatib Ouali "
            "Amezian Benhaddou Zerouali"
        ),
        "Arabisch",
    ),
    Herkomst(
        "surinaams",
        0.05,
        _woorden(
            "Sharda Irma Carmen Sandra Roline Indra Lilian Wonny Henna Savitri Muriel Shanti Jetty Esseline"
        ),
        _woorden(
            "Orlando Ronald Stanley Dewanand Winston Rudi Soeresh Humphrey Glenn Ramon Iwan Harold Krish Armand"
        ),
        _woorden(
            "Ramdin Pinas Kromopawiro Wijngaarde Biharie Soerodimedjo Sewnarain Vrede Gopal Blijd Jhinkoe Amatredjo Baidjoe"
        ),
    ),
    Herkomst(
        "pools",
        0.04,
        _woorden(
            "Agnieszka Katarzyna Małgorzata Ewa Krystyna Barbara Joanna Magdalena Danuta Monika Aleksandra Halina"
        ),
        _woorden("Piotr Krzysztof Andrzej Tomasz Paweł Marek Grzegorz Jerzy Adam Łukasz Zbigniew Stanisław"),
        _woorden(
            "Nowak Kowalczyk Wójcik Kamiński Zieliński Wiśniewski Mazur Krawczyk Dąbrowski Pawlak Górski Sikora"
        ),
        "Pools",
    ),
    Herkomst(
        "indisch",
        0.025,
        _woorden("Louise Ilse Hermine Yvonne Leonie Josta Marianne Elvira Ingeborg Dolly"),
        _woorden("Rudy Ferdy Guus Dolf Ferry Boy Roy Max Eddy Wim"),
        _woorden(
            "Tahitu Pattiasina Matulessy Leatemia Hursepuny Latumeten Souisa Manuhutu Lawalata Sahetapy"
        ),
    ),
    Herkomst(
        "syrisch",
        0.025,
        _woorden("Rania Hala Amal Mariam Layla Nour Samar Dalal Reem Ghada"),
        _woorden("Bassam Nabil Fadi Georges Samir Ziad Karam Anas Tarek Wael"),
        _woorden("Al/Hamwi Kassab Haddad Al/Masri Darwish Shahin Khoury Al/Sayed Barakat Mansour"),
        "Arabisch",
    ),
)


def bij_geboortejaar(herkomst: Herkomst, jaar: int) -> Herkomst:
    """First names go with a generation; only the Dutch list is long enough to tell them apart."""
    return _NEDERLANDS_OUD if herkomst is _NEDERLANDS and jaar < 1965 else herkomst
