"""It converts, it does not recite: other names, numbers, dates and places in the article, the same tables.

What the first article gives is taken as gold for the article with everything replaced by others of the same
kind, rewritten by the same replacements; every figure of the evaluation must then be at least 0.95.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.convert import convert
from scripts.evaluation import Evaluation, Gold, evaluate
from scripts.evaluation.answers import Answer, Answers, Entity
from scripts.evaluation.gold import GoldActor, GoldAllegation, GoldPlace, GoldSanction
from scripts.ingest import read_article
from scripts.normalize import normalize
from scripts.records import Article, Row, Tables

ARTICLE = "iran-taliban-2019-01-02.txt"
AT_LEAST = 0.95

PEOPLE = {
    "Fazal Rahman Khadem": "Samir Karim Wahedi",
    "Fazil Rahman Khadem": "Samer Karim Wahedi",
    "Mahmood Afkhami Rashidi": "Hamid Yazdani Golestani",
    "Bahram Ghasemi": "Morteza Sadeghi",
    "Ghasemi": "Sadeghi",
    "Abbas Araghchi": "Kamal Rezvani",
    "Ali Shamkhani": "Hossein Moradi",
    "Rouhani": "Bakhtiari",
    "Mohammad Bagher Nobakht": "Reza Amin Hosseini",
    "Steven Mnuchin": "Robert Halvorsen",
}
MEDIA = {"Le Figaro": "Le Monde", "The Figaro": "The Monde", "Tasnim": "Mehr News"}
PLACES = {
    "Herat": "Kandahar",
    "Mashhad": "Birjand",
    "Turkmenistan": "Pakistan",
    "Qatar": "Oman",
    "Lebanon": "Yemen",
}
NUMBERS = {"134": "87", "eight": "eleven", "two Iranians": "three Iranians", "two times": "three times"}
DATES = {
    "Jan. 2, 2019": "Mar. 6, 2017",
    "December 31": "February 27",
    "December 30": "February 26",
    "May 18": "July 11",
    "October 23, 2018": "November 15, 2016",
    "September 2018": "October 2016",
    "2014": "2011",
}
STATES = {
    "Iranian": "Iraqi",
    "Iranians": "Iraqis",
    "Iran": "Iraq",
    "Tehran": "Baghdad",
    "Afghanistan": "Nigeria",
    "Afghan": "Nigerian",
    "Herat": "Kano",
    "Mashhad": "Mosul",
    "Turkmenistan": "Turkey",
    "Syria": "Libya",
    "Russian": "Belarusian",
    "U.S.": "U.K.",
    "United States": "United Kingdom",
}
BODIES = {
    "Taliban": "Boko Haram",
    "Islamic Revolutionary Guard Corps": "National Defence Guard Corps",
    "IRGC": "NDGC",
    "Quds Force": "Falcon Force",
    "Supreme National Security Council": "High Committee of Security",
    "Fatemiyoun Division": "Zarrinkoub Division",
    "Hazaras": "Hausas",
    "PMOI/MEK": "Amnesty International",
}


@dataclass(frozen=True)
class Replacement:
    """`words` are replaced wherever they stand as words, all at once; the rest says what follows.

    `known` holds the figures that stay below `AT_LEAST`, and what they may not fall under.
    """

    words: Mapping[str, str]
    dates: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[int, int] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, float] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
        return re.sub(pattern, lambda found: self.words[found[0]], text)


RESOLVED = {"2018-12-30": "2017-02-26", "2018-12-31": "2017-02-27", "2018-05-18": "2016-07-11",
            "2018-10-23": "2016-11-15", "2018-09": "2016-10", "2018": "2016", "2014": "2011"}  # fmt: skip
CODES = {"IR": "IQ", "AF": "NG", "TM": "TR", "QA": "OM", "LB": "YE", "SY": "LY"}
EVERYTHING = {**PEOPLE, **MEDIA, **PLACES, **NUMBERS, **DATES}

# With everything replaced at once, bodies that no authority file knows are cut otherwise from other names.
REPLACEMENTS = {
    "people": Replacement(PEOPLE),
    "media": Replacement(MEDIA),
    "places": Replacement(PLACES, countries={"TM": "PK", "QA": "OM", "LB": "YE"}),
    "numbers": Replacement(NUMBERS, counts={8: 11, 2: 3}),
    "dates": Replacement(DATES, dates=RESOLVED),
    "all of these": Replacement(
        EVERYTHING, RESOLVED, counts={8: 11, 2: 3}, countries={"TM": "PK", "QA": "OM", "LB": "YE"}
    ),
    "states": Replacement({**STATES, "Qatar": "Oman", "Lebanon": "Yemen"}, countries=CODES),
    "bodies": Replacement(BODIES),
    "everything": Replacement(
        {**EVERYTHING, **STATES, **BODIES, "two Iranians": "three Iraqis"},
        RESOLVED,
        {8: 11, 2: 3},
        CODES,
        {"actors: named": 0.92},
    ),
}


@pytest.fixture(scope="module")
def article(root: Path) -> Article:
    return read_article(root / "data/raw" / ARTICLE, with_sidecar=False)


@pytest.fixture(scope="module")
def tables(article: Article) -> Tables:
    return in_reading_order(normalize(convert([article])))


@pytest.mark.parametrize("replacement", REPLACEMENTS.values(), ids=REPLACEMENTS)
def test_other_names_numbers_dates_and_places_give_the_same_tables(
    replacement: Replacement, article: Article, tables: Tables, tmp_path: Path
) -> None:
    evaluation = evaluate_replaced(replacement, article, tables, tmp_path)
    low = {
        name: figure.f1
        for name, figure in evaluation.figures.items()
        if figure.f1 is not None and figure.f1 < replacement.known.get(name, AT_LEAST)
    }
    assert low == {}, "\n".join(evaluation.miss_lines())


def test_every_word_to_replace_stands_in_the_article(article: Article) -> None:
    words = {word for replacement in REPLACEMENTS.values() for word in replacement.words}
    assert {word for word in words if word not in article.text} == set()


def test_what_is_compared_is_not_nothing(tables: Tables) -> None:
    counts = {name: len(tables[name]) for name in ("actors", "locations", "allegations", "sanctions")}
    assert min(counts.values()) > 0
    assert counts["allegations"] > 20


def evaluate_replaced(replacement: Replacement, article: Article, tables: Tables, folder: Path) -> Evaluation:
    path = folder / article.source_file
    path.write_text(replacement(article.text), "utf-8")
    replaced = read_article(path)
    gold = rewritten(Answers(tables).of(article.source_file), replaced, replacement)
    return evaluate(in_reading_order(normalize(convert([replaced]))), [gold])


def in_reading_order(tables: Tables) -> Tables:
    """Claims in the same words are paired in the order of the tables, which that of other ids is not."""
    for table in ("allegations", "sanctions"):
        tables[table].sort(key=_place_in_text)
    return tables


def _place_in_text(row: Row) -> tuple[int, int, str]:
    return int(str(row["start"])), int(str(row["end"])), str(row.get("rule"))


def rewritten(answer: Answer, article: Article, replacement: Replacement) -> Gold:
    """What the tables say of the article as it was, as gold for the article as it is now, actors by id."""
    return Gold(
        article=article,
        actors=tuple(
            GoldActor(actor.id, bool(actor.row["is_named"]), written(actor, replacement))
            for actor in answer.actors
        ),
        places=tuple(
            GoldPlace(
                name=place.id,
                location_type=str(place.row["location_type"]),
                country_code=country(place.row, replacement),
                point=None,
                forms=written(place, replacement),
            )
            for place in answer.places
        ),
        allegations=tuple(
            GoldAllegation(
                quote=replacement(str(claim.row["quote"])),
                category=str(claim.row["category"]),
                stance=str(claim.row["stance"]),
                mode=str(claim.row["mode"]),
                chain=claim.chain,
                accused=claim.accused,
                objects=claim.objects,
                places=claim.places,
                date=day(claim.row, replacement),
            )
            for claim in answer.claims
        ),
        sanctions=tuple(
            GoldSanction(
                quote=replacement(str(measure.row["quote"])),
                authority=str(measure.row["authority_id"]),
                date=day(measure.row, replacement),
                target_count=number(measure.row, replacement),
                targets=frozenset(map(replacement, measure.targets)),
            )
            for measure in answer.measures
        ),
    )


def written(entity: Entity, replacement: Replacement) -> tuple[str, ...]:
    """The forms in which the text has it now. Names from authority files are those of somebody else."""
    return tuple(sorted(map(replacement, entity.forms)))


def country(row: Row, replacement: Replacement) -> str | None:
    code = row["country_code"]
    return None if code is None else replacement.countries.get(str(code), str(code))


def day(row: Row, replacement: Replacement) -> str | None:
    value = row["date"]
    return None if value is None else replacement.dates.get(str(value), str(value))


def number(row: Row, replacement: Replacement) -> int | None:
    value = row["target_count"]
    return replacement.counts.get(value, value) if isinstance(value, int) else None
