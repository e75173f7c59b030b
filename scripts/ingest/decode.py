"""A file's bytes -> its text.

UTF-8 first, then what the file itself declares (a byte order mark, `<meta charset>`, an XML declaration),
then an error: a guessed encoding would shift offsets and change names without anybody noticing. A UTF-8
byte order mark is no part of the text: offsets count from the character after it.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from scripts.records import DataError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARATIONS = (
    re.compile(rb"""^\s{0,64}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})"""),
    re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE),
)
_HEAD = 4096
# Only encodings of whole texts that the web uses; Python also knows "encodings" such as unicode_escape,
# which would let a file smuggle in what it does not contain.
_WEB_ENCODING = re.compile(
    r"utf-(?:8|16|16-le|16-be|32)|ascii|iso8859-\d{1,2}|cp(?:125\d|866|874|932|949)|koi8-[ru]|gb2312|gbk"
    r"|gb18030|big5|big5hkscs|shift_jis|euc_jp|euc_kr|iso2022_jp|mac-roman|mac-cyrillic"
)
# The WHATWG encoding standard: pages that say Latin-1 or ASCII mean Windows-1252.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252"}
# C0 and C1 controls but for tab, line breaks and NEL: binary files and broken exports have them, no article.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decode(data: bytes, name: str, *, markup: bool = False) -> str:
    """`data` as text; `markup` allows a declaration in HTML or XML, and control characters.

    Raises `DataError`, naming the file, what was tried, or where the first control character stands.
    """
    if not data.strip():
        raise DataError(f"{name}: the file is empty; remove it or fill it")
    tried = []
    for encoding in _candidates(data, name, markup):
        tried.append(encoding)
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        text = text.removeprefix("\ufeff")
        _refuse_control_characters(text, name, markup)
        return text
    raise DataError(f"{name}: cannot be decoded (tried: {', '.join(tried)}){_hint(data)}; save it as UTF-8")


def _candidates(data: bytes, name: str, markup: bool) -> list[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    if b"\x00" in data:
        raise DataError(f"{name}: is a binary file, not text (NUL byte at offset {data.index(0)})")
    declared = _declared(data[:_HEAD]) if markup else None
    return ["utf-8", *([declared] if declared and declared != "utf-8" else [])]


def _declared(head: bytes) -> str | None:
    for pattern in _DECLARATIONS:
        if found := pattern.search(head):
            try:
                encoding = codecs.lookup(found[1].decode("ascii")).name
            except LookupError:
                continue
            if _WEB_ENCODING.fullmatch(encoding):
                return _MEANT.get(encoding, encoding)
    return None


def _refuse_control_characters(text: str, name: str, markup: bool) -> None:
    found = re.search("\x00", text) if markup else _CONTROL.search(text)
    if found:
        raise DataError(
            f"{name}: control character U+{ord(found[0]):04X} at character {found.start()}; "
            "this is no plain text: convert the file or remove the character"
        )


def _hint(data: bytes) -> str:
    guess = from_bytes(data[:_HEAD]).best()
    return f", it looks like {guess.encoding}" if guess else ""
