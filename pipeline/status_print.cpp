// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "console.h"
#include "responsible.h"
#include "vocabulary/period.h"

namespace hoso {

namespace {

struct Words {
    const char *state, *vi, *en, *colour;
};
constexpr Words kWords[] = {
    {"sealed", "đã niêm phong", "sealed", "32"},
    {"printed", "đã in, không lưu trữ", "printed, not archived", "32"},
    {"complete", "đã đủ", "complete", "32"},
    {"waiting", "chờ ký", "waiting for signatures", "33"},
    {"draft", "bản nháp", "draft", "33"},
    {"held back", "giữ lại", "held back", "31"},
    {"not received", "chưa nhận đủ tệp", "exports missing", "31"},
    {"not verified", "kiểm lại không đạt", "verification failed", "31;1"},
    {"not applicable", "không áp dụng", "not applicable", ""},
    {"not due", "không có gì phải lập", "nothing to make", ""},
    {"not run", "chưa chạy", "not run yet", ""},
};

class StatusPrinter {
public:
    StatusPrinter(std::ostream& out, const StatusFilter& filter, const PrintStyle& style)
        : out_(out), filter_(filter), style_(style) {}

    void print(const RecordStatus& status) {
        const RecordType& record = *status.record;
        const bool narrowed = !filter_.klass.empty() || !filter_.person.empty();
        std::vector<const StatusLine*> lines;
        for (const StatusLine& line : status.lines) {
            if (concerns(line)) lines.push_back(&line);
        }
        if (narrowed && lines.empty()) return;
        out_ << fmt::format("{:<6} {} · {} · {}\n", record.id, record.title,
                            record.when.empty() ? "–" : record.when, record.people);
        if (!record.has_templates) {
            out_ << say("       chưa có biểu mẫu trong hoso\n", "       no template in hoso yet\n");
            return;
        }
        // A week that is neither late nor run says nothing: they are counted, not listed.
        std::size_t ahead = 0;
        for (const StatusLine* line : lines) {
            const bool quiet = line->state == "not run" && line->late_days == 0;
            if (quiet && ++ahead > 1) continue;
            print(*line);
        }
        if (ahead > 1) {
            out_ << fmt::format(
                fmt::runtime(say("       và {} kỳ sau nữa\n", "       and {} later periods\n")),
                ahead - 1);
        }
        if (lines.empty())
            out_ << say("       không có kỳ hạn trong năm nay\n", "       not due this year\n");
    }

private:
    [[nodiscard]] const char* say(const char* vi, const char* en) const {
        return style_.language == Language::English ? en : vi;
    }

    [[nodiscard]] std::string word(const std::string& state) const {
        for (const Words& words : kWords) {
            if (state != words.state) continue;
            const std::string text = say(words.vi, words.en);
            if (!style_.colour || *words.colour == '\0') return text;
            return std::string("\x1b[") + words.colour + "m" + text + "\x1b[0m";
        }
        return state;
    }

    [[nodiscard]] bool concerns(const StatusLine& line) const {
        if (!filter_.klass.empty() && line.classes.count(filter_.klass) == 0) return false;
        if (filter_.person.empty()) return true;
        for (const Reminder& who : line.remind) {
            if (who.person == filter_.person) return true;
        }
        return false;
    }

    void print(const StatusLine& line) {
        out_ << fmt::format("       {}: {}", period_title(line.period), word(line.state));
        const auto date = parse_date(line.due);
        if (date) out_ << say(", hạn ", ", due ") << to_dmy(*date);
        if (line.late_days > 0) {
            out_ << fmt::format(fmt::runtime(say(", trễ {} ngày", ", {} days late")),
                                line.late_days);
        }
        out_ << '\n';
        // One line a state: "giữ lại: 6A 0/1, 6B 0/1".
        std::map<std::string, std::vector<std::string>> states;
        for (const auto& [klass, state] : line.classes) {
            if (!filter_.klass.empty() && klass != filter_.klass) continue;
            states[state.state].push_back(
                fmt::format("{} {}/{}", klass.empty() ? say("toàn trường", "school") : klass,
                            state.made, state.due));
        }
        for (const Words& words : kWords) {
            const auto found = states.find(words.state);
            if (found == states.end()) continue;
            out_ << fmt::format("         {}: {}\n", word(words.state),
                                fmt::join(found->second, ", "));
        }
        std::vector<std::string> people;
        for (const Reminder& who : line.remind) {
            if (!filter_.person.empty() && who.person != filter_.person) continue;
            if (!filter_.klass.empty() && who.classes.count(filter_.klass) == 0) continue;
            people.push_back(text(who));
        }
        if (!people.empty()) {
            out_ << fmt::format("         {}: {}\n", say("nhắc", "remind"),
                                fmt::join(people, "; "));
        }
    }

    [[nodiscard]] std::string text(const Reminder& who) const {
        const std::string role = role_title(who.role, style_.language);
        std::string line = who.person.empty() ? role : who.person + " (" + role + ")";
        if (who.to_mend > 0) {
            line += fmt::format(fmt::runtime(say(" sửa {} điều", " mends {}")), who.to_mend);
        }
        if (who.to_sign > 0) {
            line += fmt::format(fmt::runtime(say(" ký {} văn bản", " signs {}")), who.to_sign);
        }
        return line;
    }

    std::ostream& out_;
    const StatusFilter& filter_;
    const PrintStyle& style_;
};

}  // namespace

void print_status(std::ostream& out, const std::vector<RecordStatus>& status,
                  const StatusFilter& filter, const PrintStyle& style) {
    StatusPrinter printer(out, filter, style);
    for (const RecordStatus& one : status) printer.print(one);
}

}  // namespace hoso
