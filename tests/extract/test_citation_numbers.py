"""Number forms: readable text, expected (number, type, date) of every numbered citation in it.

Provenance: FORMS are spellings seen in public documents of 1988-2025 that tuned the code; the other
tables are our own wordings after the families named above each, written with the code and held to
it since.  None is a sentence of an existing document.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cchc_mining import lexicon
from cchc_mining.extract.citations.forms import canonical_number

from .support import mined

Expected = list[tuple[str | None, str | None, str | None]]


def numbered(text: str) -> Expected:
    found = [c for c in mined(text).citations if c.kind == "numbered"]
    return [(c.number, c.doc_type, c.date) for c in found]


FORMS = [
    ("Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025", [("66.7/2025/NQ-CP", "Nghị quyết", "2025-11-15")]),
    ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011", [("30c/NQ-CP", "Nghị quyết", "2011-11-08")]),
    ("Quyết định số 136/1998/QĐ-UB", [("136/1998/QĐ-UB", "Quyết định", None)]),
    ("Nghị định số 41/CP ngày 06/7/1995", [("41/CP", "Nghị định", "1995-07-06")]),
    ("Nghị định số 24-CP ngày 24/3/1993", [("24-CP", "Nghị định", "1993-03-24")]),
    ("Quyết định số 139/1999-QĐ-KHCN", [("139/1999-QĐ-KHCN", "Quyết định", None)]),
    ("Thông tư liên tịch số 30/2000/TTLT/BTC-UBTDTT", [("30/2000/TTLT/BTC-UBTDTT", "Thông tư liên tịch", None)]),
    ("Quyết định số 318/QĐ - TTg ngày 08/3/2022", [("318/QĐ-TTg", "Quyết định", "2022-03-08")]),
    ("Quyết định số 45/QĐTTg", [("45/QĐ-TTg", "Quyết định", None)]),
    ("Thông tư số 156/2013/TTBTC", [("156/2013/TT-BTC", "Thông tư", None)]),
    ("Thông tư số 38/2010/TT – BNNPTNT", [("38/2010/TT-BNNPTNT", "Thông tư", None)]),
    ("Nghị định : số 44/1998/NĐ-CP", [("44/1998/NĐ-CP", "Nghị định", None)]),
    ("Quyết định số 35/2025/QĐ-TTgcủa Thủ tướng", [("35/2025/QĐ-TTg", "Quyết định", None)]),
    ("**48/NQ-CP** ngày 05/4/2023", [("48/NQ-CP", "Nghị quyết", "2023-04-05")]),
    ("Nghị\nđịnh số 308/2025/NĐ-CP", [("308/2025/NĐ-CP", "Nghị định", None)]),
    # broken over a line before the year and late in a long code; glued; found on fresh documents
    ("Nghị định số 71/\n2021/NĐ-CP ngày 05-9-2021", [("71/2021/NĐ-CP", "Nghị định", "2021-09-05")]),
    ("Thông tư liên tịch số 12/2006/TTLT-BTC-\nBYT-BNV", [("12/2006/TTLT-BTC-BYT-BNV", "Thông tư liên tịch", None)]),
    ("Quyết định số 31/2002/QĐUB ngày 02/5/2002", [("31/2002/QĐ-UB", "Quyết định", "2002-05-02")]),
    ("Quyết định số 2194/QĐ-\nUBND ngày 05/5/2023", [("2194/QĐ-UBND", "Quyết định", "2023-05-05")]),
    ("Quyết định số 96/QĐ\ufffeSKHĐT ngày 12/4/2023", [("96/QĐ-SKHĐT", "Quyết định", "2023-04-12")]),
    ("Nghị định sô 37/2010/NĐ-CP", [("37/2010/NĐ-CP", "Nghị định", None)]),
    ("Kết luận số 121-KL/TW, ngày 24/01/2025", [("121-KL/TW", "Kết luận", "2025-01-24")]),
    ("Công văn số 8011-CV/BTCTW, ngày 27/02/2025", [("8011-CV/BTCTW", "Công văn", "2025-02-27")]),
    ("Kết luận số 91, ngày 18-10-2022 của", [("91", "Kết luận", "2022-10-18")]),
    ("Công văn số 2231/SNV-CCHC&PC", [("2231/SNV-CCHC&PC", "Công văn", None)]),
    ("Nghị quyết số 1196/UBTVQH15", [("1196/UBTVQH15", "Nghị quyết", None)]),
    ("Ngày 04/3/2024, UBND huyện ban hành Kế hoạch số 27/KH-UBND về tuyên truyền",
     [("27/KH-UBND", "Kế hoạch", "2024-03-04")]),
    ("theo Công điện số 44/CĐ-TTg ngày 30/4/2024", [("44/CĐ-TTg", "Công điện", "2024-04-30")]),
    ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", [("31/2024/QH15", "Luật", "2024-01-18")]),
    ("Báo cáo số 12/BC-BQLKCN ngày 31/11/2023", [("12/BC-BQLKCN", "Báo cáo", "2023-11-31")]),
]  # fmt: skip

# The National Assembly, its Standing Committee, the State Council and the president.
NATIONAL = [
    ("Căn cứ Luật số 59/2010/QH12 ngày 17/11/2010", [("59/2010/QH12", "Luật", "2010-11-17")]),
    ("Căn cứ Nghị quyết số 51/2001/QH10 ngày 25 tháng 12 năm 2001 của Quốc hội khóa X,",
     [("51/2001/QH10", "Nghị quyết", "2001-12-25")]),
    ("Nghị quyết số 56/2010/QH 12 ngày 24/11/2010", [("56/2010/QH12", "Nghị quyết", "2010-11-24")]),
    ("Pháp lệnh số 38/2001/PL-UBTVQH10 ngày 28/8/2001", [("38/2001/PL-UBTVQH10", "Pháp lệnh", "2001-08-28")]),
    ("theo Pháp lệnh số 15/2004/PL-UBTVQH 11", [("15/2004/PL-UBTVQH11", "Pháp lệnh", None)]),
    ("Nghị quyết số 388/NQ-UBTVQH11 ngày 17-3-2003", [("388/NQ-UBTVQH11", "Nghị quyết", "2003-03-17")]),
    ("Nghị quyết 1211/2016/UBTVQH13", [("1211/2016/UBTVQH13", "Nghị quyết", None)]),
    ("Nghị quyết số 830/2009/UBTV12", [("830/2009/UBTV12", "Nghị quyết", None)]),
    ("Luật số 6 LCT/HĐNN8 ngày 30/6/1990", [("6LCT/HĐNN8", "Luật", "1990-06-30")]),
    ("Pháp lệnh số 06-LCT/HĐNN ngày 12/4/1984", [("06-LCT/HĐNN", "Pháp lệnh", "1984-04-12")]),
    ("Lệnh số 28L/CTN ngày 03 tháng 6 năm 1993", [("28L/CTN", "Lệnh", "1993-06-03")]),
    ("Lệnh số 12/2002/L-CTN ngày 12/7/2002", [("12/2002/L-CTN", "Lệnh", "2002-07-12")]),
    ("Sắc lệnh số 104/SL ngày 01/01/1950", [("104/SL", "Sắc lệnh", "1950-01-01")]),
    ("Nghị quyết số 473/NQ-HĐNN8 ngày 10/9/1991", [("473/NQ-HĐNN8", "Nghị quyết", "1991-09-10")]),
]  # fmt: skip

# Several issuers; courts and procuracies as issuers of guidance.
JOINT = [
    ("Thông tư liên tịch số 71/2014/TTLT-BTC-BNV ngày 30/5/2014",
     [("71/2014/TTLT-BTC-BNV", "Thông tư liên tịch", "2014-05-30")]),
    ("Thông tư liên tịch số 40/2000/TTLT/BTC-UBTDTT", [("40/2000/TTLT/BTC-UBTDTT", "Thông tư liên tịch", None)]),
    ("Thông tư liên tịch số 01/2010/TTLT-TANDTC-VKSNDTC-BCA-BTP",
     [("01/2010/TTLT-TANDTC-VKSNDTC-BCA-BTP", "Thông tư liên tịch", None)]),
    ("Thông tư liên tịch số 23/2012/TTLT - BCA - BQP", [("23/2012/TTLT-BCA-BQP", "Thông tư liên tịch", None)]),
    ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
     [("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", None)]),
    ("Thông tư liên bộ số 12/TT-LB ngày 26-7-1995", [("12/TT-LB", "Thông tư liên bộ", "1995-07-26")]),
    ("Thông tư liên bộ số 20/TTLB ngày 02/6/1993", [("20/TTLB", "Thông tư liên bộ", "1993-06-02")]),
    ("Thông tư liên bộ số 31-TT/LB", [("31-TT/LB", "Thông tư liên bộ", None)]),
    ("Thông tư liên ngành số 01-98/TTLN/TANDTC-VKSNDTC ngày 02/01/1998",
     [("01-98/TTLN/TANDTC-VKSNDTC", "Thông tư liên ngành", "1998-01-02")]),
    ("Nghị quyết số 01/2003/NQ-HĐTP ngày 16/4/2003", [("01/2003/NQ-HĐTP", "Nghị quyết", "2003-04-16")]),
    ("Quy chế phối hợp số 03/QCPH-UBND-UBMTTQ ngày 11/8/2021",
     [("03/QCPH-UBND-UBMTTQ", "Quy chế phối hợp", "2021-08-11")]),
]  # fmt: skip

# The Party, from the centre to a commune of 2025.
PARTY = [
    ("Chỉ thị số 34-CT/TW ngày 07/8/2009 của Ban Bí thư", [("34-CT/TW", "Chỉ thị", "2009-08-07")]),
    ("Công văn số 3945-CV/VPTU", [("3945-CV/VPTU", "Công văn", None)]),
    ("Quy định số 295-QĐ/ĐU ngày 09/4/2026", [("295-QĐ/ĐU", "Quy định", "2026-04-09")]),
    ("quán triệt Nghị quyết 27-NQ/TW về nhà nước pháp quyền", [("27-NQ/TW", "Nghị quyết", None)]),
    ("Kết luận số 12-KL/ĐUK ngày 4/5/2019", [("12-KL/ĐUK", "Kết luận", "2019-05-04")]),
    ("Hướng dẫn số 05-HD/BTGTU, ngày 21/02/2020", [("05-HD/BTGTU", "Hướng dẫn", "2020-02-21")]),
    ("Chương trình hành động số 31-CTr/HU của Huyện ủy", [("31-CTr/HU", "Chương trình hành động", None)]),
    ("Nghị quyết số 05 - NQ/TU ngày 14/5/2021", [("05-NQ/TU", "Nghị quyết", "2021-05-14")]),
    ("Nghị quyết số 06 NQ/TU ngày 14/5/2021", [("06-NQ/TU", "Nghị quyết", "2021-05-14")]),
    ("Kết luận số 21-KLTW ngày 25/10/2021", [("21-KL/TW", "Kết luận", "2021-10-25")]),
    ("Quyết định số 749QĐ-TTg ngày 03/6/2020", [("749/QĐ-TTg", "Quyết định", "2020-06-03")]),
    ("Thông báo số 1007-TB/TU; Tờ trình số 52-TTr/BCSĐ",
     [("1007-TB/TU", "Thông báo", None), ("52-TTr/BCSĐ", "Tờ trình", None)]),
    ("Quyết định số 367-QĐ/TWĐTN-VP", [("367-QĐ/TWĐTN-VP", "Quyết định", None)]),
    ("NQ 18/NQ-TU ngày 03/4/2022", [("18/NQ-TU", "Nghị quyết", "2022-04-03")]),
    ("Quy chế số 02-QC/ĐUX ngày 30 tháng 7 năm 2025", [("02-QC/ĐUX", "Quy chế", "2025-07-30")]),
    ("Kế hoạch số 17-KH/ThàU", [("17-KH/ThàU", "Kế hoạch", None)]),
]  # fmt: skip

# Letters: the issuer and the unit that drafted them, no type.
LETTERS = [
    ("Công văn số 1793/SKHĐT-XTĐT ngày 02/6/2023", [("1793/SKHĐT-XTĐT", "Công văn", "2023-06-02")]),
    ("Công văn 1234/TCT-CS ngày 5/4/2013", [("1234/TCT-CS", "Công văn", "2013-04-05")]),
    ("Công văn số 17 TC/TCT ngày 12/3/1994", [("17TC/TCT", "Công văn", "1994-03-12")]),
    ("tại Văn bản số 4567/VPCP-KSTT", [("4567/VPCP-KSTT", "Văn bản", None)]),
    ("Công văn số 102/TTg-KSTT ngày 20/01/2017", [("102/TTg-KSTT", "Công văn", "2017-01-20")]),
    ("Văn bản số 1.793/SNV-CCHC ngày 02/4/2024", [("1793/SNV-CCHC", "Văn bản", "2024-04-02")]),
    ("Công văn số 2231/SNV-CCHC & PC ngày 2/4/2024", [("2231/SNV-CCHC&PC", "Công văn", "2024-04-02")]),
    ("Công văn hướng dẫn số 881/STTTT-CNTT", [("881/STTTT-CNTT", "Công văn", None)]),
    ("CV số 77/PNV-CCHC ngày 9/9/2022", [("77/PNV-CCHC", "Công văn", "2022-09-09")]),
    ("(số 5019/UBND-TH ngày 14/9/2018)", [("5019/UBND-TH", "Công văn", "2018-09-14")]),
]  # fmt: skip

# Ministries and the government from 1980 to 2005.
OLD = [
    ("Quyết định số 202/TTg ngày 28 tháng 12 năm 1992", [("202/TTg", "Quyết định", "1992-12-28")]),
    ("Nghị định số 109-HĐBT ngày 12-4-1991", [("109-HĐBT", "Nghị định", "1991-04-12")]),
    ("Nghị định số 36 - CP, Nghị định số 37- CP", [("36-CP", "Nghị định", None), ("37-CP", "Nghị định", None)]),
    ("Quyết định số 217/HĐBT ngày 14/11/1987", [("217/HĐBT", "Quyết định", "1987-11-14")]),
    ("Quyết định số 327-CT ngày 15-9-1992 của Chủ tịch Hội đồng Bộ trưởng", [("327-CT", "Quyết định", "1992-09-15")]),
    ("Chỉ thị 15/CT-UB ngày 5/6/1996", [("15/CT-UB", "Chỉ thị", "1996-06-05")]),
    ("Quyết định số 45/1998/QĐ-UB", [("45/1998/QĐ-UB", "Quyết định", None)]),
    ("Quyết định số 12/98/QĐ-UB ngày 03/2/1998", [("12/98/QĐ-UB", "Quyết định", "1998-02-03")]),
    ("Thông tư số 06 TC/TCT ngày 24-2-1990", [("06TC/TCT", "Thông tư", "1990-02-24")]),
    ("Thông tư hướng dẫn số 20-TC/CTN ngày 6 tháng 6 năm 1989", [("20-TC/CTN", "Thông tư", "1989-06-06")]),
    ("Quyết định số 1141-TC/QĐ/CĐKT ngày 01/11/1995 của Bộ Tài chính",
     [("1141-TC/QĐ/CĐKT", "Quyết định", "1995-11-01")]),
    ("Quyết định số 867/1998/QĐ-BYT ngày 4 tháng 4 năm 1998", [("867/1998/QĐ-BYT", "Quyết định", "1998-04-04")]),
    ("Quyết định số 1027/2001/QĐ-BKHCNMT", [("1027/2001/QĐ-BKHCNMT", "Quyết định", None)]),
    ("Quyết định số 78/1999/QĐ-BNN/KL", [("78/1999/QĐ-BNN/KL", "Quyết định", None)]),
    ("Quyết định số 47/1999 QĐ-BYT ngày 05/1/1999", [("47/1999/QĐ-BYT", "Quyết định", "1999-01-05")]),
    ("Quyết định số 2320-QĐ/BNN-PTLN", [("2320-QĐ/BNN-PTLN", "Quyết định", None)]),
    ("Quyết định số 127-BYT/QĐ ngày 15/2/1988", [("127-BYT/QĐ", "Quyết định", "1988-02-15")]),
    ("Thông tư số 261/QP ngày 23 tháng 01 năm 1994", [("261/QP", "Thông tư", "1994-01-23")]),
    ("Thông tư số 09/1999/TT.BYT ngày 3/5/1999", [("09/1999/TT-BYT", "Thông tư", "1999-05-03")]),
    ("Thông tư số 02-1998/TT-BLĐTBXH", [("02-1998/TT-BLĐTBXH", "Thông tư", None)]),
    ("Quyết định số 499 TTg ngày 08/7/1996", [("499/TTg", "Quyết định", "1996-07-08")]),
    ("Thông tư số 3370/TT-MTg", [("3370/TT-MTg", "Thông tư", None)]),
    ("Lệnh của Chủ tịch nước số 05/2008/L-CTN", [("05/2008/L-CTN", "Lệnh", None)]),
    ("Thông tư số 10/LĐ-TBXH/TT ngày 19/4/1995", [("10/LĐ-TBXH/TT", "Thông tư", "1995-04-19")]),
    ("Quyết định số 1062/1997/QĐ/BTM-XNK", [("1062/1997/QĐ/BTM-XNK", "Quyết định", None)]),
    ("Pháp lệnh số 30/LCT-HĐNN8", [("30/LCT-HĐNN8", "Pháp lệnh", None)]),
    ("Nghị định 01/2008/CP", [("01/2008/CP", "Nghị định", None)]),
    ("Nghị định của Chính phủ số 15/CP ngày 02/3/1993 về nhiệm vụ của Bộ", [("15/CP", "Nghị định", "1993-03-02")]),
    ("Căn cứ Quyết định của Thủ tướng Chính phủ số 151/TTg ngày 12-4-1993", [("151/TTg", "Quyết định", "1993-04-12")]),
    ("Căn cứ Thông tư của Bộ Tài chính số 30 TC/TCT ngày 18/5/1993", [("30TC/TCT", "Thông tư", "1993-05-18")]),
]  # fmt: skip

# Numbers whose code was left out, with and without 'số'.
BARE = [
    ("Nghị định 61/2018 của Chính phủ", [("61/2018", "Nghị định", None)]),
    ("Nghị định số 61/2018 ngày 23/4/2018", [("61/2018", "Nghị định", "2018-04-23")]),
    ("theo NĐ13/2006, NĐ 16/2005 và TT 08/2021",
     [("13/2006", "Nghị định", None), ("16/2005", "Nghị định", None), ("08/2021", "Thông tư", None)]),
    ("Kết luận 127 ban hành ngày 28/2/2025", [("127", "Kết luận", "2025-02-28")]),
    ("Quyết định số: 110 ngày 2/3/2004", [("110", "Quyết định", "2004-03-02")]),
    ("NGHỊ QUYẾT SỐ 57 VÀ NHỮNG VIỆC CẦN LÀM", [("57", "Nghị quyết", None)]),
    ("NQ 23/2007/HĐND", [("23/2007/HĐND", "Nghị quyết", None)]),
]  # fmt: skip

# Blanks, line and page ends, glued words, markup, misread and mistyped letters.
NOISE = [
    ("Quyết định số\u00a0318/QĐ-TTg\u00a0ngày\u00a008/3/2022", [("318/QĐ-TTg", "Quyết định", "2022-03-08")]),
    ("Quyết định số 96 / QĐ-SKHĐT", [("96/QĐ-SKHĐT", "Quyết định", None)]),
    ("Kế hoạch số 12/KH –UBND ngày 3/4/2024", [("12/KH-UBND", "Kế hoạch", "2024-04-03")]),
    ("Quyết định số 12/QĐ UBND ngày 3/4/2024", [("12/QĐ-UBND", "Quyết định", "2024-04-03")]),
    ("Nghị quyết số 81/\nNQ-HĐND ngày 13/9/2024", [("81/NQ-HĐND", "Nghị quyết", "2024-09-13")]),
    ("Quyết định số 2194/QĐ-\n\n12\n\nUBND ngày 5/5/2023", [("2194/QĐ-UBND", "Quyết định", "2023-05-05")]),
    ("tại Quyết định số\n\n12\n\n2194/QĐ-UBND ngày 5/5/2023", [("2194/QĐ-UBND", "Quyết định", "2023-05-05")]),
    ("Quyết định\nsố 280/TTg ban hành\nngày 29 tháng 4\nnăm 1996", [("280/TTg", "Quyết định", "1996-04-29")]),
    ("Nghị định số41/CP ngày12/3/1995", [("41/CP", "Nghị định", "1995-03-12")]),
    ("Quyết định số 14/QĐUBND", [("14/QĐ-UBND", "Quyết định", None)]),
    ("Quyết định số 14/QĐ-UBNDngày 06/7/2020", [("14/QĐ-UBND", "Quyết định", "2020-07-06")]),
    ("Quyết định số 14/QĐ-UBNDKhánh Hòa", [("14/QĐ-UBND", "Quyết định", None)]),
    ("**Quyết định** số **12/QĐ-UBND** ngày 3/4/2024", [("12/QĐ-UBND", "Quyết định", "2024-04-03")]),
    ("(“Quyết định số: 12/QĐ-UBND”)", [("12/QĐ-UBND", "Quyết định", None)]),
    ("Nghị định sổ 38/2010/NĐ-CP", [("38/2010/NĐ-CP", "Nghị định", None)]),
    ("Sô: 12/KH-UBND theo mục II", [("12/KH-UBND", "Kế hoạch", None)]),
    ("Quyết định số 12/Q\u00d0-UBND ngày 3/4/2024", [("12/QĐ-UBND", "Quyết định", "2024-04-03")]),
    ("Quyết ðịnh số 13/Q\u0189-UBND", [("13/QĐ-UBND", "Quyết định", None)]),
    ("Quyết định số 14/QD-UBND", [("14/QĐ-UBND", "Quyết định", None)]),
    ("Nghị quyết số 9/NQ-HDND", [("9/NQ-HĐND", "Nghị quyết", None)]),
    ("Nghị định số 30/2020/ND-CP", [("30/2020/NĐ-CP", "Nghị định", None)]),
    ("Quyết định số 45/QĐ-TTG, Quyết định số 46/QĐ-Ttg",
     [("45/QĐ-TTg", "Quyết định", None), ("46/QĐ-TTg", "Quyết định", None)]),
    ("Quyết đinh số 12/QĐ-SYT", [("12/QĐ-SYT", "Quyết định", None)]),
    ("Nghi quyết số 13/NQ-HĐND", [("13/NQ-HĐND", "Nghị quyết", None)]),
]  # fmt: skip

# Where the type word stands, and dates beside the number.
HEADS_AND_DATES = [
    ("QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 03/4/2024", [("12/QĐ-UBND", "Quyết định", "2024-04-03")]),
    ("Kế hoạch tuyên truyền số 12/KH-UBND", [("12/KH-UBND", "Kế hoạch", None)]),
    ("nghị quyết chuyên đề số 07-NQ/HU ngày 6/6/2022", [("07-NQ/HU", "Nghị quyết", "2022-06-06")]),
    ("Thông báo kết luận số 64/TB-UBND", [("64/TB-UBND", "Thông báo kết luận", None)]),
    ("Báo cáo thẩm tra số 33/BC-HĐND", [("33/BC-HĐND", "Báo cáo thẩm tra", None)]),
    ("Kế hoạch 6500/KH-UBND (ngày 02/7/2023)", [("6500/KH-UBND", "Kế hoạch", "2023-07-02")]),
    ("QĐ số 66/QĐ-TTg ngày 9-1-2014", [("66/QĐ-TTg", "Quyết định", "2014-01-09")]),
    ("Nghị định số 88/CP của Chính phủ ngày 5/7/1996", [("88/CP", "Nghị định", "1996-07-05")]),
    ("Quyết định số 12/QĐ-UBND được ban hành ngày 03/4/2024", [("12/QĐ-UBND", "Quyết định", "2024-04-03")]),
    ("Kế hoạch số 13/KH-UBND ký ngày 4/4/2024", [("13/KH-UBND", "Kế hoạch", "2024-04-04")]),
    ("Luật số 72/2020/QH14 được Quốc hội thông qua ngày 17/11/2020", [("72/2020/QH14", "Luật", None)]),
    ("Luật số 72/2020/QH14 thông qua ngày 17/11/2020", [("72/2020/QH14", "Luật", "2020-11-17")]),
    ("Quyết định số 12/2019/QĐ-UBND, ngày 28 tháng 02\nnăm 2019", [("12/2019/QĐ-UBND", "Quyết định", "2019-02-28")]),
    ("Bộ luật Lao động (số 45/2019/QH14)", [("45/2019/QH14", "Bộ luật", None)]),
    ("Thông tư số: 01 / 2011 / TT-BNV ngày 19/01/2011", [("01/2011/TT-BNV", "Thông tư", "2011-01-19")]),
    ("| 1 | 1234/QĐ-UBND | 12/3/2024 | công bố |", [("1234/QĐ-UBND", "Quyết định", "2024-03-12")]),
    ("Quyết định số 2134A/QĐ-ĐHNH ngày 02/10/2017", [("2134A/QĐ-ĐHNH", "Quyết định", "2017-10-02")]),
    ("Quyết định thành lập số 4757/QĐ-UB ngày 23/10/1995", [("4757/QĐ-UB", "Quyết định", "1995-10-23")]),
    ("Quyết định số 12a/2019/QĐ-UBND, Quyết định số 33A/2019/QĐ-UBND",
     [("12a/2019/QĐ-UBND", "Quyết định", None), ("33A/2019/QĐ-UBND", "Quyết định", None)]),
]  # fmt: skip

POSITIVE = [*FORMS, *NATIONAL, *JOINT, *PARTY, *LETTERS, *OLD, *BARE, *NOISE, *HEADS_AND_DATES]


@pytest.mark.parametrize(("text", "expected"), POSITIVE)
def test_numbered(text: str, expected: Expected) -> None:
    assert numbered(text) == expected


# Own wordings: what has the look of a number and cites nothing.
NEGATIVE = [
    "đạt 30/43 đơn vị, 12/12 xã, 6.183/6.688 hồ sơ",
    "có 5/7 UBND huyện, 12/15 HĐND xã và 3/4 BQL dự án",
    "02 lần/năm, 157 cổng/trang, trực 24/7",
    "3 ca/Ngày, 20 kg/Ha, 100 triệu/Hộ, 12/Tháng",
    "ngày 12/3/2024, tháng 5/2024, quý I/2024, 12-3-2024",
    "khóa XV/2021, nhiệm kỳ 2021/2026, năm học 2023/2024",
    "tháng 10/2023 và tháng 11/2023",
    "ISO 9001:2015, TCVN ISO 9001:2015, ISO/IEC 27001:2013",
    "TCVN 9001:2015/BKHCN, QCVN 41:2019/BGTVT",
    "Mẫu số 01/GTGT, mẫu C70a-HD, Mẫu số 02/TNDN",
    "biểu mẫu số 03/BC-TH, Biểu số 04/BC-CCHC",
    "Phụ lục số 01/PL-KH kèm theo",
    "Mẫu Tờ trình số 01/TTr-UBND để các đơn vị dùng",
    "điện thoại 0258.3822.123, ĐT: 0258/3822456",
    "Fax: 0258-3822999/VP",
    "thửa số 45/BĐ, thửa đất số 123, tờ bản đồ số 12/BĐ",
    "xe biển số 79A-123.45, 51B-12345, 79C/1234",
    "số tài khoản 3713.0.1058/KBNN",
    "tài khoản số 3949/KB mở tại Kho bạc",
    "tọa độ 12°15'/109°11', X=1234/Y=5678",
    "Bản án số 12/2010/DS-ST ngày 03/4/2010",
    "vụ án số 05/HSPT, bản án số 45/2021/HS-PT",
    "thụ lý số 31/2022/TLST-HNGĐ",
    "Hợp đồng số 01/2024/HĐ-XD ngày 02/3/2024",
    "hợp đồng số 15/HĐKT, hợp đồng lao động số 08/HĐLĐ",
    "giấy phép lái xe số 790123/GPLX",
    "chứng chỉ hành nghề số 123/CCHN",
    "xem https://vanban.tinh.gov.vn/12/QD-UBND để biết",
    "tệp 12/QĐ-UBND.pdf và 13/QĐ-UBND.docx",
    "lưu ở D:\\VB\\15/KH-UBND",
    "địa chỉ QD-so-2314/QD-UB-ngay-15/08/2014-ve-quy-hoach",
    "loại A4/B5, sản phẩm X1/B2, dầu 5W-30/API",
    "km 12/QL1A, Km15/ĐT.652, đường số 12/KT",
    "Điều 12/Luật, trang 12/Báo cáo, mục 3/Phụ lục",
    "Quyết định 15 nội dung, Nghị quyết 12 điểm",
    "có Thông báo 3 lần, Kết luận 5 vấn đề, Chỉ thị 4 việc",
    "hết 12 tháng, kết 5 năm, thị 3 xã, quyết 2 việc",
    "Chương trình 135, Đề án 06, Dự án 661",
    "nhà số 12/TT, phòng số 5/VP, căn hộ số 15/CT",
    "lô số 20/KCN, ô số 7/TT",
    "hóa đơn số 0012/AB, ký hiệu AA/20E",
    "mã số 12/ĐTN, mã hồ sơ 000.12.H32/2024",
    "tỷ số 2/1, tỷ lệ 1/500, bản đồ tỷ lệ 1/2000",
    "khách sạn 3 sao/KS, 4/Đạt, 5/Tốt",
    "lớp 12/A1, lớp 6/A2, khối 9/B",
    "từ 15/VP đến bàn 2/TT, tổ 5/KP",
    "COVID-19/SARS-CoV-2, H5N1, 5G/LTE",
    "4.0/AI, 3D/VR, 24/VNPT",
    "A-12/QĐ, B12/KH",
    "63/63 tỉnh, 34/34 UBND cấp xã",
    "xếp thứ 9/63, hạng 2/14",
    "đạt 92,44/100 điểm; 8,5/10",
    "Nghị quyết Đại hội XIII, Nghị quyết Trung ương 4",
    "Luật 3 chương, Quyết định 2.500 tỷ đồng, Quyết định 12%",
    "cấp 1/BV, tuyến 2/BV, bệnh viện hạng 3/BYT",
]


@pytest.mark.parametrize("text", NEGATIVE)
def test_not_a_citation(text: str) -> None:
    assert numbered(text) == []


def test_the_head_is_found_again_across_a_footnote() -> None:
    text = (
        "Hội đồng nhân dân tỉnh thông qua chủ trương⁷ và ban hành Nghị quyết số\n\n"
        "⁷ Nghị quyết số 47/NQ-HĐND ngày 10/7/2024 về kế hoạch đầu tư công.\n\n"
        "81/NQ-HĐND ngày 13/9/2024 về sắp xếp thôn.\n"
    )
    citations = [c for c in mined(text).citations if c.kind == "numbered"]
    assert [(c.number, c.doc_type) for c in citations] == [
        ("47/NQ-HĐND", "Nghị quyết"),
        ("81/NQ-HĐND", "Nghị quyết"),
    ]
    cut = citations[1]
    assert cut.text == "81/NQ-HĐND ngày 13/9/2024"
    start, end = cut.parts["type"]
    assert text[start:end] == "Nghị quyết"
    assert end < cut.start


def test_the_issuer_may_stand_before_the_number() -> None:
    (citation,) = mined("theo Thông tư của Bộ Y tế số 04/1998/TT-BYT ngày 2/3/1998").citations
    assert (citation.issuer_text, citation.rules["issuer"]) == ("Bộ Y tế", "before-number")


def test_parts_are_where_they_say() -> None:
    text = "theo Kế hoạch tuyên truyền số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh Phú Yên"
    (citation,) = mined(text).citations
    pieces = {name: text[start:end] for name, (start, end) in citation.parts.items()}
    assert pieces["type"] == "Kế hoạch"
    assert pieces["number"] == "12/KH-UBND"
    assert pieces["date"] == "05/3/2024"
    assert pieces["issuer"] == "UBND tỉnh Phú Yên"


TYPES = [
    row for row in lexicon.document_types()
    if row.system == "state" and row.code in ("QĐ", "KH", "BC", "TB", "NQ", "CT", "TTr", "HD", "CTr", "PA")
]  # fmt: skip
BODIES = [
    row.code
    for row in lexicon.issuers()
    if row.system == "state" and row.level in ("ministry", "province", "province-dept") and "{" not in row.code
]  # fmt: skip
HYPHENS = st.sampled_from(["-", " - ", "–", " -", "- ", "-\n", "\ufffe", "\u2011"])
SLASHES = st.sampled_from(["/", " /", "/ ", " / "])
LEADS = st.sampled_from(["số ", "số: ", "số", "sô ", "số\u00a0", "", ": số ", "số **"])


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(TYPES),
    st.sampled_from(BODIES),
    st.integers(1, 9999),
    st.none() | st.integers(1990, 2026),
    HYPHENS,
    SLASHES,
    LEADS,
)
def test_a_number_is_found_through_noise(
    row: lexicon.DocumentType,
    body: str,
    serial: int,
    year: int | None,
    hyphen: str,
    slash: str,
    lead: str,
) -> None:
    assume(len(body) > 1 and "-" not in body)
    dated = f"{serial:02d}/{year}" if year else f"{serial:02d}"
    text = f"Theo {row.name} {lead}{dated}{slash}{row.code}{hyphen}{body} ngày 05/6/2023."
    expected = f"{dated}/{row.code}-{body}"
    assert numbered(text) == [(expected, row.name, "2023-06-05")]
    assert canonical_number(expected) == expected


NUMBERS = st.integers(0, 99999)
NOT_CITED = st.one_of(
    st.builds("{}/{} đơn vị, ".format, NUMBERS, NUMBERS),
    st.builds("ngày {}/{}/{}, ".format, st.integers(1, 31), st.integers(1, 12), st.integers(1990, 2030)),
    st.builds("đạt {},{} %, ".format, NUMBERS, NUMBERS),
    st.builds("{} lần/năm, ".format, NUMBERS),
    st.builds("Mẫu số {:02d}/{}, ".format, st.integers(1, 99), st.sampled_from(["GTGT", "BC-TH", "TNDN", "KH-UBND"])),
    st.builds("thửa số {}/BĐ, tờ {}; ".format, NUMBERS, NUMBERS),
    st.builds("tháng {}/{}. ".format, st.integers(1, 12), st.integers(1990, 2030)),
    st.builds("số {} hộ, ".format, NUMBERS),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(NOT_CITED, max_size=12).map("".join))
def test_figures_dates_and_forms_cite_nothing(text: str) -> None:
    assert numbered(text) == []
