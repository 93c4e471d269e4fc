"""The columns of the tables: stable name, type, and the Vietnamese heading.

The name heads a column in Parquet, in data frames, and in CSV with `lang="en"`; the Vietnamese
heading stands in CSV made for people.  Both are part of the interface: programs may rely on them.

`type`: text; integer; number (a double); list (of texts; in CSV joined by '; ').
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from .notes import NOTES

ColumnType = Literal["text", "integer", "number", "list"]
Lang = Literal["vi", "en"]


class Column(Struct, frozen=True):
    """One column of a table; `notes` (Vietnamese, English) where its name is not in NOTES."""

    name: str
    type: ColumnType
    vi: str
    notes: tuple[str, str] | None = None

    def heading(self, lang: Lang) -> str:
        """What stands at its head in a CSV of that language."""
        return self.vi if lang == "vi" else self.name

    def note(self, lang: Lang) -> str:
        """What it means, in that language."""
        return (self.notes or NOTES[self.name])[lang == "en"]


def _columns(table: str) -> tuple[Column, ...]:
    """Columns from lines of 'name type heading'."""
    fields = (line.split(None, 2) for line in table.strip().splitlines())
    return tuple(Column(name, type_, vi) for name, type_, vi in fields)  # type: ignore[arg-type]


# Figures of canonical indicators side by side; written on demand (`side_by_side.py`).
COMPARED_COLUMNS: Mapping[str, tuple[Column, ...]] = {
    # One row an indicator, role and agency; a column of numbers for each period follows.
    "wide": _columns("""
        indicator_id  text  Mã chỉ tiêu
        indicator     text  Chỉ tiêu
        unit          text  Đơn vị tính
        role          text  Vai trò
        agency        text  Cơ quan, địa bàn
        breaks        list  Chỗ ngắt của chuỗi
        disputed      list  Ô có số liệu khác nhau
"""),
    # One row a figure behind a cell of a wide table: which cell, whether it stands there, its value
    # in the unit of the indicator, and where it is written.
    "sources": _columns("""
        indicator_id          text     Mã chỉ tiêu
        role                  text     Vai trò
        agency                text     Cơ quan, địa bàn
        period                text     Kỳ
        leading               integer  Đứng trong ô
        indicator_value       number   Giá trị theo đơn vị của mã chỉ tiêu
        approx                text     Mức xấp xỉ
        text                  text     Nguyên văn
        unit                  text     Đơn vị tính
        label                 text     Chỉ tiêu (theo văn bản)
        quote                 text     Trích đoạn
        source                text     Tệp
        doc_number            text     Số, ký hiệu của văn bản nguồn
        doc_date              text     Ngày của văn bản nguồn
        page                  integer  Trang
        start                 integer  Vị trí đầu
        end                   integer  Vị trí cuối
        indicator_confidence  number   Độ tin cậy của mã chỉ tiêu
        confidence            number   Độ tin cậy
        mention               text     Mã số liệu
        doc_id                text     Mã văn bản nguồn (SHA-256)
"""),
    # One row a point of a comparison: the figure that leads in its place.
    "series": _columns("""
        indicator_id  text     Mã chỉ tiêu
        indicator     text     Chỉ tiêu
        unit          text     Đơn vị tính
        agency        text     Cơ quan, địa bàn
        period        text     Kỳ
        value         number   Giá trị
        approx        text     Mức xấp xỉ
        role          text     Vai trò
        segment       integer  Đoạn của chuỗi
        unclear       integer  Không rõ phạm vi
        values        list     Mọi giá trị khác nhau
        breaks        list     Chỗ ngắt của chuỗi
        quote         text     Trích đoạn
        source        text     Tệp
        doc_number    text     Số, ký hiệu của văn bản nguồn
        doc_date      text     Ngày của văn bản nguồn
        page          integer  Trang
        start         integer  Vị trí đầu
        end           integer  Vị trí cuối
        mention       text     Mã số liệu
        doc_id        text     Mã văn bản nguồn (SHA-256)
