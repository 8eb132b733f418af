// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "console.h"
#include "diff.h"
#include "explain.h"
#include "inspect.h"
#include "pipeline.h"
#include "scratch_folder.h"
#include "template_tools.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"
#include "workshop.h"

namespace {

using namespace hoso;
namespace fs = std::filesystem;

// Not a secret: keys made by `hoso keys demo` sign nothing but demonstrations.
constexpr char kDemoPassword[] = "thu-nghiem";

struct Options {
    RunRequest request;
    std::string job = ".";
    std::string language = "vi";
    std::string as_of;
    std::string trust, draft;
    std::vector<std::string> paths;
    StatusFilter filter;
    ExplainRequest question;
    PreviewRequest preview;
    std::string model, title;
    bool watch = false;
    int (*action)(Options&) = nullptr;  // of a subcommand's subcommand
    bool json = false, quiet = false, no_colour = false, without_office = false;

    [[nodiscard]] PrintStyle style() const {
        return {language == "en" ? Language::English : Language::Vietnamese,
                !no_colour && isatty(STDOUT_FILENO) == 1, quiet};
    }
    [[nodiscard]] FixedClock clock() const {
        if (as_of.empty()) return make_clock(std::nullopt);
        const auto instant = parse_instant(as_of);
        if (!instant) throw UsageError("--as-of: không phải thời điểm ISO 8601: \"" + as_of + "\"");
        return make_clock(instant);
    }
};

std::string environment(const char* name, const std::string& otherwise) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : otherwise;
}

int run(Options& options, bool check_only) {
    RealDisk disk;
    options.request.job = options.job;
    options.request.check_only = check_only;
    options.request.key_password = environment("HOSO_KEY_PASSWORD", kDemoPassword);
    NoOffice none;
    RealOffice office(disk, options.request.out / ".work" / "office");
    Office& door = options.without_office ? static_cast<Office&>(none) : office;
    ProgressBar bar(!options.quiet && isatty(STDERR_FILENO) == 1);
    const RunReport report = run_batch(options.request, disk, door, options.clock(),
                                       [&](const std::string& stage, std::size_t done,
                                           std::size_t total) { bar.show(stage, done, total); });
    bar.clear();
    if (options.json) {
        std::cout << to_json(report);
    } else {
        print_report(std::cout, report, options.style());
        // A month of the calendar has a page and no record: silence would read as "all made".
        if (!options.request.check_only && report.records.empty() && report.exit_code() == 0) {
            std::cout << (options.style().language == Language::English
                              ? "No record is due for this choice.\n"
                              : "Không có hồ sơ nào phải làm cho kỳ và hồ sơ đã chọn.\n");
        }
    }
    return report.exit_code();
}

int diff(Options& options) {
    RealDisk disk;
    options.request.job = options.job;
    options.request.check_only = true;
    NoOffice none;
    RealOffice office(disk, options.request.out / ".work" / "office");
    Office& door = options.without_office ? static_cast<Office&>(none) : office;
    ProgressBar bar(!options.quiet && isatty(STDERR_FILENO) == 1);
    const DiffReport report = run_diff(options.request, disk, door, options.clock(),
                                       [&](const std::string& stage, std::size_t done,
                                           std::size_t total) { bar.show(stage, done, total); });
    bar.clear();
    if (options.json) {
        std::cout << to_json(report);
    } else {
        print_diff(std::cout, report, options.style());
    }
    return report.exit_code();
}

int status(const Options& options) {
    RealDisk disk;
    const Job job = load_job(disk, options.job);
    const fs::path own = fs::path(options.job) / "templates";
    const TemplateFolder templates(disk, options.request.templates,
                                   disk.exists(own) ? std::optional<fs::path>(own) : std::nullopt);
    const auto last = WorkFolder(disk, options.request.out).status(job.school.code, job.year.id());
    const Catalogue catalogue = load_catalogue(templates);
    const Date today = parse_date(to_iso(options.clock().now()).substr(0, 10)).value_or(Date{});
    const auto status = status_of(job, catalogue, last ? &*last : nullptr, today);
    if (options.json) {
        std::cout << to_json(status);
    } else {
        print_status(std::cout, status, options.filter, options.style());
    }
    return 0;
}

