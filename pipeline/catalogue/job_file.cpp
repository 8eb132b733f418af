// SPDX-License-Identifier: Apache-2.0
//
// JOB/hoso.toml. A secretary edits this file by hand, so every mistake is answered in Vietnamese
// with line and column, and a key that is not known is refused: a misspelt "closing" must not
// become a document without a date.
#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <initializer_list>
#include <set>

#include "catalogue/job.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::string_view job_file = "hoso.toml";

[[noreturn]] void refuse(const toml::source_region& region, const std::string& message) {
    throw UsageError(
        fmt::format("{}:{}:{}: {}", job_file, region.begin.line, region.begin.column, message));
}

// One table of the file, under the name that a person sees in its brackets.
class Section {
public:
    Section(const toml::table& table, std::string name) : table_(&table), name_(std::move(name)) {}

    void allow(std::initializer_list<std::string_view> keys) const {
        for (const auto& [key, node] : *table_) {
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
                refuse(key.source(), fmt::format("không biết khóa \"{}\" trong {}; được dùng: {}",
                                                 key.str(), name_, fmt::join(keys, ", ")));
            }
        }
    }

    [[nodiscard]] std::string text(std::string_view key) const {
        std::string value = optional_text(key);
        if (value.empty()) {
            refuse(table_->source(), fmt::format("{} thiếu \"{}\"", name_, key));
        }
        return value;
    }

    [[nodiscard]] std::string optional_text(std::string_view key) const {
        const toml::node* node = table_->get(key);
        return node == nullptr ? std::string() : text_of(*node, key);
    }

    [[nodiscard]] int integer(std::string_view key, int least, int most) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) {
            refuse(table_->source(), fmt::format("{} thiếu \"{}\"", name_, key));
        }
        return integer_of(*node, key, least, most);
    }

    // 2021-09-06, "2021-09-06" or "06/09/2021".
    [[nodiscard]] Date date(std::string_view key) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) {
            refuse(table_->source(), fmt::format("{} thiếu \"{}\"", name_, key));
        }
        if (const auto* day = node->as_date()) {
            const toml::date d = day->get();
            return {static_cast<std::int16_t>(d.year), static_cast<std::int8_t>(d.month),
                    static_cast<std::int8_t>(d.day)};
        }
        const auto parsed = node->is_string() ? parse_date(text_of(*node, key)) : std::nullopt;
        if (!parsed) {
            refuse(
                node->source(),
                fmt::format("\"{}\" phải là một ngày, ví dụ 2021-09-06 hoặc \"06/09/2021\"", key));
        }
        return *parsed;
    }

    [[nodiscard]] bool boolean(std::string_view key, bool fallback) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) return fallback;
        if (!node->is_boolean()) {
            refuse(node->source(), fmt::format("\"{}\" phải là true hoặc false", key));
        }
        return node->as_boolean()->get();
    }

    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
        std::vector<std::string> result;
        const toml::node* node = table_->get(key);
        if (node == nullptr) return result;
        if (!node->is_array()) {
            refuse(node->source(),
                   fmt::format("\"{}\" phải là một danh sách, ví dụ [\"HK1\"]", key));
        }
        for (const toml::node& item : *node->as_array()) result.push_back(text_of(item, key));
        return result;
    }

    [[nodiscard]] std::optional<Section> find(std::string_view key, const std::string& name) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) return std::nullopt;
        if (!node->is_table())
            refuse(node->source(), fmt::format("\"{}\" phải là [{}]", key, name));
        return Section(*node->as_table(), "[" + name + "]");
    }

    [[nodiscard]] Section child(std::string_view key) const {
        auto section = find(key, std::string(key));
        if (!section) refuse(table_->source(), fmt::format("thiếu phần [{}]", key));
        return *section;
    }

    [[nodiscard]] std::vector<Section> children(std::string_view key, bool at_least_one) const {
        std::vector<Section> result;
        const toml::node* node = table_->get(key);
        if (node != nullptr && !node->is_array()) {
            refuse(node->source(), fmt::format("phải viết [[{}]]", key));
        }
        if (node != nullptr) {
            for (const toml::node& item : *node->as_array()) {
                if (!item.is_table()) refuse(item.source(), fmt::format("phải viết [[{}]]", key));
                result.emplace_back(*item.as_table(), "[[" + std::string(key) + "]]");
            }
        }
        if (at_least_one && result.empty()) {
            refuse(table_->source(), fmt::format("thiếu phần [[{}]]", key));
        }
        return result;
    }

    // All pairs of a table whose keys are free: role → person, rule → reason.
    [[nodiscard]] std::map<std::string, std::string> pairs() const {
        std::map<std::string, std::string> result;
        for (const auto& [key, node] : *table_) {
            result[to_nfc(key.str())] = text_of(node, key.str());
        }
        return result;
    }
    [[nodiscard]] std::map<std::string, int> counts() const {
        std::map<std::string, int> result;
        for (const auto& [key, node] : *table_) {
            result[std::string(key.str())] = integer_of(node, key.str(), 0, 1000);
        }
        return result;
    }

    // The place of a value, for what is wrong with its meaning.
    [[noreturn]] void refuse_value(std::string_view key, const std::string& message) const {
        const toml::node* node = table_->get(key);
        refuse(node == nullptr ? table_->source() : node->source(), message);
    }

