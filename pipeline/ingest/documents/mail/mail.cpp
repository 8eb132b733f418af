// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/mail/mail.h"

#include <algorithm>
#include <array>

#include "ingest/documents/mail/header.h"
#include "ingest/documents/mail/parts.h"
#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/sheet_builder.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::array kHeadings{"Số TT",     "Ngày gửi", "Người gửi",    "Người nhận",
                               "Tiêu đề",   "Mã thư",   "Tệp đính kèm", "SHA-256 tệp đính kèm",
                               "Dung lượng"};
constexpr std::uint32_t kDate = 2, kSubject = 5, kFiles = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "From a@x Mon Jan 10 08:00:00 2022": a letter may have a line that begins so, but hardly with a
// time in it.
bool begins_message(std::string_view line) {
    if (!line.starts_with("From ")) return false;
    for (std::size_t i = 5; i + 5 <= line.size(); ++i) {
        if (is_digit(line[i]) && is_digit(line[i + 1]) && line[i + 2] == ':' &&
            is_digit(line[i + 3]) && is_digit(line[i + 4])) {
            return true;
        }
    }
    return false;
}

// mboxrd: ">From " and ">>From " stood one sign shorter in the message.
std::string without_escapes(std::string_view message) {
    std::string result;
    result.reserve(message.size());
    while (!message.empty()) {
        const char* begin = message.data();
        std::string_view line = take_line(message);
        const std::size_t signs = std::min(line.find_first_not_of('>'), line.size());
        const bool escaped = signs > 0 && line.substr(signs).starts_with("From ");
        result.append(begin + (escaped ? 1 : 0), message.data());
    }
    return result;
}

// The messages of an mbox file, without the lines that begin them. False: more than the limit.
bool split_mbox(std::string_view bytes, std::vector<std::string_view>& messages) {
    const char* begin = nullptr;
    bool after_blank = true;
    const auto end_message = [&](const char* end) {
        if (begin == nullptr) return;
        std::string_view message(begin, static_cast<std::size_t>(end - begin));
        if (message.ends_with('\n')) message.remove_suffix(1);
        if (message.ends_with('\r')) message.remove_suffix(1);
        messages.push_back(message);
    };
    while (!bytes.empty()) {
        const char* line_begin = bytes.data();
        const std::string_view line = take_line(bytes);
        if (after_blank && begins_message(line)) {
            end_message(line_begin);
            if (messages.size() == limits::kMessages) return false;
            begin = bytes.data();
        }
        after_blank = line.empty();
    }
    end_message(bytes.data());
    return true;
}

class MailSheet {
public:
    MailSheet(const std::string& path, const std::string& format, Findings& findings)
        : findings_(findings),
          builder_(std::make_shared<const Origin>(Origin{path, "Thư"}), format, cells_left_) {
        std::uint32_t column = 0;
        for (const char* heading : kHeadings) put(1, ++column, CellKind::Text, heading);
    }

    void add(std::string_view message, std::size_t size) {
        ++row_;
        std::string_view body;
        const MailHeader header = MailHeader::read(message, body);
        const MailParts parts = read_mail_parts(header, body);
        std::string unknown = parts.unknown;
        std::string to = mail_addresses(header.find("to"), unknown);
        const std::string copy = mail_addresses(header.find("cc"), unknown);
        if (!copy.empty()) to += (to.empty() ? "" : "; ") + copy;
        const auto date = mail_date(header.find("date"));
        put(row_, 1, CellKind::Number, std::to_string(row_ - 1));
        if (date) put(row_, kDate, CellKind::Text, *date);
        text(3, mail_addresses(header.find("from"), unknown));
        text(4, to);
        text(kSubject, mail_text(header.find("subject"), unknown));
        text(6, std::string(header.find("message-id")));
        std::string names, digests;
        for (const Attachment& attachment : parts.attachments) {
            std::string name = clean(attachment.name);
            std::replace(name.begin(), name.end(), ';', ',');  // which parts the names here
            const char* joint = names.empty() ? "" : "; ";
            names += joint + name;
            digests += joint + attachment.sha256;
        }
        text(kFiles, names);
        text(8, digests);
        put(row_, 9, CellKind::Number, std::to_string(size));
        tell(parts, unknown, date.has_value(), header.find("date"));
    }

