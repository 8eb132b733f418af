// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "vocabulary/value.h"

namespace hoso {

// As it stands on a form. `format` is a column type of a dataset or one of the formats of
// docs/templates.md: mark (8 → "8", 7.5 → "7,5"), average ("7,0"), date, long-date, upper, level,
// integer. What a format does not apply to is printed by its kind: a "Đ" in a mark column stays.
std::string print_value(const Scalar& value, std::string_view format);
bool is_print_format(std::string_view format);

// A value's text (plain_text) without an allocation, for keys and comparisons.
class TextOf {
public:
    TextOf() = default;
    explicit TextOf(const Scalar& value);
    explicit TextOf(std::string_view text) : view_(text) {}
    TextOf(const TextOf&) = delete;
    TextOf& operator=(const TextOf&) = delete;
    void reset(const Scalar& value);
    void reset(std::string_view text) { view_ = text; }
    [[nodiscard]] std::string_view view() const { return view_; }

private:
    char buffer_[24] = {};
    std::string_view view_;
};

// Numbers by size, dates by day, texts by bytes; what is empty comes last.
int compare_scalars(const Scalar& a, const Scalar& b);

}  // namespace hoso