private:
    static std::string text_of(const toml::node& node, std::string_view key) {
        if (!node.is_string()) {
            refuse(node.source(), fmt::format("\"{}\" phải là chữ trong dấu \"…\"", key));
        }
        std::string text = clean(to_nfc(node.as_string()->get()));
        // U+E000…U+F8FF: fill frames printed values with some of them.
        if (std::any_of(text.begin(), text.end(),
                        [](char c) { return c == '\xEE' || c == '\xEF'; })) {
            refuse_private(node, key, text);
        }
        return text;
    }
    static void refuse_private(const toml::node& node, std::string_view key,
                               const std::string& text) {
        for (std::size_t i = 0; i + 2 < text.size(); ++i) {
            const auto second = static_cast<unsigned char>(text[i + 1]);
            if (text[i] == '\xEE' || (text[i] == '\xEF' && second < 0xA4)) {
                refuse(node.source(),
                       fmt::format("\"{}\" có ký tự lạ không in được; gõ lại bằng tay", key));
            }
        }
    }
    static int integer_of(const toml::node& node, std::string_view key, int least, int most) {
        const auto* number = node.as_integer();
        if (number == nullptr || number->get() < least || number->get() > most) {
            refuse(node.source(),
                   fmt::format("\"{}\" phải là số nguyên từ {} đến {}", key, least, most));
        }
        return static_cast<int>(number->get());
    }

    const toml::table* table_;
    std::string name_;
};

School read_school(const Section& s) {
    s.allow({"code", "name", "superior", "department", "ward", "district", "province", "place"});
    School school{s.text("code"),       s.text("name"), s.text("superior"),
                  s.text("department"), s.text("ward"), s.optional_text("district"),
                  s.text("province"),   s.text("place")};
    // It becomes part of file names.
    const bool plain = std::all_of(school.code.begin(), school.code.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    if (!plain) {
        s.refuse_value("code",
                       fmt::format("code = \"{}\": chỉ dùng chữ không dấu và chữ số", school.code));
    }
    return school;
}

std::vector<Period> read_periods(const Section& root, SchoolYear year) {
    std::vector<Period> periods;
    for (const Section& s : root.children("periods", true)) {
        s.allow({"id", "from", "to", "closing"});
        Period period;
        period.year = year;
        period.id = s.text("id");
        const auto axis = axis_of(period.id);
        if (!axis) {
            s.refuse_value("id", fmt::format("không biết kỳ \"{}\"; ví dụ: HK1, HK2, CN, HE, "
                                             "KHOA-2018-2022",
                                             period.id));
        }
        period.axis = *axis;
        period.from = s.date("from");
        period.to = s.date("to");
        period.closing = s.date("closing");
        if (period.to < period.from) {
            s.refuse_value("to", fmt::format("kỳ {}: ngày kết thúc {} trước ngày bắt đầu {}",
                                             period.id, to_dmy(period.to), to_dmy(period.from)));
        }
        if (period.closing < period.from) {
            s.refuse_value("closing",
                           fmt::format("kỳ {}: ngày ghi trên hồ sơ {} trước ngày bắt "
                                       "đầu {}",
                                       period.id, to_dmy(period.closing), to_dmy(period.from)));
        }
        for (const Period& other : periods) {
            if (other.id == period.id) {
                s.refuse_value("id", fmt::format("kỳ {} có hai lần", period.id));
            }
        }
        periods.push_back(std::move(period));
    }
    std::stable_sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) {
        return std::tie(a.to, b.from) < std::tie(b.to, a.from);
    });
    return periods;
}

