// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/mail/parts.h"

#include <optional>

#include "ingest/documents/mail/coding.h"
#include "ingest/limits.h"
#include "vocabulary/digest.h"

namespace hoso {

namespace {

constexpr const char* kNoName = "(không tên)";

class Walk {
public:
    explicit Walk(MailParts& parts) : parts_(parts) {}

    void entity(const MailHeader& header, std::string_view body, bool in_digest, int depth) {
        if (++count_ > limits::kMailParts || depth > limits::kMailDepth) {
            parts_.too_deep = true;
            return;
        }
        if (header.cut()) damaged("header");
        MailValue type = mail_value(header.find("content-type"), parts_.unknown);
        if (type.value.empty()) type.value = in_digest ? "message/rfc822" : "text/plain";
        if (type.value.starts_with("multipart/")) {
            multipart(type, body, depth);
        } else {
            leaf(header, type, body);
        }
    }

private:
    void damaged(std::string reason) {
        if (parts_.damage.empty()) parts_.damage = std::move(reason);
    }

    // RFC 2046, 5.1.1: the line end before a boundary belongs to it.
    void multipart(const MailValue& type, std::string_view body, int depth) {
        const auto boundary = type.parameters.find("boundary");
        if (boundary == type.parameters.end() || boundary->second.empty()) {
            return damaged("boundary");
        }
        const std::string delimiter = "--" + boundary->second;
        const char* begin = nullptr;  // of the part that is being read
        std::string_view rest = body;
        while (!rest.empty()) {
            const char* line_begin = rest.data();
            std::string_view line = take_line(rest);
            line = line.substr(0, line.find_last_not_of(" \t") + 1);
            if (!line.starts_with(delimiter)) continue;
            const std::string_view after = line.substr(delimiter.size());
            if (!after.empty() && after != "--") continue;
            if (begin != nullptr) {
                part({begin, static_cast<std::size_t>(line_begin - begin)}, type, depth);
            }
            if (after == "--") return;
            begin = rest.data();
        }
        if (begin != nullptr) {
            part({begin, static_cast<std::size_t>(body.data() + body.size() - begin)}, type, depth);
        }
        damaged(delimiter + "--");
    }

    void part(std::string_view entity_bytes, const MailValue& type, int depth) {
        if (entity_bytes.ends_with('\n')) entity_bytes.remove_suffix(1);
        if (entity_bytes.ends_with('\r')) entity_bytes.remove_suffix(1);
        std::string_view body;
        const MailHeader header = MailHeader::read(entity_bytes, body);
        entity(header, body, type.value == "multipart/digest", depth + 1);
    }

    void leaf(const MailHeader& header, const MailValue& type, std::string_view body) {
        const MailValue disposition =
            mail_value(header.find("content-disposition"), parts_.unknown);
        const auto parameter = [](const MailValue& value, const char* name) {
            const auto found = value.parameters.find(name);
            return found == value.parameters.end() ? std::string() : found->second;
        };
        std::string name = parameter(disposition, "filename");
        if (name.empty()) name = parameter(type, "name");
        const bool text = type.value.starts_with("text/");
        if (text && name.empty() && disposition.value != "attachment") return;
        const auto content = decoded(header, body);
        if (name.empty() && content && type.value == "message/rfc822") {
            std::string_view ignored;
            name = mail_text(MailHeader::read(*content, ignored).find("subject"), parts_.unknown);
            if (!name.empty()) name += ".eml";
        }
        if (name.empty()) name = kNoName;
        parts_.attachments.push_back({name, content ? sha256_hex(*content) : std::string()});
    }

    std::optional<std::string> decoded(const MailHeader& header, std::string_view body) {
        const std::string coding =
            mail_value(header.find("content-transfer-encoding"), parts_.unknown).value;
        if (coding == "base64") {
            bool fits = true;
            std::string bytes = decode_base64(body, fits);
            if (!fits) damaged("base64");
            return bytes;
        }
        if (coding == "quoted-printable") return decode_quoted_printable(body, false);
        if (coding.empty() || coding == "7bit" || coding == "8bit" || coding == "binary") {
            return std::string(body);
        }
        damaged("Content-Transfer-Encoding");
        return std::nullopt;
    }

    MailParts& parts_;
    std::size_t count_ = 0;
};

}  // namespace

MailParts read_mail_parts(const MailHeader& header, std::string_view body) {
    MailParts parts;
    Walk(parts).entity(header, body, false, 0);
    return parts;
}

}  // namespace hoso
