"""The sections of a report, each a paragraph or two with its figures.

What is written here is right; slips are in the remarks.
"""

from __future__ import annotations

from datetime import date, timedelta

from .annotated import Piece
from .draft import Draft
from .facts import APPARATUS, ONE_STOP, par_index
from .phrases import (
    agency,
    citation,
    count,
    day,
    decimal,
    law,
    percent,
    period,
)

_LAWS = (
    "Luật Ban hành văn bản quy phạm pháp luật",
    "Luật Tổ chức chính quyền địa phương",
    "Luật Cán bộ, công chức",
    "Luật Tiếp cận thông tin",
)
_FIELDS = ("Đất đai", "Hộ tịch, chứng thực", "Xây dựng", "Lao động, người có công", "Giáo dục")


def steering(draft: Draft) -> None:
    """Documents issued, with a sum; two instructions of the committee in footnotes."""
    text, draw, office = draft.text, draft.draw, draft.assignment.office
    parts = {
        noun: draw.randint(*bounds)
        for noun, bounds in (("quyết định", (3, 19)), ("kế hoạch", (4, 15)), ("công văn", (16, 70)))
    }
    total = sum(parts.values())
    issued = "văn bản chỉ đạo, điều hành CCHC"
    first, second, third = (
        draft.figure(count(n), n, noun, noun, noun, agency=office.name) for noun, n in parts.items()
    )
    keywords = "văn bản|chỉ đạo"
    whole = draft.figure(count(total), total, "văn bản", issued, keywords, agency=office.name)
    text.paragraph(
        *(
            "Trong ",
            draft.span.mark,
            ", ",
            draft.office,
            " đã ban hành ",
            whole,
            f" {issued}, gồm ",
        ),
        *(first, " quyết định, ", second, " kế hoạch và ", third, " công văn; "),
        *_instructions(draft),
    )
    _footnotes(draft)


_DISCIPLINE = "tăng cường kỷ luật, kỷ cương hành chính"
_QUALITY = "nâng cao chất lượng giải quyết TTHC"


def _instructions(draft: Draft) -> tuple[Piece, ...]:
    if draft.assignment.office.level == "province":
        return (f"trọng tâm là {_DISCIPLINE}¹, {_QUALITY}².",)
    council = agency("UBND tỉnh", draft.council)
    return ("triển khai chỉ đạo của ", council, f" về {_DISCIPLINE}¹, {_QUALITY}².")


def _footnotes(draft: Draft) -> None:
    year = draft.assignment.year
    relation = "issues" if draft.assignment.office.level == "province" else "implements"
    directive, letter = draft.acts.directive(year), draft.acts.letter(year)
    for number, act, about in ((1, directive, _DISCIPLINE), (2, letter, _QUALITY)):
        cited = citation(act, relation, about=about, footnote=number)
        draft.text.paragraph("¹²"[number - 1], " ", *cited)


def inspection(draft: Draft) -> None:
    """Units inspected between two days, and a conference that some calendars do not have."""
    text, draw = draft.text, draft.draw
    units = draw.randint(12, 40)
    inspected = draw.randint(5, units - 2)
    found = draw.randint(11, 60)
    mended = found - draw.randint(0, 8)
    first = date(draft.assignment.year, draw.randint(1, 2), draw.randint(3, 25))
    share = percent(inspected, units)
    last = first + timedelta(draw.randint(4, 30))
    span = f"{first}/{last}"
    label = "đơn vị được kiểm tra"
    text.paragraph(
        *("Từ ngày ", day(first), " đến ngày ", day(last)),
        *(", ", draft.office, " đã kiểm tra "),
        draft.figure(
            f"{count(inspected)}/{count(units)}",
            {"num": inspected, "den": units},
            "đơn vị",
            label,
            "đơn vị|kiểm tra",
            period=span,
        ),
        " đơn vị (đạt tỷ lệ ",
        draft.figure(
            decimal(share),
            share,
            "%",
            f"tỷ lệ {label}",
            "đơn vị|kiểm tra",
            role="share",
            period=span,
        ),
        "%); qua kiểm tra phát hiện ",
        draft.figure(
            count(found), found, "tồn tại, hạn chế", "tồn tại, hạn chế", "tồn tại", period=span
        ),
        " tồn tại, hạn chế, đã khắc phục ",
        draft.figure(
            count(mended), mended, "nội dung", "nội dung đã khắc phục", "khắc phục", period=span
        ),
        " nội dung.",
    )
    _conference(draft)


