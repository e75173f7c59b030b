"""Strategies for review files: decisions that look right, decisions that do not, and tricks of YAML."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.faults.strategies import NASTY
from tests.review.deciding import ROWS

WORDS = st.sampled_from(
    [
        "alg-1",
        "alg-2",
        "alg-9",
        "stm-1",
        "act-the-rebels",
        "loc-port-velin",
        "aff-1",
        "snc-1",
        "shelled Port Velin in April 2021",
        "“arming the rebels”",
        "the rebels",
        "Port Velin",
        "accept",
        "reject",
        "correct",
        "add",
        "allegations",
        "actors",
        "attack",
        "accused",
        "2021",
        "Ostra Radio",
        "null",
        "2021-02-30",
        "99999999999999999999",
    ]
)
VALUES = WORDS | NASTY | st.none() | st.integers() | st.dates()
NODES = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)
)
COLUMNS = st.sampled_from(
    [
        "category",
        "stage",
        "date",
        "date_precision",
        "quote",
        "actors",
        "locations",
        "chain",
        "targets",
        "name",
        "same_as",
        "actor_id",
        "cue_text",
        "source_text",
        "latitude",
        "role",
        "actor",
        "authority",
        "organization",
        "relation",
        "actor_type",
        "is_named",
    ]
)
KEYED = st.sampled_from(sorted(ROWS.items())).flatmap(
    lambda item: (
        st.fixed_dictionaries(
            {
                "row": st.just(item[0]),
                "quote": st.just(item[1]),
                "reason": st.just("so"),
                "action": st.sampled_from(["accept", "reject"]),
            }
        )
        | st.fixed_dictionaries(
            {
                "row": st.just(item[0]),
                "quote": st.just(item[1]),
                "reason": st.just("so"),
                "action": st.just("correct"),
                "set": st.dictionaries(COLUMNS, NODES, min_size=1, max_size=3),
            }
        )
    )
)
ADDED = st.fixed_dictionaries(
    {
        "action": st.just("add"),
        "reason": NASTY | st.just("so"),
        "quote": WORDS | NASTY,
        "table": st.sampled_from(
            ["allegations", "statements", "actors", "locations", "sanctions", "affiliations"]
        ),
        "values": st.dictionaries(COLUMNS, NODES, max_size=4),
    },
    optional={"occurrence": st.integers(-1, 3).map(str) | NASTY},
)
LOOSE = st.dictionaries(
    st.sampled_from(["row", "quote", "action", "reason", "set", "table", "values", "occurrence", "x"]), NODES
)
TRICKS = st.sampled_from(
    [
        "a: &a [x, x]\nb: *a\n",
        "!!python/object/apply:os.system ['x']\n",
        "- " * 5000,
        "[" * 5000,
        "{a: " * 5000,
        "? [a]\n: b\n",
        "--- a\n--- b\n",
        "%YAML 9.9\n---\n",
        "document: doc-karvel\ndecisions: x\n",
        "a: |\n" + " x\n" * 9,
        "document: ../../etc\ndecisions: []\n",
        '"\\ud800": x\n',
        "a: b\na: c\n",
        "\t",
        "",
        "null",
        "document:\n",
        "\x00",
        "&a [*a]",
        "<<: {a: b}\n",
        "a: !!binary eA==\n",
        "\ufeffdocument: doc-karvel\n",
        "document: doc-karvel\r\n",
    ]
)
