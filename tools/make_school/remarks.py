# SPDX-License-Identifier: Apache-2.0
"""What teachers write. A few sentences a level: equal remarks are normal in a class."""

_HOMEROOM = {
    3: ("Chăm ngoan, có trách nhiệm với lớp.", "Lễ phép, đoàn kết, gương mẫu trong mọi việc.",
        "Tự giác học tập, tích cực giúp đỡ bạn.", "Ngoan, chấp hành tốt nội quy của trường."),
    2: ("Thật thà; cần đi học chuyên cần hơn.", "Ngoan, hòa đồng; cần mạnh dạn phát biểu hơn.",
        "Có cố gắng; đôi khi còn nói chuyện riêng.", "Biết vâng lời; cần giữ vệ sinh lớp tốt hơn."),
    1: ("Còn nghỉ học tự do, cần cố gắng hơn.", "Chưa tự giác học bài, đã biết sửa lỗi.",
        "Còn rụt rè, cần tham gia hoạt động của lớp nhiều hơn."),
    0: ("Nghỉ học không phép nhiều lần, vi phạm nội quy.",
        "Nhiều lần vi phạm nội quy, chậm sửa chữa."),
}
_SCORED = (
    (80, ("Tiếp thu bài tốt, trình bày rõ ràng.", "Nắm chắc kiến thức, vận dụng linh hoạt.",
          "Học tốt, tích cực xây dựng bài.")),
    (65, ("Nắm được kiến thức cơ bản, làm bài cẩn thận.", "Có ý thức học tập; cần chủ động hơn.",
          "Tiếp thu khá, cần rèn thêm cách trình bày.")),
    (50, ("Có tiến bộ; cần luyện thêm bài tập.", "Hiểu bài; còn chậm khi vận dụng.",
          "Có cố gắng; cần ôn lại kiến thức cũ.")),
    (0, ("Còn hổng kiến thức, cần luyện tập thêm.",
         "Chưa chăm học, cần thầy cô và gia đình kèm cặp.")),
)
_REMARK = {
    "GDTC": ("Thực hiện đúng động tác, tích cực tập luyện.",
             "Có sức bền tốt, biết phối hợp với bạn."),
    "NT": ("Hát đúng giai điệu, vẽ có sáng tạo.", "Cảm thụ âm nhạc tốt, nét vẽ có tiến bộ."),
    "GDDP": ("Hiểu biết về quê hương, sưu tầm tư liệu tốt.", "Yêu thích văn hóa của bản mường."),
    "TNHN": ("Tích cực tham gia hoạt động, biết hợp tác.",
             "Mạnh dạn, hoàn thành nhiệm vụ của nhóm."),
}
_FAILED = ("Cần chuẩn bị đồ dùng học tập đầy đủ.", "Chưa hoàn thành bài thực hành, cần cố gắng.")
_PLAN = ("Hoàn thành mục tiêu của kế hoạch giáo dục cá nhân.",
         "Có tiến bộ theo kế hoạch giáo dục cá nhân.")


def homeroom_remark(rng, level):
    return rng.choice(_HOMEROOM[level])


def subject_remark(rng, subject, result):
    if result is None:
        return rng.choice(_PLAN)
    if subject.scored:
        return next(rng.choice(texts) for bar, texts in _SCORED if result >= bar)
    return rng.choice(_REMARK[subject.code] if result else _FAILED)
