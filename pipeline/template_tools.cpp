// SPDX-License-Identifier: Apache-2.0
#include "template_tools.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <regex>
#include <set>

#include "catalogue/catalogue.h"
#include "catalogue/job.h"
#include "compose/compose.h"
#include "fill/fill.h"
#include "ingest/ingest.h"
#include "recognise/recognise.h"
#include "render/render.h"
#include "switches.h"
#include "template_samples.h"
#include "validate/validate.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> overlay_of(const TemplateRequest& request, Disk& disk) {
    const fs::path own = request.job / "templates";
    if (request.job.empty() || !disk.exists(own)) return std::nullopt;
    return own;
}

TemplateFolder folder_of(const TemplateRequest& request, Disk& disk) {
    return {disk, request.templates, overlay_of(request, disk)};
}

// "records/I.15/so/sample.json" → {"records", "I.15", "so", "sample.json"}
std::vector<std::string> parts_of(const std::string& path) {
    std::vector<std::string> parts;
    for (const fs::path& part : fs::path(path)) parts.push_back(part.generic_string());
    return parts;
}

// Record → its forms.
std::map<std::string, std::set<std::string>> forms_of(const TemplateRequest& request,
                                                      const TemplateFolder& templates) {
    std::map<std::string, std::set<std::string>> forms;
    for (const std::string& path : templates.list("records", ".html")) {
        const std::vector<std::string> parts = parts_of(path);
        if (parts.size() != 4) continue;
        if (!request.record.empty() && parts[1] != request.record) continue;
        if (!request.form.empty() && parts[2] != request.form) continue;
        forms[parts[1]].insert(parts[2]);
    }
    if (forms.empty()) {
        throw UsageError("không có biểu mẫu " + request.record +
                         (request.form.empty() ? "" : "/" + request.form) +
                         " (trong templates/records/ phải có document.html hoặc workbook.html)");
    }
    return forms;
}

std::vector<std::string> samples_of(const TemplateFolder& templates, const std::string& record,
                                    const std::string& form) {
    std::vector<std::string> names;
    for (const std::string& path : templates.list("records/" + record + "/" + form, ".json")) {
        names.push_back(fs::path(path).stem().generic_string());
    }
    return names;
}

RenderOptions options_for(const std::string& title) {
    RenderOptions options;
    options.title = title;
    options.author = "hoso";
    options.created = Date{2022, 1, 12};
    options.id_seed = title;
    return options;
}

class Trier {
public:
    Trier(const TemplateRequest& request, Disk& disk)
        : disk_(disk),
          templates_(folder_of(request, disk)),
          fonts_(disk, request.fonts, request.full_fonts) {}

    [[nodiscard]] const TemplateFolder& templates() const { return templates_; }

    // Lays the data out; pdf and workbook are written where `target` says, if it does.
    FormTrial run(const DocumentPlan& plan, FormTrial trial, const fs::path& target) {
        Findings findings;
        const TemplateSet set(templates_, plan.record, plan.form, findings);
        const FilledDocument filled = fill(plan, set, findings);
        const RenderOptions options = options_for(plan.title);
        if (!filled.document.empty()) {
            const PdfRendition pdf =
                render_pdf(filled.document, plan.lineage, fonts_, options, findings);
            trial.pages = pdf.pages;
            if (!target.empty()) disk_.write(target, pdf.bytes);
        }
        if (!filled.workbook.empty()) {
            trial.workbook = true;
            const fs::path where = target.empty() ? fs::temp_directory_path() / "hoso-thu-mau.xlsx"
                                                  : fs::path(target).replace_extension(".xlsx");
            render_xlsx(filled.workbook, plan.lineage, options, disk_, where, findings);
            if (target.empty()) disk_.remove(where);
        }
        for (const Finding& finding : findings.sorted()) {
            trial.findings.push_back(to_line(finding));
        }
        return trial;
    }

