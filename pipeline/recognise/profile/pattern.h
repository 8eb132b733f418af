// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/profile/fold.h"

namespace hoso {

enum class CaptureKind {
    Class,
    Term,
    Year,
    Month,
    MonthNumber,
    Week,
    Visit,
    From,
    To,
    Record,
    Course,
    Subject,
    Teacher,
    Classes,
    Number,
    Decimal,
    Date,
    Code,
    Text
};

struct Captured {
    CaptureKind kind = CaptureKind::Class;
    // "6A" "HK1" "2021-2022" "2021-10" "10" "5" "04/10/2021" "I.07" "2018-2022" "6A, 6B"; subject,
    // teacher, code and text as written
    std::string value;
    std::size_t at = 0;  // byte of the original text
    std::string name{};  // "class"; of {class_name:classes} "class_name"
};

// One pattern of a profile: literal text (tones, case and blanks do not matter), {captures},
// {name:capture} for a name of its own, * for anything, [a|b] for one of, [a] for perhaps.
class Pattern {
public:
    // nullopt for what is no pattern: an unknown capture, an open bracket.
    static std::optional<Pattern> parse(std::string_view text);

    // The first place where it stands, at a word's border; nullopt: nowhere. In the name of a file
    // or sheet a bare CN is the year; in a title it may be "GV CN", a class teacher.
    enum class Where { Title, Name };
    [[nodiscard]] std::optional<std::vector<Captured>> search(const FoldedText& text,
                                                              std::string_view original,
                                                              Where where = Where::Title) const;
    // At the first byte; `end` is the byte of text.key behind it.
    struct Match {
        std::vector<Captured> captured;
        std::size_t end = 0;
    };
    [[nodiscard]] std::optional<Match> begins(const FoldedText& text,
                                              std::string_view original) const;
    // From the first byte to the last.
    [[nodiscard]] bool covers(const FoldedText& text) const;
    [[nodiscard]] std::vector<std::string> names() const;  // of its captures
    // Its first alternative as a person reads it: "TÊN BÀI DẠY: …".
    [[nodiscard]] const std::string& shown() const { return shown_; }

    struct Element {
        enum Kind { Literal, Any, Capture } kind = Literal;
        std::string literal;
        CaptureKind capture = CaptureKind::Class;
        std::string name{};  // of a capture
    };

private:
    std::vector<std::vector<Element>> alternatives_;
    std::string shown_;
};

std::string_view capture_name(CaptureKind kind);

}  // namespace hoso