int verify_paths(const Options& options) {
    RealDisk disk;
    bool good = true;
    for (const std::string& path : options.paths) {
        if (!disk.exists(path)) throw UsageError("không có tệp hoặc thư mục: " + path);
        Findings faults;
        const auto trust =
            options.trust.empty() ? std::nullopt : std::optional<fs::path>(options.trust);
        const VerificationReport report = verify(disk, path, trust, faults);
        print_verification(std::cout, report, faults.sorted(), options.style());
        good = good && report.good();
    }
    return good ? 0 : 4;
}

int explain_value(const Options& options) {
    RealDisk disk;
    ExplainRequest request = options.question;
    request.out = options.request.out;
    request.templates = options.request.templates;
    print_explanation(std::cout, explain(request, disk), options.style());
    return 0;
}

void add_common(CLI::App& command, Options& options);

PreviewRequest& template_request(Options& options) {
    PreviewRequest& request = options.preview;
    request.templates = options.request.templates;
    request.fonts = options.request.fonts;
    request.full_fonts = options.request.full_fonts;
    request.workers = options.request.workers;
    return request;
}

int check_forms(Options& options) {
    RealDisk disk;
    const auto trials = check_templates(template_request(options), disk);
    print_trials(std::cout, trials, options.style());
    return std::any_of(trials.begin(), trials.end(),
                       [](const FormTrial& trial) { return !trial.findings.empty(); })
               ? 1
               : 0;
}

int preview_form(Options& options) {
    RealDisk disk;
    PreviewRequest& request = template_request(options);
    if (request.target.extension() != ".pdf") {
        throw UsageError("tệp xem trước phải có đuôi .pdf: " + request.target.generic_string());
    }
    RealOffice office(disk, options.request.out / ".work" / "office");
    std::string before;
    for (bool again = true; again; again = options.watch) {
        const std::string now = template_state(request, disk);
        if (now == before) {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            continue;
        }
        before = now;
        try {
            const FormTrial trial = preview_template(request, disk, office);
            print_trials(std::cout, {trial}, options.style());
            std::cout << request.target.generic_string() << std::endl;
            if (!options.watch) return trial.findings.empty() ? 0 : 1;
        } catch (const UsageError& error) {
            // While somebody is still typing, a template is often wrong for a moment.
            if (!options.watch) throw;
            std::cout << error.what() << std::endl;
        }
    }
    return 0;
}

int new_form(Options& options) {
    RealDisk disk;
    const TemplateRequest& request = template_request(options);
    for (const std::string& file : new_template(request, options.model, options.title, disk)) {
        std::cout << file << '\n';
    }
    std::cout
        << "Sửa record.xml (lấy gì), document.html (in thế nào), catalogue.xml (hạn, người ký, lưu "
           "bao lâu); xem trước: hoso template preview "
        << request.record << " --job " << request.job.generic_string() << " --watch\n";
    return 0;
}

