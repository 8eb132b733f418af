// SPDX-License-Identifier: Apache-2.0
// Rates of the document stages on real data: the first transcripts and the first class book that
// the main job would make. One thread, so that "per core" is what it says.
//   bench_stages JOB KEYS rates          one figure a line: name value unit
//   bench_stages JOB KEYS memory COUNT   COUNT transcripts; prints the peak resident size in KiB
#include <sys/resource.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
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

// Calls work(0), work(1), … for about `seconds`; gives calls a second.
double rate(double seconds, const std::function<void(std::size_t)>& work) {
    using clock = std::chrono::steady_clock;
    work(0);
    const auto began = clock::now();
    std::size_t count = 0;
    double took = 0;
    while (took < seconds) {
        work(count++);
        took = std::chrono::duration<double>(clock::now() - began).count();
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

// What libxlsxwriter alone needs for the same cells: the book's own workbook read as a grid.
void bare_workbook(int sheets, const fs::path& path) {
    lxw_workbook* book = workbook_new(path.c_str());
    lxw_format* text = workbook_add_format(book);
    format_set_border(text, LXW_BORDER_THIN);
    format_set_font_name(text, "Times New Roman");
    lxw_format* mark = workbook_add_format(book);
    format_set_border(mark, LXW_BORDER_THIN);
    format_set_num_format(mark, "0.0");
    for (int s = 0; s < sheets; ++s) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
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

void rates(const Plans& plans, const KeyRing& keys, const fs::path& scratch) {
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

    RealDisk disk;
    const std::vector<LineageEntry> lineage{{"m", "7,5", Tenths{75}, {}, {}}};
    const std::string grid = grid_workbook(4);
    const fs::path ours = scratch / "grid.xlsx", bare = scratch / "bare.xlsx";
    std::vector<double> ratios;
    for (int round = 0; round < 3; ++round) {
        const double other = rate(1, [&](std::size_t) { bare_workbook(4, bare); });
        const double mine = rate(1, [&](std::size_t) {
            Findings f;
            render_xlsx(grid, lineage, {}, disk, ours, f);
        });
        ratios.push_back(mine / other);
        say("workbook_45x40x4", mine, "workbooks/s");
        say("workbook_bare", other, "workbooks/s");
    }
    std::sort(ratios.begin(), ratios.end());
    say("workbook_ratio", ratios[ratios.size() / 2], "of bare libxlsxwriter, the median round");
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
    if (what == "rates") rates(plans, keys, argc > 4 ? argv[4] : ".");
    if (what == "memory") memory(plans, keys, std::strtoull(argv[4], nullptr, 10));
    return 0;
}
