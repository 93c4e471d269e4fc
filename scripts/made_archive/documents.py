"""Whole documents: which sections a report and a plan have, and in which order."""

from __future__ import annotations

from collections.abc import Collection

from . import remarks, sections
from .annotated import Label
from .catalogue import Assignment
from .draft import Draft, Planted, Slip
from .facts import PROCEDURES, programme
from .letterhead import Head, write_foot, write_head
from .phrases import citation


def possible_slips(assignment: Assignment, seed: int) -> tuple[Slip, ...]:
    """The kinds of error that this document can be made to contain."""
    return remarks.possible(Draft(assignment, seed))


def compose(
    assignment: Assignment, seed: int, slips: Collection[Slip] = ()
) -> tuple[str, list[Label], list[Planted]]:
    """A document's text, its labels in the gold format, and the errors planted in it, if any."""
    draft = Draft(assignment, seed, slips)
    if assignment.kind == "plan":
        _plan(draft)
    else:
        _report(draft)
    write_foot(draft)
    text = draft.text.text
    windows: Label = {"layer": "windows", "windows": [[0, len(text)]]}
    return text, [windows, draft.header, *draft.text.labels], draft.planted


def _report(draft: Draft) -> None:
    title = "Kết quả thực hiện công tác cải cách hành chính "
    plain = f"{title}{draft.span.written}"
    write_head(draft, Head("Báo cáo", "BC", (title, draft.span.mark), plain))
    _introduction(draft, "báo cáo kết quả công tác cải cách hành chính (viết tắt là CCHC)")
    text, year = draft.text, draft.assignment.year
    text.paragraph("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    sections.steering(draft)
    kinds = remarks.chosen(draft)
    remarks.write_citations(draft, kinds)
    sections.inspection(draft)
    if draft.assignment.office.level == "province" and draft.assignment.kind in ("half", "year"):
        sections.index(draft)
    text.paragraph("II. KẾT QUẢ THỰC HIỆN")
    text.paragraph("1. Cải cách thể chế")
    sections.institutions(draft)
    text.paragraph("2. Cải cách thủ tục hành chính")
    sections.procedures(draft)
    if draft.assignment.kind in ("half", "year"):
        sections.fields_table(draft)
    if year >= 2018:
        text.paragraph("3. Cải cách tổ chức bộ máy")
        sections.apparatus(draft)
    text.paragraph(f"{3 + (year >= 2018)}. Cải cách tài chính công và hiện đại hóa hành chính")
    sections.finance(draft)
    remarks.write_comparisons(draft)
    remarks.write_figures(draft, kinds)
    text.paragraph("III. ĐÁNH GIÁ CHUNG")
    sections.plan_again(draft)
    sections.shortcomings(draft)
    text.paragraph("IV. NHIỆM VỤ TRỌNG TÂM")
    sections.outlook(draft)
    text.paragraph("Trên đây là báo cáo của ", draft.office, "./.")


def _plan(draft: Draft) -> None:
    title = "Cải cách hành chính "
    plain = f"{title}{draft.span.written}"
    write_head(draft, Head("Kế hoạch", "KH", (title, draft.span.mark), plain))
    _introduction(draft, "ban hành Kế hoạch cải cách hành chính (viết tắt là CCHC)")
    text = draft.text
    text.paragraph("I. MỤC TIÊU")
    sections.outlook(draft)
    text.paragraph("II. CƠ SỞ THỰC HIỆN")
    text.paragraph("Việc kiểm soát TTHC thực hiện theo ", *citation(PROCEDURES, "basis"), ".")
    remarks.write_citations(draft, remarks.chosen(draft))
    text.paragraph("III. TỔ CHỨC THỰC HIỆN")
    sections.assignments(draft)


def _introduction(draft: Draft, what: str) -> None:
    plan = draft.acts.plan(draft.assignment.year)
    draft.text.paragraph(
        draft.draw.choice(("Căn cứ ", "Triển khai ")),
        *citation(programme(draft.assignment.year), "basis", with_subject=True),
        "; thực hiện ",
        *citation(plan, "basis", with_subject=True),
        ", ",
        draft.office,
        f" {what} ",
        draft.span.mark,
        " như sau:",
    )