    bool finish(Sheet& sheet) { return builder_.finish(findings_, sheet); }

private:
    void put(std::uint32_t row, std::uint32_t column, CellKind kind, std::string value) {
        builder_.add({row, column, kind, false, std::move(value)});
    }
    void text(std::uint32_t column, const std::string& value) {
        builder_.add_text(row_, column, false, make_cell_text(clean(value)));
    }
    void tell(const MailParts& parts, const std::string& unknown, bool dated,
              std::string_view date) {
        if (!dated) {
            const CellText value = make_cell_text(clean(date.substr(0, 100)));
            report(findings_, rule::mail_without_date, {builder_.at(row_, kDate)},
                   {{"value", value.fault ? "?" : value.text}});
        }
        if (!unknown.empty()) {
            const CellText value = make_cell_text(clean(unknown));
            report(findings_, rule::mail_encoding, {builder_.at(row_, kSubject)},
                   {{"value", value.fault ? "?" : value.text}});
        }
        if (!parts.damage.empty()) {
            const CellText value = make_cell_text(clean(parts.damage.substr(0, 100)));
            report(findings_, rule::mail_damaged, {builder_.at(row_, kFiles)},
                   {{"reason", value.fault ? "?" : value.text}});
        }
        if (parts.too_deep) {
            report(findings_, rule::mail_too_deep, {builder_.at(row_, kFiles)},
                   {{"depth", std::to_string(limits::kMailDepth)},
                    {"parts", std::to_string(limits::kMailParts)}});
        }
    }

    Findings& findings_;
    std::size_t cells_left_ = limits::kCells;
    SheetBuilder builder_;
    std::uint32_t row_ = 1;
};

bool is_field_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(),
                                        [](char c) { return c > ' ' && c < 0x7F && c != ':'; });
}

}  // namespace

std::string mail_format(std::string_view bytes) {
    constexpr std::size_t kHead = 1 << 16;
    constexpr std::array kFields{"from",         "to",           "subject",      "date",
                                 "message-id",   "received",     "mime-version", "return-path",
                                 "content-type", "delivered-to", "reply-to",     "x-gmail-labels"};
    std::string_view head = bytes.substr(0, kHead);
    const bool mbox = head.starts_with("From ");
    if (mbox && !begins_message(take_line(head))) return "";
    int known = 0;
    for (bool first = true; !head.empty(); first = false) {
        const std::string_view line = take_line(head);
        if (line.empty()) break;
        if (line[0] == ' ' || line[0] == '\t') {
            if (first) return "";
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == line.npos || !is_field_name(line.substr(0, colon))) {
            if (head.empty() && bytes.size() > kHead) break;  // cut in the middle of a line
            return "";
        }
        std::string name(line.substr(0, colon));
        for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        known += std::find(kFields.begin(), kFields.end(), name) != kFields.end() ? 1 : 0;
    }
    if (known < 2) return "";
    return mbox ? "mbox" : "eml";
}

std::vector<Sheet> read_mail(std::string_view bytes, const std::string& path, Findings& findings) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string format = mail_format(bytes);
    MailSheet mail(path, format, findings);
    if (format == "mbox") {
        std::vector<std::string_view> messages;
        if (!split_mbox(bytes, messages)) {
            report(findings, rule::mail_too_many, {whole_file(path)},
                   {{"limit", std::to_string(limits::kMessages)}});
            return {};
        }
        for (const std::string_view message : messages) {
            mail.add(without_escapes(message), message.size());
        }
    } else {
        mail.add(bytes, bytes.size());
    }
    std::vector<Sheet> sheets(1);
    if (!mail.finish(sheets[0])) sheets.clear();
    return sheets;
}

}  // namespace hoso
