"""What the columns mean, in both languages: the sheet that explains a workbook's columns.

A name means the same in every table; where it does not, the note tells both.
"""

from __future__ import annotations

from collections.abc import Mapping

# name: (Vietnamese, English)
NOTES: Mapping[str, tuple[str, str]] = {
    "source": ("Đường dẫn của tệp, tính từ thư mục đã quét.", "Path of the file, as it was given."),
    "paths": ("Mọi đường dẫn có cùng nội dung.", "Every path with the same content."),
    "path": ("Đường dẫn của tệp đầu vào.", "Path of the input file."),
    "doc_id": (
        "Mã băm SHA-256 của nội dung tệp; không đổi khi tệp đổi tên.",
        "SHA-256 of the file's bytes; the same wherever the file lies.",
    ),
    "doc_number": ("Số, ký hiệu của văn bản chứa dòng này.", "Number of the document it stands in."),
    "doc_date": (
        "Ngày của văn bản chứa dòng này (năm-tháng-ngày; 2024-01 nếu để trống ngày).",
        "Day of the document it stands in (2024-01 where the day is blank).",
    ),
    "doc_issuer": ("Cơ quan ban hành văn bản chứa dòng này.", "Issuer of the document it stands in."),
    "kind": (
        "numbered: có số, ký hiệu; named: luật gọi theo tên; self: số của chính văn bản; "
        "reference: nhắc lại ('Quyết định này').",
        "numbered; named (a law by its name); self (the document's own number); reference "
        "('Quyết định này').",
    ),
    "text": ("Đúng nguyên văn từ vị trí đầu đến vị trí cuối.", "The words as found."),
    "quote": ("Một dòng gồm các chữ trước và sau, để đối chiếu.", "The words around, on one line."),
    "number": ("Số, ký hiệu đã chuẩn hóa.", "The number, repaired."),
    "number_raw": ("Số, ký hiệu đúng như văn bản ghi.", "The number as written."),
    "name": ("Tên gọi của luật.", "Name of an act."),
    "type": ("Tên loại văn bản.", "Type of document."),
    "type_code": ("Chữ viết tắt tên loại trong ký hiệu (QĐ, KH).", "Code of the type in the number."),
    "date": (
        "Ngày ban hành, đúng như văn bản ghi, kể cả khi ghi sai.",
        "Day of issue, as written even where wrong.",
    ),
    "issuer": ("Tên đầy đủ của cơ quan ban hành, hiểu theo ngữ cảnh.", "Full name, resolved in context."),
    "issuer_text": ("Tên cơ quan đúng như văn bản ghi.", "The issuer as written."),
    "subject": ("Nội dung văn bản theo lời của văn bản viện dẫn.", "What the text says it is about."),
    "relation": (
        "basis (căn cứ), implements (thực hiện), guides (hướng dẫn), issues (ban hành), amends (sửa "
        "đổi), amended_by (được sửa đổi bởi), replaces (thay thế), repeals (bãi bỏ), attached_to "
        "(kèm theo), reports (báo cáo), mentions (nhắc đến).",
        "What the citing words do with it.",
    ),
    "relation_text": ("Những chữ cho thấy quan hệ.", "The words that show the relation."),
    "pinpoints": ("Điều, khoản, điểm được viện dẫn.", "Điều (article), khoản (clause), điểm (point)."),
    "footnote": ("Số của chú thích chứa viện dẫn.", "Number of the footnote it stands in."),
    "page": ("Trang, đếm từ 1, với tệp có trang.", "Page, from 1, in formats that have pages."),
    "start": ("Vị trí ký tự đầu, đếm từ 0.", "First character, counted from 0."),
    "end": ("Vị trí sau ký tự cuối.", "One past the last character."),
    "target": ("Mã của văn bản được xác định.", "Identity of the legal document."),
    "target_status": (
        "resolved: đã xác định; ambiguous: nhiều khả năng; unresolved: chưa xác định.",
        "resolved, ambiguous or unresolved.",
    ),
    "status": (
        "Với tệp: ok, partial, failed. Với văn bản được viện dẫn: resolved, ambiguous, unresolved.",
        "Of a file: ok, partial, failed. Of a cited document: resolved, ambiguous, unresolved.",
    ),
    "candidates": ("Các văn bản có thể là.", "What it may be, where ambiguous."),
    "via": (
        "Nhờ đâu mà xác định được, khi chỗ viện dẫn không ghi đủ.",
        "What completed the identity where the mention does not say it all.",
    ),
    "acting_mention": (
        "Mã viện dẫn của văn bản đã sửa đổi, thay thế hoặc bãi bỏ văn bản này.",
        "The citation of the document that amends, replaces or repeals this one.",
    ),
    "antecedent": ("Viện dẫn trước đó mà chỗ này nhắc lại.", "The earlier mention it goes back to."),
    "confidence": ("Từ 0 đến 1.", "From 0 to 1."),
    "rules": ("Quy tắc đã quyết định từng phần.", "The rule that decided each piece."),
    "mention": ("Mã của chỗ này trong văn bản.", "Id of the mention in its document."),
    "label": ("Nội dung được đo, theo lời của văn bản.", "What is measured, in the text's own words."),
    "value": ("Giá trị; để trống nếu là phân số.", "The number; empty for a fraction."),
    "num": ("Tử số, khi văn bản ghi dạng 30/43.", "Numerator of a fraction such as 30/43."),
    "den": ("Mẫu số, khi văn bản ghi dạng 30/43.", "Denominator of a fraction such as 30/43."),
    "unit": ("%, đơn vị tiền tệ, đo lường, hoặc danh từ được đếm.", "%, money, a measure, or what is counted."),
    "approx": (
        "> hơn, trên; < dưới; ~ khoảng; <~ gần; >= từ ... trở lên; <= không quá.",
        "> < ~ <~ >= <= where the text says 'hơn', 'dưới', 'khoảng', 'gần', 'tối thiểu', 'tối đa'.",
    ),
    "role": (
        "value: giá trị; change: mức tăng, giảm (có dấu); target: chỉ tiêu; share: tỷ lệ nhắc lại số bên cạnh.",
        "value, change (signed), target, share (a percentage that restates its neighbours).",
    ),
    "period": ("Kỳ hoặc ngày của số liệu (2023, 2023-10, 2023-Q2).", "The period or day it refers to."),
    "agency": ("Cơ quan hoặc địa bàn của số liệu.", "The agency or territory it is about."),
    "indicator": ("Tên chỉ tiêu chuẩn.", "Name of the canonical indicator."),
    "breaks": (
        "Thay đổi về địa giới, tổ chức giữa số liệu sớm nhất và muộn nhất của dòng: số liệu trước và "
        "sau không so sánh trực tiếp được.",
        "Changes of territory or agency between the row's first and last figure: what stands before "
        "and after is not comparable as it is.",
    ),
    "disputed": (
        "Ô có nhiều số liệu khác nhau; trong ô là số đứng đầu, ở đây là mọi giá trị.",
        "Cells for which figures differ; the leading one stands there, all values here.",
    ),
    "segment": (
        "Số chỗ ngắt đứng trước: số liệu ở hai đoạn khác nhau không so sánh trực tiếp được.",
        "How many breaks lie before it: figures of two segments are not comparable as they are.",
    ),
    "unclear": (
        "1: văn bản lập sau khi thay đổi nói về kỳ trước đó; không rõ tính theo phạm vi cũ hay mới.",
        "1: told after a change of a time before it; its scope, old or new, is not clear.",
    ),
    "values": (
        "Mọi giá trị, khi các số liệu cùng kỳ khác nhau; số đứng đầu trước.",
        "All values, where figures of the period differ; the leading one first.",
    ),
    "leading": (
        "1: số liệu đứng trong ô; 0: số liệu khác cùng chỉ tiêu, vai trò, cơ quan và kỳ.",
        "1: it stands in the cell; 0: another of the same indicator, role, agency and period.",
    ),
    "indicator_id": ("Mã chỉ tiêu chuẩn.", "The canonical indicator."),
    "indicator_confidence": ("Độ chắc chắn của mã chỉ tiêu, từ 0 đến 1.", "How sure the indicator is, 0 to 1."),
    "indicator_value": (
        "Giá trị đổi ra đơn vị của mã chỉ tiêu.",
        "The value in the indicator's unit.",
    ),
    "table_id": ("Mã bảng, khi số liệu nằm trong bảng.", "Its table, where it stands in one."),
    "row_label": ("Tên dòng trong bảng.", "Heading of its row."),
    "column_path": ("Tên cột trong bảng.", "Headings of its column, the widest first."),
    "table_row": ("Dòng thứ mấy, đếm từ 0.", "Its row, from 0."),
    "table_column": ("Cột thứ mấy, đếm từ 0.", "Its column, from 0."),
    "parent": ("Số liệu tổng mà số liệu này là một phần ('trong đó').", "The figure that it is a part of."),
    "error": ("Vì sao không đọc được.", "Why it could not be read."),
    "warnings": ("Điều cần lưu ý khi đọc tệp.", "What to know about how it was read."),
    "place": ("Nơi ban hành.", "Place of issue."),
    "title": ("Trích yếu của văn bản.", "Its title."),
    "signer": ("Người ký.", "Who signed."),
    "province": (
        "Tỉnh, thành phố mà văn bản nói đến khi viết “tỉnh”, “huyện X”.",
        "The province in which the document speaks.",
    ),
    "signer_position": ("Chức vụ người ký.", "Position of the signer."),
    "recipients": ("Nơi nhận.", "Recipients."),
    "citations": ("Số lượt viện dẫn tìm thấy.", "How many were found."),
    "figures": ("Số số liệu tìm thấy.", "How many were found."),
    "dates": ("Số ngày tìm thấy; hoặc mọi ngày đã ghi của một văn bản, kèm số lượt.",
              "How many were found; of a cited document, every date seen, with counts."),
    "periods": ("Số kỳ tìm thấy.", "How many were found."),
    "agencies": ("Số lượt nêu tên cơ quan.", "How many were found."),
    "tables": ("Số bảng tìm thấy.", "How many were found."),
    "given_province": ("Tỉnh do người dùng cho biết.", "Province given by the user."),
    "given_agency": ("Cơ quan do người dùng cho biết.", "Agency given by the user."),
    "given_year": ("Năm do người dùng cho biết.", "Year given by the user."),
    "media_type": ("Định dạng của tệp.", "Format of the file."),
    "encoding": ("Bảng mã của tệp chữ.", "Encoding of a text file."),
    "pages": ("Số trang.", "How many pages."),
    "reason": ("Lý do.", "Why."),
    "mentions": ("Số lượt.", "How often."),
    "documents": ("Trong bao nhiêu văn bản.", "In how many documents."),
    "first_cited": ("Ngày của văn bản viện dẫn sớm nhất.", "Day of the first document that cites it."),
    "last_cited": ("Ngày của văn bản viện dẫn muộn nhất.", "Day of the last document that cites it."),
    "conflicts": (
        "Điều được ghi không khớp nhau: date (ngày), issuer (cơ quan ban hành).",
        "What is said of it that cannot all be right: date, issuer.",
    ),
    "issuer_now": (
        "Cơ quan kế tục nhiệm vụ của cơ quan ban hành hiện nay.",
        "Who carries on its issuer's work today.",
    ),
    "fate": ("replaced: bị thay thế; repealed: bị bãi bỏ.", "replaced or repealed."),
    "fate_by": ("Số, ký hiệu của văn bản thay thế hoặc bãi bỏ.", "What replaced or repealed it."),
    "fate_since": (
        "Ngày mà từ đó việc thay thế, bãi bỏ chắc chắn đã có hiệu lực.",
        "A day from which that surely holds.",
    ),
    "version_of": (
        "Tệp chính của cùng văn bản; viện dẫn và số liệu chỉ đếm ở tệp đó.",
        "The leading file of the same document, where citations and figures are counted.",
    ),
    "held_source": ("Tệp của chính văn bản đó, nếu kho có.", "Its file, where the archive holds it."),
    "held_doc_id": ("Mã nội dung của tệp đó.", "The hash of that file."),
    "issuers": ("Mọi cơ quan đã ghi, kèm số lượt.", "Every issuer seen, with counts."),
    "types": ("Mọi tên loại đã ghi, kèm số lượt.", "Every type seen, with counts."),
    "subjects": ("Mọi trích yếu đã ghi, kèm số lượt.", "Every subject seen, with counts."),
    "urn": ("Tên theo URN:LEX (RFC 9676).", "Name by URN:LEX (RFC 9676)."),
    "outcome": ("ok, partial, failed, duplicate hoặc skipped.", "ok, partial, failed, duplicate or skipped."),
    "size": ("Số byte.", "Bytes."),
    "sha256": ("Mã băm nội dung.", "Hash of the content."),
    "id": ("Mã của nút.", "Id of the node."),
    "file": ("Tệp chứa chỗ đầu tiên.", "File of the first mention."),
    "evidence": ("Nguyên văn làm căn cứ.", "The words that show it."),
    "severity": (
        "error: chắc chắn không khớp; warning: nhiều khả năng; info: nên xem lại.",
        "error: certainly inconsistent; warning: probably; info: worth a look.",
    ),
    "check": ("Tên phép kiểm tra.", "Name of the check."),
    "message_vi": ("Điều không khớp, bằng lời.", "What does not agree, in Vietnamese."),
    "message_en": ("Điều không khớp, bằng tiếng Anh.", "What does not agree, in English."),
    "arithmetic": ("Phép tính cho thấy điều đó.", "The calculation that shows it."),
    "expected": ("Giá trị đúng, khi suy ra được.", "The right value, where it follows."),
    "finding_id": (
        "Mã không đổi qua các lần chạy, để ghi nhận xử lý.",
        "Stays the same from run to run, so that decisions can refer to it.",
    ),
    "decision": (
        "accept: phát hiện đúng; dismiss: không đúng; check: cần xem lại.",
        "accept: the finding is right; dismiss: it is not; check: to be looked at.",
    ),
    "decision_note": ("Ghi chú của người xử lý.", "What the one who decided noted."),
    "decided_by": ("Người xử lý.", "Who decided."),
    "decided_at": ("Thời điểm xử lý.", "When it was decided."),
    "check_title": ("Phép kiểm tra, bằng lời.", "The check in words."),
    "message": ("Điều không khớp, bằng lời.", "What does not agree."),
    "errors_found": ("Số phát hiện chắc chắn không khớp.", "Findings that are certainly inconsistent."),
    "warnings_found": ("Số phát hiện nhiều khả năng không khớp.", "Findings that probably are."),
    "remarks_found": ("Số điểm nên xem lại.", "Findings that are worth a look."),
    "undecided_found": (
        "Số phát hiện chưa được xác nhận hoặc bác bỏ.",
        "Findings that nobody has accepted or dismissed.",
    ),
    "dismissed_found": ("Số phát hiện đã bị bác bỏ.", "Findings that were dismissed."),
    "rule": ("Điều được so sánh.", "What is compared."),
    "tolerance": ("Chênh lệch được bỏ qua.", "What is let pass."),
    "rule_source": ("Điều gì làm nên quy tắc.", "What makes it a rule."),
    "reason_told": ("Vì sao không đọc hết được, hoặc trùng với tệp nào.", "Why it was not read, or not whole."),
}  # fmt: skip
