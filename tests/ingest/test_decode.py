from __future__ import annotations

import pytest

from scripts.ingest.decode import decode
from scripts.records import DataError


@pytest.mark.parametrize("text", ["Zürich – “a”\r\nb\n", "a\tb\fc", "\u200fשלום"])
def test_text_is_kept_to_the_letter(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert decode("Zürich".encode(encoding), "a.txt") == "Zürich"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859-2"),
    ],
)
def test_what_a_page_declares(head: str, encoding: str) -> None:
    words = "Москва" if encoding == "cp1251" else "Müller"
    assert decode((head + words).encode(encoding), "a.html", markup=True) == head + words


def test_utf8_comes_before_what_a_page_declares() -> None:
    page = '<meta charset="iso-8859-1">Zürich'
    assert decode(page.encode("utf-8"), "a.html", markup=True) == page


@pytest.mark.parametrize("declared", ["unicode_escape", "rot13", "idna", "no-such", "utf-7"])
def test_declarations_that_are_no_encoding_of_pages_are_not_followed(declared: str) -> None:
    with pytest.raises(DataError, match=r"a\.html: cannot be decoded \(tried: utf-8\)"):
        decode(f'<meta charset="{declared}">'.encode() + b"Z\xfcrich", "a.html", markup=True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"Z\xfcrich ist gross und sch\xf6n", r"tried: utf-8\).*save it as UTF-8"),
        (b"a\x1b[31mb", r"U\+001B at character 1"),
        ("a\x92b".encode(), r"U\+0092"),
        (b"\xff\xfea", "tried: utf-16"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        decode(data, "a.txt")
