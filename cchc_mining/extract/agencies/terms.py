"""The words that names of organisations are made of after their head.

Whole names stand in the lexicon; this is the vocabulary of those that do not, compiled by hand from
names of offices, schools, hospitals and units in decrees on organisation and in practice.
"""

from __future__ import annotations


def phrases(block: str) -> tuple[str, ...]:
    """Phrases written as a block, joined by '|'."""
    return tuple(phrase.strip() for phrase in block.split("|"))


# Phrases that continue a name in any case: 'Trung tâm Dịch vụ việc làm', 'Ban Xúc tiến đầu tư'.
NAME_TERMS = phrases(
    """
    hành chính | hành chính công | hành chính công trực tuyến | dịch vụ | dịch vụ công | dịch vụ việc làm |
    dịch vụ hành chính công | dịch vụ công ích | dịch vụ nông nghiệp | dịch vụ đấu giá tài sản |
    dịch vụ tài chính | việc làm | phục vụ hành chính công | công ích | cung ứng | sự nghiệp công |
    doanh nghiệp | doanh nghiệp nhỏ và vừa | đầu tư | đầu tư xây dựng | đầu tư phát triển | xúc tiến đầu tư |
    xúc tiến thương mại | xúc tiến du lịch | khuyến công | khuyến nông | khuyến học | phát triển quỹ đất |
    phát triển đô thị | phát triển nông thôn | phát triển du lịch | phát triển rừng | nông thôn | nông thôn mới |
    nông nghiệp | lâm nghiệp | ngư nghiệp | công nghiệp | công nghiệp và dịch vụ | công thương | thủ công |
    công nghệ | công nghệ thông tin | công nghệ thông tin và truyền thông | công nghệ cao | công nghệ số |
    công nghệ sinh học | thông tin | thông tin điện tử | thông tin cơ sở | truyền thông | thể thao | thể dục |
    văn hóa | văn hóa nghệ thuật | nghệ thuật | di sản | di tích | bảo tồn | bảo tàng | du lịch | lữ hành |
    thương mại | thương mại điện tử | điện tử | đất đai | đăng ký đất đai | quỹ đất | nhà đất | tài nguyên |
    tài nguyên và môi trường | môi trường | môi trường đô thị | quan trắc | khoáng sản | biển | hải đảo |
    giáo dục | giáo dục thường xuyên | giáo dục nghề nghiệp | nghề nghiệp | thường xuyên | dạy nghề | nghề |
    hướng nghiệp | đào tạo | đào tạo nghề | bồi dưỡng chính trị | bồi dưỡng cán bộ | chính trị | sư phạm |
    đại học | đại học luật | cao đẳng | trung cấp | trung học | trung học phổ thông |
    trung học cơ sở | phổ thông | tiểu học |
    mầm non | mẫu giáo | nội trú | bán trú | phổ thông dân tộc nội trú | năng khiếu | chuyên | chuyên biệt |
    y tế | y tế dự phòng | dự phòng | y học | y học cổ truyền | cổ truyền | y khoa | pháp y | đa khoa |
    chuyên khoa | sức khỏe | sức khỏe sinh sản | sinh sản | bệnh tật | kiểm soát bệnh tật | phục hồi chức năng |
    tâm thần | da liễu | ung bướu | nhiệt đới | huyết học | truyền máu | cấp cứu | chấn thương | chỉnh hình |
    sản nhi | phụ sản | nhi đồng | kiểm nghiệm | giám định | dân số | dân số - kế hoạch hóa gia đình | gia đình |
    bà mẹ | trẻ em | thiếu nhi | thiếu niên | thanh niên | thanh thiếu nhi | phụ nữ | cựu chiến binh |
    cựu thanh niên xung phong | người cao tuổi | người khuyết tật | người có công | người mù | nông dân |
    bảo trợ xã hội | công tác xã hội | an sinh xã hội | xã hội | chính sách xã hội | bảo hiểm xã hội |
    bảo hiểm y tế | bảo hiểm thất nghiệp | chữ thập đỏ | từ thiện | trợ giúp pháp lý | pháp lý | tư pháp |
    lý lịch tư pháp | bổ trợ tư pháp | hộ tịch | công chứng | đấu giá | đấu giá tài sản | tài sản | tài sản công |
    tài chính | tài chính - kế hoạch | kế hoạch | ngân sách | ngân sách nhà nước | thuế | hải quan | thống kê |
    kiểm toán | lưu trữ | lưu trữ lịch sử | lịch sử | văn thư | thi đua | khen thưởng | tôn giáo | dân tộc |
    miền núi | biên giới | biên phòng | quân sự | quốc phòng | an ninh | trật tự | giao thông | vận tải |
    giao thông vận tải | giao thông công chính | đường bộ | đường thủy | đường sắt | hàng hải | hàng không |
    đăng kiểm | an toàn giao thông | an toàn thông tin | an toàn thực phẩm | vệ sinh an toàn thực phẩm | an toàn |
    hạ tầng | hạ tầng kỹ thuật | kỹ thuật | kỹ thuật tổng hợp | kỹ thuật nông nghiệp | đô thị | quy hoạch |
    kiến trúc | quy hoạch xây dựng | xây dựng | kiểm định xây dựng | chất lượng công trình xây dựng | công trình |
    công trình công cộng | công viên | cây xanh | chiếu sáng | cấp nước | thoát nước | cấp thoát nước |
    nước sạch | nước sạch và vệ sinh môi trường nông thôn | vệ sinh môi trường | thủy lợi | thủy điện |
    thủy sản | chăn nuôi | thú y | trồng trọt | bảo vệ thực vật | cây trồng | vật nuôi | giống | giống cây trồng |
    kiểm lâm | rừng | rừng phòng hộ | rừng đặc dụng | phòng hộ | bảo vệ môi trường | bảo vệ rừng |
    bảo vệ và phát triển rừng | bảo trì đường bộ | phòng, chống thiên tai | phòng cháy, chữa cháy |
    cứu nạn, cứu hộ | tìm kiếm cứu nạn | phòng thủ dân sự | phòng, chống tham nhũng | khí tượng | thủy văn |
    khoa học | khoa học và kỹ thuật | khoa học công nghệ | khoa học xã hội | khoa học hành chính |
    đo lường | chất lượng | tiêu chuẩn | sở hữu trí tuệ | đổi mới sáng tạo | khởi nghiệp | sáng tạo |
    khởi nghiệp đổi mới sáng tạo | tin học | ngoại ngữ | tin học - ngoại ngữ | chuyển đổi số | chuyển giao công nghệ |
    dữ liệu | dữ liệu quốc gia | điều hành thông minh | giám sát, điều hành thông minh | thông minh | trực tuyến |
    cải cách hành chính | thủ tục hành chính | kiểm soát thủ tục hành chính | tiếp công dân | tổ chức cán bộ |
    tổ chức - hành chính | hành chính - tổng hợp | hành chính - quản trị | kế hoạch - tài chính | tổng hợp |
    quản trị | nội chính | nội vụ | ngoại vụ | pháp chế | nghiệp vụ | công chức | viên chức | công vụ | cán bộ |
    khoa giáo | văn xã | đối ngoại | hợp tác quốc tế | quốc tế | quốc gia | nhà nước | nhân dân | tối cao |
    khu vực | khu kinh tế | khu công nghiệp | khu chế xuất | khu công nghệ cao | cụm công nghiệp | cửa khẩu |
    dự án | quản lý dự án | quản lý đô thị | quản lý đất đai | quản lý thị trường | quản lý bảo trì đường bộ |
    quản lý chất lượng | quản lý nhà | quản lý khai thác | giải phóng mặt bằng | bồi thường | tái định cư |
    hợp tác xã | tín dụng | tín dụng nhân dân | bảo lãnh tín dụng | thương mại cổ phần | cổ phần |
    trách nhiệm hữu hạn | một thành viên | hai thành viên | thành viên | tư nhân | hợp danh | liên doanh |
    bưu chính | viễn thông | bưu điện | điện lực | xăng dầu | khí | dầu khí | xổ số kiến thiết | cao su | cà phê |
    phát thanh | truyền hình | truyền thanh | phát thanh và truyền hình | báo chí | xuất bản | phát hành |
    văn hóa, thể thao | văn hóa, thông tin | văn hóa, thể thao và du lịch | văn hóa, thể thao và truyền thông |
    văn hóa, thông tin và thể thao | văn hóa, thông tin và truyền thanh | đầu tư, thương mại và du lịch |
    văn hóa - thông tin | văn hóa - thể thao | văn hóa - xã hội | kinh tế | kinh tế - ngân sách | kinh tế - xã hội |
    lao động | lao động xã hội | tiền lương | liên ngành | liên hiệp | cai nghiện ma túy | pháp luật |
    pháp luật hình sự - hành chính | pháp luật dân sự - kinh tế | pháp luật quốc tế | hình sự | dân sự |
    phổ biến, giáo dục pháp luật | phổ biến giáo dục pháp luật | nghĩa vụ quân sự | tuyển dụng | sáng kiến |
    biên chế | bảo tồn di tích | chính quyền địa phương | chính sách | công báo | công tác thanh niên | tiếp dân |
    công tác đại biểu | cảnh sát giao thông | cảnh sát kinh tế | cảnh sát môi trường | dự trữ | di sản văn hóa |
    doanh nhân trẻ | dân vận | điều dưỡng người có công | đăng ký kinh doanh | đăng ký đầu tư | đấu thầu |
    đầu tư nước ngoài | đầu tư công | giám sát đầu tư | giám định xây dựng | hoạt động xây dựng | thị trường |
    quản lý nhà và thị trường bất động sản | bất động sản | vật liệu xây dựng | kinh tế xây dựng |
    quản lý xây dựng và đô thị | cán bộ quản lý | dịch vụ tài chính công | quản lý tài chính | quản lý tài sản công |
    khoa học kỹ thuật | kiểm tra văn bản | kế hoạch và đầu tư | giáo dục và đào tạo | kinh tế số | kinh tế hợp tác |
    kinh tế ngành | kinh tế tổng hợp | kinh tế đối ngoại | kinh tế tập thể | kinh tế tập thể và tư nhân | năng lượng |
    quản lý công sản | quản lý giá | quản lý ngân sách | quản lý khoa học | quản lý xây dựng | quản lý đầu tư |
    quản lý công nghiệp | quản lý thương mại | quản lý văn hóa | quản lý du lịch | quản lý doanh nghiệp |
    quản lý hạ tầng kỹ thuật | quản lý vận tải | quản lý giao thông | quản lý môi trường | quản lý tài nguyên |
    quản lý xuất nhập cảnh | quản lý xe | sát hạch | tài chính công | tài chính hành chính sự nghiệp |
    hành chính sự nghiệp | tài chính đầu tư | tài chính doanh nghiệp | giá | công sản | xuất nhập khẩu |
    tin học hóa | tin học và thống kê | thi hành án dân sự | thi hành pháp luật | tổ chức biên chế | tổ chức bộ máy |
    tổ chức nhà nước | tổ chức công vụ | văn bản | vận tải hành khách công cộng | vệ sinh môi trường nông thôn |
    điều hành thông tin | đổi mới và phát triển doanh nghiệp | nghiên cứu | nghiên cứu phát triển | hải dương học |
    phát triển kinh tế - xã hội | nghiên cứu phát triển kinh tế - xã hội | ứng dụng công nghệ | thử nghiệm |
    kiểm chuẩn | kiểm dịch | phân tích | y tế công cộng | dược | dược phẩm | mỹ phẩm | trang thiết bị | vật tư |
    nghiệp vụ y | nghiệp vụ dược | giáo dục mầm non | giáo dục tiểu học | giáo dục trung học | khảo thí |
    chuyên nghiệp | chính trị tư tưởng | lao động - việc làm | việc làm - an toàn lao động | an toàn lao động |
    trẻ em và bình đẳng giới | bình đẳng giới | tệ nạn xã hội | giảm nghèo | phòng bệnh | khám chữa bệnh |
    khám bệnh, chữa bệnh | trồng trọt và bảo vệ thực vật | chăn nuôi và thú y | khoáng sản và tài nguyên nước |
    tài nguyên nước | đo đạc | bản đồ | đo đạc và bản đồ | viễn thám | biến đổi khí hậu | nước | sự nghiệp |
    chăm sóc khách hàng | khách hàng | sản xuất | thương mại và dịch vụ | sản xuất và thương mại | chế biến |
    thực phẩm | lương thực | giống bò sữa | bò sữa | thức ăn chăn nuôi | mía đường | may mặc | dệt may | phân bón |
    cổ phần tập đoàn | tnhh tập đoàn | thị trường nông sản | nông sản | nông lâm sản | người nộp thuế |
    hỗ trợ người nộp thuế | thanh tra - kiểm tra | kiểm tra thuế | kiểm tra sau thông quan | hộ kinh doanh |
    công trình giao thông | kiểm soát chi |
    vận tải hành khách | nếp sống văn hóa | gia đình và trẻ em | xây dựng nếp sống văn hóa và gia đình |
    văn học nghệ thuật | y dược cổ truyền | phổi | mắt | nhi
    """
)

