"""Allegation frames (`data/reference/frames/`): predicate with its arguments -> category and roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.extract.arguments import Arguments
from scripts.extract.predicate_slots import Predicate
from scripts.records import DataError
from scripts.reference import check_keys, load_folder, load_yaml

KEYS = {"id", "verbs", "any_verb_but", "nouns", "needs", "needs_any", "excludes", "roles", "instead_of"}
ROLES = {"accused", "participant", "target", "beneficiary"}


@dataclass(frozen=True)
class Frame:
    """`any_verb_but`: verbs that do not evoke it, where all others do, None where `verbs` and `nouns` name
    what does; `needs`: slot -> classes any of which will do; `needs_any`: slots one of which an actor must
    fill; `roles`: slot -> role; `instead_of`: categories that the same word does not claim beside this one.
    """

    id: str
    category: str
    any_verb_but: frozenset[str] | None
    needs: dict[str, tuple[str, ...]]
    needs_any: tuple[str, ...]
    excludes: dict[str, tuple[str, ...]]
    roles: dict[str, str]
    instead_of: tuple[str, ...]

    def matches(self, predicate: Predicate, arguments: Arguments) -> bool:
        return (
            all(arguments.has_class(predicate, slot, classes) for slot, classes in self.needs.items())
            and (
                not self.needs_any
                or any(arguments.has_class(predicate, slot, ("actor",)) for slot in self.needs_any)
            )
            and not any(
                arguments.has_class(predicate, slot, classes) for slot, classes in self.excludes.items()
            )
        )


@dataclass(frozen=True)
class Lexicon:
    verbs: dict[str, tuple[Frame, ...]]  # lemma, or "lemma particle"
    nouns: dict[str, tuple[Frame, ...]]  # last word's lemma -> frames, with the words before it in `phrases`
    phrases: dict[
        tuple[str, str], tuple[str, ...]
    ]  # (frame, last word) -> first words, any of which must stand before it
    wide: tuple[Frame, ...]  # those that (nearly) any verb evokes: what stands around it says what was done


@cache
def frame_lexicon() -> Lexicon:
    """Raises `DataError` for an unknown key or role."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    phrases: dict[tuple[str, str], list[str]] = {}
    wide: list[Frame] = []
    rows = [(category, row) for category, of in load_folder("frames").items() for row in of["frames"]]
    for category, row in rows:
        frame = _frame(category, row)
        if frame.any_verb_but is not None:
            wide.append(frame)
        for verb in row.get("verbs", ()):
            verbs.setdefault(verb, []).append(frame)
        for noun in row.get("nouns", ()):
            *first, last = noun.split()
            if frame not in nouns.setdefault(last, []):
                nouns[last].append(frame)
            phrases.setdefault((frame.id, last), []).append(" ".join(first))
    return Lexicon(
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in phrases.items()},
        tuple(wide),
    )


def wide_frames_at(token: Token) -> Iterator[Frame]:
    """The frames that any verb evokes but those they name."""
    if token.pos_ != "VERB":
        return
    lemma = token.lemma_.lower()
    if lemma in cues().verbs or lemma in load_yaml("frames.yml")["idle"]:
        return
    for frame in frame_lexicon().wide:
        if frame.any_verb_but is not None and lemma not in frame.any_verb_but:
            yield frame


def frames_at(token: Token) -> Iterator[Frame]:
    """The frames that a token may evoke, before its arguments are looked at."""
    lexicon = frame_lexicon()
    lemma = token.lemma_.lower().removeprefix("re-")
    if token.pos_ in ("VERB", "AUX"):
        beside = ("prt", "oprd", "advmod", "acomp", "dobj", "ccomp")  # "took (up)", "held them (hostage)"
        particles = [c.lower_ for c in token.children if c.dep_ in beside]
        # "pulled out of X"
        particles += ["out" for c in token.children if c.dep_ == "prep" and c.lower_ == "out"]
        hyphened = token.i > 1 and token.doc[token.i - 1].text == "-" and token.doc[token.i - 2]
        prefix = [f"{hyphened.lower_}-{lemma}"] if hyphened else []  # "test-fired"
        for key in (lemma, *prefix, *(f"{lemma} {p}" for p in particles)):
            yield from lexicon.verbs.get(key, ())
    elif token.pos_ in ("NOUN", "PROPN"):
        before = {
            c.lemma_.lower()
            for c in token.children
            if c.dep_ in ("compound", "amod", "nmod", "npadvmod") and c.i < token.i
        }
        before |= {c.lower_ for c in token.children if c.i < token.i} | {
            g.lower_ for c in token.children for g in c.children if c.dep_ == "amod"
        }
        for frame in lexicon.nouns.get(lemma, ()) or lexicon.nouns.get(token.lower_, ()):
            first = lexicon.phrases.get((frame.id, lemma)) or lexicon.phrases[(frame.id, token.lower_)]
            if any(not words or set(words.split()) <= before for words in first):
                yield frame


def _frame(category: str, row: dict[str, Any]) -> Frame:
    where = f"frames/{category}.yml {row.get('id')}"
    check_keys(where, row, KEYS)
    unknown = sorted(set(row["roles"].values()) - ROLES)
    if unknown:
        raise DataError(f"{where}: unknown role {unknown[0]!r}; known are {', '.join(sorted(ROLES))}")
    return Frame(
        id=row["id"],
        category=category,
        any_verb_but=frozenset(row["any_verb_but"]) if "any_verb_but" in row else None,
        needs={k: tuple(v) for k, v in row["needs"].items()},
        needs_any=tuple(row.get("needs_any", ())),
        excludes={k: tuple(v) for k, v in row.get("excludes", {}).items()},
        roles=dict(row["roles"]),
        instead_of=tuple(row.get("instead_of", ())),
    )
