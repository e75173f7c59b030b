"""A broken reference file is named before anything is read with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts import authority, gazetteer
from scripts.records import DataError
from scripts.reference import REFERENCE
from scripts.reference_check import check_reference
from tests.faults.conftest import SOAK, many

SMALL = [*sorted(path.name for path in REFERENCE.glob("*.csv")), "cues.yml", "echoes.yml", "modality.yml"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(REFERENCE, tmp_path_factory.mktemp("copy") / "reference"))


def test_the_files_of_the_project_are_sound() -> None:
    check_reference(REFERENCE)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("actors.csv", b"name\nx\n", "actors.csv: the first line must name aliases"),
        ("actors.csv", None, "actors.csv: is missing"),
        ("categories.csv", b"category,label,definition,plover,acled\na,b\n", "line 2: has 2 cells"),
        ("categories.csv", b"category,label,definition,plover,acled\n,b,c,,\n", "line 2: category is empty"),
        (
            "categories.csv",
            b"category,label,definition,plover,acled\na,\x00,c,,\n",
            "control character U+0000",
        ),
        ("categories.csv", b"\xff", "is not UTF-8"),
        ("cues.yml", b"a: 1\na: 2\n", "key 'a' is given twice"),
        ("cues.yml", b"a: &x [1]\nb: *x\n", "anchors and aliases"),
        ("cues.yml", b"a: !!python/name:os.system x\n", "tags"),
        ("cues.yml", b"a: [\n", "is not valid YAML"),
        ("places.parquet", b"PAR1", "is no whole Parquet file"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    folder = Path(shutil.copytree(REFERENCE, tmp_path / "reference"))
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(DataError, match=name) as caught:
        check_reference(folder)
    assert said in str(caught.value)


def test_a_link_that_leaves_the_folder_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(REFERENCE, tmp_path / "reference"))
    (folder / "cues.yml").unlink()
    (folder / "cues.yml").symlink_to(REFERENCE / "cues.yml")
    with pytest.raises(DataError, match=r"cues\.yml: is a link that leaves its folder"):
        check_reference(folder)


@settings(
    max_examples=many(60, 1000), deadline=None, derandomize=not SOAK, suppress_health_check=list(HealthCheck)
)
@given(
    name=st.sampled_from(SMALL),
    at=st.floats(0, 1),
    cut=st.integers(0, 60),
    put=st.sampled_from(
        [b"\x00", b",", b'"', b"\n", b"\xff", b"=1+1", b"&a ", b"*a", b": ", b"|", "\u202e".encode()]
    )
    | st.binary(max_size=8),
)
def test_edits_that_nobody_meant(name: str, at: float, cut: int, put: bytes, copy: Path) -> None:
    """Refused, or harmless to what loads it."""
    path = copy / name
    before = path.read_bytes()
    place = int(at * len(before))
    path.write_bytes(before[:place] + put + before[place + cut :])
    try:
        check_reference(copy)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(authority, "REFERENCE", copy)
            for load in (authority.actors, authority.countries):
                load.__wrapped__()
            gazetteer.load_countries(copy / "countries.csv")
    except DataError:
        pass  # refused, with a message
    finally:
        path.write_bytes(before)
