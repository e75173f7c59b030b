"""Strategies for texts that nobody would think of, and for the bytes of files that hold them."""

from __future__ import annotations

from hypothesis import strategies as st

NASTY = st.sampled_from(
    [
        "\x00",
        "\x07",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\u200f",
        "\xa0",
        "\ufeff",
        "\u2028",
        "\x85",
        "\ud800",
        "\U0001f600",
        "раypal",
        "=1+1",
        "@SUM(A1)",
        "+1",
        "-1",
        "\t=x",
        "“",
        "”",
        '"',
        "'",
        "‘“‘“",
        "((((",
        "…",
        "\r\n",
        "\n\n",
        "a" * 3000,
        " " * 3000,
        "<script>alert(1)</script>",
        "&amp;&#0;&#x110000;",
        "</p>",
        "<!--",
        "{{x}}",
        "%s",
        "../..",
        "NULL",
        "1,000,000,000,000,000,000",
        "31 February 0000",
        "١٢٣",
        "é" + "\u0301" * 50,
    ]
)
SENTENCES = st.sampled_from(
    [
        "The mayor Ilse Brandt said on 3 May 2021 that the Harbor Guard attacked a mill near Valdora. ",
        "“They shelled it,” a colonel said, “and we denied it.” ",
        "According to Ostra Radio, the ministry accused Iran of arming rebels in Herat province. ",
        "On Tuesday the Norland Treasury sanctioned three companies for financing the guard (HG). ",
        "He added that they had trained over 134 fighters since 2018, it reported. ",
        "March 3, 2021\n\n",
        "VALDORA (Coastal Wire) - ",
        "Share | Tweet\n",
    ]
)
TEXTS = st.lists(NASTY | SENTENCES | st.text(max_size=30), max_size=12).map("".join)
BYTES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=200)
