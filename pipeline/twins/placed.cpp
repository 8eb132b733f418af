// SPDX-License-Identifier: Apache-2.0
#include "twins/placed.h"

#include <algorithm>

#include "twins/text_stream.h"

namespace hoso::twins {

namespace {

// The frames of fill/fill.h in UTF-8.
constexpr std::string_view kOpen = "\xEE\x80\x80", kSplit = "\xEE\x80\x81", kClose = "\xEE\x80\x82";

// Leader dots, a check box, a page's number, a list's.
constexpr std::size_t kDrawnBytes = 32;

struct Entity {
    std::string_view name, text;
};
constexpr Entity kEntities[] = {{"&amp;", "&"},   {"&lt;", "<"},   {"&gt;", ">"},
                                {"&quot;", "\""}, {"&#39;", "'"},  {"&apos;", "'"},
                                {"&nbsp;", ""},   {"&#x2F;", "/"}, {"&#160;", ""}};

class Reader {
public:
    explicit Reader(std::string_view xhtml) : rest_(xhtml) {}

    Placement read() {
        while (!rest_.empty()) {
            if (rest_[0] == '<') {
                read_tag();
            } else if (rest_.starts_with(kOpen)) {
                read_frame();
            } else {
                read_words();
            }
        }
        placement_.running_bytes = std::max(placement_.running_bytes, running_bytes_);
        return std::move(placement_);
    }

private:
    void skip_to(std::string_view end) {
        const auto at = rest_.find(end);
        rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
    }

    void put(Placed placed, std::size_t bytes) {
        if (head_) head_bytes_ += bytes;
        if (!running_) {
            placement_.flow.push_back(std::move(placed));
            return;
        }
        running_bytes_ += bytes;
        if (placed.id >= 0) placement_.running.push_back(placed.id);
    }

    void read_words() {
        const auto end = std::min({rest_.find('<'), rest_.find(kOpen), rest_.size()});
        std::string_view words = rest_.substr(0, end);
        rest_.remove_prefix(end);
        std::string text;
        while (!words.empty()) {
            std::size_t length = 1;
            std::string_view letter = words.substr(0, 1);
            for (const Entity& entity : kEntities) {
                if (letter != "&" || !words.starts_with(entity.name)) continue;
                letter = entity.text;
                length = entity.name.size();
            }
            text += letter;
            words.remove_prefix(length);
        }
        text = without_blanks(text);
        const std::size_t bytes = text.size();
        if (bytes > 0) put({Placed::kWords, std::move(text), 0}, bytes);
    }

    void read_tag() {
        if (rest_.starts_with("<!--")) return skip_to("-->");
        const auto end = std::min(rest_.find_first_of(" \t\r\n/>", 2), rest_.size());
        const std::string_view name = rest_.substr(1, end - 1);
        if (name == "style" || name == "title")
            return skip_to(name == "style" ? "</style>" : "</title>");
        if (name == "section") {
            placement_.running_bytes = std::max(placement_.running_bytes, running_bytes_);
            running_bytes_ = 0;
        }
        if (name == "header" || name == "footer") running_ = true;
        if (name == "/header" || name == "/footer") running_ = false;
        if (name == "thead") {
            head_ = true;
            head_bytes_ = 0;
        }
        if (name == "/thead") {
            head_ = false;
            placement_.head_bytes = std::max(placement_.head_bytes, head_bytes_);
        }
        for (const std::string_view drawn : {"dots", "box", "page", "pages", "li"}) {
            if (name == drawn) put({Placed::kDrawn, "", kDrawnBytes}, kDrawnBytes);
        }
        skip_to(">");
    }

    void read_frame() {
        rest_.remove_prefix(kOpen.size());
        int id = 0;
        while (rest_.size() > 3 && rest_.substr(0, 2) == kOpen.substr(0, 2) &&
               !rest_.starts_with(kSplit)) {
            id = id * 10 + (static_cast<unsigned char>(rest_[2]) - 0x90);
            rest_.remove_prefix(3);
        }
        const auto end = std::min(rest_.find(kClose), rest_.size());
        put({id, "", 0}, end);
        skip_to(kClose);
    }

    std::string_view rest_;
    Placement placement_;
    std::size_t running_bytes_ = 0, head_bytes_ = 0;
    bool running_ = false, head_ = false;
};

}  // namespace

Placement placement(std::string_view xhtml) { return Reader(xhtml).read(); }

}  // namespace hoso::twins
