// SPDX-License-Identifier: Apache-2.0
// Rates of the document stages on real data: the first transcripts and the first class book that
// the main job would make. One thread, so that "per core" is what it says.
//   bench_stages JOB KEYS rates SCRATCH  one figure a line: name value unit
//   bench_stages JOB KEYS workbooks SCRATCH   the workbooks of it alone
//   bench_stages JOB KEYS memory COUNT   COUNT transcripts; prints the peak resident size in KiB
#include <sys/resource.h>
#include <time.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>

#include "keyring.h"
#include "sign/sign.h"
#include "validate/validate.h"
#include "vocabulary/text.h"
#include "work.h"

namespace {

using namespace hoso;
namespace fs = std::filesystem;

constexpr char kPassword[] = "thu-nghiem";
constexpr char kWorkbookTitle[] = "Sổ theo dõi và đánh giá học sinh";
constexpr char kWorkbookAuthor[] = "Trường THCS Thử Nghiệm";

struct Plans {
    RealDisk disk;
    Job job;
    TemplateFolder templates;
    Catalogue catalogue;
    FontSet fonts;
    std::vector<RecordBatch> transcripts, books;

    explicit Plans(const fs::path& folder)
        : job(load_job(disk, folder)),
          templates(disk, HOSO_TEMPLATE_DIR),
          catalogue(load_catalogue(templates)),
          fonts(disk, fs::path(HOSO_SHARE_DIR) / "fonts", HOSO_FULL_FONT_DIR) {
        Findings findings, more;
        NoOffice office;
        const Ingested ingested = ingest(disk, office, folder, 2, findings);
        const Recognised recognised = recognise(ingested, templates, findings);
        const ValidBatch batch = validate(job, recognised, templates, findings);
        const auto sorted = findings.sorted();
        transcripts = compose(job, catalogue, batch, templates, {"CN"}, {"I.02"}, sorted, more);
        books = compose(job, catalogue, batch, templates, {"HK1"}, {"I.03"}, sorted, more);
    }
};

// User and system time of this process, which has one thread by now: per core, and as `openssl
// speed` counts. Waiting for the disk or for other programs is not in it.
double cpu_clock() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Calls work(0), work(1), … for about `seconds` of CPU time; gives calls a second of it.
double rate(double seconds, const std::function<void(std::size_t)>& work) {
    work(0);
    const double began = cpu_clock();
    std::size_t count = 0;
    double took = 0;
    while (took < seconds) {
        work(count++);
        took = cpu_clock() - began;
    }
    return static_cast<double>(count) / took;
}

void say(const std::string& name, double value, const std::string& unit) {
    std::cout << name << ' ' << value << ' ' << unit << '\n';
}

std::string make(const Plans& plans, const DocumentPlan& plan, const TemplateSet& set) {
    Findings findings;
    RenderOptions options;
    options.title = plan.title;
    options.author = plans.job.school.name;
    options.created = plan.period.closing;
    options.id_seed = plan.key;
    options.print_code = plan.key.substr(0, 12);
    return render_pdf(fill(plan, set, findings).document, plan.lineage, plans.fonts, options,
                      findings)
        .bytes;
}

std::string sign(const Plans& plans, const DocumentPlan& plan, std::string pdf, const KeyRing& keys,
                 std::size_t signatures) {
    for (std::size_t i = 0; i < std::min(signatures, plan.signers.size()); ++i) {
        const SignerPlan& who = plan.signers[i];
        const Signer* signer = keys.find(who.person);
        if (signer == nullptr) throw std::runtime_error("no key of " + who.person);
        pdf = sign_pdf(pdf, who.role, *signer,
                       {to_upper(who.title), who.name, Instant{1655254800}, true}, plans.fonts);
    }
    return pdf;
}

// What libxlsxwriter alone needs for grid_workbook(): the same cells in the same formats with the
// same print set-up, said to it as directly as its interface allows.
void bare_workbook(int sheets, const fs::path& path) {
    lxw_workbook* book = workbook_new(path.c_str());
    std::string title = kWorkbookTitle, author = kWorkbookAuthor;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = properties.company = author.data();
    properties.created = 1;
    workbook_set_properties(book, &properties);
    lxw_format* text = workbook_add_format(book);
    lxw_format* mark = workbook_add_format(book);
    for (lxw_format* format : {text, mark}) {
        format_set_font_name(format, "Times New Roman");
        format_set_font_size(format, 13);
        format_set_align(format, LXW_ALIGN_LEFT);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_text_wrap(format);
        format_set_border(format, LXW_BORDER_THIN);
    }
    format_set_num_format(mark, "0.0");
    for (int s = 0; s < sheets; ++s) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, ("S" + std::to_string(s)).c_str());
        worksheet_set_paper(sheet, 9);
        constexpr double mm_per_inch = 25.4;
        worksheet_set_margins(sheet, 30 / mm_per_inch, 15 / mm_per_inch, 20 / mm_per_inch,
                              20 / mm_per_inch);
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_center_horizontally(sheet);
        worksheet_set_column(sheet, 0, 39, 1.5, nullptr);
        for (lxw_row_t row = 0; row < 45; ++row) {
            worksheet_write_string(sheet, row, 0, "Nguyễn Thị Ngọc Ánh", text);
            for (lxw_col_t column = 1; column < 40; ++column) {
                worksheet_write_number(sheet, row, column, 7.5, mark);
            }
        }
    }
    workbook_close(book);
}

