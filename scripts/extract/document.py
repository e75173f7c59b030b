"""One annotated document -> its findings: claims, statements and sanctions get their records, actors and
places their mentions.
"""

from __future__ import annotations

from spacy.tokens import Doc

from scripts.annotate.syntax import extent
from scripts.extract.actors import ActorList
from scripts.extract.affiliations import affiliations
from scripts.extract.allegations import claims
from scripts.extract.claim_records import allegation_record, statement_record
from scripts.extract.echoes import echoes
from scripts.extract.findings import Affiliation, Findings
from scripts.extract.places import PlaceList
from scripts.extract.sanction_records import sanction_record
from scripts.extract.sanctions import sanctions
from scripts.extract.speech_acts import speech_acts
from scripts.extract.statements import Statements
from scripts.extract.uncertain import uncertain_sentences

# characters; a longer "clause" is a page that the parser could not cut, and no cell of a spreadsheet holds it
LONGEST_QUOTE = 8_000


def extract(doc: Doc) -> Findings:
    statements = Statements(doc)
    found = claims(doc, statements)
    found += echoes(doc, statements, found)
    imposed = sanctions(doc)
    sanctioning = {s.token for s in imposed}
    found = [c for c in found if c.token not in sanctioning]
    cues = {s.report.cue for s in statements.said}
    actors = ActorList(doc)
    places = PlaceList(doc)
    publisher = actors.publisher()
    sources = frozenset(n for c in found for n in statements.chain(c.statement))
    acts, act_of = speech_acts(doc, statements.said, sources)
    said = tuple(statement_record(doc, a, statements.said[a.opens], actors) for a in acts)
    return Findings(
        article=doc._.article,
        publisher=publisher,
        statements=said,
        allegations=tuple(
            allegation_record(doc, c, statements, actors, places, cues, publisher, act_of)
            for c in sorted(found, key=lambda c: (c.content, c.category))
            if c.content[0] < c.content[1] and len(doc[c.content[0] : c.content[1]].text) <= LONGEST_QUOTE
        ),
        sanctions=tuple(sanction_record(doc, s, actors) for s in imposed),
        affiliations=tuple(
            Affiliation(
                actors.use(h.actor),
                None if h.organization is None else actors.use(h.organization),
                h.relation,
                h.role,
                h.status,
                extent(doc, h.content),
            )
            for h in affiliations(doc)
            if h.actor in actors or actors.is_named(h.actor)
        ),
        actors=actors.records(),
        places=places.records(),
        uncertain=uncertain_sentences(doc, found, imposed),
    )