std::vector<Person> read_people(const Section& root, const std::filesystem::path& keys) {
    std::vector<Person> people;
    for (const Section& s : root.children("people", true)) {
        s.allow({"id", "name", "title", "key"});
        Person person{s.text("id"), s.text("name"), s.text("title"), s.optional_text("key")};
        if (person.key.empty() && !keys.empty()) {
            person.key = (keys / (person.id + ".p12")).generic_string();
        }
        for (const Person& other : people) {
            if (other.id == person.id) {
                s.refuse_value("id", fmt::format("người \"{}\" có hai lần", person.id));
            }
        }
        people.push_back(std::move(person));
    }
    return people;
}

std::vector<ClassScope> read_classes(const Section& root, const Job& job) {
    std::vector<ClassScope> classes;
    for (const Section& s : root.children("classes", true)) {
        s.allow({"name", "grade", "homeroom", "headcount"});
        ClassScope scope;
        scope.name = s.text("name");
        scope.grade = s.integer("grade", 6, 9);
        scope.homeroom = s.text("homeroom");
        if (job.person(scope.homeroom) == nullptr) {
            s.refuse_value("homeroom",
                           fmt::format("lớp {}: không có người nào trong [[people]] với "
                                       "id \"{}\"",
                                       scope.name, scope.homeroom));
        }
        if (const auto counts = s.find("headcount", "headcount"))
            scope.headcount = counts->counts();
        for (const auto& [period, count] : scope.headcount) {
            if (job.period(period) == nullptr) {
                s.refuse_value("headcount", fmt::format("lớp {}: sĩ số cho kỳ {} không có trong "
                                                        "[[periods]]",
                                                        scope.name, period));
            }
        }
        for (const ClassScope& other : classes) {
            if (other.name == scope.name) {
                s.refuse_value("name", fmt::format("lớp {} có hai lần", scope.name));
            }
        }
        classes.push_back(std::move(scope));
    }
    std::stable_sort(classes.begin(), classes.end(), [](const ClassScope& a, const ClassScope& b) {
        return class_less(a.name, b.name);
    });
    return classes;
}

std::vector<Holiday> read_holidays(const Section& root) {
    std::vector<Holiday> holidays;
    for (const Section& s : root.children("holidays", false)) {
        s.allow({"from", "to", "reason"});
        const Holiday holiday{s.date("from"), s.date("to"), s.text("reason")};
        if (holiday.to < holiday.from) {
            s.refuse_value(
                "to", fmt::format("ngày nghỉ \"{}\": ngày cuối trước ngày đầu", holiday.reason));
        }
        holidays.push_back(holiday);
    }
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const Holiday& a, const Holiday& b) { return a.from < b.from; });
    return holidays;
}

std::vector<Preference> read_preferences(const Section& root) {
    std::vector<Preference> preferences;
    for (const Section& s : root.children("prefer", false)) {
        s.allow({"file", "over", "reason"});
        Preference preference{s.text("file"), s.text("over"), s.text("reason")};
        if (preference.file == preference.over) {
            s.refuse_value("over",
                           fmt::format("[[prefer]]: file và over cùng là \"{}\"", preference.file));
        }
        for (const Preference& other : preferences) {
            if (other.file == preference.over && other.over == preference.file) {
                s.refuse_value("over", fmt::format("[[prefer]]: \"{}\" và \"{}\" thay nhau theo cả "
                                                   "hai chiều",
                                                   preference.file, preference.over));
            }
        }
        preferences.push_back(std::move(preference));
    }
    return preferences;
}