    FormTrial run_sample(FormTrial trial, int rows, const fs::path& target) {
        const std::string folder = "records/" + trial.record + "/" + trial.form + "/";
        const std::string file = folder + trial.sample + ".json";
        if (!templates_.exists(file))
            throw UsageError("không có tệp mẫu dữ liệu templates/" + file);
        DocumentPlan plan;
        plan.record = trial.record;
        plan.form = trial.form;
        plan.title = plan.stem = trial.record + "." + trial.form + "." + trial.sample;
        plan.has_workbook = templates_.exists(folder + "workbook.html");
        plan.data = sample_data(templates_.read(file), "templates/" + file);
        if (trial.longest) lengthen(plan.data);
        if (rows > 0) set_row_count(plan.data, static_cast<std::size_t>(rows));
        return run(plan, std::move(trial), target);
    }

    // A form without a sample: only its names are looked at.
    FormTrial run_names(FormTrial trial) {
        Findings findings;
        const TemplateSet set(templates_, trial.record, trial.form, findings);
        for (const Finding& finding : findings.sorted()) {
            trial.findings.push_back(to_line(finding));
        }
        return trial;
    }

private:
    Disk& disk_;
    TemplateFolder templates_;
    FontSet fonts_;
};

// The document of the job that the preview is of, whole.
DocumentPlan real_document(const PreviewRequest& request, const TemplateFolder& templates,
                           Disk& disk, Office& office) {
    const Job job = load_job(disk, request.job);
    if (!job.period(request.period)) {
        throw UsageError("hoso.toml không có kỳ \"" + request.period + "\"");
    }
    Findings found, more;
    const Ingested ingested = ingest(disk, office, job.folder, request.workers, found);
    const Recognised recognised =
        recognise(ingested, templates, found, {request.workers, false, job.prefer});
    const ValidBatch batch = validate(job, recognised, templates, found);
    const Catalogue catalogue = load_catalogue(templates);
    const auto records = compose(job, catalogue, batch, templates, {request.period},
                                 {request.record}, judged(job, found), more);
    std::size_t held_back = 0;
    for (const RecordBatch& record : records) {
        held_back += record.held_back.size();
        for (const DocumentPlan& plan : record.documents) {
            const bool wanted = request.unit.empty() || plan.unit == request.unit;
            if (wanted && (request.form.empty() || plan.form == request.form)) return whole(plan);
        }
    }
    throw UsageError(
        fmt::format("không có văn bản nào để xem trước: hồ sơ {}, kỳ {}{} ({} phần bị giữ lại; xem "
                    "`hoso check`)",
                    request.record, request.period, request.unit.empty() ? "" : ", " + request.unit,
                    held_back));
}

void make_pngs(const fs::path& pdf) {
    const fs::path stem = fs::path(pdf).replace_extension();
    std::vector<std::string> words = {"pdftoppm", "-r", "100", "-png", pdf.string(), stem.string()};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawnp(&child, "pdftoppm", nullptr, nullptr, arguments.data(), environ) != 0) {
        throw EnvironmentError("--png cần chương trình pdftoppm (gói poppler-utils)");
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw EnvironmentError("pdftoppm không làm được ảnh của " + pdf.string());
    }
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

void replace_attribute(std::string& element, const std::string& name, const std::string& value) {
    const auto begin = element.find(" " + name + "=\"");
    if (begin == std::string::npos) return;
    const auto first = begin + name.size() + 3;
    element.replace(first, element.find('"', first) - first, value);
}

std::string escaped(std::string text) {
    replace_all(text, "&", "&amp;");
    replace_all(text, "<", "&lt;");
    replace_all(text, "\"", "&quot;");
    return text;
}

}  // namespace

std::vector<FormTrial> check_templates(const TemplateRequest& request, Disk& disk) {
    Trier trier(request, disk);
    std::vector<FormTrial> trials;
    for (const auto& [record, forms] : forms_of(request, trier.templates())) {
        for (const std::string& form : forms) {
            const auto samples = samples_of(trier.templates(), record, form);
            if (samples.empty())
                trials.push_back(trier.run_names({record, form, "", false, 0, false, {}}));
            for (const std::string& sample : samples) {
                for (const bool longest : {false, true}) {
                    trials.push_back(
                        trier.run_sample({record, form, sample, longest, 0, false, {}}, 0, {}));
                }
            }
        }
    }
    return trials;
}