# After 'và' or a comma a name goes on in lower case only with what an office does.
TASKS = phrases(
    """
    hỗ trợ | hỗ trợ doanh nghiệp | hỗ trợ nông dân | hỗ trợ đầu tư | hỗ trợ phát triển | phát triển | quản lý |
    đào tạo | dạy nghề | xúc tiến | xúc tiến đầu tư | xúc tiến thương mại | ứng dụng | chuyển giao | bảo tồn |
    bảo vệ | kiểm định | chăm sóc | điều trị | nuôi dưỡng | tư vấn | dịch vụ | truyền thông | phục hồi chức năng |
    giải phóng mặt bằng | tái định cư | vệ sinh môi trường | bồi dưỡng | nghiên cứu | nghiên cứu phát triển |
    hải dương học |
    phát triển kinh tế - xã hội | nghiên cứu phát triển kinh tế - xã hội | khai thác | phát triển rừng |
    phát triển nông thôn | tìm kiếm cứu nạn | phòng thủ dân sự | chuyển đổi số | đổi mới sáng tạo
    """
)

# What a board for projects builds: 'Ban Quản lý dự án đầu tư xây dựng| công trình giao thông| tỉnh'.
WORKS = phrases(
    """
    các công trình | công trình | giao thông | giao thông vận tải | dân dụng | công nghiệp | nông nghiệp |
    phát triển nông thôn | nông thôn | thủy lợi | hạ tầng | hạ tầng kỹ thuật | đô thị | phát triển đô thị |
    hạ tầng đô thị | khu kinh tế | các khu kinh tế | khu công nghiệp | các khu công nghiệp | trọng điểm
    """
)

