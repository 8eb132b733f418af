// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/rules/values.h"

// What ought to be there and is not, or is there and ought not to. Part of the room's rule table,
// see validate/rules.h.
namespace hoso::flaw {

inline constexpr Rule wrong_year{
    "validate/wrong-year",
    Severity::Error,
    "secretary",
    "Tệp ghi năm học {value} nhưng công việc này là năm học {expected}. Không dùng bảng này.",
    "The file says school year {value} but this job is {expected}. The sheet is not used.",
    "Chọn năm học {expected} trên phần mềm rồi xuất lại.",
    "Choose school year {expected} in the source system and export again."};

inline constexpr Rule term_contradicts_path{
    "validate/term-contradicts-path",
    Severity::Error,
    "secretary",
    "Tệp ghi \"{value}\" nhưng tên tệp hoặc thư mục là {expected}. Không dùng bảng này.",
    "The file says \"{value}\" but its name or folder says {expected}. The sheet is not used.",
    "Xuất lại từ phần mềm với {expected}, hoặc để tệp vào đúng thư mục.",
    "Export it again for {expected}, or put the file into the right folder."};

inline constexpr Rule period_not_in_job{
    "validate/period-not-in-job",
    Severity::Error,
    "secretary",
    "Tệp ghi \"{value}\", kỳ này không có trong lịch của tệp công việc hoso.toml. Không dùng bảng "
    "này.",
    "The file says \"{value}\", a period that hoso.toml does not have. The sheet is not used.",
    "Xuất lại với đúng học kỳ, hoặc khai báo kỳ này trong hoso.toml.",
    "Export the right term, or declare the period in hoso.toml."};

inline constexpr Rule class_not_in_job{
    "validate/class-not-in-job",
    Severity::Error,
    "secretary",
    "Lớp {class} không có trong tệp công việc hoso.toml. Không dùng dữ liệu của lớp này.",
    "Class {class} is not in hoso.toml. Its data are not used.",
    "Khai báo lớp (khối, giáo viên chủ nhiệm, sĩ số) trong hoso.toml, hoặc sửa tên lớp trên phần "
    "mềm.",
    "Declare the class in hoso.toml, or mend its name in the source system."};

inline constexpr Rule class_without_list{
    "validate/class-without-list",
    Severity::Error,
    "secretary",
    "Lớp {class} có trong hoso.toml nhưng không có học sinh nào trong danh sách học sinh SMAS.",
    "Class {class} is in hoso.toml but no pupil of it is in the SMAS list.",
    "Xuất danh sách học sinh của lớp này từ SMAS.",
    "Export this class's list from SMAS."};

inline constexpr Rule headcount_differs{
    "validate/headcount-differs",
    Severity::Error,
    "secretary",
    "Sĩ số lớp {class} cuối {period}: hoso.toml ghi {expected}, danh sách có {value}{movements}.",
    "Class {class} at the end of {period}: hoso.toml says {expected} pupils, the list has "
    "{value}{movements}.",
    "Đếm lại sĩ số với giáo viên chủ nhiệm; sửa danh sách trên SMAS hoặc sĩ số trong hoso.toml.",
    "Count again with the class teacher; mend the list in SMAS or the number in hoso.toml."};

inline constexpr Rule headcount_missing{
    "validate/headcount-missing",
    Severity::Warning,
    "secretary",
    "Lớp {class}: hoso.toml chưa ghi sĩ số cuối {period} nên không biết danh sách có đủ học sinh "
    "không.",
    "Class {class}: hoso.toml has no head-count at the end of {period}, so whether the list is "
    "complete is not known.",
    "Hỏi giáo viên chủ nhiệm sĩ số của lớp rồi ghi vào dòng headcount của lớp trong hoso.toml.",
    "Ask the class teacher and add it to the class's headcount in hoso.toml."};

inline constexpr Rule pupil_list_missing{
    "validate/pupil-list-missing",
    Severity::Error,
    "secretary",
    "Chưa có danh sách học sinh SMAS nào dùng được nên không biết trường có những em nào: các bảng "
    "khác chưa được đối chiếu, chưa lập được hồ sơ nào.",
    "There is no usable SMAS list of pupils, so nobody is known: the other sheets have not been "
    "compared and no record can be made.",
    "Xuất danh sách học sinh toàn trường từ SMAS vào thư mục công việc rồi chạy lại.",
    "Export the school's list of pupils from SMAS into the job's folder and run again."};

inline constexpr Rule csdl_list_missing{
    "validate/csdl-list-missing",
    Severity::Warning,
    "secretary",
    "Lớp {class}: chưa có danh sách CSDL ngành nên thiếu họ tên, nghề nghiệp cha mẹ để in và không "
    "đối chiếu được nhân thân.",
    "Class {class}: there is no CSDL list, so the parents' names and jobs are not printed and "
    "personal data were not compared.",
    "Xuất danh sách học sinh lớp {class} từ CSDL ngành vào thư mục công việc.",
    "Export the list of class {class} from CSDL into the job's folder."};

inline constexpr Rule course_without_parents{
    "validate/course-without-parents",
    Severity::Error,
    "secretary",
    "Lớp {class}: chưa có danh sách CSDL ngành nên học bạ ({period}) thiếu họ tên cha mẹ của cả "
    "lớp.",
    "Class {class}: there is no CSDL list, so the học bạ ({period}) would have no parents' names.",
    "Xuất danh sách học sinh lớp {class} từ CSDL ngành vào thư mục công việc.",
    "Export the list of class {class} from CSDL into the job's folder."};

inline constexpr Rule missing_mark_sheet{
    "validate/missing-mark-sheet",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: chưa có bảng điểm môn {subject}.",
    "Class {class}, {period}: there is no mark sheet for {subject}.",
    "Xuất bảng điểm môn {subject} của lớp {class}, {period} từ SMAS.",
    "Export the mark sheet of {subject}, class {class}, {period} from SMAS."};

inline constexpr Rule missing_all_mark_sheets{
    "validate/missing-all-mark-sheets",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: chưa có bảng điểm nào ({count} môn).",
    "Class {class}, {period}: there is no mark sheet at all ({count} subjects).",
    "Xuất bảng điểm các môn của lớp {class}, {period} từ SMAS.",
    "Export the mark sheets of class {class}, {period} from SMAS."};

inline constexpr Rule subject_not_taught{
    "validate/subject-not-taught",
    Severity::Warning,
    "secretary",
    "Lớp {class}, {period}: có bảng điểm môn {subject}, nhưng theo khung chương trình môn này "
    "không học ở khối và học kỳ này.",
    "Class {class}, {period}: there is a mark sheet of {subject}, which this grade does not have "
    "in this term.",
    "Nếu trường dạy khác khung thì sửa templates/assessment; nếu không thì đưa tệp ra khỏi thư "
    "mục.",
    "If the school teaches otherwise, adapt templates/assessment; if not, move the file away."};

inline constexpr Rule pupil_missing_from_sheet{
    "validate/pupil-missing-from-sheet",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: em {name} (mã {pupil}) không có trong {sheet}.",
    "Class {class}, {period}: {name} (code {pupil}) is not in {sheet}.",
    "Kiểm tra em còn học không. Còn học: xuất lại từ SMAS. Đã chuyển đi: ghi vào sổ chuyển đi.",
    "Is the pupil still here? Then export again from SMAS. Else enter him in the register of "
    "transfers."};

inline constexpr Rule pupil_missing_everywhere{
    "validate/pupil-missing-everywhere",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: em {name} (mã {pupil}) có trong danh sách nhưng không có trong bảng "
    "điểm nào ({count} bảng).",
    "Class {class}, {period}: {name} (code {pupil}) is in the list but in none of the {count} mark "
    "sheets.",
    "Kiểm tra em còn học không. Còn học: xuất lại từ SMAS. Đã chuyển đi: ghi vào sổ chuyển đi.",
    "Is the pupil still here? Then export again from SMAS. Else enter him in the register of "
    "transfers."};

inline constexpr Rule missing_mark{
    "validate/missing-mark",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name} thiếu {columns}{shown}{need}.",
    "Class {class}, {subject}, {period}: {name} lacks {columns}{shown}{need}.",
    "Nhập điểm trên SMAS rồi xuất lại, hoặc gửi quyết định xử lý (kiểm tra bù, điểm 0, miễn). Ô "
    "trống không được coi là 0.",
    "Enter the mark in SMAS and export again, or send a decision (make-up, zero, exemption). A "
    "blank is not a zero."};

