"""The words that tell what a number is: data only, all in lower case.

A `|`-joined string is an alternation of a regular expression; a frozenset holds single words.
"""

from __future__ import annotations

from ...records import Approx

# What stands between the members of a list.
JOINTS = (", ", " và ", ", và ")

# --- what is not a figure ---------------------------------------------------------------------

# Before a number: it names something, whatever follows. 'điều 5', 'phụ lục 2', 'mức độ 3'.
IDENTIFIED = (
    "số|điều|khoản|tiết|mục|chương|phụ lục|biểu số|mẫu số|khóa|khoá|lần|lần thứ|thứ|kỳ họp thứ|phiên thứ"
    "|đợt|cấp độ|mức độ|đề án|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kết luận|công văn"
    "|quý|tháng|năm|ngày|mùng|thế kỷ|quốc lộ|tỉnh lộ|giai đoạn|fm|am|tần số|vtv"
    "|iso|tcvn|qcvn|phiên bản|version"
    "|điện thoại|đt|đtdđ|fax|tel|hotline|tổng đài|số máy|đường dây nóng|mã số|mã"
)
# The same where the number counts nothing known: 'tổ 5', 'chương trình 135', 'Windows 10'.
WEAKLY_IDENTIFIED = (
    "nhóm|phần|biểu|bảng|mẫu|hình|biểu đồ|kỳ|tập|cấp|loại|hạng|dự án|chương trình|kế hoạch|báo cáo|thông báo"
    "|văn bản|quy định|hướng dẫn|tờ trình|bộ chỉ số|chỉ số|trang|câu|cột|dòng|tiêu chí|chỉ tiêu|nội dung"
    "|nhiệm vụ|mô hình|đường|hẻm|ngõ|tuyến|thửa|lô|khu|khu phố|tổ|ấp|thôn|phường|quận|khối|tầng|phòng"
    "|kênh|cổng|cổng thông tin|windows|covid|festival|trạm|km|chốt|cụm|vùng|bước|phương án|trường hợp"
    "|ca|lớp|đội|đoàn|trường|mức|bệnh viện|tòa|toà|web|ipv|tls|tiêu chuẩn|agenda|zone|tổ công tác|quyết sách"
)
# A number with one of these words makes a slogan: '5 biết, 5 rõ', '4 tại chỗ', '3 không'.
SLOGAN = frozenset(
    "biết rõ không xin luôn tại thật nhất cùng tăng giảm sẵn hóa hoá cần dám nhà bên có thể cửa"
    " chiều một xanh sạch k hơn tốt cấp".split()
)
# 'sơ kết 02 năm', 'kỷ niệm 80 năm ngày ...', '10 năm triển khai': the age of an event.
AGE_UNITS = frozenset(("năm", "tháng", "tuổi", "thế kỷ", "thập kỷ"))
DURATION = (
    "thời hạn|thời gian|kinh nghiệm|bình quân|trung bình|định kỳ|mỗi|rút ngắn|kéo dài|chậm|trễ|quá"
    "|thâm niên|công tác|sử dụng"
)

# Of which kind something counted before is: '96 đơn (12 khiếu nại)', '21 công chức (06 cảnh cáo)'.
KINDS = (
    "khiếu nại", "tố cáo", "kiến nghị", "phản ánh", "đề nghị", "tranh chấp", "khiển trách", "cảnh cáo",
    "cách chức", "giáng chức", "hạ bậc", "khai trừ", "buộc thôi", "đột xuất", "định kỳ", "thường xuyên",
    "nam", "nữ", "trực tiếp", "trực tuyến",
)  # fmt: skip

# In which state something counted before is, in place of a noun: '12 TTHC mới, 27 sửa đổi', '19 tự bảo
# đảm chi thường xuyên', 'kiểm tra 46 văn bản, phát hiện 06 sai thể thức'.
STATES = (
    "tự", "sai", "đúng", "trễ", "chậm", "sớm", "quá hạn", "sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "hủy bỏ",
    "toàn trình", "một phần", "mức độ", "hài lòng", "bình thường", "cá biệt", "quy phạm", "thạc sĩ", "tiến sĩ",
    "đại học", "cao đẳng", "trung cấp", "sơ cấp",
)  # fmt: skip

# --- comparators ------------------------------------------------------------------------------