def _conference(draft: Draft) -> None:
    year = draft.assignment.year
    held = day(date(year, 3, draft.draw.randint(2, 30)))
    people = draft.draw.randint(4, 30) * 10
    draft.text.paragraph(
        *("Hội nghị đánh giá kết quả sau kiểm tra được tổ chức ngày ", held, " với hơn "),
        draft.figure(
            count(people),
            people,
            "đại biểu",
            "đại biểu dự hội nghị",
            "đại biểu",
            approx=">",
            period=None,
            agency=None,
        ),
        " đại biểu tham dự.",
    )


def index(draft: Draft) -> None:
    """The province's place in the national index of the year before."""
    year, province = draft.assignment.year - 1, draft.assignment.province
    now, before = (par_index(draft.seed, province, y) for y in (year, year - 1))
    rise = round(now.score - before.score, 2)
    name, span, about = "Chỉ số CCHC (PAR INDEX)", str(year), province.full
    draft.text.paragraph(
        f"{name} ",
        period(f"năm {year}", str(year)),
        " của tỉnh đạt ",
        draft.figure(
            decimal(now.score), now.score, "%", name, "par index", period=span, agency=about
        ),
        "%, xếp hạng ",
        draft.figure(
            f"{count(now.rank)}/63",
            {"num": now.rank, "den": 63},
            "thứ bậc",
            "xếp hạng PAR INDEX",
            "xếp hạng|par index",
            period=span,
            agency=about,
        ),
        " tỉnh, thành phố, ",
        "tăng " if rise >= 0 else "giảm ",
        draft.figure(
            decimal(abs(rise)),
            rise,
            "điểm",
            "điểm PAR INDEX",
            "par index",
            role="change",
            period=span,
            agency=about,
        ),
        " điểm so với ",
        period(f"năm {year - 1}", str(year - 1)),
        ".",
    )


def institutions(draft: Draft) -> None:
    """Legal texts reviewed under a law; the council's resolution on fees."""
    draw, year = draft.draw, draft.assignment.year
    reviewed = draw.randint(40, 320)
    amended = draw.randint(2, 30)
    statute = draw.choice(_LAWS)
    draft.text.paragraph(
        *(draft.office, " đã rà soát "),
        draft.figure(
            count(reviewed), reviewed, "văn bản", "văn bản được rà soát", "văn bản|rà soát"
        ),
        *(" văn bản theo ", law(statute), ", kiến nghị sửa đổi, bổ sung "),
        draft.figure(
            count(amended), amended, "văn bản", "văn bản kiến nghị sửa đổi", "văn bản|sửa đổi"
        ),
        " văn bản; triển khai ",
        *citation(draft.acts.fees(year), "basis", with_subject=True),
        ".",
    )


