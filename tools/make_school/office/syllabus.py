# SPDX-License-Identifier: Apache-2.0
"""What is taught in which lesson: the plans of the groups and of the teachers, the lesson plans and
the log books agree because they all ask here."""

_CONTENTS = {
    "TOAN": ("Tập hợp", "Cách ghi số tự nhiên", "Thứ tự trong tập hợp số tự nhiên",
             "Phép cộng và phép trừ", "Phép nhân và phép chia", "Lũy thừa với số mũ tự nhiên",
             "Thứ tự thực hiện các phép tính", "Luyện tập chung", "Quan hệ chia hết",
             "Hình có trục đối xứng"),
    "NV": ("Bài học đường đời đầu tiên", "Nếu cậu muốn có một người bạn",
           "Thực hành tiếng Việt: từ đơn và từ phức", "Viết bài văn kể lại một trải nghiệm",
           "Nói và nghe", "Chuyện cổ tích về loài người", "Mây và sóng", "Trả bài viết"),
    "NN1": ("Getting started", "A closer look", "Communication", "Skills", "Looking back"),
    "KHTN": ("Giới thiệu về khoa học tự nhiên", "Đo nhiệt độ (thực hành)", "Các thể của chất",
             "Tế bào", "Lực và biểu diễn lực", "Luyện tập"),
    "LSDL": ("Thời gian trong lịch sử", "Bản đồ và lược đồ", "Xã hội nguyên thủy",
             "Hệ thống kinh, vĩ tuyến", "Ôn tập"),
    "VL": ("Nhận biết ánh sáng. Nguồn sáng", "Sự truyền ánh sáng",
           "Ứng dụng định luật truyền thẳng của ánh sáng", "Định luật phản xạ ánh sáng",
           "Ảnh của một vật tạo bởi gương phẳng", "Thực hành: vẽ ảnh qua gương phẳng",
           "Gương cầu lồi", "Tổng kết chương"),
    "HH": ("Chất và sự biến đổi", "Bài thực hành", "Nguyên tử, phân tử", "Luyện tập"),
    "SH": ("Quan sát mẫu vật", "Cấu tạo và chức năng", "Đa dạng và vai trò", "Thực hành"),
    "LS": ("Sự hình thành và phát triển xã hội phong kiến", "Trung Quốc thời phong kiến",
           "Ấn Độ thời phong kiến", "Nước ta buổi đầu độc lập", "Làm bài tập lịch sử"),
    "DL": ("Dân số", "Môi trường nhiệt đới", "Thực hành: đọc biểu đồ", "Các châu lục", "Ôn tập"),
    "TIN": ("Thông tin và dữ liệu", "Bảng tính", "Thực hành trên máy", "Ôn tập"),
    "GDCD": ("Sống giản dị", "Trung thực", "Yêu thương con người", "Ngoại khóa địa phương"),
    "CN": ("Vai trò của trồng trọt", "Nhà ở đối với con người", "Thực hành", "Ôn tập"),
    "GDTC": ("Đội hình đội ngũ", "Chạy cự li ngắn", "Ném bóng", "Kiểm tra động tác"),
    "TD": ("Đội hình đội ngũ", "Chạy bền", "Nhảy xa", "Kiểm tra động tác"),
    "AN": ("Học hát", "Tập đọc nhạc", "Âm nhạc thường thức", "Ôn tập"),
    "MT": ("Vẽ trang trí", "Vẽ theo mẫu", "Thường thức mĩ thuật", "Vẽ tranh đề tài"),
    "NT": ("Học hát", "Tranh chủ đề ngôi trường", "Đọc nhạc", "Trưng bày sản phẩm"),
    "GDDP": ("Sơn La quê hương em", "Lễ hội truyền thống", "Nghề truyền thống ở địa phương"),
    "TNHN": ("Khám phá bản thân", "Rèn luyện bản thân", "Em với nhà trường", "Em với cộng đồng"),
}


def unit_of(number):
    """Two lessons make a unit: lesson 17 belongs to unit 9."""
    return (number + 1) // 2


def unit_title(subject, unit):
    contents = _CONTENTS[subject.code]
    return f"Bài {unit}: {contents[(unit - 1) % len(contents)]}"


def lesson_title(subject, number):
    return unit_title(subject, unit_of(number))


def units(subject, lessons):
    """[(unit, title, first lesson, last lesson)] of a year with so many lessons."""
    return [(unit, unit_title(subject, unit), 2 * unit - 1, min(2 * unit, lessons))
            for unit in range(1, unit_of(lessons) + 1)]
