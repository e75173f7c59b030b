"""Gold against answers, field by field.

An actor or place is found when one of its names or forms is one of gold's, an allegation or sanction when its
quote and gold's share half of the shorter; the fields of those that are found are right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from scripts.evaluation.answers import Answer, Answers, Claim, Measure, iso
from scripts.evaluation.figures import Evaluation, Figure
from scripts.evaluation.gold import Gold, GoldAllegation, GoldPlace, GoldSanction
from scripts.evaluation.matching import kilometres, pairs, plain_forms, shared_part
from scripts.records import Row, Tables

SHARED = 0.5
"""The part of the shorter of two quotes that both must cover to be of the same claim."""

NEAR = 75.0
"""Kilometres between two points that may still be the same city, whose middle sources put elsewhere."""

SAME_CATEGORY = 2.0
"""More than any overlap: of two claims in the same words the one of gold's category is meant."""

WORDS = 90
"""Characters of a quote that a miss shows."""

PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""What the length of an ISO 8601 prefix says."""

FIGURES = (
    *("actors: named", "actors: all", "locations: found", "locations: where"),
    *("allegations: found", "allegations: typed", "allegations: source", "allegations: chain"),
    *("allegations: accused", "allegations: object", "allegations: date", "allegations: place"),
    *("allegations: stance", "allegations: mode"),
    *("sanctions: found", "sanctions: authority", "sanctions: date", "sanctions: count"),
    "sanctions: targets",
)
"""In the order in which they are shown."""


def evaluate(tables: Tables, golds: Iterable[Gold]) -> Evaluation:
    """How well `tables` hold what is in the gold articles, found by the name of their source file."""
    answers = Answers(tables)
    evaluation = Evaluation(dict.fromkeys(FIGURES, Figure()))
    for gold in golds:
        _Comparison(gold, answers.of(gold.article.source_file), evaluation).run()
    return evaluation


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def forms(self) -> Iterable[str]: ...


class _Quoted(Protocol):
    @property
    def quote(self) -> str: ...


class _Comparison:
    """One article: pairs actors and places first, because claims and measures are compared by them."""

    def __init__(self, gold: Gold, answer: Answer, evaluation: Evaluation) -> None:
        self.gold, self.answer, self.evaluation = gold, answer, evaluation
        self.article = gold.article.source_file.removesuffix(".txt")
        self.text = gold.article.text
        self.actors = _paired(gold.actors, answer.actors)
        self.places = _paired(gold.places, answer.places)
        self.gold_name = {answer.actors[a].id: gold.actors[g].name for g, a in self.actors.items()}
        self.place_id = {gold.places[g].name: answer.places[a].id for g, a in self.places.items()}

    def run(self) -> None:
        self.compare_actors()
        self.compare_places()
        self.compare_allegations()
        self.compare_sanctions()

    def compare_actors(self) -> None:
        gold, answers = self.gold.actors, self.answer.actors
        named = {g for g, actor in enumerate(gold) if actor.is_named}
        right = {a for g, a in self.actors.items() if g in named}
        # An unnamed actor of gold that is found under a name is neither right nor wrong among the named.
        open_to_both = {a for g, a in self.actors.items() if g not in named}
        said_named = {a for a, actor in enumerate(answers) if actor.row["is_named"]}
        found = right | (said_named - open_to_both)
        self.evaluation.count("actors: named", len(right), len(found), len(named))
        self.evaluation.count("actors: all", len(self.actors), len(answers), len(gold))
        self.name_misses("actor", gold, answers, self.actors)

    def compare_places(self) -> None:
        gold, answers = self.gold.places, self.answer.places
        self.evaluation.count("locations: found", len(self.places), len(answers), len(gold))
        for g, a in self.places.items():
            right = _same_place(gold[g], answers[a].row)
            self.evaluation.judge("locations: where", right)
            self.miss("where", [] if right else [gold[g].name])
        self.name_misses("location", gold, answers, self.places)

    def compare_allegations(self) -> None:
        gold, answers = self.gold.allegations, self.answer.claims
        paired = pairs(
            (share + SAME_CATEGORY * (answer.row["category"] == claim.category), g, a)
            for g, claim in enumerate(gold)
            for a, answer in enumerate(answers)
            if (share := self.shared(claim.quote, answer.row)) >= SHARED
        )
        typed = [g for g, a in paired.items() if answers[a].row["category"] == gold[g].category]
        self.evaluation.count("allegations: found", len(paired), len(answers), len(gold))
        self.evaluation.count("allegations: typed", len(typed), len(answers), len(gold))
        self.quote_misses("allegation", gold, [claim.row for claim in answers], paired)
        for g, a in paired.items():
            self.compare_claim(gold[g], answers[a])

    def compare_claim(self, gold: GoldAllegation, claim: Claim) -> None:
        row = claim.row
        self.field("category", row["category"], gold.category, gold.quote, counted=False)
        chain = tuple(map(self.actor_name, claim.chain))
        self.evaluation.judge("allegations: source", chain[-1:] == gold.chain[-1:])
        self.field("chain", chain, gold.chain, gold.quote)
        self.members("accused", frozenset(map(self.actor_name, claim.accused)), gold.accused, gold.quote)
        self.members("object", frozenset(map(self.actor_name, claim.objects)), gold.objects, gold.quote)
        if gold.date is not None:
            right = _same_date(row, gold.date)
            self.evaluation.judge("allegations: date", right)
            self.miss("date", [] if right else [f"{row['date']} for {gold.date}: {gold.quote[:WORDS]}"])
        places = frozenset(self.place_id.get(name, f"?{name}") for name in gold.places)
        self.members("place", claim.places, places, gold.quote)
        self.field("stance", row["stance"], gold.stance, gold.quote)
        self.field("mode", row["mode"], gold.mode, gold.quote)

    def compare_sanctions(self) -> None:
        gold, answers = self.gold.sanctions, self.answer.measures
        paired = pairs(
            (share, g, a)
            for g, measure in enumerate(gold)
            for a, answer in enumerate(answers)
            if (share := self.shared(measure.quote, answer.row)) >= SHARED
        )
        self.evaluation.count("sanctions: found", len(paired), len(answers), len(gold))
        self.quote_misses("sanction", gold, [measure.row for measure in answers], paired)
        for g, a in paired.items():
            self.compare_measure(gold[g], answers[a])

    def compare_measure(self, gold: GoldSanction, measure: Measure) -> None:
        row, start = measure.row, iso(measure.row["date_start"])
        for name, got, wanted in (
            ("authority", self.actor_name(str(row["authority_id"])), gold.authority),
            ("date", start[: len(gold.date)] if gold.date else start, gold.date or ""),
            ("count", row["target_count"], gold.target_count),
        ):
            self.evaluation.judge(f"sanctions: {name}", got == wanted)
            self.miss(name, [] if got == wanted else [f"{got} for {wanted}: {gold.quote[:WORDS]}"])
        wanted_names, names = plain_forms(gold.targets), plain_forms(measure.targets)
        hits = sum(any(name in wanted or wanted in name for name in names) for wanted in wanted_names)
        found = len(names) if wanted_names else 0
        words = f"{_words(sorted(names))} for {_words(sorted(wanted_names))}: {gold.quote[:WORDS]}"
        self.miss("target", [words] if hits < len(wanted_names) else [])
        self.evaluation.count("sanctions: targets", min(hits, len(names)), found, len(wanted_names))

    # -- what the comparisons share

    def shared(self, quote: str, row: Row) -> float:
        return shared_part(self.text, quote, int(str(row["start"])), int(str(row["end"])))

    def actor_name(self, actor_id: str) -> str:
        """Gold's name of a published actor; one that gold does not have keeps its own, marked."""
        return self.gold_name.get(actor_id, f"?{self.answer.names.get(actor_id, actor_id)}")

    def field(self, name: str, got: object, wanted: object, quote: str, counted: bool = True) -> None:
        if counted:
            self.evaluation.judge(f"allegations: {name}", got == wanted)
        self.miss(name, [] if got == wanted else [f"{_words(got)} for {_words(wanted)}: {quote[:WORDS]}"])

    def members(self, name: str, got: frozenset[str], wanted: frozenset[str], quote: str) -> None:
        self.evaluation.count(f"allegations: {name}", len(got & wanted), len(got), len(wanted))
        words = f"{_words(sorted(got))} for {_words(sorted(wanted))}: {quote[:WORDS]}"
        self.miss(name, [] if got == wanted else [words])

    def miss(self, what: str, words: Iterable[str]) -> None:
        self.evaluation.miss(self.article, what, words)

    def name_misses(
        self, what: str, gold: Sequence[_Named], answers: Sequence[_Named], paired: dict[int, int]
    ) -> None:
        found = set(paired.values())
        self.miss(f"{what} missed", (one.name for g, one in enumerate(gold) if g not in paired))
        self.miss(f"{what} extra", (one.name for a, one in enumerate(answers) if a not in found))

    def quote_misses(
        self, what: str, gold: Sequence[_Quoted], rows: Sequence[Row], paired: dict[int, int]
    ) -> None:
        found = set(paired.values())
        self.miss(f"{what} missed", (one.quote[:WORDS] for g, one in enumerate(gold) if g not in paired))
        extra = (str(row["quote"]) for a, row in enumerate(rows) if a not in found)
        self.miss(f"{what} extra", (quote[:WORDS] for quote in extra))


