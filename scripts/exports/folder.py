"""All exports of one version: a folder with checksums, which appears whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.exports.annotations import write_annotations
from scripts.exports.croissant import croissant
from scripts.exports.csvw import csvw_metadata
from scripts.exports.datasette import datasette_metadata
from scripts.exports.ddl import write_ddl
from scripts.exports.flat import read_views, write_flat
from scripts.exports.ftm import write_ftm
from scripts.exports.geojson import write_geojson
from scripts.exports.graph import write_graphs
from scripts.exports.json_file import write_json
from scripts.exports.jsonld import dataset
from scripts.exports.source import Source
from scripts.exports.sqlite import write_sqlite
from scripts.exports.workbook import write_workbook
from scripts.publish.atomic import replacing
from scripts.publish.checksums import write_checksums
from scripts.records import Tables


def write_exports(source: Source, out: Path) -> tuple[Path, Tables]:
    """Writes `<out>/v<version>/`; returns it and the rows of the views.

    Raises `DataError` when it cannot be written; what was there is then untouched.
    """
    target = out / f"v{source.contract.version}"
    with replacing(target) as partial:
        database = partial / f"{source.name}.sqlite"
        write_sqlite(source, database)
        views = read_views(source, database)
        write_flat(source, views, partial)
        write_ddl(source, partial)
        write_workbook(source, views, partial / f"{source.name}.xlsx")
        write_geojson(source, views, partial / "locations.geojson")
        write_graphs(source, views, partial)
        write_ftm(source, partial / "entities.ftm.json")
        write_annotations(source, partial / "annotations.jsonld")
        write_json(datasette_metadata(source), partial / "datasette.json")
        write_json(csvw_metadata(source), partial / "csv-metadata.json")
        write_json(croissant(source), partial / "croissant.json")
        write_json(dataset(source), partial / "dataset.jsonld")
        # The load commands and the metadata name the tables' files as neighbours.
        for table in source.contract.tables:
            for extension in ("csv", "parquet"):
                shutil.copyfile(source.folder / f"{table}.{extension}", partial / f"{table}.{extension}")
        write_checksums(partial)
    return target, views
