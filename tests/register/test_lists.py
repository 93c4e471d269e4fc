"""Official lists of all kinds, read into entries; what cannot be used is told with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.errors import IntakeError
from cchc_mining.records import RegisterEntry
from cchc_mining.register import RegisterError, explain, read_list
from cchc_mining.register.cells import day_in, read_day, read_number, read_state

UBND = "Ủy ban nhân dân tỉnh Hà Nam"


def entries(folder: Path, text: str, **options: object) -> tuple[RegisterEntry, ...]:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_list(path, **options).entries  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "headings",
    [
        # own wording, after the headings that offices give such lists
        '"Số, ký hiệu",Ngày ban hành,Cơ quan ban hành,Trích yếu nội dung',
        "SỐ KÝ HIỆU,NGÀY THÁNG NĂM BAN HÀNH,NƠI BAN HÀNH,TÊN VĂN BẢN",
        "Số hiệu văn bản,Ngày ký,Đơn vị ban hành,Tên gọi của văn bản",
        "Number,Date of issue,Issued by,Subject",
        "number,date,issuer,subject",
    ],
)
def test_columns_are_known_by_their_usual_headings(tmp_path: Path, headings: str) -> None:
    (found,) = entries(tmp_path, f"{headings}\n812/QĐ-UBND,14/3/2023,UBND tỉnh Hà Nam,Kế hoạch\n")
    assert (found.number, found.date, found.issuer, found.subject, found.line) == (
        "812/QĐ-UBND", "2023-03-14", UBND, "Kế hoạch", 2,
    )  # fmt: skip


def test_number_and_day_may_share_a_column(tmp_path: Path) -> None:
    (found,) = entries(
        tmp_path,
        "STT;Số, ký hiệu; ngày, tháng, năm ban hành;Cơ quan\n".replace("u; n", "u và n")
        + "1;38/2024/QĐ-UBND ngày 22/11/2024;UBND tỉnh Hà Nam\n",
    )
    assert (found.number, found.date) == ("38/2024/QĐ-UBND", "2024-11-22")


def test_a_workbook_with_titles_days_and_two_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("2024")
    assert first is not None
    first.append(["DANH MỤC VĂN BẢN"])
    first.append([])
    first.append(["TT", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Tình trạng hiệu lực"])
    first.append([1, "812/QĐ-UBND", date(2023, 3, 14), "UBND tỉnh Hà Nam", "Còn hiệu lực"])
    first.append([2, "813/QĐ-UBND", 44999, "UBND tỉnh Hà Nam", "Hết hiệu lực từ ngày 01/7/2023"])
    second.append(["Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành"])
    second.append(["7/QĐ-UBND", "hôm qua 3", "UBND tỉnh Hà Nam"])
    second.append(["8/QĐ-UBND", "2024-01-05", "UBND tỉnh Hà Nam"])
    book.save(tmp_path / "list.xlsx")
    found = read_list(tmp_path / "list.xlsx")
    assert [(e.number, e.date, e.state, e.expired) for e in found.entries] == [
        ("812/QĐ-UBND", "2023-03-14", "in-force", None),
        ("813/QĐ-UBND", "2023-03-14", "expired", "2023-07-01"),
        ("8/QĐ-UBND", "2024-01-05", None, None),
    ]
    assert [(p.sheet, p.line, p.code) for p in found.problems] == [("2024", 2, "bad-date")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",14/3/2023,UBND tỉnh Hà Nam", "no-number"),
        ("không số,14/3/2023,UBND tỉnh Hà Nam", "bad-number"),
        ("812/QĐ-UBND,31/11/2023,UBND tỉnh Hà Nam", "bad-date"),
        ("812/QĐ-UBND,,UBND tỉnh Hà Nam", "no-year"),
        ("812/QĐ-UBND,14/3/2023,", "no-issuer"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path: Path, row: str, code: str) -> None:
    (tmp_path / "list.csv").write_text(f"number,date,issuer\n{row}\n", encoding="utf-8")
    found = read_list(tmp_path / "list.csv")
    assert found.entries == ()
    (problem,) = found.problems
    assert (problem.code, problem.line) == (code, 2)
    assert explain(code, "vi") != code != explain(code, "en")


def test_a_central_code_names_its_issuer(tmp_path: Path) -> None:
    (found,) = entries(tmp_path, "number,date\n318/QĐ-TTg,08/3/2022\n")
    assert found.issuer is None


@given(
    st.lists(
        st.tuples(st.integers(1, 9999), st.dates(date(1990, 1, 1), date(2030, 1, 1))), max_size=20
    )
)
def test_every_row_is_an_entry_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, date]]
) -> None:
    path = tmp_path_factory.mktemp("l") / "list.csv"
    lines = [f"{n}/QĐ-UBND,{day:%d/%m/%Y},UBND tỉnh Hà Nam" for n, day in rows]
    path.write_text("\n".join(["number,date,issuer", *lines]), encoding="utf-8")
    found = read_list(path)
    assert len(found.entries) + len(found.problems) == len(rows)
    assert [entry.date for entry in found.entries] == [day.isoformat() for _, day in rows]


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Họ tên,Tuổi\nAn,40\n", encoding="utf-8")
    with pytest.raises(RegisterError, match="--map"):
        read_list(tmp_path / "a.csv")
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(IntakeError):
        read_list(tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Số: 38 /2024/QĐ - UBND", "38/2024/QĐ-UBND"),
        ("212-KL/TU", "212-KL/TU"),
        ("06/2023/TTLT-BNV-BTC", "06/2023/TTLT-BNV-BTC"),
        ("Quyết định 95/QĐ-UBND ngày 3/4/2024", "95/QĐ-UBND"),
        ("123", None),
        ("14/3/2023", None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    assert read_number(text)[0] == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5.1.2023", "2023-01-05"), ("05-01-2023", "2023-01-05"), ("ngày 5 tháng 1 năm 2023", "2023-01-05"),
        ("2023", None), ("29/02/2023", None), ("13/13/2023", None), ("99999", None), ("", None),
    ],
)  # fmt: skip
def test_days(text: str, day: str | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Còn hiệu lực", "in-force"), ("Đang có hiệu lực", "in-force"), ("Hết hiệu lực toàn bộ", "expired"),
        ("Không còn hiệu lực", "expired"), ("Bị bãi bỏ một phần", "partly-expired"),
        ("Chưa có hiệu lực", "not-yet"), ("Được thay thế", "expired"), ("", None), ("Đã công bố", None),
    ],
)  # fmt: skip
def test_states(text: str, state: str | None) -> None:
    assert read_state(text) == state
    assert day_in(text) is None