"""),
}

# The archive as a graph; written on demand (`graph.py`).
GRAPH_COLUMNS: Mapping[str, tuple[Column, ...]] = {
    # One row a legal document, or a document of the archive that bears no number.
    "nodes": _columns("""
        id        text     Mã
        label     text     Số, ký hiệu hoặc tên
        type      text     Loại văn bản
        issuer    text     Cơ quan ban hành
        date      text     Ngày văn bản
        status    text     Tình trạng xác định
        mentions  integer  Số lượt viện dẫn
        source    text     Tệp
        urn       text     URN:LEX
    """),
    # One row for each relation of one document to another; the place is that of its first mention.
    "edges": _columns("""
        source    text     Văn bản viện dẫn
        target    text     Văn bản được viện dẫn
        relation  text     Quan hệ
        mentions  integer  Số lượt
        file      text     Tệp
        start     integer  Vị trí đầu
        end       integer  Vị trí cuối
        evidence  text     Nguyên văn
    """),
}

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    # One row a citation.  Offsets count code points of the document's text; `target` names the
    # legal document meant, `via` how it was completed where the mention does not say it all.
    "citations": _columns("""
        source          text     Tệp
        doc_number      text     Số, ký hiệu của văn bản nguồn
        doc_date        text     Ngày của văn bản nguồn
        doc_issuer      text     Cơ quan ban hành văn bản nguồn
        kind            text     Loại viện dẫn
        text            text     Nguyên văn
        number          text     Số, ký hiệu được viện dẫn
        type            text     Loại văn bản
        date            text     Ngày văn bản
        issuer          text     Cơ quan ban hành
        subject         text     Trích yếu
        relation        text     Quan hệ
        pinpoints       text     Điều, khoản, điểm
        footnote        integer  Chú thích cuối trang số
        page            integer  Trang
        start           integer  Vị trí đầu
        end             integer  Vị trí cuối
        target          text     Mã văn bản được viện dẫn
        target_status   text     Tình trạng xác định
        candidates      list     Các văn bản có thể là
        via             text     Xác định nhờ
        acting_mention  text     Mã viện dẫn của văn bản tác động
        antecedent      text     Mã viện dẫn trước đó
        number_raw      text     Số, ký hiệu như trong văn bản
        type_code       text     Ký hiệu loại văn bản
        issuer_text     text     Cơ quan như trong văn bản
        relation_text   text     Từ ngữ chỉ quan hệ
        confidence      number   Độ tin cậy
        rules           text     Quy tắc nhận dạng
        mention         text     Mã viện dẫn
        doc_id          text     Mã văn bản nguồn (SHA-256)
    """),
    # One row a figure.  A fraction such as 30/43 has `num` and `den` and no `value`.
    "figures": _columns("""
        source                text     Tệp
        doc_number            text     Số, ký hiệu của văn bản nguồn
        doc_date              text     Ngày của văn bản nguồn
        doc_issuer            text     Cơ quan ban hành văn bản nguồn
        label                 text     Chỉ tiêu (theo văn bản)
        value                 number   Giá trị
        num                   number   Tử số
        den                   number   Mẫu số
        unit                  text     Đơn vị tính
        approx                text     Mức xấp xỉ
        role                  text     Vai trò
        period                text     Kỳ
        agency                text     Cơ quan, địa bàn
        indicator_id          text     Mã chỉ tiêu
        indicator_confidence  number   Độ tin cậy của mã chỉ tiêu
        indicator_value       number   Giá trị theo đơn vị của mã chỉ tiêu
        text                  text     Nguyên văn
        quote                 text     Trích đoạn
        table_id              text     Bảng
        row_label             text     Tên dòng
        column_path           text     Tên cột
        table_row             integer  Dòng số
        table_column          integer  Cột số
        parent                text     Mã số liệu tổng
        page                  integer  Trang
        start                 integer  Vị trí đầu
        end                   integer  Vị trí cuối
        confidence            number   Độ tin cậy
        mention               text     Mã số liệu
        doc_id                text     Mã văn bản nguồn (SHA-256)
    """),
    # One row a document of the archive.
    "documents": _columns("""
        source           text     Tệp
        status           text     Tình trạng đọc
        error            text     Lỗi
        warnings         list     Cảnh báo
        number           text     Số, ký hiệu
        type             text     Loại văn bản
        date             text     Ngày ban hành
        place            text     Nơi ban hành
        province         text     Tỉnh, thành phố
        issuer           text     Cơ quan ban hành
        title            text     Trích yếu
        signer           text     Người ký
        signer_position  text     Chức vụ người ký
        recipients       list     Nơi nhận
        target           text     Mã văn bản
        version_of       text     Là một bản khác của tệp
        citations        integer  Số viện dẫn
        figures          integer  Số số liệu
        dates            integer  Số ngày tháng
        periods          integer  Số kỳ, mốc thời gian
        agencies         integer  Số lượt nhắc cơ quan
        tables           integer  Số bảng
        given_province   text     Tỉnh do người dùng khai
        given_agency     text     Cơ quan do người dùng khai
        given_year       integer  Năm do người dùng khai
        media_type       text     Định dạng
        encoding         text     Bảng mã
        pages            integer  Số trang
        doc_id           text     Mã nội dung (SHA-256)
        paths            list     Các tệp cùng nội dung
    """),
    # One row a cited document.  `date` is empty where several are seen; `dates` and the other
    # lists give every variant with the number of mentions, such as '2022-12-28 (3)'.
    "legal_documents": _columns("""
        number       text     Số, ký hiệu
        name         text     Tên gọi
        type         text     Loại văn bản
        issuer       text     Cơ quan ban hành
        date         text     Ngày ban hành
        subject      text     Trích yếu
        status       text     Tình trạng xác định
        reason       text     Còn thiếu
        candidates   list     Các văn bản có thể là
        mentions     integer  Số lượt viện dẫn
        documents    integer  Số văn bản viện dẫn
        first_cited  text     Viện dẫn sớm nhất
        last_cited   text     Viện dẫn muộn nhất
        conflicts    list     Chỗ không khớp
        issuer_now   text     Cơ quan kế tục hiện nay
        fate         text     Hiệu lực
        fate_by      text     Văn bản thay thế, bãi bỏ
        fate_since   text     Muộn nhất từ ngày
        held_source  text     Tệp có trong kho
        held_doc_id  text     Mã nội dung trong kho (SHA-256)
        dates        list     Các ngày đã ghi
        issuers      list     Các cơ quan đã ghi
        types        list     Các loại đã ghi
        subjects     list     Các trích yếu đã ghi
        target       text     Mã văn bản
        urn          text     URN:LEX
    """),
    # One row a finding of the audit.
    "findings": _columns("""
        severity       text     Mức độ
        check          text     Phép kiểm tra
        source         text     Tệp
        doc_number     text     Số, ký hiệu của văn bản nguồn
        doc_date       text     Ngày của văn bản nguồn
        doc_issuer     text     Cơ quan ban hành văn bản nguồn
        page           integer  Trang
        text           text     Nguyên văn
        quote          text     Trích đoạn
        message_vi     text     Nội dung phát hiện
        message_en     text     Nội dung phát hiện (tiếng Anh)
        arithmetic     text     Phép tính
        expected       text     Giá trị đúng
        evidence       list     Căn cứ
        confidence     number   Độ tin cậy
        start          integer  Vị trí đầu
        end            integer  Vị trí cuối
        finding_id     text     Mã phát hiện
        decision       text     Xử lý
        decision_note  text     Ghi chú xử lý
        decided_by     text     Người xử lý
        decided_at     text     Thời điểm xử lý
        doc_id         text     Mã văn bản nguồn (SHA-256)
    """),
    # One row an input path.
    "inputs": _columns("""
        path     text     Tệp
        outcome  text     Kết quả
        reason   text     Lý do
        size     integer  Dung lượng (byte)
        sha256   text     SHA-256
        doc_id   text     Mã nội dung (SHA-256)
    """),
}

# The sheets of a dossier.
DOSSIER_COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "findings": _columns("""
        severity       text     Mức độ
        check_title    text     Phép kiểm tra
        source         text     Tệp
        doc_number     text     Số, ký hiệu của văn bản nguồn
        doc_date       text     Ngày của văn bản nguồn
        doc_issuer     text     Cơ quan ban hành văn bản nguồn
        page           integer  Trang
        quote          text     Trích đoạn
        text           text     Nguyên văn
        message        text     Nội dung phát hiện
        arithmetic     text     Phép tính
        expected       text     Giá trị đúng
        evidence       list     Căn cứ
        decision       text     Xử lý
        decision_note  text     Ghi chú xử lý
        decided_by     text     Người xử lý
        decided_at     text     Thời điểm xử lý
        confidence     number   Độ tin cậy
        start          integer  Vị trí đầu
        end            integer  Vị trí cuối
        check          text     Tên phép kiểm tra
        finding_id     text     Mã phát hiện
        doc_id         text     Mã văn bản nguồn (SHA-256)
    """),
    "documents": _columns("""
        source           text     Tệp
        doc_number       text     Số, ký hiệu của văn bản nguồn
        doc_date         text     Ngày của văn bản nguồn
        doc_issuer       text     Cơ quan ban hành văn bản nguồn
        title            text     Trích yếu
        errors_found     integer  Lỗi
        warnings_found   integer  Cảnh báo
        remarks_found    integer  Điểm lưu ý
        undecided_found  integer  Chưa xử lý
    """),
    "checks": _columns("""
        check_title      text     Phép kiểm tra
        errors_found     integer  Lỗi
        warnings_found   integer  Cảnh báo
        remarks_found    integer  Điểm lưu ý
        dismissed_found  integer  Đã bác bỏ
        rule             text     Quy tắc
        tolerance        text     Sai số cho phép
        rule_source      text     Nguồn của quy tắc
        check            text     Tên phép kiểm tra
    """),
    "coverage": _columns("""
        path          text     Tệp
        outcome       text     Kết quả
        reason_told   text     Lý do
        size          integer  Dung lượng (byte)
        sha256        text     SHA-256
    """),
}
