"""What is public stays: a name that disappears breaks programs. Add to the lists, take nothing out."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import cchc_mining as cm

PUBLIC = """
Abbreviation AgencyMention Archive CchcError Citation DateMention Decision Extra Finding Footnote
Fraction Given Header Indicator IntakeError Lexicon LexiconError Link Mention Passage Period Pinpoint
Record StorageError
Table UsageError Warning __version__ audit_again audited_against import_register json_schema mine
mine_archive mine_many mine_text remove_register
""".split()
ARCHIVE = """
citations_frame cited close compare decide decisions document documents_frame export_annotations
export_chart export_dossier export_figures export_graph export_table export_wide extras_frame fates figures
figures_frame figures_wide figures_wide_frame figures_wide_sources_frame finding finding_counts findings
findings_frame indicators inputs_frame legal_documents legal_documents_frame links links_frame
lost_decisions marked record records reliance search series_frame superseded_citations text
version_differences versions
""".split()
ROOMS = """
archive assembling audit export extract index intake lexicon link mining pipeline register series
""".split()
HEAVY = ("pandas", "spacy", "sklearn", "underthesea", "matplotlib", "pyarrow", "numpy", "lxml")


def test_what_is_public_is_there_and_documented() -> None:
    assert sorted(cm.__all__) == sorted(PUBLIC)
    for name in PUBLIC:
        assert name == "__version__" or inspect.getdoc(getattr(cm, name)), name


def test_an_archive_answers_what_it_answered() -> None:
    own = {name for name in vars(cm.Archive) if name[0] != "_"}
    assert own - {"path"} == set(ARCHIVE)
    assert all(inspect.getdoc(getattr(cm.Archive, name)) for name in ARCHIVE)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, cchc_mining; print(*(set({HEAVY!r}) & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == []


def loaded_rooms(code: str, *arguments: str) -> set[str]:
    """The rooms of this package, and heavy libraries, that a process has imported at its end."""
    program = (
        f"import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); {code}"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )
    names = {name.removeprefix("cchc_mining.").partition(".")[0] for name in done.stderr.split()}
    return names & {*ROOMS, *HEAVY}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loading")
    (folder / "a.txt").write_text("Căn cứ Quyết định số 318/QĐ-TTg", encoding="utf-8")
    cm.mine_archive([folder / "a.txt"], folder / "out", jobs=1)
    return folder / "out"


@pytest.mark.parametrize("question", [("cited", "318/QĐ-TTg"), ("figures",), ("search", "số")])
def test_a_question_loads_the_index_and_nothing_that_mines(
    out: Path, question: tuple[str, ...]
) -> None:
    code = "from cchc_mining.cli import main; main()"
    assert loaded_rooms(code, *question, "--archive", str(out)) == {"archive", "index"}


def test_a_single_document_is_mined_without_audit_and_tables() -> None:
    assert not loaded_rooms("import cchc_mining; cchc_mining.mine_text") & {
        *("audit", "export", "index", "pipeline", "extract", "pandas", "numpy", "pyarrow")
    }


def test_an_unchanged_archive_loads_nothing_that_mines(out: Path) -> None:
    code = "from cchc_mining.cli import main; main()"
    loaded = loaded_rooms(code, "mine", str(out.parent / "a.txt"), "--out", str(out), "--jobs", "1")
    assert "pipeline" in loaded
    assert not loaded & {"audit", "extract", "mining", "assembling"}