def procedures(draft: Draft) -> None:
    """Dossiers received and solved, with shares, and the growth over the year before."""
    kind, year = draft.assignment.kind, draft.assignment.year
    now, before = (draft.series.caseload(y, kind) for y in (year, year - 1))
    share = percent(now.online, now.received)
    in_time = percent(now.in_time, now.solved)
    basis = citation(ONE_STOP, "basis") if year >= 2019 else (law(_LAWS[1]),)
    draft.text.paragraph(
        *("Thực hiện ", *basis, ", trong ", draft.span.mark, " ", draft.office, " tiếp nhận "),
        draft.figure(
            count(now.received), now.received, "hồ sơ", "hồ sơ tiếp nhận", "hồ sơ|tiếp nhận",
        ),
        " hồ sơ, trong đó có ",
        draft.figure(
            count(now.online), now.online, "hồ sơ", "hồ sơ trực tuyến", "hồ sơ|trực tuyến",
        ),
        " hồ sơ trực tuyến (chiếm ",
        draft.figure(
            decimal(share), share, "%", "tỷ lệ hồ sơ trực tuyến", "hồ sơ|trực tuyến",
            role="share",
        ),
        "%); đã giải quyết ",
        draft.figure(
            count(now.solved), now.solved, "hồ sơ", "hồ sơ đã giải quyết", "hồ sơ|giải quyết"
        ),
        " hồ sơ, trong đó đúng hạn ",
        draft.figure(count(now.in_time), now.in_time, "hồ sơ", "hồ sơ đúng hạn", "hồ sơ|đúng hạn"),
        " hồ sơ, đạt ",
        draft.figure(
            decimal(in_time), in_time, "%", "tỷ lệ hồ sơ đúng hạn", "hồ sơ|đúng hạn", role="share"
        ),
        "%.",
    )  # fmt: skip
    growth = percent(now.received - before.received, before.received)
    label = "hồ sơ tiếp nhận tăng so với cùng kỳ"
    draft.text.paragraph(
        "So với cùng kỳ ",
        period(f"năm {year - 1}", str(year - 1)),
        ", số hồ sơ tiếp nhận tăng ",
        draft.figure(decimal(growth), growth, "%", label, "hồ sơ|tiếp nhận", role="change"),
        "%.",
    )


def fields_table(draft: Draft) -> None:
    """Dossiers by field: a table of tab-separated cells with a row of totals."""
    names = draft.draw.sample(_FIELDS, 3)
    columns = ("Tiếp nhận", "Đã giải quyết", "Đúng hạn")
    rows: list[tuple[int, int, int]] = []
    for _ in names:
        received = draft.draw.randint(400, 9000)
        solved = received - draft.draw.randint(0, 120)
        rows.append((received, solved, solved - draft.draw.randint(0, 40)))
    text = draft.text
    text.paragraph("Kết quả giải quyết hồ sơ theo một số lĩnh vực:")
    text.line("\t".join(("STT", "Lĩnh vực", *columns)))
    totals = tuple(map(sum, zip(*rows, strict=True)))
    lines = [(str(i), name, row) for i, (name, row) in enumerate(zip(names, rows, strict=True), 1)]
    for number, name, row in (*lines, ("TỔNG CỘNG", "", totals)):
        text.write(f"{number}\t{name}")
        for column, value in zip(columns, row, strict=True):
            row_label = name or number
            keywords = f"{row_label.lower()}|{column.lower()}"
            label = f"{row_label} > {column}"
            text.write(
                "\t",
                draft.figure(
                    count(value), value, "hồ sơ", label, keywords, agency=None, table=True
                ),
            )
        text.write("\n")
    text.write("\n")


