"""How much of a file is read: what is beyond is refused with a reason, before it costs time or memory.

Every figure is several times what reports have, and far below what stops a machine.  Sizes are in
bytes.  Costs were measured on one core: text is read and mined at some 300 KB/s, 15,000 figures a
second, and a figure with all that is said of it takes 2 KB of memory.
"""

from __future__ import annotations

LARGEST_FILE = 64 << 20
"""Largest file read, unless the caller says otherwise."""

LONGEST_LINE = 1_000_000
"""Longest line read, in characters.  A report of a hundred pages has 200,000, all on one line if its
line ends were lost; a longer line is a dump of data under another name."""

MOST_CELLS = 200_000
"""Most cells of a workbook or CSV file that hold something.  Annexes have thousands; a sheet of a
million rows is a database, which takes minutes and gigabytes to mine."""

MOST_PAGES = 2_000
"""Longest PDF or TIFF read, in pages: a file of more is a bound archive, to be split first."""

MOST_PIXELS = 120_000_000
"""Largest page of a picture, in pixels: A3 at 600 dpi has 70 million."""

MOST_RATIO = 200
"""How many bytes a packed byte may become in an archive.  Text rarely reaches 30; a bomb is near 1,000."""

MOST_IN_PARTS = 256 << 20
"""What all parts of one office document may unpack to; a report of 1,000 pages has 20 MB."""

LARGEST_PART = 96 << 20
"""What one part of an office document may unpack to."""

LARGEST_DIRECTORY = 8 << 20
"""Longest list of members of an archive: 20,000 members with names of 300 letters."""

MOST_MEMBERS = 20_000
"""How many members of one container are read."""

DEEPEST_CONTAINER = 4
"""How many containers may lie in one another."""

MOST_UNPACKED = 4 << 30
"""How many bytes of all members of a container, and of theirs, are unpacked, one after the other."""
