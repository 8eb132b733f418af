// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "catalogue/catalogue.h"
#include "compose/compose.h"

namespace hoso {

// Frames around each printed value, so that a box of the layout knows its lineage entry:
// FrameOpen, the id in digits U+E010…U+E019, FrameSplit, the text, FrameClose. ingest refuses
// these characters in data; render takes them out again.
namespace frame {
inline constexpr char32_t Open = 0xE000;
inline constexpr char32_t Split = 0xE001;
inline constexpr char32_t Close = 0xE002;
inline constexpr char32_t DigitZero = 0xE010;
}  // namespace frame

// Parsed Mustache templates of one form, with partials resolved; safe to share among threads.
class TemplateSet {
public:
    TemplateSet(const TemplateFolder& templates, const std::string& record, const std::string& form,
                Findings& findings);
    ~TemplateSet();
    TemplateSet(TemplateSet&&) noexcept;
    TemplateSet& operator=(TemplateSet&&) noexcept;
    [[nodiscard]] bool has_document() const;
    [[nodiscard]] bool has_workbook() const;

    struct Parsed;
    [[nodiscard]] const Parsed& parsed() const { return *parsed_; }

private:
    std::unique_ptr<Parsed> parsed_;
};

struct FilledDocument {
    std::string document;  // XHTML for PDF, empty if the form has none
    std::string workbook;  // XHTML for XLSX, empty if the form has none
};

// Every tag without a value is a finding (Mustache itself would print nothing): "no silent blank".
// An empty string is a value: compose puts one wherever the form has a blank on purpose.
FilledDocument fill(const DocumentPlan& plan, const TemplateSet& templates, Findings& findings);

}  // namespace hoso