void add_template_commands(CLI::App& app, Options& options) {
    auto* command = app.add_subcommand("template", "làm, kiểm tra và xem trước biểu mẫu");
    command->require_subcommand(1);
    PreviewRequest& request = options.preview;
    auto* check =
        command->add_subcommand("check", "thử biểu mẫu với dữ liệu mẫu và với chữ dài nhất");
    check->footer("Ví dụ: hoso template check I.15 --job hoc-ky-1");
    check->add_option("RECORD", request.record, "hồ sơ (mặc định: tất cả)");
    check->add_option("FORM", request.form, "mẫu của hồ sơ (mặc định: tất cả)");
    auto* preview = command->add_subcommand("preview", "một biểu mẫu thành PDF, bảng tính và ảnh");
    preview->footer(
        "Ví dụ: hoso template preview I.15 --job hoc-ky-1 --watch\n"
        "       hoso template preview I.03 tt22 --job hoc-ky-1 --period HK1 --unit 6A --png");
    preview->add_option("RECORD", request.record, "hồ sơ")->required();
    preview->add_option("FORM", request.form, "mẫu của hồ sơ (mặc định: mẫu đầu)");
    request.target = "xem-truoc.pdf";
    preview->add_option("--to", request.target, "tệp PDF (mặc định: xem-truoc.pdf)");
    preview->add_option("--sample", request.sample, "tên tệp dữ liệu mẫu, không đuôi");
    preview->add_option("--period", request.period, "dùng dữ liệu thật của kỳ này");
    preview->add_option("--unit", request.unit, "lớp hoặc mã học sinh (mặc định: văn bản đầu)");
    preview->add_option("--rows", request.rows, "số dòng của mỗi danh sách có số thứ tự");
    preview->add_flag("--longest", request.longest, "họ tên và nhận xét dài nhất");
    preview->add_flag("--png", request.png, "thêm ảnh từng trang");
    preview->add_flag("--watch", options.watch, "làm lại mỗi khi lưu biểu mẫu (Ctrl-C để dừng)");
    auto* make = command->add_subcommand("new", "thêm một hồ sơ, làm theo một hồ sơ đã có");
    make->footer("Ví dụ: hoso template new I.16 --from I.15 --title \"Sổ dự giờ\" --job hoc-ky-1");
    make->add_option("RECORD", request.record, "ký hiệu mới")->required();
    make->add_option("--from", options.model, "hồ sơ làm mẫu")->required();
    make->add_option("--title", options.title, "tên hồ sơ")->required();
    for (CLI::App* each : {check, preview, make}) {
        auto* job = each->add_option("--job", request.job, "thư mục có hoso.toml");
        if (each == make) job->required();
        add_common(*each, options);
    }
    check->callback([&options] { options.action = check_forms; });
    preview->callback([&options] { options.action = preview_form; });
    make->callback([&options] { options.action = new_form; });
}

int inspect_files(const Options& options) {
    RealDisk disk;
    InspectRequest request;
    request.paths.assign(options.paths.begin(), options.paths.end());
    request.templates = options.request.templates;
    request.workers = options.request.workers;
    if (options.job != ".") request.job = options.job;
    if (!options.draft.empty()) request.draft = options.draft;
    NoOffice none;
    const ScratchFolder scratch(disk);
    RealOffice office(disk, scratch.path());
    const InspectReport report =
        inspect(request, disk, options.without_office ? static_cast<Office&>(none) : office);
    if (options.json) {
        std::cout << to_json(report);
    } else {
        print_inspection(std::cout, report, options.style());
    }
    return report.all_recognised() ? 0 : 1;
}

int demo_keys(const Options& options) {
    RealDisk disk;
    const Job job = load_job(disk, options.job);
    if (job.keys.empty()) throw UsageError("hoso.toml không có [signing] keys");
    std::vector<DemoPerson> people;
    for (const Person& person : job.people)
        people.push_back({person.id, person.name, person.title});
    make_demo_keys(disk, job.keys, job.school.name, people, kDemoPassword, options.clock());
    if (!options.quiet) {
        std::cout << "Khóa ký THỬ NGHIỆM (không có giá trị pháp lý): " << job.keys.generic_string()
                  << '\n';
    }
    return 0;
}

void add_common(CLI::App& command, Options& options) {
    command.add_option("--lang", options.language, "ngôn ngữ: vi, en")
        ->check(CLI::IsMember({"vi", "en"}));
    command.add_flag("--quiet", options.quiet, "chỉ in những gì cần sửa");
    command.add_flag("--no-color", options.no_colour, "không dùng màu");
    command.add_option("--as-of", options.as_of, "thời điểm \"bây giờ\": 2022-01-15T08:00+07:00");
}

void add_job(CLI::App& command, Options& options) {
    command.add_option("JOB", options.job, "thư mục có hoso.toml (mặc định: thư mục này)");
    command.add_option("--out", options.request.out, "nơi để kết quả (mặc định: outputs)");
}

