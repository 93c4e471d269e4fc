"""The register written for the sample archive: what is planted in it is found, and nothing else.

Planted in corpora/lam-hai-register.csv, which otherwise lists documents as the archive cites them:
numbers left out, a date moved by two days, a resolution given to another council, a directive that
is out of force.  1542/QĐ-UBND is right in the register and wrong in one report.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from cchc_mining import Archive
from cchc_mining.pipeline import mine_archive
from cchc_mining.registering import import_register

PLANTED = {
    ("register-unknown", "bao-cao-cchc-huyen-dong-khe-2023.txt", "22/KH-UBND"),
    ("register-unknown", "bao-cao-cchc-tinh-2023.txt", "2763/QĐ-UBND"),
    ("register-unknown", "bao-cao-cchc-tinh-6-thang-2024.txt", "871/QĐ-UBND"),
    ("register-date", "bao-cao-cchc-huyen-dong-khe-2023.txt", "1427/QĐ-UBND"),
    ("register-date", "bao-cao-cchc-huyen-dong-khe-2023.txt", "1542/QĐ-UBND"),
    ("register-issuer", "bao-cao-cchc-huyen-dong-khe-2023.txt", "31/NQ-HĐND"),
    ("register-expired", "bai-bao-chi-so-2023.txt", "11/CT-UBND"),
    ("register-expired", "cong-thong-tin-2024.html", "11/CT-UBND"),
}


def test_what_is_planted_is_found_and_nothing_else(tmp_path: Path, repository: Path) -> None:
    ignored = shutil.ignore_patterns("*.gold.jsonl")
    shutil.copytree(repository / "corpora" / "lam-hai", tmp_path / "in", ignore=ignored)
    mine_archive([tmp_path / "in"], tmp_path / "out")
    done = import_register(repository / "corpora" / "lam-hai-register.csv", tmp_path / "out")
    assert done.list.problems == ()
    with Archive(tmp_path / "out") as archive:
        found = [f for f in archive.findings() if f.check.startswith("register-")]
    told = {
        (f.check, f.source, number)
        for f in found
        for _, source, number in PLANTED
        if source == f.source and number in f.message.vi
    }
    assert told == PLANTED
    assert len(found) == len(PLANTED)
    severities = {f.source: f.severity for f in found if f.check == "register-expired"}
    assert severities == {"bai-bao-chi-so-2023.txt": "info", "cong-thong-tin-2024.html": "warning"}