# The longest first: what stands right before the number, and what it means.
COMPARATORS: tuple[tuple[str, Approx], ...] = (
    ("không thấp hơn", ">="), ("không ít hơn", ">="), ("không dưới", ">="), ("ít nhất", ">="),
    ("tối thiểu", ">="), ("thấp nhất", ">="), ("lớn hơn hoặc bằng", ">="), ("≥", ">="),
    ("không vượt quá", "<="), ("không quá", "<="), ("không nhiều hơn", "<="), ("tối đa", "<="),
    ("nhiều nhất", "<="), ("cao nhất", "<="), ("không hơn", "<="), ("không trên", "<="),
    ("nhỏ hơn hoặc bằng", "<="), ("≤", "<="),
    ("chưa đến", "<"), ("chưa đầy", "<"), ("chưa tới", "<"), ("dưới", "<"), ("<", "<"),
    ("nhỏ hơn", "<"),
    ("lớn hơn", ">"), ("vượt quá", ">"), ("hơn", ">"), ("trên", ">"), (">", ">"),
    ("xấp xỉ", "~"), ("khoảng", "~"), ("ước khoảng", "~"), ("chừng", "~"), ("tầm", "~"),
    ("ước chừng", "~"), ("độ khoảng", "~"), ("~", "~"),
    ("gần", "<~"), ("suýt soát", "<~"),
)  # fmt: skip
# 'trên 06 lĩnh vực', 'trên 3 fanpage': a place, not 'more than'.
PLACES = (
    "lĩnh vực", "fanpage", "trang", "kênh", "nền tảng", "phương diện", "mặt", "khía cạnh",
    "địa bàn", "tuyến", "môi trường", "hệ thống", "báo", "tạp chí", "cổng", "website",
)  # fmt: skip

# --- roles ------------------------------------------------------------------------------------

RISING = "tăng|cao hơn|nhiều hơn|vượt|gia tăng|tăng trưởng"
FALLING = "giảm|thấp hơn|ít hơn|sụt giảm|tụt|sụt"
# Between the verb and the number: 'giảm được 07', 'tăng thêm khoảng 5'.
CHANGE_TAIL = "thêm|được|khoảng|gần|hơn|trên|thêm được|tới|đi|bình quân|trung bình|thêm khoảng|tương ứng|lần lượt"
# 'tỷ lệ cắt giảm 39%', 'mục tiêu giảm 10%', 'phấn đấu tăng'
PLANNED = (
    "phấn đấu|mục tiêu|chỉ tiêu|dự kiến|dự báo|sẽ|đặt ra|kế hoạch giao|yêu cầu|phải đạt"
    "|bảo đảm đạt|đảm bảo đạt|định hướng|hướng tới|hướng đến|lộ trình"
)
# 'Đề nghị Sở Khoa học và Công nghệ cấp bổ sung 15 bộ': what is asked for is yet to come.
ASKED = (
    r"[\s\d.)*+-]*(?:đề nghị|kiến nghị|đề xuất)\s+(?:với\s+)?"
    r"(?:các\s+|lãnh đạo\s+|chủ tịch\s+)?(?:ubnd|hđnd|sở|bộ|ủy ban|chính phủ|thủ tướng|tỉnh|thành phố"
    r"|huyện|cục|kho bạc|ngân hàng|bảo hiểm|công an|văn phòng|ban)(?!\w)"
)
# A heading with one of these opens plans; the figures below it are targets.
PLANNING_HEADING = (
    "phương hướng|mục tiêu|chỉ tiêu|nhiệm vụ trọng tâm|nhiệm vụ, giải pháp|nhiệm vụ và giải pháp"
    "|nhiệm vụ thời gian tới|nhiệm vụ chủ yếu|giải pháp chủ yếu|giải pháp thời gian tới|thời gian tới"
    "|đề xuất, kiến nghị|kiến nghị, đề xuất|kế hoạch năm|nhiệm vụ năm|nhiệm vụ nhiệm kỳ|nhiệm vụ quý|nhiệm vụ tháng"
    r"|nhiệm vụ (?:\d{1,2}|ba|sáu|chín|các|những) tháng|nhiệm vụ công tác|nhiệm vụ trong thời gian|nhiệm vụ cuối năm"
    r"|công (?:tác|việc) trọng tâm|^\W*(?:một số )?định hướng(?!\w)"
    r"|^\W*(?:kế hoạch|chương trình)(?: công tác)? (?:quý|tháng|năm|\d{1,2} tháng)"
)
# Parts of a plan, not what is planned.
STRUCTURE = ("lĩnh vực", "mục tiêu", "nhóm", "trụ cột", "nội dung", "phần", "chương", "nguyên tắc")
# What may stand between a count and the percentage that restates it.
SHARE_WORDS = (
    "đạt|chiếm|tỷ lệ|tỉ lệ|tương ứng|tương đương|bằng|với|đạt tỷ lệ|hoàn thành|mức|khoảng|gần|hơn|trên"
    "|dưới|là|ước|xấp xỉ|đã|được|tỷ trọng|tỷ lệ đạt|="
)

