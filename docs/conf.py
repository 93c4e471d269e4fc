"""How sphinx builds the documentation: `make docs`, into docs/_build/html, without a network."""

from __future__ import annotations

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "scripts"))

from docs_pages import write_pages  # noqa: E402

project = "cchc-mining"
author = "The cchc_mining authors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "cchc-mining"
html_show_sphinx = False
html_copy_source = False
html_show_copyright = False
smartquotes = False  # what is shown is what is typed: --help, 'words'
language = "en"

# Pages that follow from the code are written before the others are read.
write_pages(Path(__file__).parent / "reference")