inline constexpr Rule empty_mark_column{
    "validate/empty-mark-column",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: cả cột {column} còn trống ({count} em).",
    "Class {class}, {subject}, {period}: the whole column {column} is blank ({count} pupils).",
    "Nhập điểm cột này trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Enter this column in SMAS and export again."};

inline constexpr Rule pupil_without_marks{
    "validate/pupil-without-marks",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {period}: em {name} (mã {pupil}) không có điểm ở môn nào ({count} môn){arrived}.",
    "Class {class}, {period}: {name} (code {pupil}) has no marks in any of {count} "
    "subjects{arrived}.",
    "Học sinh chuyển đến: nhập điểm của trường cũ trên SMAS hoặc gửi quyết định \"Chuyển đến, đã "
    "có điểm ở trường cũ\".",
    "A pupil who came from elsewhere: enter the old school's marks or send the decision \"Chuyển "
    "đến, đã có điểm ở trường cũ\"."};

inline constexpr Rule no_mark_of_inclusive_pupil{
    "validate/no-mark-of-inclusive-pupil",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name} (học sinh khuyết tật) thiếu {columns} và chưa có "
    "quyết định cách đánh giá.",
    "Class {class}, {subject}, {period}: {name} (a pupil with a disability) lacks {columns} and no "
    "decision says how to assess.",
    "Gửi quyết định \"Không đánh giá\" hoặc \"Miễn\" theo kế hoạch giáo dục cá nhân, hoặc nhập "
    "điểm trên SMAS.",
    "Send the decision \"Không đánh giá\" or \"Miễn\" by the individual plan, or enter the mark in "
    "SMAS."};

