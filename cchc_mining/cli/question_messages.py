"""What the commands that ask an archive say: their part of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

# key: (Vietnamese, English), as in `messages.CATALOGUE`
QUESTION_MESSAGES: Mapping[str, tuple[str, str]] = {
    # -- help
    "cited.help": (
        "Liệt kê mọi chỗ viện dẫn văn bản số NUMBER: tệp nào, ở đâu, ghi thế nào, ngày nào. Ghi "
        "cả ký hiệu (3604/QĐ-UBND) hay chỉ số (3604), có dấu hay không dấu (3604/qd-ubnd) đều "
        "được; cũng có thể ghi tên luật (Luật Đất đai). Không ghi NUMBER: liệt kê các văn bản được "
        "viện dẫn, nhiều lượt nhất trước.",
        "List every citation of the document NUMBER: which file, where, in which words, with "
        "which dates. The whole number (3604/KH-UBND) or a part of it (3604) will do, in any case, "
        "with or without Vietnamese marks; so will the name of a law. Without NUMBER: list the "
        "documents that are cited, the most cited first.",
    ),
    "cited.status": (
        "Chỉ liệt kê văn bản đã xác định (resolved), còn nhiều khả năng (ambiguous) hoặc chưa xác "
        "định (unresolved).",
        "List only those identified, ambiguous or unresolved.",
    ),
    "cited.only-held": (
        "Chỉ liệt kê văn bản mà kho có (hoặc không có) chính bản đó.",
        "List only those that the archive itself holds (or does not hold).",
    ),
    "cited.disputed": (
        "Chỉ liệt kê văn bản được ghi nhiều ngày hoặc nhiều cơ quan ban hành không khớp nhau.",
        "List only those cited with several dates or issuers.",
    ),
    "cited.superseded": (
        "Chỉ liệt kê chỗ viện dẫn văn bản đã bị thay thế hoặc bãi bỏ vào ngày viện dẫn.",
        "List the citations of documents that had been replaced or repealed by the citing day.",
    ),
    "cited.none-superseded": (
        "Không thấy chỗ nào viện dẫn văn bản đã bị thay thế, bãi bỏ.",
        "No citation of a replaced or repealed document was found.",
    ),
    "fate.replaced": (
        "đã bị thay thế bởi {by} (hết hiệu lực chậm nhất từ {since})",
        "replaced by {by} (no longer in force from {since} at the latest)",
    ),
    "fate.repealed": (
        "đã bị bãi bỏ bởi {by} (hết hiệu lực chậm nhất từ {since})",
        "repealed by {by} (no longer in force from {since} at the latest)",
    ),
    "fate.amended": (
        "được sửa đổi bởi {by} (có hiệu lực chậm nhất từ {since})",
        "amended by {by} (in force from {since} at the latest)",
    ),
    "cited.list-only": (
        "--status, --held, --not-held, --disputed và --superseded chỉ dùng khi không ghi NUMBER",
        "--status, --held, --not-held, --disputed and --superseded are for lists; leave NUMBER out",
    ),
    "option.explain": (
        "Cho biết quy tắc nào đã quyết định từng phần của viện dẫn.",
        "Tell which rule decided each piece of a citation.",
    ),
    "reliance.help": (
        "Cơ quan nào viện dẫn văn bản của cơ quan nào, nhiều lượt nhất trước.",
        "Whose documents cite whose, the most mentions first.",
    ),
    "reliance.relation": (
        "Chỉ tính một quan hệ: basis (căn cứ), implements (thực hiện), replaces (thay thế)...",
        "Count one relation alone: basis, implements, replaces, ...",
    ),
    "reliance.limit": (
        "Số dòng nhiều nhất (mặc định 100; 0 là không giới hạn).",
        "How many rows at most (default 100; 0 for all).",
    ),
    "reliance.nothing": ("Không có viện dẫn nào.", "No citations."),
    "reliance.unknown": ("(không rõ)", "(not known)"),
    "export.help": (
        "Ghi kho ra dạng mà chương trình khác đọc được. WHAT là một bảng (citations, figures, "
        "documents, legal_documents, findings, inputs), đồ thị viện dẫn (graphml, graph) hoặc mọi chỗ tìm "
        "thấy dưới dạng chú giải W3C Web Annotation (annotations).",
        "Write the archive in a form that other programs read. WHAT is a table (citations, figures, "
        "documents, legal_documents, findings, inputs), the graph of citations (graphml, graph), or every "
        "mention as a W3C Web Annotation (annotations).",
    ),
    "export.to": (
        "Tệp .csv, .xlsx, .parquet, .dta (Stata), .jsonl cho bảng; tệp .graphml; thư mục cho "
        "graph và annotations.",
        "A .csv, .xlsx, .parquet, .dta (Stata) or .jsonl file for a table; a .graphml file; a folder "
        "for graph and annotations.",
    ),
    "export.form": (
        "{path}: tên tệp phải có một trong các đuôi {forms}",
        "{path}: the file's name must end in one of {forms}",
    ),
    "export.suffix": (
        "{path}: tên tệp phải có đuôi .graphml",
        "{path}: the file's name must end in .graphml",
    ),
    "export.annotations": (
        "Đã ghi chú giải của {count} văn bản vào {path}",
        "Annotations of {count} documents written to {path}",
    ),
    "explain.rules": ("quy tắc: {rules}", "rules: {rules}"),
    "piece.mention": ("nhận dạng", "mention"),
    "piece.date": ("ngày", "date"),
    "piece.issuer": ("cơ quan", "issuer"),
    "piece.subject": ("trích yếu", "subject"),
    "piece.relation": ("quan hệ", "relation"),
    "piece.pinpoint": ("điều khoản", "pinpoint"),
    "piece.antecedent": ("nhắc lại", "antecedent"),
    "piece.target": ("xác định", "identified"),
    "via.text": ("năm ghi ngay sau", "the year written after it"),
    "via.document": ("chỗ khác trong cùng văn bản", "elsewhere in the same document"),
    "via.lexicon": ("danh mục luật", "the list of laws"),
    "via.in-force": ("luật có hiệu lực lúc đó", "the law in force at the time"),
    "via.subject": ("năm ghi trong trích yếu", "the year in its subject"),
    "via.period": ("kỳ báo cáo", "the period reported on"),
    "via.title": ("năm ghi trong tên báo cáo", "the year in the report's title"),
    "via.code": ("ký hiệu của cơ quan", "the issuer's code"),
    "via.succession": (
        "cơ quan trước khi đổi tên, hợp nhất",
        "the body before it was renamed or merged",
    ),
    "via.same": ("trùng ngày và trích yếu", "the same day and subject"),
    "via.antecedent": ("viện dẫn trước đó", "an earlier citation"),
    "via.archive": ("văn bản khác trong kho", "other documents of the archive"),
    "answer.yes": ("có", "yes"),
    "document.help": (
        "Cho biết văn bản DOCUMENT viện dẫn những gì và có số liệu nào. DOCUMENT là đường dẫn, "
        "tên tệp, số và ký hiệu (67/BC-UBND), hoặc phần đầu của mã nội dung.",
        "Tell what the document DOCUMENT cites, and its figures. DOCUMENT is a path, a file name, "
        "its number (67/BC-UBND), or the first letters of its content hash.",
    ),
    "document.show": (
        "Chỉ in phần này: citations (viện dẫn) hoặc figures (số liệu).",
        "Print this part alone: citations or figures.",
    ),
    "figures.help": (
        "Liệt kê số liệu theo chỉ tiêu, cơ quan, kỳ báo cáo. Các điều kiện được kết hợp với nhau; "
        "ghi có dấu hay không dấu đều được.",
        "List figures by indicator, agency and period. Conditions add up; words may be typed "
        "with or without tones.",
    ),
    "figures.indicator": (
        "Mã hoặc tên chỉ tiêu (xem cchc indicators).",
        "Id or name of an indicator (see cchc indicators).",
    ),
    "figures.role": (
        "Chỉ lấy giá trị (value), tỷ lệ nhắc lại số bên cạnh (share), mức tăng giảm (change) hoặc "
        "chỉ tiêu đề ra (target).",
        "Only values, shares that restate their neighbours, changes, or targets.",
    ),
    "figures.wide": (
        "Bảng ngang: mỗi dòng một chỉ tiêu, vai trò, cơ quan; mỗi cột một kỳ; giá trị theo đơn vị "
        "của chỉ tiêu.",
        "A wide table: a row for each indicator, role and agency, a column for each period, values in "
        "the indicator's unit.",
    ),
    "wide.more": (
        "Chỉ hiện {count} trên {all} dòng; thêm --limit 0 để xem hết.",
        "{count} of {all} rows; see them all with --limit 0.",
    ),
    "wide.without-period": (
        "{count} số liệu không rõ kỳ nên không có trong bảng.",
        "{count} figures have no period and are not in the table.",
    ),
    "wide.no-agency": ("(không rõ cơ quan)", "(agency not known)"),
    "mark.broken": (
        "{mark} số liệu trước và sau dấu này không so sánh trực tiếp được.",
        "{mark} what stands before and after this mark is not comparable as it is.",
    ),
    "mark.disputed": (
        "{mark} có số liệu khác cho cùng ô; xem bằng --json, hoặc --wide --to FILE.",
        "{mark} other figures say otherwise; see them with --json, or --wide --to FILE.",
    ),
    "mark.unclear": (
        "{mark} văn bản lập sau khi thay đổi nói về kỳ trước đó; không rõ tính theo phạm vi nào.",
        "{mark} told after a change of a time before it; its scope is not clear.",
    ),
    "role.value": ("giá trị", "values"),
    "role.share": ("tỷ lệ", "shares"),
    "role.change": ("mức tăng, giảm", "changes"),
    "role.target": ("chỉ tiêu đề ra", "targets"),
    "indicators.help": (
        "Liệt kê các chỉ tiêu chuẩn có số liệu trong kho: mã, tên, đơn vị, có bao nhiêu số liệu. WORDS: "
        "chỉ liệt kê chỉ tiêu có các từ này trong tên, có dấu hay không dấu.",
        "List the canonical indicators that the archive has figures of: id, name, unit, how many. "
        "WORDS: only those with these words in their name, with or without tones.",
    ),
    "indicators.all": (
        "Cả những chỉ tiêu không có số liệu nào.",
        "Also those of which there are no figures.",
    ),
    "indicators.total": ("{count} chỉ tiêu", "{count} indicators"),
    "compare.help": (
        "So sánh chỉ tiêu INDICATOR (mã hoặc tên) qua các kỳ và giữa các cơ quan, địa bàn; --to vẽ "
        "thành hình. Chuỗi số liệu bị ngắt ở nơi địa giới hoặc cơ quan thay đổi.",
        "Compare INDICATOR (id or name) over periods, agencies and territories; --to draws a picture. "
        "Series break where a territory or agency changes.",
    ),
    "compare.agency": (
        "Cơ quan, địa bàn (tên, hoặc vài từ trong tên); ghi nhiều lần được. Không ghi: tất cả.",
        "Agency or territory (its name, or words of it); may be repeated. All, unless given.",
    ),
    "compare.period": (
        "Chỉ lấy các kỳ nằm trong kỳ này (2023, 2020/2024); ghi nhiều lần được.",
        "Only what lies within this period (2023, 2020/2024); may be repeated.",
    ),
    "compare.by": (
        "Loại kỳ để so sánh; không ghi thì theo năm, nếu có.",
        "The kind of period compared; years if there are any, unless given.",
    ),
    "compare.to": (
        "Vẽ ra tệp này: .png hoặc .svg (cần cài thêm matplotlib).",
        "Draw to this file: .png or .svg (needs matplotlib).",
    ),
    "compare.drawn": ("Đã vẽ {path}", "Drawn: {path}"),
    "compare.left-out": (
        "Chỉ so sánh theo {kind}; còn số liệu theo {others} (xem bằng --by).",
        "Compared by {kind}; there are figures by {others} (see --by).",
    ),
    "compare.without": (
        "{count} số liệu không rõ cơ quan hoặc kỳ nên không có trong bảng.",
        "{count} figures have no agency or no period and are not in the table.",
    ),
    "by.year": ("năm", "year"),
    "by.half": ("nửa năm", "half-year"),
    "by.nine_months": ("9 tháng", "nine months"),
    "by.quarter": ("quý", "quarter"),
    "by.month": ("tháng", "month"),
    "by.day": ("ngày", "day"),
    "by.years": ("giai đoạn nhiều năm", "several years"),
    "by.other": ("khoảng thời gian khác", "other spans"),
    "column.indicator": ("Mã", "Id"),
    "column.name": ("Chỉ tiêu", "Indicator"),
    "column.figures": ("Số liệu", "Figures"),
    "column.agencies": ("Cơ quan, địa bàn", "Agencies"),
    "column.years": ("Năm", "Years"),
    "figures.agency": (
        "Tên cơ quan hoặc địa bàn, hay một phần tên.",
        "Name of an agency or territory, or a part of it.",
    ),
    "figures.period": (
        "Kỳ: 2023, 2023-10, 2023-Q2; ghi năm thì tìm cả các tháng, quý trong năm.",
        "Period: 2023, 2023-10, 2023-Q2; a year finds its months and quarters too.",
    ),
    "figures.label": ("Từ trong tên số liệu.", "Words in the name of the figure."),
    "figures.to": (
        "Ghi mọi số liệu tìm được vào tệp này: .csv, .xlsx, .parquet, .dta (Stata), .jsonl.",
        "Write all that is found to this file: .csv, .xlsx, .parquet, .dta (Stata), .jsonl.",
    ),
    "figures.document": ("Chỉ tìm trong văn bản này.", "Look in this document alone."),
    "search.help": (
        "Tìm trong toàn văn các đoạn có đủ các từ của TEXT. Gõ có dấu thì phải khớp dấu; gõ không "
        "dấu thì không xét dấu và d cũng là đ. Đặt trong ngoặc kép để tìm nguyên cụm từ.",
        "Find the passages that have all words of TEXT. Typed with tones, they must agree; typed "
        "without, they do not matter. Words in double quotes stand together.",
    ),
    "option.archive": (
        "Thư mục kết quả của cchc mine (mặc định: thư mục hiện tại, hoặc ./out).",
        "Folder that cchc mine has written (default: the current folder, or ./out).",
    ),
    "option.csv": (
        "In kết quả dạng CSV (UTF-8, tiêu đề cột cố định bằng tiếng Anh).",
        "Print the result as CSV (UTF-8, with stable column names).",
    ),
    "cited.limit": (
        "Số lượt viện dẫn nhiều nhất (mặc định 100; 0 là không giới hạn).",
        "How many citations at most (default 100; 0 for all).",
    ),
    "figures.limit": (
        "Số dòng nhiều nhất (mặc định 200; 0 là không giới hạn).",
        "How many figures at most (default 200; 0 for all).",
    ),
    "search.limit": (
        "Số đoạn nhiều nhất (mặc định 20; 0 là không giới hạn).",
        "How many passages at most (default 20; 0 for all).",
    ),
    # -- what is wrong
    "question.no-archive": (
        "không thấy kho kết quả ở thư mục hiện tại hay ./out; hãy chỉ ra bằng --archive, hoặc tạo "
        "bằng `cchc mine ... --out out`",
        "there is no archive in the current folder or ./out; name one with --archive, or make one "
        "with `cchc mine ... --out out`",
    ),
    "question.two-formats": (
        "chỉ chọn một trong hai: --json hoặc --csv",
        "choose one of --json and --csv",
    ),
    # -- answers
    "cited.nothing": (
        "Không có văn bản nào trong kho viện dẫn '{number}'.",
        "No document of the archive cites '{number}'.",
    ),
    "cited.total": (
        "{mentions} lượt viện dẫn trong {documents} văn bản",
        "{mentions} citations in {documents} documents",
    ),
    "cited.more": (
        "Còn {count} lượt nữa; thêm --limit 0 để xem hết.",
        "{count} more; see them all with --limit 0.",
    ),
    "cited.date-of": ("ngày {date}", "of {date}"),
    "cited.dates": ("Các ngày đã ghi: {variants}", "Dates seen: {variants}"),
    "cited.issuers": ("Các cơ quan đã ghi: {variants}", "Issuers seen: {variants}"),
    "cited.held": ("Có trong kho: {source}", "Held: {source}"),
    "cited.not-held": ("Không có trong kho", "Not held by the archive"),
    "cited.ambiguous": (
        "Chưa xác định được, có thể là: {candidates}",
        "Ambiguous; it may be: {candidates}",
    ),
    "cited.unresolved": ("Chưa xác định được: {reason}", "Not identified: {reason}"),
    "missing.no-year": ("không rõ năm", "the year is not known"),
    "missing.no-issuer": ("không rõ cơ quan ban hành", "the issuer is not known"),
    "missing.no-code": ("số không có ký hiệu", "the number lacks its code"),
    "missing.merged-issuer": (
        "cơ quan nay hợp nhất từ nhiều cơ quan; chưa rõ cơ quan nào đã ban hành",
        "several bodies became the one named; which of them issued it is not known",
    ),
    "missing.damaged-number": ("số bị hỏng", "the number is damaged"),
    "place.page": ("trang {page}", "page {page}"),
    "place.footnote": ("chú thích {number}", "footnote {number}"),
    "place.span": ("vị trí {start}-{end}", "at {start}-{end}"),
    "document.version": ("Bản của cùng văn bản", "Version of the same document"),
    "version.leading": ("bản chính", "the leading one"),
    "version.draft": ("bản không ghi số, giống {likeness}", "without a number, {likeness} alike"),
    "version.scan": ("bản quét, giống {likeness}", "a scan, {likeness} alike"),
    "version.copy": ("bản khác, giống {likeness}", "another copy, {likeness} alike"),
    "document.type": ("Loại", "Type"),
    "document.number": ("Số, ký hiệu", "Number"),
    "document.date": ("Ngày", "Date"),
    "document.issuer": ("Cơ quan", "Issuer"),
    "document.title": ("Trích yếu", "Title"),
    "document.signer": ("Người ký", "Signer"),
    "document.status": ("Tình trạng đọc", "Status"),
    "document.citations": ("Viện dẫn ({count})", "Citations ({count})"),
    "document.figures": ("Số liệu ({count})", "Figures ({count})"),
    "column.number": ("Số, ký hiệu", "Number"),
    "column.type": ("Loại", "Type"),
    "column.date": ("Ngày", "Date"),
    "column.issuer": ("Cơ quan ban hành", "Issuer"),
    "column.relation": ("Quan hệ", "Relation"),
    "column.place": ("Vị trí", "Place"),
    "column.label": ("Số liệu", "Figure"),
    "column.value": ("Giá trị", "Value"),
    "column.unit": ("Đơn vị", "Unit"),
    "column.period": ("Kỳ", "Period"),
    "column.agency": ("Cơ quan, địa bàn", "Agency"),
    "column.source": ("Tệp", "File"),
    "column.rules": ("Quy tắc", "Rules"),
    "column.mentions": ("Lượt", "Mentions"),
    "column.documents": ("Văn bản", "Documents"),
    "column.cited": ("Viện dẫn trong khoảng", "Cited"),
    "column.held": ("Có trong kho", "Held"),
    "column.citing": ("Cơ quan viện dẫn", "Citing"),
    "column.cited-body": ("Cơ quan được viện dẫn", "Cited"),
    "column.cited-documents": ("Văn bản được viện dẫn", "Cited documents"),
    "relation.basis": ("căn cứ", "basis"),
    "relation.implements": ("thực hiện", "implements"),
    "relation.guides": ("hướng dẫn", "guides"),
    "relation.issues": ("ban hành", "issues"),
    "relation.amends": ("sửa đổi", "amends"),
    "relation.amended_by": ("được sửa đổi bởi", "amended by"),
    "relation.replaces": ("thay thế", "replaces"),
    "relation.repeals": ("bãi bỏ", "repeals"),
    "relation.attached_to": ("kèm theo", "attached to"),
    "relation.reports": ("báo cáo", "reports"),
    "relation.mentions": ("nhắc đến", "mentions"),
    "kind.self": ("số của văn bản", "own number"),
    "status.ok": ("đọc được", "read"),
    "status.partial": ("đọc được một phần", "read in part"),
    "status.failed": ("không đọc được", "not read"),
    "figures.nothing": (
        "Không có số liệu nào ứng với các điều kiện này.",
        "No figures meet these conditions.",
    ),
    "figures.total": ("{count} số liệu", "{count} figures"),
    "figures.more": (
        "Chỉ hiện {count} số liệu đầu; thêm --limit 0 để xem hết.",
        "The first {count} figures; see them all with --limit 0.",
    ),
    "search.nothing": ("Không tìm thấy '{text}'.", "'{text}' is not found."),
    "search.without-tones": (
        "Không có chỗ nào khớp cả dấu; dưới đây là các chỗ khớp khi bỏ dấu.",
        "Nothing agrees in its tones; these agree without them.",
    ),
}
