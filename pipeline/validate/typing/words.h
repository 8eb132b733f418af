// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "recognise/recognise.h"

namespace hoso {

// clean(), at no cost for the many cells that are clean already.
std::string tidy(const std::string& text);

// "1.4310990101E+10": a code that Excel took for a number.
bool in_exponent_form(const std::string& text);

// "Học kỳ I", "HKI", "1" → "HK1"; other text as it stands.
std::string term_id(const std::string& text);

std::string pack_words(const std::string& pack);                // "Thông tư 22"
std::string levels_of(const std::string& pack, bool learning);  // "Tốt, Khá, Đạt, Chưa đạt"
// The full word in the circular's own scale; "" if it has no such level.
std::string level_words(const std::string& pack, bool learning, const std::string& text);

// "Lên lớp", "Được lên lớp" …: the words of result_year.outcome; "" if it is none of them.
std::string outcome_words(const std::string& text, bool tt22);

// "ĐĐGtx (3)", "tx3" → "tx3"; "ĐĐGck", "cuối kì" → "ck"; "" if it is no column of marks.
std::string mark_column(const std::string& text);

// How messages name a column.
std::string heading_of(const ColumnType& column);

}  // namespace hoso
