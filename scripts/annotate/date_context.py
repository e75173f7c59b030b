"""Whether the words around it make an expression a date: "in 2014" is one, "2014 rifles" is none.

Each guard answers for one kind of expression; what is unsure is no date.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from scripts.annotate.date_grammar import Calendar, Expression, Period, Shift, Weekday, Years
from scripts.annotate.date_lexicon import vocabulary
from scripts.annotate.tense import Tense, governing_verb, verb_tense

_TIME_ADVERBIALS = frozenset({"npadvmod", "pobj", "appos", "tmod", "nmod", "compound", "poss", "conj", "dep"})
_OPENERS = frozenset({"(", "[", ":", ";", ",", "—", "–", "--", "-", "“", '"'})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def is_date(expression: Expression, span: Span, chained: bool) -> bool:
    """Whether `expression`, read in `span`, is a date here; `chained`: the words in front of it are a date and "and"."""
    if _is_glued(span) or _is_named_after(expression, span):
        return False
    match expression:
        case Calendar(day=int(), year=int()):
            return True
        case Calendar(month=int(), day=int()):
            return chained or expression.weekday is not None or expression.relative_year is not None or _is_day(span)
        case Calendar(month=int(), year=int()):
            return True
        case Calendar(month=int()):
            return expression.relative_year is not None or chained or _is_month(expression, span)
        case Calendar():
            return expression.portion or chained or _is_year(span)
        case Period(first=Calendar(month=None, day=None) as first) if first.year:
            return span[0].lower_ == "between" and not _counts_behind(span) or _is_year(span)
        case Years() if span.text[0].isdigit() and span.text[-1].isdigit():
            return _is_year(span)
        case Weekday():
            return chained or _is_weekday(span)
        case Shift(antecedent=True):
            return _before(span) is None or span.doc[span.start - 1].lower_ not in ("not", "one")
        case _:
            return True


def _before(span: Span) -> Token | None:
    return span.doc[span.start - 1] if span.start and not span.doc[span.start - 1].is_space else None


def _behind(span: Span) -> Token | None:
    return span.doc[span.end] if span.end < len(span.doc) and not span.doc[span.end].is_space else None


def _is_glued(span: Span) -> bool:
    """"2018-style", "F-2018", "$2018", "#May": part of a longer word."""
    before, behind = _before(span), _behind(span)
    if before is not None and not before.whitespace_ and before.text not in _OPENERS - {"-"} | {"[", "‘", "'", "/"}:
        return True
    if before is not None and before.text == "/" and not before.whitespace_:
        return True
    glue = behind is not None and not span[-1].whitespace_ and behind.text in ("-", "/", "_", "%", "@", "+", "–")
    return glue and behind is not None and not behind.whitespace_


def _is_named_after(expression: Expression, span: Span) -> bool:
    """"the October 7 Martyrs Brigade", "Revolutionary Organization 17 November", "the September 11 attacks"."""
    bare = isinstance(expression, Calendar | Weekday) and not (isinstance(expression, Calendar) and expression.year)
    before, behind = _before(span), _behind(span)
    if not bare:
        return False
    nouns = vocabulary("guards", "name_nouns")
    if behind is not None and behind.text[0].isupper() and _in_name(behind, nouns):
        return True
    if isinstance(expression, Calendar) and expression.day:
        if behind is not None and f"{expression.month}-{expression.day}" in vocabulary("guards", "famous_days"):
            near = {t.lower_ for t in span.doc[span.end : span.end + 3]}
            if near & vocabulary("guards", "famous_day_nouns"):
                return True
        if before is not None and before.pos_ == "PROPN" and before.text[0].isupper() and before.whitespace_:
            return True
        return before is not None and before.lower_ in vocabulary("guards", "name_nouns") | {"operation"}
    return False


def _in_name(token: Token, nouns: frozenset[str]) -> bool:
    """Within three capitalised words from `token` on stands a noun that names are made with."""
    for t in token.doc[token.i : token.i + 3]:
        if not t.text[0].isupper():
            return False
        if t.lower_ in nouns:
            return True
    return False


def _is_day(span: Span) -> bool:
    before, behind = _before(span), _behind(span)
    if behind is not None and behind.pos_ == "PROPN" and behind.text[0].isupper() and span.root.dep_ == "compound":
        return before is not None and before.lower_ in ("on", "since", "by", "until")
    if before is None or before.is_sent_start and not before.is_alpha:
        return not _is_agent(span)
    text = before.lower_
    if text == "of":
        return before.head.lemma_.lower() in vocabulary("guards", "dated_of_nouns") or before.head.ent_type_ == "DATE"
    if text in ("and", "or"):
        return False
    if text in vocabulary("guards", "time_prepositions") or text in _OPENERS:
        return not (text in _OPENERS | {"for", "by", "than", "as"} and _is_agent(span))
    if before.tag_ in ("DT", "PRP$", "POS") or before.pos_ == "ADJ":
        return behind is not None and behind.tag_ in _NOUN_TAGS and not behind.text[0].isupper()
    return before.pos_ in ("VERB", "AUX", "NOUN", "ADV", "ADP", "SCONJ", "PART", "PRON") and not _is_agent(span)


def _is_agent(span: Span) -> bool:
    """"November 17 claimed responsibility": a date does not act."""
    root = span.root
    return root.dep_ in ("nsubj", "agent", "dobj", "iobj") and root.head.lemma_ not in ("be", "mark", "see", "bring", "pass", "come", "set")


def _is_month(month: Calendar, span: Span) -> bool:
    before, behind, name = _before(span), _behind(span), span[-1]
    if behind is not None and behind.text[0].isupper() and behind.pos_ == "PROPN" and behind.dep_ != "ROOT" and name.head is behind:
        return before is not None and before.lower_ in ("in", "since") and name.dep_ != "compound"
    if month.which or month.portion:
        return True
    person = name.lower_ in vocabulary("guards", "month_names_of_persons")
    if person and _is_person(name):
        return False
    possessive = behind is not None and behind.tag_ == "POS"
    if before is None:
        return possessive and not person
    if before.lower_ in ("in", "since", "until", "till", "during", "throughout", "early", "late"):
        return name.tag_ != "VB" and not possessive or not person
    if before.lower_ in ("by", "from", "before", "after", "between", "through", "for") and not person:
        return name.dep_ in _TIME_ADVERBIALS
    if before.lower_ in ("by", "from") and person:
        return name.dep_ == "pobj" and name.tag_ == "NNP" and before.dep_ == "prep" and name.lower_ != "may"
    if possessive:
        return not person
    modifies = behind is not None and behind.tag_ in ("NN", "NNS") and name.dep_ in ("compound", "nmod", "amod", "npadvmod")
    return modifies and (before.tag_ in ("DT", "PRP$", "POS") or before.pos_ == "ADJ") and before.lower_ != "no"


def _is_person(name: Token) -> bool:
    """Somewhere in the document the word follows a given name or a title: "Theresa May", "Mrs. May"."""
    doc: Doc = name.doc
    for token in doc:
        if token.orth == name.orth and token.i and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).text[0].isupper() \
                and token.nbor(-1).lower_.rstrip(".") not in vocabulary("guards", "time_prepositions") \
                and (token.i + 1 == len(doc) or not token.nbor(1).like_num) and token.dep_ not in ("npadvmod", "compound") \
                and token.nbor(-1).dep_ == "compound" and token.nbor(-1).head is token:  # fmt: skip
            return True
    return False


def _is_year(span: Span) -> bool:
    """A bare year is a date behind a preposition of time, alone in brackets, or in front of a thing that has a date."""
    before, behind, doc = _before(span), _behind(span), span.doc
    if _counts_behind(span) or before is None:
        return False
    text = before.lower_
    if text in vocabulary("guards", "not_a_year_after"):
        return False
    if text in ("(", "["):
        return behind is not None and behind.text in (")", "]")
    year = span[-1]
    if text == "as" or (text == "of" and span.start > 1 and doc[span.start - 2].lower_ == "as"):
        return True
    if text == "to" or behind is not None and behind.lower_ in ("to", "-", "–") and _number_behind(behind):
        return text in ("from", "between", "in", "since", "the") and span.root.head is not year and " " in span.text
    if text == "of":
        noun = before.head.lemma_.lower()
        return noun not in vocabulary("guards", "quantity_nouns") and before.head.tag_ in ("NN", "NNP", "NNS") and not _is_round(year)
    if text in vocabulary("guards", "year_prepositions"):
        return not (text in ("by", "than", "around", "after", "before") and _is_round(year) and not _ends(behind))
    return _modifies(span, before, behind)


def _modifies(span: Span, before: Token, behind: Token | None) -> bool:
    """"the 2016 election", "a 2018 report", "Iran's 2015 nuclear deal"."""
    year = span[-1]
    determined = before.tag_ in ("DT", "PRP$", "POS") or before.pos_ == "ADJ"
    if not determined or behind is None or before.lower_ in ("some", "any", "no", "all", "these", "those"):
        return False
    noun = year.head if year.head.i > year.i else behind
    if noun.tag_ in ("NN", "NNP") and noun.i - year.i <= 4:
        return noun.lower_ not in vocabulary("guards", "not_a_year_before")
    return noun.lemma_.lower() in vocabulary("guards", "dated_plurals") and not _is_round(year) and before.pos_ != "ADJ"


def _counts_behind(span: Span) -> bool:
    """"2014 people", "1900 GMT": the number counts what follows."""
    year, behind = span[-1], _behind(span)
    if behind is None:
        return False
    if behind.lower_ in vocabulary("guards", "not_a_year_before"):
        return True
    head, before = year.head, _before(span)
    if before is not None and before.lower_ in ("in", "since") and head.dep_ in ("nsubj", "nsubjpass") and not _is_round(year):
        # "In 2014 rebels took the town": the noun is the subject, so the preposition has the year alone for its object.
        return False
    counted = year.dep_ in ("nummod", "quantmod", "compound") and head.i > year.i and head.tag_ in ("NNS", "NNPS")
    return counted and not behind.is_punct and head.lemma_.lower() not in vocabulary("guards", "dated_plurals")


def _is_round(year: Token) -> bool:
    return year.text.isdigit() and int(year.text) % 100 == 0


def _ends(behind: Token | None) -> bool:
    return behind is None or behind.is_punct


def _number_behind(dash: Token) -> bool:
    return dash.i + 1 < len(dash.doc) and dash.nbor(1).like_num


def _is_weekday(span: Span) -> bool:
    before, behind = _before(span), _behind(span)
    if behind is not None and behind.lower_ in vocabulary("guards", "not_a_weekday_before"):
        return False
    if before is not None and before.lower_ in vocabulary("guards", "not_a_weekday_after"):
        return False
    name = next(t for t in span if t.text[0].isupper() or t.i == span.end - 1)
    bound = before is not None and before.lower_ in vocabulary("guards", "time_prepositions")
    if behind is not None and behind.text[0].isupper() and behind.pos_ == "PROPN" and not (bound and name.dep_ == "pobj"):
        return False
    if before is not None and before.pos_ == "PROPN" and before.text[0].isupper() and name.dep_ not in ("npadvmod", "pobj", "appos"):
        return False
    return True


def is_now(today: Span) -> bool:
    """Whether "today" may mean nowadays: "today the group holds the north", "today's militias"."""
    behind = _behind(today)
    if today[-1].lower_ != "today":
        return False
    verb = governing_verb(today.root)
    past = verb is not None and verb_tense(verb) in (Tense.PAST, Tense.FUTURE)
    possessive = behind is not None and behind.tag_ == "POS"
    if possessive and today.root.head.tag_ in ("NNP", "NNPS", "NNS"):
        return True
    return not past