def apparatus(draft: Draft) -> None:
    """Units merged away under the Party's resolution."""
    before = draft.draw.randint(9, 60)
    gone = draft.draw.randint(2, before // 3)
    draft.text.paragraph(
        *("Thực hiện ", *citation(APPARATUS, "basis"), ", ", draft.office, " đã giảm "),
        draft.figure(count(gone), -gone, "đầu mối", "đầu mối giảm", "đầu mối", role="change"),
        " đầu mối bên trong, hiện còn ",
        draft.figure(count(before - gone), before - gone, "đầu mối", "đầu mối hiện còn", "đầu mối"),
        " đầu mối.",
    )


def finance(draft: Draft) -> None:
    """Public investment paid out, and fees."""
    paid = round(draft.draw.uniform(12, 980), 2)
    rate = round(draft.draw.uniform(61, 98), 2)
    fees = draft.draw.randint(24, 980) * 10
    draft.text.paragraph(
        "Giải ngân vốn đầu tư công đạt ",
        draft.figure(
            decimal(paid),
            paid,
            "tỷ đồng",
            "giải ngân vốn đầu tư công",
            "giải ngân|vốn",
            agency=None,
        ),
        " tỷ đồng, bằng ",
        draft.figure(
            decimal(rate), rate, "%", "tỷ lệ giải ngân", "giải ngân", role="share", agency=None
        ),
        "% kế hoạch; thu phí, lệ phí trực tuyến gần ",
        draft.figure(
            count(fees),
            fees,
            "triệu đồng",
            "thu phí, lệ phí trực tuyến",
            "phí",
            approx="<~",
            agency=None,
        ),
        " triệu đồng.",
    )


def plan_again(draft: Draft) -> None:
    """The year's plan cited a second time."""
    plan = draft.acts.plan(draft.assignment.year)
    tasks = draft.draw.randint(24, 60)
    done = tasks - draft.draw.randint(1, 6)
    draft.text.paragraph(
        "Đến nay, ",
        draft.office,
        " đã hoàn thành ",
        draft.figure(
            f"{count(done)}/{count(tasks)}",
            {"num": done, "den": tasks},
            "nhiệm vụ",
            "nhiệm vụ đã hoàn thành",
            "nhiệm vụ|hoàn thành",
        ),
        " nhiệm vụ được giao tại ",
        *citation(plan, "basis"),
        ".",
    )


def shortcomings(draft: Draft) -> None:
    """What did not go well."""
    late = draft.draw.randint(12, 240)
    draft.text.paragraph(
        draft.draw.choice(
            (
                "Việc số hóa hồ sơ, kết quả giải quyết TTHC ở một số nơi còn chậm",
                "Công tác phối hợp giữa các đơn vị có lúc chưa chặt chẽ, kịp thời",
                "Một bộ phận công chức còn hạn chế về kỹ năng ứng dụng công nghệ thông tin",
            )
        ),
        "; vẫn còn ",
        draft.figure(count(late), late, "hồ sơ", "hồ sơ quá hạn", "hồ sơ|quá hạn", agency=None),
        " hồ sơ quá hạn nhưng chưa có văn bản xin lỗi người dân.",
    )


def outlook(draft: Draft) -> None:
    """Targets of the period that follows."""
    text, span = draft.text, draft.next_span
    online = draft.draw.randint(55, 95)
    in_time = draft.draw.randint(95, 99)
    text.paragraph(
        "Trong ", span.mark, ", ", draft.office, " tập trung thực hiện các chỉ tiêu sau:"
    )
    for words, value, approx, label, keywords in (
        ("- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu ", online, ">=", "hồ sơ trực tuyến", "trực tuyến"),
        ("- Tỷ lệ hồ sơ đúng hạn đạt trên ", in_time, ">", "hồ sơ đúng hạn", "đúng hạn"),
    ):
        target = draft.figure(
            *(str(value), value, "%", f"tỷ lệ {label}", f"hồ sơ|{keywords}"),
            role="target",
            approx=approx,
            period=span.value,
            agency=None,
        )
        text.paragraph(words, target, "%.")


def assignments(draft: Draft) -> None:
    """Who does what by when: the tasks of a plan."""
    province, year = draft.assignment.province.full, draft.assignment.year
    for written, task in (
        ("Sở Nội vụ", "theo dõi, đôn đốc việc thực hiện Kế hoạch này, tổng hợp báo cáo"),
        ("Sở Tài chính", "thẩm định, bố trí kinh phí thực hiện nhiệm vụ CCHC"),
        ("Sở Tư pháp", "rà soát, hệ thống hóa văn bản quy phạm pháp luật"),
    ):
        due = date(year, draft.draw.randint(3, 12), draft.draw.randint(5, 28))
        draft.text.paragraph(
            *("- ", agency(written, f"{written} {province}"), f": {task} trước ngày "),
            day(due),
            ".",
        )
    budget = draft.draw.randint(120, 2400)
    draft.text.paragraph(
        "Kinh phí thực hiện dự kiến là ",
        draft.figure(
            *(count(budget), budget, "triệu đồng", "kinh phí dự kiến", "kinh phí"),
            role="target",
            agency=None,
        ),
        " triệu đồng.",
    )
