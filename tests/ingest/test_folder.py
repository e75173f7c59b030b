from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.ingest import Limits, read_article, read_folder
from scripts.records import DataError
from tests.ingest.conftest import Write

TEXT = "Army leaves\n\nThe army left the town on Monday, two officials said."


def test_articles_in_order_and_what_is_passed_over(tmp_path: Path, write: Write) -> None:
    for name in ("b.txt", "a.md", "Ä.txt"):
        write(TEXT + name, name)
    write(TEXT + "c", "c.TXT", title="Seen")
    for name in (".hidden", "README.md", "readme"):
        write("x", name)
    harvest = read_folder(tmp_path)
    assert [article.source_file for article in harvest.articles] == ["a.md", "b.txt", "c.TXT", "Ä.txt"]
    assert harvest.articles[2].metadata.title == "Seen"
    assert harvest.skipped == ()


BAD = [
    ("z.pdf", TEXT, "no article and no sidecar"),
    ("z.yml", "title: x", "is the sidecar of no article"),
    ("z.txt", "", "empty"),
    ("z.txt", " \u200b\n\u00a0", "white space"),
    ("z.txt", TEXT, "is the same file as a.txt"),
    ("z.txt", "\ufeff" + TEXT, "is the same text as a.txt"),
    ("z.txt", "a\0b", "binary"),
    ("-z.txt", "a", "spreadsheet"),
    ("z\n.txt", "a", "rename"),
    ("a.html", "<p>words that are many enough to be the text of some page</p>", ""),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD[:-1])
def test_a_bad_file_stops_or_is_skipped(
    tmp_path: Path, write: Write, name: str, content: str, message: str
) -> None:
    write(TEXT, "a.txt")
    write(content, name)
    with pytest.raises(DataError, match=message):
        read_folder(tmp_path)
    harvest = read_folder(tmp_path, keep_going=True)
    assert [article.source_file for article in harvest.articles] == ["a.txt"]
    ((skipped, reason),) = harvest.skipped
    assert skipped == name.replace("\n", "\\x0a")
    assert message in reason


def test_all_bad_files_are_named_at_once(tmp_path: Path, write: Write) -> None:
    write("", "a.txt")
    write("\0", "b.txt")
    with pytest.raises(DataError, match=r"a\.txt: .*\nb\.txt: "):
        read_folder(tmp_path)
    with pytest.raises(DataError, match=r"(?s)no article that can be read.*a\.txt: .*b\.txt: "):
        read_folder(tmp_path, keep_going=True)


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"Z\xfc.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    with pytest.raises(DataError, match=r"Z\\xfc\.txt: .*rename"):
        read_folder(tmp_path)


def test_links_folders_and_pipes(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    (folder / "b.txt").symlink_to(folder / "nothing.txt")
    (folder / "c").mkdir()
    os.mkfifo(folder / "d.txt")
    (folder / "e.txt").symlink_to(folder / "e.txt")
    with pytest.raises(DataError) as raised:
        read_folder(folder)
    lines = str(raised.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["a.txt", "b.txt", "c", "d.txt", "e.txt"]
    assert "leaves its folder" in lines[0]


def test_sidecars_belong_to_one_article(tmp_path: Path, write: Write) -> None:
    write(TEXT, "a.txt", title="x")
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(DataError, match=r"two sidecars, a\.yml and a\.json"):
        read_article(tmp_path / "a.txt")
    assert read_article(tmp_path / "a.txt", with_sidecar=False).metadata.title == "Army leaves"
    (tmp_path / "a.json").unlink()
    write(TEXT + "b", "a.md")
    with pytest.raises(DataError, match=r"a\.yml: is the sidecar of a\.md, a\.txt"):
        read_folder(tmp_path)


def test_folders_that_are_none(tmp_path: Path, write: Write) -> None:
    with pytest.raises(DataError, match="holds no article"):
        read_folder(tmp_path)
    for path in (tmp_path / "none", write(TEXT)):
        with pytest.raises(DataError, match="is no folder that can be read"):
            read_folder(path)
    with pytest.raises(DataError, match="cannot be found"):
        read_article(tmp_path / "none.txt")


def test_limits(write: Write) -> None:
    path = write(TEXT)
    with pytest.raises(DataError, match="limit of 10 bytes"):
        read_article(path, Limits(article=10))
    with pytest.raises(DataError, match="has 2 lines"):
        read_article(path, Limits(lines=1))


def test_five_megabytes_in_one_line(write: Write) -> None:
    text = "The army left the town of Port Salu on Monday, he said. " * 90_000
    (block,) = read_article(write(text)).blocks
    assert (block.start, block.end) == (0, len(text.rstrip()))
