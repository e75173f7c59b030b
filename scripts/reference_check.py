"""The form of every file in `data/reference/`, checked before anything is read with them.

What the files say is checked where it is used; here a broken or forged file is named before it can mislead:
rows with too few cells, keys given twice (of which YAML would take the last in silence), aliases and tags.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.ingest.files import check_name
from scripts.records import DataError
from scripts.review.strict_yaml import parse_yaml

COLUMNS = {
    "actors.csv": "name,aliases,acronyms,actor_type,country_code,parent,wikidata_id,source,verified",
    "categories.csv": "category,label,definition,plover,acled",
    "countries.csv": "country_code,name,official_name,aliases,demonyms,capital,capital_aliases,metonyms,"
    "region,latitude,longitude,lat_min,lat_max,lon_min,lon_max,geonames_id",
    "places_extra.csv": "name,location_type,country_code,admin1_code,latitude,longitude,aliases",
}
NUMBERS = {"latitude", "longitude", "lat_min", "lat_max", "lon_min", "lon_max", "geonames_id"}
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12})?", re.ASCII)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
PARQUET = b"PAR1"
DEEPEST = 12


def check_reference(folder: Path) -> None:
    """Raises `DataError`, a line for everything that is wrong, naming file and line."""
    if errors := list(_errors(folder)):
        raise DataError("\n".join(errors))


def _errors(folder: Path) -> Iterator[str]:
    for name in COLUMNS:
        if not (folder / name).is_file():
            yield f"data/reference/{name}: is missing; restore it from the repository"
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        where = f"data/reference/{path.relative_to(folder).as_posix()}"
        try:
            check_name(path)
            if path.suffix == ".csv":
                yield from _table(path, where)
            elif path.suffix == ".yml":
                parse_yaml(_text(path, where), where, deepest=DEEPEST)
            elif path.suffix == ".parquet":
                data = path.read_bytes()
                if len(data) < 12 or not data.startswith(PARQUET) or not data.endswith(PARQUET):
                    yield f"{where}: is no whole Parquet file; restore it from the repository"
        except DataError as error:
            yield str(error) if str(error).startswith(where) else f"data/reference/{error}"
        except OSError as error:
            yield f"{where}: cannot be read ({error.strerror})"


def _table(path: Path, where: str) -> Iterator[str]:
    try:
        lines = list(csv.reader(io.StringIO(_text(path, where), newline=""), strict=True))
    except csv.Error as error:
        yield f"{where}: is no CSV ({error})"
        return
    header = lines[0] if lines else []
    missing = [column for column in COLUMNS.get(path.name, "").split(",") if column and column not in header]
    if missing or not header or len(set(header)) != len(header):
        wanted = f"must name {', '.join(missing)}" if missing else "must name columns, each once"
        yield f"{where}: the first line {wanted}"
        return
    for number, cells in enumerate(lines[1:], 2):
        if len(cells) != len(header):
            yield f"{where} line {number}: has {len(cells)} cells, there are {len(header)} columns"
        elif not cells[0].strip():
            yield f"{where} line {number}: {header[0]} is empty"
        for column, cell in zip(header, cells, strict=False):
            if column in NUMBERS and cell and not NUMBER.fullmatch(cell):
                yield f"{where} line {number}: {column} is no number, {cell[:40]!r}"


def _text(path: Path, where: str) -> str:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{where}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    if found := CONTROL.search(text.replace("\r\n", "\n")):
        raise DataError(f"{where}: holds the control character U+{ord(found[0]):04X}; remove it")
    return text
