"""What is public stays: a name that disappears breaks programs. Add to the lists, take nothing out."""

from __future__ import annotations

import inspect
import subprocess
import sys

import cchc_mining as cm

PUBLIC = """
Abbreviation AgencyMention Archive CchcError Citation DateMention Decision Extra Finding Footnote
Fraction Given Header Indicator IntakeError Lexicon LexiconError Link Mention Passage Period Pinpoint Record
StorageError
Table UsageError Warning __version__ audit_again audited_against import_register json_schema mine
mine_archive mine_text remove_register
""".split()
ARCHIVE = """
citations_frame cited close compare decide decisions document documents_frame export_annotations
export_chart export_dossier export_figures export_graph export_table export_wide extras_frame fates figures
figures_frame figures_wide figures_wide_frame figures_wide_sources_frame finding finding_counts findings
findings_frame indicators inputs_frame legal_documents legal_documents_frame links links_frame
lost_decisions marked record records reliance search series_frame superseded_citations text
version_differences versions
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
