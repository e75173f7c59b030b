"""One act of speech is one statement, however its words are spread around the cue.

Three things are the same act: what the same cue reports on both of its sides ("“We left,” Doe said, “at
dawn.”"), a quotation that goes on right behind it in the same paragraph ("“We left,” Doe said. “They
stayed.”"), and what a speaker tells of their own saying or believing ("Doe said he believed that ...").

A mere topic ("spoke at a rally", "cited her years in office") states nothing; it is an act only where a
claim rests on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from scripts.annotate.paragraphs import together
from scripts.annotate.quotations import is_speech
from scripts.annotate.report import Report
from scripts.annotate.syntax import span
from scripts.extract.statements import Said


@dataclass(frozen=True)
class SpeechAct:
    """The statement that opens it (a position in `said`), and the extent of all its words in tokens, end
    exclusive, the words of the cue in between among them.
    """

    opens: int
    content: tuple[int, int]
    quoted: bool  # every piece stands in quotation marks
    mixed: bool  # some of it does
    parent: int | None  # position among the acts


def speech_acts(
    doc: Doc, said: Sequence[Said], sources: frozenset[int]
) -> tuple[list[SpeechAct], list[int | None]]:
    """The acts in the order in which they open, and for each statement the position of its act; `sources`:
    the statements that claims rest on.
    """
    acts: list[SpeechAct] = []
    act_of: list[int | None] = []
    of_cue: dict[tuple[int, int], int] = {}  # a cue and its source -> the act that was last joined or opened
    for n, one in enumerate(said):
        parent = None if one.parent is None else act_of[one.parent]
        if n not in sources and is_topic(doc, one.report):
            act_of.append(None)
            continue
        if parent is not None and _is_own(one, said[acts[parent].opens], acts[parent]):
            act_of.append(parent)
            continue
        same = of_cue.get((one.report.cue, one.entity))
        if same is not None and _goes_on(doc, one, parent, acts[same], said):
            acts[same] = _joined(acts[same], one)
        else:
            same = len(acts)
            acts.append(SpeechAct(n, one.report.content, one.report.quoted, one.report.mixed, parent))
        of_cue[one.report.cue, one.entity] = same
        act_of.append(same)
    return acts, act_of


def is_topic(doc: Doc, report: Report) -> bool:
    """Something is named, nothing is stated of it: without a verb, and no quotation of some length."""
    words = span(doc, report.content)
    verbless = not any(t.pos_ in ("VERB", "AUX") for t in words)
    return (
        verbless
        and report.stance == "asserted"
        and report.force == "claim"
        and not (report.quoted and is_speech(words))
    )


def _is_own(one: Said, around: Said, act: SpeechAct) -> bool:
    """What a speaker is told to say, inside what the same speaker says."""
    start, end = one.report.content
    return one.entity == around.entity and act.content[0] <= start and end <= act.content[1]


def _goes_on(doc: Doc, one: Said, parent: int | None, act: SpeechAct, said: Sequence[Said]) -> bool:
    """Whether `one` is a further piece of an act of the same cue: in the same way and paragraph."""
    return (
        said[act.opens].report.stance == one.report.stance
        and act.parent == parent
        and together(doc, act.content[0], one.report.content[1] - 1)
    )


def _joined(act: SpeechAct, one: Said) -> SpeechAct:
    report = one.report
    quoted = act.quoted and report.quoted
    return SpeechAct(
        act.opens,
        (min(act.content[0], report.content[0]), max(act.content[1], report.content[1])),
        quoted,
        not quoted and (act.quoted or act.mixed or report.quoted or report.mixed),
        act.parent,
    )
