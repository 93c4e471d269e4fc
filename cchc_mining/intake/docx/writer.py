"""The body of a document written out: a line a paragraph, a line a table row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..flow import Cell, Flow, Table, table_lines
from ..legacy import Letters
from ..ooxml import Element, local
from ..superscripts import raised
from .head import Head
from .markup import child, number, switch, value, w
from .notes import Notes
from .numbering import Numbering
from .styles import Look, Styles, look_of
from .symbols import readable, symbol

# What only wraps other content, among paragraphs or within one.  A tracked insertion is such a
# wrapper: the text is read as if all changes had been accepted.
_WRAPPERS = frozenset(
    "ins moveTo smartTag customXml hyperlink fldSimple dir bdo sdtContent".split()
)
# A soft hyphen is kept: in fonts from before Unicode it is a letter ('ư' of TCVN3).
_SPACES = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\xad",
}  # fmt: skip


_Reading = Callable[[Element], None]


class Writer:
    """One pass over a document's body, in reading order.

    `_flows` ends with the flow being written to: the body, or the innermost open cell or note.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: dict[str, Notes],
        letters: Letters,
        chunk: Callable[[Element], list[str]],
    ) -> None:
        self.body = Flow()
        self._letters = letters
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._chunk = chunk
        self._flows = [self.body]
        self._tables: list[Table] = []
        self._fields: list[bool] = []  # of the open fields, whether the result has begun
        self._boxes: list[Element] = []  # text boxes of the paragraph being read
        self._due: list[tuple[str, Element]] = []  # notes whose definitions are to be written
        self._head = Head()
        self._goes_on = False  # the paragraph goes on in the next one

    def write(self, body: Element) -> None:
        """Write a whole body, and the notes it has marks of."""
        self._write(body)
        self._write_head()
        self._write_due_notes()

    def _write(self, container: Element) -> None:
        """Write the paragraphs and tables of a body, cell, text box or note."""
        for element in container:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "sdt":
                self._control(element, self._write)
            elif name in _WRAPPERS:
                self._write(element)
            elif name == "altChunk":
                self._flows[-1].extend(self._chunk(element))
            elif name == "AlternateContent":
                self._write(_chosen(element))
            if len(self._flows) == 1 and not self._goes_on:
                self._write_due_notes()

    # --- paragraphs

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        style = self._styles.paragraph(value(properties, "pStyle"))
        first = not self._goes_on
        self._goes_on = child(properties, "rPr", "del") is not None  # its end was deleted
        look = self._styles.look(style)
        label = self._numbering.label(properties, style) if first else ""
        label = label and self._letters(label, look.font)
        boxes, self._boxes = self._boxes, []
        pieces: list[str] = []
        self._inline(paragraph, look, pieces)
        self._letters("\n", None)
        text = "".join(pieces)
        if text.strip():
            self._write_text(label + text)
        # What is lost of a field (its separator was deleted) must not take the rest along.
        self._fields = [True] * len(self._fields)
        found, self._boxes = self._boxes, boxes
        if not self._goes_on:
            self._flows[-1].end_line()
        for box in found:
            self._goes_on = False
            self._flows[-1].end_line()
            self._write(box)
        section = child(properties, "sectPr")
        if section is not None:
            self._end_section(section)

    def _write_text(self, text: str) -> None:
        if len(self._flows) == 1:
            if self._head.takes(text):
                return
            self._write_head()
        first, *rest = text.split("\n")
        self._flows[-1].write(first)
        for line in rest:
            self._flows[-1].end_line()
            self._flows[-1].write(line)

    def _write_head(self) -> None:
        if lines := self._head.lines():
            self.body.extend(lines)

    def _inline(self, parent: Element, look: Look, pieces: list[str]) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, look, pieces)
            elif name == "sdt":
                self._control(element, lambda content: self._inline(content, look, pieces))
            elif name in _WRAPPERS:
                self._inline(element, look, pieces)
            elif name == "AlternateContent":
                self._inline(_chosen(element), look, pieces)
            elif name in ("oMath", "oMathPara"):
                pieces.append(_formula(element))

    def _run(self, run: Element, look: Look, pieces: list[str]) -> None:
        properties = child(run, "rPr")
        own = look_of(properties).over(self._styles.look(value(properties, "rStyle"))).over(look)
        said: list[str] = []
        self._content(run, own, said)
        text = "".join(said)
        if own.raised:
            text = raised(text)
        pieces.append(text.upper() if own.capitals else text)

    def _content(self, run: Element, look: Look, said: list[str]) -> None:
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._field(element.get(w("fldCharType")))
            elif look.hidden or not all(self._fields):
                continue
            elif name == "t":
                said.append(self._text(element.text or "", look.font))
            elif name in _SPACES:
                said.append(self._letters(_SPACES[name], look.font))
            elif name == "sym":
                font = element.get(w("font"))
                said.append(self._text(symbol(element.get(w("char")), font), font))
            elif name in ("footnoteReference", "endnoteReference"):
                said.append(self._mark(element, name.removesuffix("Reference")))
            elif name in ("drawing", "pict", "object"):
                self._boxes += _text_boxes(element)
            elif name == "AlternateContent":
                self._content(_chosen(element), look, said)
            elif name == "ruby":
                base = child(element, "rubyBase")
                if base is not None:
                    self._inline(base, look, said)

    def _text(self, text: str, font: str | None) -> str:
        return readable(self._letters(text, font), font)

    def _field(self, kind: str | None) -> None:
        """A field shows its cached result, which stands between its separator and its end."""
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _control(self, control: Element, read: _Reading) -> None:
        """A content control; its prompt ('Click here to enter text') is not text."""
        content = child(control, "sdtContent")
        if content is not None and not switch(control, "sdtPr", "showingPlcHdr"):
            read(content)

    # --- notes

    def _mark(self, reference: Element, kind: str) -> str:
        note = self._notes[kind].elements.get(reference.get(w("id")) or "")
        if note is None:
            return ""
        if (reference.get(w("customMarkFollows")) or "0") not in ("0", "false"):
            self._due.append(("", note))  # both texts write the mark themselves
            return ""
        mark = self._notes[kind].mark()
        self._due.append((mark, note))
        return mark

    def _write_due_notes(self) -> None:
        while self._due:
            due, self._due = self._due, []
            for mark, note in due:
                self._flows.append(Flow())
                self._write(note)
                text = " ".join(self._flows.pop().lines())
                if text:
                    self.body.extend([f"{mark} {text}".lstrip()])

    def _end_section(self, section: Element) -> None:
        for notes in self._notes.values():
            notes.section_end(section)

    # --- tables

    def _table(self, element: Element) -> None:
        self._flows[-1].end_line()
        if len(self._flows) == 1:
            self._write_head()
        if self._tables:
            self._tables[-1].holds_table = True
        table = Table()
        self._tables.append(table)
        merged: dict[int, Cell] = {}  # by column, the cells that may go on in the next row
        for row in _parts(element, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is None and not switch(properties, "hidden"):
                self._row(row, properties, table, merged)
        self._tables.pop()
        self._flows[-1].extend(table_lines(table))

    def _row(
        self, row: Element, properties: Element | None, table: Table, merged: dict[int, Cell]
    ) -> None:
        table.start_row()
        heading = bool(switch(properties, "tblHeader"))
        column = max(number(properties, "gridBefore") or 0, 0)
        if column:
            table.start_cell(heading=heading, columns=column, rows=1)
        going_on: list[Cell] = []
        for element in _parts(row, "tc"):
            own = child(element, "tcPr")
            columns = max(number(own, "gridSpan") or 1, 1)
            merge = child(own, "vMerge")
            if merge is not None and merge.get(w("val")) != "restart" and column in merged:
                going_on.append(merged[column])
            else:
                cell = table.start_cell(heading=heading, columns=columns, rows=1)
                merged[column] = cell
                self._flows.append(cell.flow)
                self._write(element)
                self._flows.pop()
            column += columns
        if table.rows[-1]:  # a row of nothing but what goes on is no row
            for cell in going_on:
                cell.rows += 1


def _parts(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those that stand in content controls."""
    for element in parent:
        found = local(element)
        if found == name:
            yield element
        elif found == "sdt" or found in _WRAPPERS:
            yield from _parts(element, name)


def _chosen(alternatives: Element) -> Element:
    """Of one content written in several ways, the first, which is the newest."""
    for element in alternatives:
        return element
    return alternatives


def _text_boxes(drawing: Element) -> Iterator[Element]:
    for element in drawing:
        name = local(element)
        if name == "txbxContent":
            yield element
        else:
            yield from _text_boxes(_chosen(element) if name == "AlternateContent" else element)


def _formula(element: Element) -> str:
    """A formula on one line; of its structure only the line of a fraction is kept."""
    name = local(element)
    if name == "t":
        return element.text or ""
    parts = [_formula(part) for part in element]
    return "/".join(part for part in parts if part) if name == "f" else "".join(parts)