FormTrial preview_template(const PreviewRequest& request, Disk& disk, Office& office) {
    Trier trier(request, disk);
    FormTrial trial{request.record, request.form, request.sample, request.longest, 0, false, {}};
    if (trial.form.empty()) {
        trial.form = *forms_of(request, trier.templates()).at(request.record).begin();
    }
    if (request.period.empty()) {
        trial = trier.run_sample(std::move(trial), request.rows, request.target);
    } else {
        const DocumentPlan plan = real_document(request, trier.templates(), disk, office);
        trial.form = plan.form;
        trial.sample = plan.unit;
        trial = trier.run(plan, std::move(trial), request.target);
    }
    if (request.png && trial.pages > 0) make_pngs(request.target);
    return trial;
}

std::string template_state(const TemplateRequest& request, Disk& disk) {
    Sha256 digest;
    for (const auto& root :
         {std::optional<fs::path>(request.templates), overlay_of(request, disk)}) {
        if (!root) continue;
        for (const char* part : {"records", "partials", "datasets"}) {
            if (!disk.exists(*root / part)) continue;
            for (const DirectoryEntry& entry : disk.list(*root / part)) {
                digest.add(entry.path + '\n' + disk.read(*root / part / entry.path));
            }
        }
    }
    return digest.hex();
}

std::vector<std::string> new_template(const TemplateRequest& request, const std::string& from,
                                      const std::string& title, Disk& disk) {
    static const std::regex id_form("[A-Z]+\\.[0-9A-Z]+");
    const std::string& id = request.record;
    if (!std::regex_match(id, id_form)) {
        throw UsageError("ký hiệu hồ sơ gồm chữ in hoa, dấu chấm và số, ví dụ I.16: \"" + id +
                         "\"");
    }
    const TemplateFolder templates = folder_of(request, disk);
    const Catalogue catalogue = load_catalogue(templates);
    if (catalogue.find(id) != nullptr) throw UsageError("danh mục đã có hồ sơ " + id);
    const RecordType* model = catalogue.find(from);
    if (model == nullptr || !model->has_templates) {
        throw UsageError("không có biểu mẫu " + from + " để làm theo (xem hoso status)");
    }
    const fs::path own = request.job / "templates";
    std::vector<std::string> written;
    const auto write = [&](const std::string& relative, const std::string& bytes) {
        disk.write(own / relative, bytes);
        written.push_back((own / relative).generic_string());
    };
    const std::string folder = "records/" + model->id;
    for (const char* extension : {".xml", ".html", ".json"}) {
        for (const std::string& path : templates.list(folder, extension)) {
            std::string bytes = templates.read(path);
            replace_all(bytes, model->id, id);
            write("records/" + id + path.substr(folder.size()), bytes);
        }
    }
    // The model's own entry, again, under the new name: right behind it.
    std::string text = templates.read("catalogue.xml");
    const auto begin = text.find("<record id=\"" + model->id + "\"");
    const std::string closing = "</record>";
    const auto end = text.find(closing, begin) + closing.size();
    std::string entry = text.substr(begin, end - begin);
    replace_attribute(entry, "id", id);
    replace_attribute(entry, "title", escaped(title));
    std::string slug = id;
    std::transform(slug.begin(), slug.end(), slug.begin(),
                   [](char c) { return c == '.' ? '-' : static_cast<char>(std::tolower(c)); });
    replace_attribute(entry, "slug", "ho-so-" + slug);
    text.insert(end, "\n    " + entry);
    write("catalogue.xml", text);
    return written;
}

void print_trials(std::ostream& out, const std::vector<FormTrial>& trials,
                  const PrintStyle& style) {
    const bool english = style.language == Language::English;
    for (const FormTrial& trial : trials) {
        out << fmt::format("{}/{}", trial.record, trial.form);
        if (!trial.sample.empty()) out << " · " << trial.sample;
        if (trial.longest) out << (english ? " · longest texts" : " · chữ dài nhất");
        if (trial.sample.empty()) {
            out << (english ? ": no sample.json, only the names were checked"
                            : ": không có sample.json, chỉ kiểm tra các tên");
        } else {
            out << fmt::format(fmt::runtime(english ? ": {} pages{}" : ": {} trang{}"), trial.pages,
                               !trial.workbook ? ""
                               : english       ? ", workbook"
                                               : ", có bảng tính");
        }
        out << (trial.findings.empty() ? (english ? ", good\n" : ", được\n") : "\n");
        print_findings(out, trial.findings, style);
    }
}

}  // namespace hoso