void read_run(const Section& root, Job& job) {
    if (const auto signing = root.find("signing", "signing")) {
        signing->allow({"keys", "trust"});
        job.keys = signing->optional_text("keys");
        job.trust = signing->optional_text("trust");
    }
    const auto run = root.find("run", "run");
    if (!run) return;
    run->allow({"periods", "sign"});
    job.sign = run->boolean("sign", true);
    job.run_periods = run->texts("periods");
    for (const std::string& period : job.run_periods) {
        if (job.period(period) == nullptr) {
            run->refuse_value("periods", fmt::format("kỳ {} không có trong [[periods]]", period));
        }
    }
}

// "validate/…" = "vì sao": without a reason nobody can answer for it later.
std::map<std::string, std::string> read_reasons(const Section& rules) {
    std::map<std::string, std::string> reasons = rules.pairs();
    for (const auto& [id, reason] : reasons) {
        if (code_point_count(reason) >= 5) continue;
        rules.refuse_value(id,
                           fmt::format("quy tắc \"{}\" thiếu lý do; ghi sau dấu = vì sao trường "
                                       "không áp dụng, lý do được ghi vào gói hồ sơ",
                                       id));
    }
    return reasons;
}

Job read_job(const toml::table& table) {
    const Section root(table, "tệp");
    root.allow({"school", "year", "periods", "run", "signing", "holidays", "people", "duties",
                "classes", "rules", "prefer"});
    Job job;
    job.school = read_school(root.child("school"));
    const Section year = root.child("year");
    year.allow({"start"});
    job.year = {year.integer("start", 2000, 2100)};
    job.periods = read_periods(root, job.year);
    read_run(root, job);
    job.holidays = read_holidays(root);
    job.people = read_people(root, job.keys);
    const Section duties = root.child("duties");
    job.duties = duties.pairs();
    for (const auto& [role, person] : job.duties) {
        if (job.person(person) == nullptr) {
            duties.refuse_value(role, fmt::format("{}: không có người nào trong [[people]] với id "
                                                  "\"{}\"",
                                                  role, person));
        }
    }
    if (job.duties.count("principal") == 0) {
        duties.refuse_value("principal", "[duties] thiếu \"principal\" (hiệu trưởng)");
    }
    job.classes = read_classes(root, job);
    job.prefer = read_preferences(root);
    if (const auto rules = root.find("rules", "rules")) {
        rules->allow({"off", "warning"});
        if (const auto off = rules->find("off", "rules.off")) job.switched_off = read_reasons(*off);
        if (const auto warning = rules->find("warning", "rules.warning")) {
            job.made_warnings = read_reasons(*warning);
            for (const auto& [id, reason] : job.made_warnings) {
                if (job.switched_off.count(id) == 0) continue;
                warning->refuse_value(
                    id, fmt::format("quy tắc \"{}\" đã tắt trong [rules.off]; chỉ để một nơi", id));
            }
        }
    }
    return job;
}

}  // namespace

Job load_job(Disk& disk, const std::filesystem::path& folder) {
    if (!disk.exists(folder / job_file)) {
        throw UsageError(
            fmt::format("không thấy tệp {} trong thư mục {}", job_file, folder.generic_string()));
    }
    std::string bytes = disk.read(folder / job_file);
    Job job;
    // Notepad writes a byte order mark.
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    const std::string_view text =
        std::string_view(bytes).substr(bytes.substr(0, mark.size()) == mark ? mark.size() : 0);
    try {
        job = read_job(toml::parse(text));
    } catch (const toml::parse_error& error) {
        refuse(error.source(), fmt::format("tệp viết sai cú pháp TOML ({})", error.description()));
    }
    job.folder = folder;
    // Paths of the job file are seen from its own folder, wherever hoso was started.
    const auto beside = [&](const std::filesystem::path& path) {
        return path.empty() ? path : (folder / path).lexically_normal();
    };
    job.keys = beside(job.keys);
    job.trust = beside(job.trust);
    for (Person& person : job.people) person.key = beside(person.key).generic_string();
    job.digest = sha256_hex(bytes);
    return job;
}

}  // namespace hoso