def _paired(gold: Sequence[_Named], answers: Sequence[_Named]) -> dict[int, int]:
    """Who in the answers is whom in gold: those that share most forms first."""
    gold_forms = [plain_forms(one.forms) for one in gold]
    answer_forms = [plain_forms(one.forms) for one in answers]
    return pairs(
        (len(common), g, a)
        for g, forms in enumerate(gold_forms)
        for a, other in enumerate(answer_forms)
        if (common := forms & other)
    )


def _words(value: object) -> str:
    """A value as a miss shows it."""
    return ", ".join(value) or "none" if isinstance(value, list | tuple) else str(value)


def _same_place(gold: GoldPlace, row: Row) -> bool:
    if gold.country_code and row["country_code"] != gold.country_code:
        return False
    if gold.location_type != "city" or gold.point is None:
        return True
    latitude, longitude = row["latitude"], row["longitude"]
    if not isinstance(latitude, float) or not isinstance(longitude, float):
        return False
    return kilometres((latitude, longitude), gold.point) <= NEAR


def _same_date(row: Row, gold: str) -> bool:
    """The same day, month or year; a range counts when it lies within."""
    length = len(gold)
    start, end = (iso(row[column])[:length] for column in ("date_start", "date_end"))
    return start == gold and (row["date_precision"] == PRECISIONS.get(length) or end == gold)
