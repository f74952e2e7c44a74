"""Results are written whole, under predictable names, and never over somebody's work."""

from datetime import date

import pytest

from briefing.errors import OutputError
from briefing.output import MANIFEST, file_name, own_files, write


@pytest.mark.parametrize(
    "title, as_of, mode, expect",
    [
        (
            "Little sign of progress on Ukraine standoff after first U.S.-Russia talks",
            date(2022, 1, 10),
            "",
            "briefing_2022-01-10_little-sign-of-progress-on-ukraine.pdf",
        ),
        ("Übergabe: Żółw’s day", None, "", "briefing_undated_ubergabe-zolws-day.pdf"),
        ("???", date(2022, 1, 10), "bw", "briefing_2022-01-10_bw.pdf"),
        ("../../etc/passwd", date(2022, 1, 10), "", "briefing_2022-01-10_etc-passwd.pdf"),
    ],
)
def test_file_names_are_short_ascii_and_hold_date_and_title(title, as_of, mode, expect):
    """The name says what and when in lower-case ASCII and can't leave the folder."""
    assert file_name(title, as_of, ".pdf", mode) == expect


def test_a_very_long_title_keeps_the_name_below_80_characters():
    """Six endless words are cut, the mode and suffix stay."""
    name = file_name(" ".join(["x" * 60] * 6), date(2022, 1, 10), ".pdf", "large-print")
    assert len(name) <= 80
    assert name.endswith("_large-print.pdf")


def test_a_second_run_replaces_what_the_first_wrote(tmp_path):
    """What nobody changed since is replaced without a question."""
    write(tmp_path, {"a.pdf": b"one"})
    assert write(tmp_path, {"a.pdf": b"two"}) == [tmp_path / "a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"two"


def test_an_edited_file_is_kept(tmp_path):
    """An editor's work is never overwritten without --force, and none of the other files is written either."""
    write(tmp_path, {"a.docx": b"one"})
    (tmp_path / "a.docx").write_bytes(b"edited")
    with pytest.raises(OutputError, match="edited"):
        write(tmp_path, {"b.pdf": b"new", "a.docx": b"two"})
    assert (tmp_path / "a.docx").read_bytes() == b"edited"
    assert not (tmp_path / "b.pdf").exists()
    write(tmp_path, {"a.docx": b"two"}, force=True)
    assert (tmp_path / "a.docx").read_bytes() == b"two"


def test_a_foreign_file_is_kept(tmp_path):
    """A file of the same name that the tool did not write stays."""
    (tmp_path / "a.pdf").write_bytes(b"mine")
    with pytest.raises(OutputError, match="not written by this tool") as caught:
        write(tmp_path, {"a.pdf": b"two"})
    assert "--force" in caught.value.remedy


def test_nothing_half_written_is_left(tmp_path):
    """After a run the folder holds the results and the manifest, no temporary file."""
    write(tmp_path, {"a.pdf": b"one", "b.docx": b"two"})
    assert {p.name for p in tmp_path.iterdir()} == {"a.pdf", "b.docx", MANIFEST}


def test_an_output_folder_that_is_a_file_is_named(tmp_path):
    """A folder that can't be made is one clear error."""
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="out") as caught:
        write(tmp_path / "out", {"a.pdf": b"one"})
    assert "--out" in caught.value.remedy


def test_a_broken_manifest_counts_as_none(tmp_path):
    """A manifest that is no manifest protects: every file there is somebody else's."""
    write(tmp_path, {"a.pdf": b"one"})
    (tmp_path / MANIFEST).write_text('{"written": [1]}')
    with pytest.raises(OutputError):
        write(tmp_path, {"a.pdf": b"two"})


def test_own_files_names_results_and_manifests_below_a_folder(tmp_path):
    """What the tool wrote is known again wherever it stands below the folder."""
    write(tmp_path / "out", {"a.pdf": b"one"})
    (tmp_path / "article.txt").write_text("x")
    assert own_files(tmp_path) == {(tmp_path / "out" / "a.pdf").resolve(), (tmp_path / "out" / MANIFEST).resolve()}