inline constexpr Rule makeup_pending{
    "validate/makeup-pending",
    Severity::Warning,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name} chờ {value}: {columns} để trống theo quyết định.",
    "Class {class}, {subject}, {period}: {name} waits for \"{value}\": {columns} is blank by "
    "decision.",
    "Khi có điểm, nhập trên SMAS rồi xuất lại; hồ sơ được lập lại thành bản bổ sung.",
    "When the mark is there, enter it in SMAS and export again; the record is then completed."};

inline constexpr Rule too_many_marks{
    "validate/too-many-marks",
    Severity::Warning,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: {count} em có nhiều hơn {required} ĐĐGtx.",
    "Class {class}, {subject}, {period}: {count} pupils have more than {required} ĐĐGtx.",
    "Số ĐĐGtx theo TT26/2020 Điều 8, TT22/2021 Điều 6. Kiểm tra số tiết của môn; các điểm thừa vẫn "
    "được tính.",
    "The number of ĐĐGtx follows TT26/2020 Điều 8, TT22/2021 Điều 6. Check the periods; surplus "
    "marks still count."};

inline constexpr Rule exempt_without_decision{
    "validate/exempt-without-decision",
    Severity::Error,
    "principal",
    "Lớp {class}: em {name} ghi \"{value}\" ở môn {subject} nhưng chưa có quyết định miễn.",
    "Class {class}: {name} has \"{value}\" in {subject} but there is no decision of exemption.",
    "Gửi quyết định miễn của hiệu trưởng vào tệp quyết định xử lý (môn {subject}, cột \"(cả "
    "năm)\", xử lý \"Miễn\").",
    "Add the principal's decision to the table of decisions (subject {subject}, column \"(cả "
    "năm)\", \"Miễn\")."};

inline constexpr Rule exempt_not_allowed{
    "validate/exempt-not-allowed",
    Severity::Error,
    "principal",
    "Lớp {class}: em {name} ghi \"{value}\" ở môn {subject}; Thông tư 22 không miễn môn học, chỉ "
    "miễn phần thực hành.",
    "Class {class}: {name} has \"{value}\" in {subject}; TT22 exempts from no subject, only from "
    "its practical part.",
    "Đánh giá phần lí thuyết và nhập đủ các lần đánh giá trên SMAS (TT22/2021 Điều 10); chỉ học "
    "sinh khuyết tật được miễn môn.",
    "Assess the theory and enter all assessments (TT22/2021 Điều 10); only a pupil with a "
    "disability may be exempt."};

inline constexpr Rule marks_differ{
    "validate/marks-differ",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: hai tệp ghi khác nhau, {value} và "
    "{other}.",
    "Class {class}, {subject}, {period}: {name}, {column}: two files differ, {value} and {other}.",
    "Giữ bản xuất mới nhất, đưa bản kia ra khỏi thư mục.",
    "Keep the newest export and move the other away."};

inline constexpr Rule missing_conduct{
    "validate/missing-conduct",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {period}: chưa có {what}.",
    "Class {class}, {period}: {what} is missing.",
    "Nhập trên SMAS rồi xuất lại bảng rèn luyện, hạnh kiểm của lớp.",
    "Enter it in SMAS and export the class's conduct sheet again."};