std::string grid_workbook(int sheets) {
    std::string html =
        "<html><head><title>t</title><style>td { border: 0.5pt solid; }</style></head><body>";
    for (int s = 0; s < sheets; ++s) {
        html += "<section name=\"S" + std::to_string(s) + "\"><table><tbody>";
        for (int row = 0; row < 45; ++row) {
            html += "<tr><td>Nguyễn Thị Ngọc Ánh</td>";
            for (int column = 1; column < 40; ++column) {
                // One lineage id: the cell's type comes from it.
                html += "<td>\uE000\uE010\uE0017,5\uE002</td>";
            }
            html += "</tr>";
        }
        html += "</tbody></table></section>";
    }
    return html + "</body></html>";
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Ours and bare libxlsxwriter by turns, so that what else the machine does meets both, and in CPU
// time: a slow disk under the temporary files would bring any two writers together. They must come
// to the same file, byte for byte, or there is nothing to compare.
void workbooks(const fs::path& scratch) {
    RealDisk disk;
    const std::vector<LineageEntry> lineage{{"m", "7,5", Tenths{75}, {}, {}}};
    const std::string grid = grid_workbook(4);
    RenderOptions options;
    options.title = kWorkbookTitle;
    options.author = kWorkbookAuthor;
    const fs::path ours = scratch / "grid.xlsx", bare = scratch / "bare.xlsx";
    std::vector<double> mine, other, ratios;
    const auto write_bare = [&](std::size_t) { bare_workbook(4, bare); };
    const auto write_ours = [&](std::size_t) {
        Findings f;
        render_xlsx(grid, lineage, options, disk, ours, f);
    };
    constexpr int rounds = 31;
    constexpr double turn = 0.1;
    for (int round = 0; round < rounds; ++round) {
        other.push_back(rate(turn, write_bare));
        mine.push_back(rate(turn, write_ours));
        ratios.push_back(mine.back() / other.back());
    }
    if (disk.read(ours) != disk.read(bare)) throw std::runtime_error("the workbooks differ");
    say("workbook_45x40x4", median(mine), "workbooks/s");
    say("workbook_bare", median(other), "workbooks/s");
    say("workbook_ratio", median(ratios), "of bare libxlsxwriter, the median round");
}

void rates(const Plans& plans, const KeyRing& keys) {
    const auto& documents = plans.transcripts.at(0).documents;
    const DocumentPlan& first = documents.at(0);
    Findings findings;
    // All pupils of one form, so that one template set serves.
    std::vector<const DocumentPlan*> same;
    for (const DocumentPlan& plan : documents) {
        if (plan.form == first.form) same.push_back(&plan);
    }
    const TemplateSet set(plans.templates, first.record, first.form, findings);
    const auto pick = [&](std::size_t i) -> const DocumentPlan& { return *same[i % same.size()]; };
    say("fill",
        rate(1,
             [&](std::size_t i) {
                 Findings f;
                 fill(pick(i), set, f);
             }),
        "documents/s");
    say("transcript_unsigned", rate(3, [&](std::size_t i) { make(plans, pick(i), set); }),
        "documents/s");
    for (const std::size_t signatures : {std::size_t{1}, std::size_t{2}}) {
        say("transcript_signed_" + std::to_string(signatures),
            rate(3,
                 [&](std::size_t i) {
                     sign(plans, pick(i), make(plans, pick(i), set), keys, signatures);
                 }),
            "documents/s");
    }
    const DocumentPlan& book = plans.books.at(0).documents.at(0);
    const TemplateSet book_set(plans.templates, book.record, book.form, findings);
    say("class_book_pdf", rate(2, [&](std::size_t) { make(plans, book, book_set); }),
        "documents/s");
}

void memory(const Plans& plans, const KeyRing& keys, std::size_t count) {
    const auto& documents = plans.transcripts.at(0).documents;
    Findings findings;
    std::map<std::string, TemplateSet> sets;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const DocumentPlan& plan = documents[i % documents.size()];
        auto set = sets.find(plan.form);
        if (set == sets.end()) {
            set = sets.emplace(plan.form,
                               TemplateSet(plans.templates, plan.record, plan.form, findings))
                      .first;
        }
        bytes += sign(plans, plan, make(plans, plan, set->second), keys, 2).size();
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << usage.ru_maxrss << ' ' << bytes << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    const Plans plans(argv[1]);
    Job job = plans.job;
    job.keys = argv[2];
    RealDisk disk;
    const KeyRing keys(disk, job, kPassword);
    const std::string what = argv[3];
    if (what == "rates") rates(plans, keys);
    if (what == "rates" || what == "workbooks") workbooks(argc > 4 ? argv[4] : ".");
    if (what == "memory") memory(plans, keys, std::strtoull(argv[4], nullptr, 10));
    return 0;
}
