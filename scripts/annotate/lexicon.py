"""Words for people, roles and bodies (`data/reference/roles.yml`), asked for by word or lemma."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scripts.reference import load_yaml


@dataclass(frozen=True)
class Lexicon:
    titles: dict[str, str]  # lower-case word -> kind: position | rank | honorific | occupation
    person_nouns: frozenset[str]
    group_nouns: dict[str, str]  # lemma -> actor_type
    kin_nouns: frozenset[str]
    organization_heads: dict[str, str]  # word as written in names -> actor_type
    body_themes: frozenset[str]
    former_cues: frozenset[str]
    government_nouns: frozenset[str]
    plain_people: frozenset[str]
    thing_nouns: frozenset[str]

    def is_title(self, word: str) -> bool:
        return word.lower().rstrip(".") in self.titles or word.lower() in self.titles

    def is_honorific(self, word: str) -> bool:
        return self.titles.get(word.lower().rstrip("."), self.titles.get(word.lower())) == "honorific"

    def is_person_noun(self, lemma: str) -> bool:
        lemma = lemma.lower()
        return lemma in self.person_nouns or lemma in self.titles or lemma in self.kin_nouns

    def is_group_noun(self, lemma: str) -> bool:
        return lemma.lower() in self.group_nouns

    def group_type(self, lemma: str) -> str:
        return self.group_nouns[lemma.lower()]

    def is_thing(self, word: str) -> bool:
        """A law, a document, an event, a place, a part of a page: nobody, if a name ends so."""
        return word.lower() in self.thing_nouns

    def organization_type(self, word: str) -> str | None:
        return self.organization_heads.get(word)


@cache
def lexicon() -> Lexicon:
    data = {kind: section["entries"] for kind, section in load_yaml("roles.yml").items()}
    return Lexicon(
        titles={row["word"].lower().rstrip("."): row["kind"] for row in data["titles"]},
        person_nouns=frozenset(
            form for row in data["person_nouns"] for form in (row["word"], row.get("plural", row["word"]))
        ),
        group_nouns={row["word"].lower(): row["actor_type"] for row in data["group_nouns"]},
        kin_nouns=frozenset(row["word"] for row in data["kin_nouns"]),
        organization_heads={
            row["word"].removesuffix(" of"): row["actor_type"] for row in data["organization_heads"]
        },
        body_themes=frozenset(row["word"] for row in data["body_themes"]),
        former_cues=frozenset(row["word"] for row in data["former_cues"]),
        plain_people=frozenset(row["word"] for row in data["plain_people"]),
        thing_nouns=frozenset(row["word"] for row in data["thing_nouns"]),
        government_nouns=frozenset(row["word"] for row in data["government_nouns"]),
    )