void add_annotate(CLI::App& command, Options& options) {
    command.add_option("--annotate", options.request.annotate,
                       "nơi để bản chép có đánh dấu chỗ sai (mặc định: can-sua/ trong kết quả)");
}

void add_run(CLI::App& command, Options& options) {
    add_job(command, options);
    command
        .add_option("--period", options.request.periods,
                    "kỳ: HK1, HK2, CN, HE, tuần W05, tháng M10, 2021-2022/HK1")
        ->delimiter(',');
    command.add_flag("--json", options.json, "in kết quả dạng JSON (docs/report-schema.json)");
    command.add_flag("--without-office", options.without_office,
                     "không dùng LibreOffice dù máy có cài");
    command.add_option("--jobs", options.request.workers, "số luồng")->check(CLI::Range(1, 256));
}

int dispatch(int argc, char** argv) {
    Options options;
    const fs::path share = environment("HOSO_SHARE", HOSO_SHARE_DIR);
    options.request.templates = environment("HOSO_TEMPLATES", HOSO_TEMPLATE_DIR);
    options.request.fonts = share / "fonts";
    options.request.full_fonts = HOSO_FULL_FONT_DIR;
    options.request.workers = hardware_workers();

    CLI::App app(
        "hoso: từ tệp xuất của phần mềm nhà trường đến hồ sơ đã ký, in được, lưu trữ được");
    app.require_subcommand(1);
    app.set_version_flag("--version", kEngine);
    app.footer(
        "Mã thoát: 0 xong · 1 có lỗi hoặc có phần bị giữ lại · 2 gõ sai lệnh · 3 máy · "
        "4 kiểm tra gói không đạt · 70 lỗi của hoso");

    auto* run_command = app.add_subcommand("run", "đọc, kiểm tra, lập, ký, đóng gói, kiểm lại");
    run_command->footer("Ví dụ: hoso run inputs/demo --period HK1 --only I.03");
    add_run(*run_command, options);
    add_annotate(*run_command, options);
    add_common(*run_command, options);
    run_command->add_option("--only", options.request.only, "chỉ các hồ sơ này: I.03,I.02")
        ->delimiter(',');
    run_command
        ->add_option("--on-demand", options.request.on_demand,
                     "lập ngay hôm nay các hồ sơ theo yêu cầu: I.13,I.14")
        ->delimiter(',');
    run_command->add_flag("--partial", options.request.partial,
                          "niêm phong cả khi còn phần bị giữ lại");
    run_command->add_flag("--draft", options.request.draft, "bản nháp: không ký, không niêm phong");
    auto* check_command = app.add_subcommand("check", "chỉ đọc, kiểm tra và đánh dấu chỗ sai");
    check_command->footer("Ví dụ: hoso check inputs/demo --period HK1");
    add_run(*check_command, options);
    add_annotate(*check_command, options);
    add_common(*check_command, options);
    auto* diff_command = app.add_subcommand(
        "diff", "điểm nào đã đổi so với bản niêm phong, và sổ theo dõi sửa điểm ghi gì");
    diff_command->footer("Ví dụ: hoso diff inputs/demo --period HK1");
    add_run(*diff_command, options);
    add_common(*diff_command, options);
    auto* status_command =
        app.add_subcommand("status", "hạn, tình trạng từng lớp và ai phải làm gì");
    status_command->footer(
        "Ví dụ: hoso status inputs/demo --class 6A\nTheo lần chạy `hoso run` gần nhất.");
    add_job(*status_command, options);
    status_command->add_option("--class", options.filter.klass, "chỉ lớp này");
    status_command->add_option("--person", options.filter.person,
                               "chỉ việc của người này (họ tên)");
    status_command->add_flag("--json", options.json, "in dạng JSON (docs/status-schema.json)");
    add_common(*status_command, options);
    auto* inspect_command = app.add_subcommand("inspect", "mỗi tệp được hiểu là gì, và vì sao");
    inspect_command->footer(
        "Ví dụ: hoso inspect inputs/demo/smas/HK1/6A/BangDiem_6A_Toan_HK1.xlsx\n"
        "Mẫu bảng trong JOB/templates/ được dùng cùng; JOB là thư mục gần nhất có hoso.toml.");
    inspect_command->add_option("FILE", options.paths, "tệp hoặc thư mục")->required();
    inspect_command->add_option("--job", options.job, "thư mục có hoso.toml của tệp");
    inspect_command->add_option("--draft", options.draft,
                                "ghi bản nháp mẫu bảng cho trang chưa nhận ra vào tệp mới này");
    inspect_command->add_flag("--json", options.json, "in dạng JSON (docs/inspect-schema.json)");
    inspect_command->add_flag("--without-office", options.without_office,
                              "không dùng LibreOffice dù máy có cài");
    add_common(*inspect_command, options);
    auto* explain_command =
        app.add_subcommand("explain", "một số đã in lấy từ ô nào, tính thế nào");
    explain_command->footer(
        "Ví dụ: hoso explain 0140500101 Toán\n"
        "       hoso explain \"Lò Thị Ánh\" ĐTB --out outputs");
    explain_command
        ->add_option("PDF|PUPIL", options.question.what,
                     "tệp PDF của hoso, mã học sinh hoặc họ tên đầy đủ")
        ->required();
    explain_command->add_option("FIELD", options.question.field, "chỉ các mục có những chữ này");
    explain_command->add_option("--out", options.request.out, "nơi có các gói (mặc định: outputs)");
    add_common(*explain_command, options);
    auto* verify_command = app.add_subcommand("verify", "kiểm tra gói, thư mục gói hoặc PDF đã ký");
    verify_command->footer(
        "Ví dụ: hoso verify outputs/2021-2022/HK1/I.03_THCSNP_2021-2022_HK1_v1.zip --trust "
        "keys/demo/ca.pem");
    verify_command->add_option("PATH", options.paths, "gói .zip, thư mục, PDF")->required();
    verify_command->add_option("--trust", options.trust, "chứng thư gốc được tin (PEM)");
    add_common(*verify_command, options);
    add_template_commands(app, options);
    auto* keys_command = app.add_subcommand("keys", "khóa ký");
    keys_command->require_subcommand(1);
    auto* demo_command =
        keys_command->add_subcommand("demo", "tạo khóa THỬ NGHIỆM cho những người trong hoso.toml");
    demo_command->footer("Ví dụ: hoso keys demo inputs/demo");
    add_job(*demo_command, options);
    add_common(*demo_command, options);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (options.action != nullptr) return options.action(options);
    if (*run_command) return run(options, false);
    if (*check_command) return run(options, true);
    if (*diff_command) return diff(options);
    if (*status_command) return status(options);
    if (*inspect_command) return inspect_files(options);
    if (*explain_command) return explain_value(options);
    if (*verify_command) return verify_paths(options);
    return demo_keys(options);
}

}  // namespace

int main(int argc, char** argv) {
    // An arena per thread keeps what the reading stages freed; two are enough for two cores.
    mallopt(M_ARENA_MAX, 2);
    try {
        return dispatch(argc, argv);
    } catch (const UsageError& error) {
        std::cerr << "hoso: " << error.what() << '\n';
        return 2;
    } catch (const EnvironmentError& error) {
        std::cerr << "hoso: máy không làm được việc này (đĩa, quyền ghi, khóa ký): " << error.what()
                  << '\n';
        return 3;
    } catch (const LibraryError& error) {
        std::cerr << "hoso: một thư viện của máy báo lỗi: " << error.what() << '\n';
        return 3;
    } catch (const std::bad_alloc&) {
        std::cerr << "hoso: hết bộ nhớ\n";
        return 3;
    } catch (const std::exception& error) {
        std::cerr << "hoso: lỗi của chương trình, xin báo lại: " << error.what() << '\n';
        return 70;
    }
}
