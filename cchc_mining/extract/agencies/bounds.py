"""The words beside a name that end it, or that make another thing of it."""

from __future__ import annotations

import re

from .terms import phrases

# After a core, as a key, these make another thing of it.
FALSE_FRIENDS: dict[str, re.Pattern[str]] = {
    "chính phủ": re.compile(r"\s+(?:điện\s+tử|số)(?!\w)", re.IGNORECASE),
    "ban": re.compile(r"\s+(?:Giám|Lãnh|Mê)(?!\w)"),
    "trường": re.compile(r"\s+(?:Sa|Sơn|Giang|Lâm|Thọ)(?!\w)"),
    "hội": re.compile(r"\s+(?:An|Xuân|Khỏe|Lim|Gióng|Báo|Chợ|Hoa|Chữ [Xx]uân)(?!\w)"),
    "bảo hiểm xã hội": (insured := re.compile(r"\s+(?:bắt buộc|tự nguyện|một lần)(?!\w)", re.I)),
    "bhxh": insured,
}

_OF_THE_INSURANCE = (
    "tham gia|đóng|thu|chi|trả|chế độ|chính sách|sổ|thẻ|quỹ|mức|tiền|nợ|hưởng|lĩnh vực|về"
)
# Before a core, as a key, these make another thing of it: 'tham gia Bảo hiểm xã hội'.
NOT_BEFORE: dict[str, str] = {
    "bảo hiểm xã hội": _OF_THE_INSURANCE,
    "bhxh": _OF_THE_INSURANCE,
    "đảng bộ": r"Đại hội(?:\s+\S+){0,3}",
    "thủ tướng": "Phó",
    "thủ tướng chính phủ": "Phó",
    "hội": "Ngày|Lễ|Đại|Trẩy",
    "quốc hội": "(?<!đoàn )đại biểu",  # elected to it: 'bầu cử đại biểu Quốc hội'
}

# Before a name these make it several bodies, before a bare head also a kind.
MANY_BEFORE: tuple[str, ...] = (
    "các",
    "những",
    "một số",
    "nhiều",
    "mỗi",
    "mọi",
    "từng",
    "hai",
    "ba",
    "giữa các",
    "toàn bộ",
)
KIND_BEFORE: tuple[str, ...] = (
    "cấp",
    "khối",
    "khối cơ quan",
    "liên",
    "cơ quan",
    "ngành",
    "lĩnh vực",
    "công tác",
    "hoạt động",
)

# After a bare head these make a common word of it: 'Sở hữu', 'Ban hành'.
NOT_AFTER_BARE: dict[str, str] = {
    "Sở": "hữu|dĩ",
    "Bộ": "trưởng|chỉ số|chỉ tiêu|tiêu chí|thủ tục|công cụ|tài liệu|thông tin|quy|máy|phận|đội|luật|môn|dữ liệu"
    "|câu hỏi|sưu tập|nhận diện|mã|hồ sơ|mẫu|thiết bị|ảnh|đề thi|sách|não|binh|hành|lọc|nhớ|chuẩn",
    "Tổng cục": "trưởng",
    "Cục": "diện|bộ|trưởng|phó|thuế quan",
    "Viện": "trợ|trưởng|phó|phí|kiểm sát|dẫn",
    "Phòng": "họp|làm việc|khám|học|tiếp|bệnh|chống|ngừa|xử|máy|thi|giao dịch|trực|khách|ban|vệ|cháy|hộ|tuyến",
    "Trung tâm": "hành chính|công nghiệp|thành phố|thương mại|phát triển",
    "Ban": "đầu|công|tổ|giao|cho",
    "Hội": "nghị|thảo|thi|họp|chợ",
    "Trường": "hợp",
    "Thanh tra": "kiểm tra|việc|viên|công vụ|toàn diện|chuyên ngành|đột xuất",
}