# What a task begins with in lower case: 'Ban Chỉ đạo chuyển đổi số', 'Tổ công tác tháo gỡ ...'.
TASK_OPENERS = phrases(
    """
    cải cách | CCHC | chuyển đổi số | CĐS | phòng, chống | phòng chống | chống | phòng thủ | xúc tiến | các dự án |
    các chương trình | các công trình | công tác | giảm nghèo | phát triển | vệ sinh | bảo vệ | thi hành | sắp xếp |
    kiểm kê | tháo gỡ | ứng phó | liên ngành | đề án | phổ biến | phối hợp | thi đua | thẩm định | tuyển dụng |
    nghĩa vụ | quản lý | khoa học | sáng kiến | đấu giá | bồi thường | giải phóng | hỗ trợ | đầu tư | dự án |
    giải quyết | xử lý | hội nhập | an toàn | an ninh | trật tự | tổng điều tra | bầu cử | thi hành án |
    thực hiện Nghị quyết | thực hiện Đề án | thực hiện Chương trình | thực hiện Quy chế | thực hiện quy chế |
    thực hiện Kế hoạch | thực hiện Chỉ thị | thực hiện dân chủ | thực hiện chính sách | thực hiện các |
    triển khai Đề án | triển khai Nghị quyết | triển khai thực hiện Đề án | triển khai thực hiện Nghị quyết |
    triển khai Chương trình | triển khai các | xây dựng nông thôn mới | xây dựng chính quyền | xây dựng trường |
    tổng kết | rà soát | kiểm tra | đổi mới | nông thôn mới | khảo sát | tư vấn | chính sách | quy hoạch | về |
    cải thiện môi trường | cải thiện chỉ số | nâng cao chỉ số | nâng cao năng lực | thúc đẩy giải ngân |
    thúc đẩy tăng trưởng | thu hút đầu tư
    """
)