# --- labels -----------------------------------------------------------------------------------

# What a figure measures when it is no count: a label starts at the last of these.
MEASURE_HEADS = (
    "tỷ lệ|tỉ lệ|bộ chỉ số|nhóm chỉ số|kết quả chấm điểm|chỉ số|số lượng|tổng số lượng"
    "|tổng số|số lượt|số tiền|tổng số tiền|số|tổng|mức độ|mức|kim ngạch|doanh thu"
    "|tổng doanh thu|thu ngân sách|tổng thu|tổng chi|chi ngân sách|thu|tổng vốn|vốn"
    "|giá trị|thời gian|kinh phí|tổng kinh phí|chi phí|điểm số|điểm|giải ngân|tốc độ"
    "|dự toán|sản lượng|diện tích|dân số|quy mô|tổng mức|ngân sách|hạn mức|biên chế"
    "|thu nhập|năng suất|lệ phí|phí|dư nợ|doanh số|tổng nguồn vốn|nguồn vốn|học phí|lợi nhuận|giá bán"
    "|giá thu mua|trọng lượng|mật độ|lãi suất|công suất|tổng đàn"
)
# Verbs of administration: they say what was done with what is counted.
VERBS = (
    "ban hành|tiếp nhận|giải quyết|xử lý|trả kết quả|tổ chức|công bố|công khai|kiểm tra|rà soát|xây dựng"
    "|triển khai|hoàn thành|tổng hợp|thẩm định|phê duyệt|cử|cấp|thu hút|đăng tải|đăng|phát sóng|phát hiện"
    "|phát hành|phát thanh|khắc phục|kiến nghị|đề xuất|đề nghị|đơn giản hóa|cắt giảm|bãi bỏ|sửa đổi"
    "|bổ sung|thay thế|thực hiện|áp dụng|kết nối|tích hợp|chia sẻ|khai thác|lưu trữ|số hóa|ký số|gửi|nhận"
    "|trao|khen thưởng|tuyên dương|kỷ luật|xử phạt|thanh tra|giám sát|khảo sát|đánh giá|xếp hạng|xếp loại"
    "|chấm điểm|tuyển dụng|tinh giản|bổ nhiệm|luân chuyển|điều động|đào tạo|bồi dưỡng|tập huấn|sắp xếp"
    "|sáp nhập|hợp nhất|giải thể|thành lập|giao|phân bổ|giải ngân|bố trí|tiết kiệm|huy động|đầu tư|cung cấp"
    "|niêm yết|cập nhật|chuẩn hóa|tái cấu trúc|duy trì|vận hành|đăng ký|thẩm tra|góp ý|tham gia|tham dự"
    "|đối thoại|trả lời|tư vấn|hỗ trợ|hướng dẫn|kích hoạt|thu nhận|chuyển|quản lý|quán triệt|tuyên truyền"
    "|phê bình|nhắc nhở|chấn chỉnh|thu hồi|từ chối|trả lại|hoàn trả|thông báo|lập|mở|phát|họp|nộp|thu|chi"
    "|chỉnh lý|trình|sử dụng|bàn giao|nâng cấp|lắp đặt|trang bị|miễn|giảm|khuyết|thừa|thiếu|đóng góp|tạo"
    "|cho vay|hòa giải|thụ lý|bàn|quy định|công nhận|nhân rộng|xét|chỉ đạo|khởi tố|ký|thí điểm|phân cấp"
    "|ủy quyền|tháo gỡ|chỉ ra|tiếp|đón|biên soạn|in|giới thiệu|thi|làm việc|tiến hành|đề ra|xác định|rút ngắn"
)
# Who acts, where no agency is named: of what is counted a label says what was done, not by whom.
ACTORS = (  # not 'hội nghị', 'bộ máy'
    "sở", "ban", "bộ", "ngành", "ubnd", "hđnd", "ubmttq", "mttq", "đảng bộ", "đảng ủy", "chi bộ", "cấp ủy",
    "bộ phận", "trung tâm", "phòng", "cơ quan", "đơn vị", "khối", "cục", "chi cục", "tổng cục", "vụ",
    "đoàn", "đội", "hội", "tổ công tác", "lực lượng", "công an", "xã", "phường", "đặc khu", "huyện", "quận",
    "thị xã", "thị trấn", "thành phố", "tỉnh", "địa phương", "bộ trưởng", "thứ trưởng", "chủ tịch", "giám đốc",
    "lãnh đạo", "thường trực", "ủy ban", "mặt trận", "tòa án", "viện kiểm sát", "bệnh viện", "trạm y tế",
    "trường", "ngân hàng", "kho bạc", "liên đoàn", "công đoàn", "hệ thống chính trị",
    # with verbs in their names
    "ban chỉ đạo", "ban tổ chức", "ban quản lý", "ban tiếp", "đoàn kiểm tra", "đoàn thanh tra", "đoàn giám sát",
    "đoàn khảo sát", "đoàn công tác", "tổ kiểm tra", "ủy ban kiểm tra", "bộ phận tiếp nhận và trả kết quả",
    "bộ phận tiếp nhận", "cơ quan thanh tra", "lực lượng quản lý",
)  # fmt: skip
# No noun starts with these: the number before one of them counts nothing by itself.
NOT_NOUNS = frozenset(
    ("và", "với", "là", "có", "gồm", "được", "đạt", "cho", "tại", "trong", "của", "các", "những", "đã",
     "đang", "sẽ", "đến", "nay", "theo", "khi", "tới", "từ", "vào", "về", "bằng", "trên", "dưới", "tăng",
     "giảm", "chiếm", "so", "để", "nhằm", "do", "bởi", "vì", "nên", "thì", "mà", "hoặc", "hay", "còn",
     "không", "chưa", "trở", "lên", "xuống", "ở", "cao", "thấp", "hơn", "vượt", "nhưng", "trước", "sau",
     "trực", "mới", "bao", "như", "đảm", "bảo", "hoàn", "qua", "cùng", "ra", "góp", "xếp", "đứng", "này", "thuộc",
     "cuối", "giữa")
)  # fmt: skip
# A piece after a comma that starts with one of these is no part of a noun phrase.
CLAUSE_OPENERS = frozenset(
    ("tiếp", "tổ", "ban", "giải", "xử", "giúp", "góp", "thu", "phát", "đăng", "cấp", "cử", "kiểm", "rà",
     "hoàn", "triển", "thực", "công", "đề", "kiến", "trả", "trao", "tăng", "giảm", "chiếm", "đạt", "tỷ",
     "tỉ", "số", "tổng", "lũy", "ước", "đơn", "bãi", "sửa", "phê", "khắc", "không", "nhiều", "ít", "xếp",
     "trễ", "đúng", "quá", "sớm", "trước", "mỗi", "tiết", "mở", "lập", "giao", "nâng", "đưa", "gửi", "hoạt")
)  # fmt: skip
# What an elliptical subject starts with: 'UBND cấp huyện là 1,37%, cấp xã là 0,36%'.
ENTITIES = (
    "khối", "cấp", "ubnd", "các sở", "các ", "huyện", "thành phố", "thị xã", "xã", "phường", "tỉnh", "sở",
    "công an", "cơ quan", "đơn vị", "lĩnh vực", "ngành", "nhóm", "bộ", "quận", "ban", "trung tâm", "khu vực",
)  # fmt: skip
# First words of a label that lose the capital they had at the start of a sentence.
LOWERED = frozenset(
    ("tỷ", "tỉ", "tổng", "số", "khối", "kết", "chỉ", "hồ", "mức", "thu", "chi", "giải", "doanh", "kim", "dự",
     "thời", "kinh", "chi", "vốn", "giá", "công", "cán", "người", "đội", "đoàn", "cơ", "đơn", "biên", "nhiệm",
     "việc", "tiếp", "rà", "đã", "văn", "các", "lượt", "hội", "lớp", "quy", "điểm", "diện", "sản", "dân")
)  # fmt: skip