# First syllables of what an organisation does, or of what ties it to the clause.
ACTING_SYLLABLES: tuple[str, ...] = tuple(
    """
    đã đang sẽ được là có và về trong tại với do để theo từ đến cho giao ban chỉ tổ thực yêu đề tiếp chủ phối
    cũng vẫn còn chưa không thường luôn đều hiện triển tăng hoàn kịp xem căn nghiêm tham trực thuộc như nhằm khi
    sau trước trên này nêu nói tự bố cử duy phân quán rà trình gửi báo xây cung tiếp giải thống tập đẩy bảo đảm
    chú quan đạt nhận phát họp làm phải cần nên sớm kiểm hướng thành công áp vận hỗ khai ra vào lên cùng bằng gồm
    bao gắn trả thông đưa chuyển ủy lập mở đánh kiện sắp quy nâng cải góp nghiên ứng thẩm
    tổng quản sẵn phê nhanh chính đồng liên hoạt
    niêm gián trang thụ khám điều phát tuyên số nghẽn tồn đóng mới phân ngừng hết thí lắp nhập kết phản khắc tự
    lũy luỹ cộng dành ngăn truy chi ký nộp xếp ủng thu giai lấy mua dùng tiến xử đăng cắt sử giới vi nhập giảm kiến sơ
    """.split()
)

# Words that cannot stand inside a name: they open the clause in which the organisation acts, or
# tie it to something else.
STOP_PHRASES = phrases(
    """
    đã | đang | sẽ | được | bị | do | để | khi | là | có | tại | theo | trong | từ | với | như | nhằm | gồm | bao gồm |
    thuộc | trực thuộc | của | này | đó | nêu | đến | tới | cho | bởi | mà | thì | nên | cũng | vẫn | còn | chưa |
    không |
    luôn | đều | phải | cần | cùng | bằng | qua | sau | trước | hiện nay | hiện đang | hiện có | ngay | vừa |
    đóng | trên địa bàn cấp | năm | ngày |
    tháng | quý | kỳ | lần | chủ trì | chủ động | phối hợp với | tham mưu | tham gia | ban hành | báo cáo | yêu cầu |
    giao | họp | làm | gửi | tiếp tục | tiếp nhận | thường xuyên đôn đốc | hoàn thành | kịp thời |
    nghiêm túc | tăng cường | đẩy mạnh | tập trung | tổ chức | ghi nhận | đề nghị | kết luận | kết quả |
    tuyên truyền | đạt | tiến hành | công bố | công khai | đưa | vào | ra | lên | nhận | nhấn mạnh | chỉ đạo |
    hướng dẫn | thành lập | kiện toàn | đôn đốc | thông báo | triển khai đồng bộ | quán triệt | quan tâm | bố trí |
    cử | nộp | nợ | vay | đăng ký |
    duy trì | cung cấp | phê duyệt | đánh giá | thống nhất | khẩn trương | giúp | cấp tỉnh | cấp huyện |
    cấp xã | cấp cơ sở | làm việc | hoạt động | xác định | phân công | mở | tự | nói | riêng | trả | lập | đề xuất
    """
)
# Their first syllables cannot complete a word after a capital ('Trung tâm Hoa Sen |tổ chức'), but
# these also end words: 'Trung cấp', 'Khuyến công', 'Phát triển'.
_ALSO_SECOND = set(
    "cấp công kết hoạt thường triển thống quan tập tự lập hướng phân bố cung ghi xác".split()
)
STOP_SYLLABLES = tuple(sorted({phrase.split()[0] for phrase in STOP_PHRASES} - _ALSO_SECOND))

# Capitalised words that begin something else than the rest of a name.
NOT_IN_NAMES = (
    r"(?:Cơ quan|Đơn vị|Trưởng (?:ban|phòng|đoàn)|Tổ trưởng|Phó|Giám đốc|Chủ tịch|Chủ nhiệm|Bí thư|"
    r"Thủ trưởng|Chánh|Lãnh đạo|Đồng chí|Ông|Bà (?!Rịa|Nà|Triệu)|Thành viên|Quyết định|Công văn|Kế hoạch số|"
    r"Báo cáo|Văn bản|Thông tư|Thông báo|Nghị (?:quyết|định)|Luật|Chỉ thị|Quý [IVX]|Năm \d|Ngày \d|"
    r"Tháng \d|Phụ lục|Điều \d|Cổng|Trang thông tin|Hệ thống|Bộ phận|Tổng số|Số(?: \d|:)|Các|Những|Về|Theo|"
    r"Trong|Tại|Tỉnh|Huyện|Hội nghị|Hội thi|Hội thảo|Cuộc thi|Chương trình|Đề án|Sở|UBND|HĐND|Ủy ban|"
    r"Tel|Email|CỘNG HÒA|SỞ|BAN|PHÒNG)(?!\w)"
)

SURNAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Trịnh Trương
    Lâm Mai Tô Tạ Hà Cao Châu Lương Thái Thân Tống Vương Quách Triệu La Lưu Kiều Chu Nông Hứa
    """.split()
)