# Words of a task after which it goes on past a comma: 'tháo gỡ khó khăn, vướng mắc'.
TASK_LISTS = phrases(
    """
    vướng mắc | công nghệ | hỗ trợ doanh nghiệp | nhà đầu tư | dự án đầu tư | chống | tiêu cực | lãng phí |
    gian lận thương mại | gian lận | hàng giả | tội phạm | tệ nạn xã hội | thiên tai | tìm kiếm cứu nạn |
    giáo dục pháp luật |
    khen thưởng | chữa cháy | cứu hộ | đô thị văn minh | đổi mới sáng tạo | chuyển đổi số | sáp nhập |
    giao thông | kỷ cương | kỷ luật
    """
)

# What a head or a word of a name is written out as in the full name.
WRITTEN_OUT: dict[str, str] = {
    "VP": "Văn phòng",
    "TT": "Thường trực",
    "TT.": "Thường trực",
    "BTV": "Ban Thường vụ",
    "BTT": "Ban Thường trực",
    "BCH": "Ban Chấp hành",
    "BCSĐ": "Ban cán sự đảng",
    "BCS Đảng": "Ban cán sự đảng",
    "UBKT": "Ủy ban Kiểm tra",
    "BCĐ": "Ban Chỉ đạo",
    "BQL": "Ban Quản lý",
    "BQLDA": "Ban Quản lý dự án",
    "Ban QLDA": "Ban Quản lý dự án",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "CCHC": "cải cách hành chính",
    "TTHC": "thủ tục hành chính",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "KHCN": "khoa học công nghệ",
    "KH&CN": "Khoa học và Công nghệ",
    "KKT": "Khu kinh tế",
    "KCN": "khu công nghiệp",
    "NTM": "nông thôn mới",
    "PCTN": "phòng, chống tham nhũng",
    "PCTT": "phòng, chống thiên tai",
    "TKCN": "tìm kiếm cứu nạn",
    "PVHCC": "Phục vụ hành chính công",
    "ĐTXD": "đầu tư xây dựng",
    "PBGDPL": "phổ biến, giáo dục pháp luật",
    "TĐKT": "Thi đua - Khen thưởng",
    "GDNN": "Giáo dục nghề nghiệp",
    "GDTX": "Giáo dục thường xuyên",
    "VHTT": "Văn hóa - Thông tin",
    "THPT": "Trung học phổ thông",
    "THCS": "Trung học cơ sở",
    "TNHH": "trách nhiệm hữu hạn",
    "MTV": "một thành viên",
    "CP": "cổ phần",
    "TMCP": "thương mại cổ phần",
    "TNCS": "Thanh niên Cộng sản",
    "LHPN": "Liên hiệp Phụ nữ",
    "CCB": "Cựu chiến binh",
    "VN": "Việt Nam",
    "KHHGĐ": "Kế hoạch hóa gia đình",
    "ATVSTP": "an toàn vệ sinh thực phẩm",
    "ATTP": "an toàn thực phẩm",
    "HTX": "hợp tác xã",
    "XTĐT": "xúc tiến đầu tư",
    "HTDN": "hỗ trợ doanh nghiệp",
    "QLTT": "Quản lý thị trường",
    "BVTV": "Bảo vệ thực vật",
    "PTNT": "Phát triển nông thôn",
    "GPMB": "giải phóng mặt bằng",
    "PCCC": "phòng cháy, chữa cháy",
    "CNCH": "cứu nạn, cứu hộ",
    "MTQG": "mục tiêu quốc gia",
    "QPPL": "quy phạm pháp luật",
}
