"""What the commands of the audit say: their part of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

# key: (Vietnamese, English), as in `messages.CATALOGUE`
AUDIT_MESSAGES: Mapping[str, tuple[str, str]] = {
    "audit.short": (
        "Những chỗ không khớp trong kho, kèm căn cứ.",
        "What does not agree in the archive, with the evidence.",
    ),
    "audit.help": (
        "Liệt kê những chỗ không khớp mà cchc mine đã tìm thấy trong kho OUT: ở tệp nào, trang nào, "
        "câu nào, phép tính ra sao, căn cứ ở đâu, đã xử lý thế nào. Với --against: kiểm tra một tệp mới NEW "
        "(chưa có trong kho) bằng chính nó và đối chiếu với kho, không ghi gì vào kho.",
        "List what cchc mine found not to agree in the archive OUT: in which file, on which page, in "
        "which words, with the calculation, the evidence, and what was decided of it. With --against: check "
        "one new file NEW by itself and against an archive, which stays as it is.",
    ),
    "audit.check": (
        "Chỉ phép kiểm tra này (ghi được nhiều lần; tên xem ở --list-checks).",
        "This check alone (may be given several times; --list-checks names them).",
    ),
    "audit.severity": (
        "Từ mức độ này trở lên: error (lỗi), warning (cảnh báo), info (điểm lưu ý).",
        "Findings at least that grave: error, warning or info.",
    ),
    "audit.document": ("Chỉ trong văn bản này.", "In this document alone."),
    "audit.undecided": (
        "Chỉ những phát hiện chưa được xác nhận hoặc bác bỏ.",
        "Only those that nobody has accepted or dismissed.",
    ),
    "audit.fail-on": (
        "Kết thúc với mã 3 khi còn phát hiện từ mức độ này trở lên chưa bị bác bỏ.",
        "End with code 3 where a finding that grave or graver is not dismissed.",
    ),
    "audit.list-checks": (
        "Liệt kê các phép kiểm tra: quy tắc, sai số cho phép, nguồn.",
        "List the checks: what each compares, what it lets pass, and its source.",
    ),
    "audit.to": (
        "Ghi hồ sơ kiểm tra vào một tệp .html (đọc, in) hoặc .xlsx.",
        "Write the dossier: one .html file to read and print, or an .xlsx workbook.",
    ),
    "audit.against": (
        "Kho để đối chiếu tệp mới NEW.",
        "The archive that the new file NEW is checked against.",
    ),
    "audit.is-a-file": (
        "{path} là một tệp; để kiểm tra tệp này, hãy thêm --against và thư mục kho",
        "{path} is a file; to check it, add --against and the folder of the archive",
    ),
    "audit.no-report": (
        "--against cần tên tệp mới cần kiểm tra",
        "--against needs the new file that is to be checked",
    ),
    "audit.one-form": (
        "--to ghi ra tệp; không dùng cùng --json hoặc --csv",
        "--to writes a file; it does not go with --json or --csv",
    ),
    "audit.no-check": (
        "không có phép kiểm tra '{slug}'; hiện có: {checks}",
        "there is no check '{slug}'; there are: {checks}",
    ),
    "audit.rule": ("Quy tắc", "Rule"),
    "audit.tolerance": ("Cho phép", "Lets pass"),
    "audit.source": ("Nguồn", "Source"),
    "audit.arithmetic": ("Phép tính", "Arithmetic"),
    "audit.expected": ("Giá trị đúng", "Expected"),
    "audit.evidence": ("Căn cứ", "Evidence"),
    "audit.more-evidence": ("và {count} chỗ khác", "and {count} more places"),
    "audit.decision": ("Đã xử lý", "Decision"),
    "audit.nothing": ("Không có phát hiện nào.", "There are no findings."),
    "audit.dismissed": ("Trong đó đã bác bỏ: {count}.", "Of these dismissed: {count}."),
    "audit.lost": (
        "Có {count} lần xử lý gắn với phát hiện không còn nữa (văn bản đã sửa hoặc đã bỏ khỏi kho):",
        "{count} decisions are on findings that are no longer there (the document was changed or is "
        "gone):",
    ),
    "audit.damaged-decision": (
        "decisions.jsonl, dòng {line}: không đọc được, đã bỏ qua.",
        "decisions.jsonl, line {line}: cannot be read and is passed over.",
    ),
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("cảnh báo", "warning"),
    "severity.info": ("lưu ý", "remark"),
    "evidence.lexicon": ("từ điển của chương trình", "the program's lexicon"),
    "evidence.register": ("danh mục chính thức", "the official register"),
    "decision.accept": ("phát hiện đúng", "accepted"),
    "decision.dismiss": ("bác bỏ", "dismissed"),
    "decision.check": ("cần xem lại", "to be looked at"),
    "decide.short": (
        "Ghi nhận phát hiện là đúng, bị bác bỏ hay cần xem lại.",
        "Accept or dismiss a finding, or mark it to be looked at.",
    ),
    "decide.help": (
        "Ghi nhận việc xử lý phát hiện FINDING_ID (mã do cchc audit in ra; ghi phần đầu đủ để phân "
        "biệt là được): accept (phát hiện đúng), dismiss (không đúng) hoặc check (cần xem lại). Việc "
        "xử lý được giữ trong decisions.jsonl và không mất khi chạy lại cchc mine.",
        "Say of the finding FINDING_ID (as cchc audit prints it; so much of the id as tells it apart "
        "will do): accept (it is right), dismiss (it is not) or check (it is to be looked at). "
        "Decisions are kept in decisions.jsonl through every run of cchc mine.",
    ),
    "decide.note": ("Ghi chú.", "A note."),
    "decide.by": ("Tên người xử lý.", "Who decides."),
    "register.short": (
        "Đối chiếu với danh mục văn bản chính thức.",
        "Check against an official register of documents.",
    ),
    "register.help": (
        "Danh mục văn bản chính thức (số, ngày, cơ quan, hiệu lực) để đối chiếu các văn bản được viện "
        "dẫn trong kho.",
        "The official register (numbers, dates, issuers, what is in force) that the documents cited in "
        "the archive are checked against.",
    ),
    "register.import.short": (
        "Nạp một danh mục từ CSV hoặc Excel, rồi kiểm tra lại.",
        "Bring in a list from CSV or Excel, and audit anew.",
    ),
    "register.import.help": (
        "Nạp danh mục văn bản chính thức FILE (.csv, .xlsx, .xls) vào kho rồi kiểm tra lại, không phải đọc "
        "lại văn bản. Các cột được nhận ra theo tiêu đề thường dùng; dòng nào không dùng được đều được báo "
        "kèm số dòng. Nạp lại tệp cùng tên thì thay danh mục cũ.",
        "Bring the official list FILE (.csv, .xlsx, .xls) into the archive and audit it anew, without "
        "mining. Columns are known by their usual headings; every row that cannot be used is told with "
        "its line. A list of the same file name is replaced.",
    ),
    "register.map": (
        "Chỉ ra tiêu đề của một cột, ví dụ number='Số VB'; trường: number, type, date, issuer, status, "
        "expired, replaced_by, subject.",
        "Name the heading of a column, such as number='No.'; fields: number, type, date, issuer, status, "
        "expired, replaced_by, subject.",
    ),
    "register.issuer": (
        "Cơ quan ban hành, khi danh mục không có cột này.",
        "Who issued the documents, where the list has no such column.",
    ),
    "register.bad-map": (
        "'{value}': hãy ghi TRƯỜNG=TIÊU ĐỀ; trường: {fields}",
        "'{value}': give FIELD=HEADING; fields: {fields}",
    ),
    "register.kept": (
        "Đã nạp {count} văn bản từ {file}.",
        "{count} documents kept from {file}.",
    ),
    "register.columns": ("Các cột: {columns}", "Columns: {columns}"),
    "register.left-out": ("Không dùng được {count} dòng:", "Rows that cannot be used: {count}"),
    "register.line": ("dòng {line}", "line {line}"),
    "register.show.short": ("Xem các danh mục đã nạp.", "Show the lists there are."),
    "register.show.help": (
        "Xem các danh mục đã nạp: bao nhiêu văn bản, năm nào, của ai. --json và --csv in từng văn bản.",
        "Show the lists there are: how many documents, of which years, of whom. --json and --csv print "
        "every document.",
    ),
    "register.none": ("Kho chưa có danh mục như vậy.", "The archive has no such register."),
    "register.remove.short": ("Bỏ danh mục đã nạp.", "Take a list out."),
    "register.remove.help": (
        "Bỏ danh mục FILE (không ghi FILE: bỏ tất cả) rồi kiểm tra lại.",
        "Take the list FILE out (without FILE: all of them), and audit anew.",
    ),
    "register.removed": ("Đã bỏ {count} văn bản.", "{count} documents taken out."),
    "column.years": ("Năm", "Years"),
    "column.issuers": ("Cơ quan ban hành", "Issuers"),
}