inline constexpr Rule missing_attendance{
    "validate/missing-attendance",
    Severity::Error,
    "homeroom",
    "Lớp {class}: chưa có bảng điểm danh {months} của {period}.",
    "Class {class}: there is no attendance sheet for {months} of {period}.",
    "Xuất bảng điểm danh của lớp {class} từ SMAS.",
    "Export the attendance sheet of class {class} from SMAS."};

inline constexpr Rule result_missing{
    "validate/result-missing",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {period}: em {name} (mã {pupil}) chưa có {what}.",
    "Class {class}, {period}: {name} (code {pupil}) has no {what}.",
    "Học sinh chuyển đến: xuất bảng tổng hợp có kết quả của trường cũ. Các trường hợp khác: nhập "
    "đủ trên SMAS rồi xuất lại.",
    "A pupil who came from elsewhere: export a summary with the old school's results. Else "
    "complete it in SMAS and export again."};

inline constexpr Rule plan_without_conclusion{
    "validate/plan-without-conclusion",
    Severity::Note,
    "principal",
    "Lớp {class}: em {name} (mã {pupil}) học theo kế hoạch giáo dục cá nhân; chưa có kết luận của "
    "hiệu trưởng, dòng kết luận để trống.",
    "Class {class}: {name} (code {pupil}) follows an individual plan; the principal's conclusion "
    "is not there and its line stays open.",
    "Ghi vào tệp quyết định xử lý: môn \"(tất cả)\", cột \"Kết luận\", xử lý \"Được lên lớp\" hoặc "
    "\"Không được lên lớp\".",
    "Add to the table of decisions: column \"Kết luận\", \"Được lên lớp\" or \"Không được lên "
    "lớp\"."};

// Quy chế của trường: "chỉ tiêu ít nhất 01 bài/1 tháng". A month that is over cannot be mended, so
// it holds back nothing.
inline constexpr Rule posts_too_few{
    "validate/posts-too-few",
    Severity::Warning,
    "secretary",
    "Website: {month} có {count} bài đăng; quy chế yêu cầu ít nhất {required} bài mỗi tháng.",
    "Website: {count} posts in {month}; the regulation wants at least {required} a month.",
    "Có bài mà danh sách thiếu thì xuất lại danh sách bài đăng; chưa có bài thì đăng bài và báo "
    "hiệu "
    "trưởng.",
    "If the list is not complete export it again; otherwise post, and tell the principal."};

inline constexpr Rule not_checked{
    "validate/not-checked",
    Severity::Note,
    "secretary",
    "{classes}: không kiểm tra được {what}: thiếu {missing}.",
    "{classes}: {what_en} could not be checked: {missing_en} is not there.",
    "Không bắt buộc. Xuất thêm {missing} nếu có.",
    "Not compulsory. Export {missing_en} as well if there is one."};

inline constexpr Rule earlier_year_missing{
    "validate/earlier-year-missing",
    Severity::Error,
    "homeroom",
    "Lớp {class}: em {name} (mã {pupil}) thiếu kết quả lớp {grades} để lập học bạ cả khóa.",
    "Class {class}: {name} (code {pupil}) lacks the results of grade {grades} for the whole "
    "course.",
    "Nhập kết quả các năm trước theo học bạ giấy vào bảng kết quả các năm trước.",
    "Type the earlier results from the paper học bạ into the table of earlier years."};

inline constexpr Rule teacher_missing{
    "validate/teacher-missing",
    Severity::Warning,
    "secretary",
    "Lớp {class}, {period}: phân công chuyên môn không có giáo viên các môn: {subject}.",
    "Class {class}, {period}: the assignment has no teacher of {subject}.",
    "Bổ sung vào bảng phân công chuyên môn; tên giáo viên được in cuối bảng điểm.",
    "Add it to the assignment; the teacher's name is printed below the marks."};

inline constexpr Rule teacher_differs{"validate/teacher-differs",
                                      Severity::Warning,
                                      "secretary",
                                      "Lớp {class}, {subject}, {period}: bảng điểm ghi giáo viên "
                                      "{value} nhưng phân công là {expected}.",
                                      "Class {class}, {subject}, {period}: the mark sheet names "
                                      "{value} but the assignment {expected}.",
                                      "Sửa bảng phân công hoặc tên giáo viên trên SMAS.",
                                      "Mend the assignment or the name in SMAS."};

}  // namespace hoso::flaw
