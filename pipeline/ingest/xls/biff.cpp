// SPDX-License-Identifier: Apache-2.0
#include "ingest/xls/biff.h"

#include <algorithm>

#include "ingest/unicode.h"
#include "ingest/xls/little_endian.h"

namespace hoso {

bool BiffStream::next(BiffRecord& record) {
    if (at_ > stream_.size() || stream_.size() - at_ < 4) return false;
    const std::size_t length = le16(stream_, at_ + 2);
    if (stream_.size() - at_ - 4 < length) return false;
    record = {static_cast<Biff>(le16(stream_, at_)), at_, stream_.substr(at_ + 4, length)};
    at_ += 4 + length;
    return true;
}

bool BiffStream::next_is(Biff type) const {
    return at_ <= stream_.size() && stream_.size() - at_ >= 4 &&
           static_cast<Biff>(le16(stream_, at_)) == type;
}

bool BiffBody::next_segment() {
    BiffRecord record;
    if (!stream_.next_is(Biff::Continue) || !stream_.next(record)) return false;
    rest_ = record.body;
    return true;
}

bool BiffBody::skip(std::size_t count) {
    while (count > rest_.size()) {
        count -= rest_.size();
        if (!next_segment()) return false;
    }
    rest_.remove_prefix(count);
    return true;
}

bool BiffBody::u8(std::uint8_t& value) {
    while (rest_.empty()) {
        if (!next_segment()) return false;
    }
    value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return true;
}

bool BiffBody::u16(std::uint16_t& value) {
    std::uint8_t low = 0, high = 0;
    if (!u8(low) || !u8(high)) return false;
    value = static_cast<std::uint16_t>(low | high << 8);
    return true;
}

bool BiffBody::u32(std::uint32_t& value) {
    std::uint16_t low = 0, high = 0;
    if (!u16(low) || !u16(high)) return false;
    value = low | std::uint32_t{high} << 16;
    return true;
}

bool BiffBody::short_text(BiffText& text) {
    std::uint8_t units = 0;
    return u8(units) && content(units, text);
}

bool BiffBody::text(BiffText& text) {
    std::uint16_t units = 0;
    return u16(units) && content(units, text);
}

bool BiffBody::content(std::uint16_t units, BiffText& text) {
    text = {};
    std::uint8_t options = 0;
    if (!u8(options)) return false;
    const bool wide = options & 0x01, has_phonetic = options & 0x04, has_runs = options & 0x08;
    std::uint16_t run_count = 0;
    std::uint32_t phonetic_bytes = 0;
    if (has_runs && !u16(run_count)) return false;
    if (has_phonetic && !u32(phonetic_bytes)) return false;
    return characters(units, wide, text.utf8) && runs(run_count, text) && skip(phonetic_bytes);
}

bool BiffBody::characters(std::size_t units, bool wide, std::string& utf8) {
    high_surrogate_ = 0;
    while (units > 0) {
        if (rest_.empty()) {
            // MS-XLS 2.5.293: where characters go on in a CONTINUE record, it begins with their
            // option byte again, and may change between one byte a character and two.
            std::uint8_t options = 0;
            if (!u8(options)) return false;
            wide = options & 0x01;
            continue;
        }
        const std::size_t width = wide ? 2 : 1;
        const std::size_t here = std::min(units, rest_.size() / width);
        if (here == 0) return false;  // half a character
        for (std::size_t i = 0; i < here; ++i) {
            append(wide ? le16(rest_, i * 2) : static_cast<std::uint8_t>(rest_[i]), utf8);
        }
        rest_.remove_prefix(here * width);
        units -= here;
    }
    if (high_surrogate_ != 0) append_utf8(utf8, 0xFFFD);
    return true;
}

void BiffBody::append(std::uint32_t unit, std::string& utf8) {
    if (unit < 0x80 && high_surrogate_ == 0) {
        utf8 += static_cast<char>(unit);
        return;
    }
    const bool high = unit >= 0xD800 && unit <= 0xDBFF, low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (low && high_surrogate_ != 0) {
        unit = 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00);
    } else {
        if (high_surrogate_ != 0) append_utf8(utf8, 0xFFFD);
        if (low) unit = 0xFFFD;
    }
    high_surrogate_ = high ? unit : 0;
    if (!high) append_utf8(utf8, unit);
}

bool BiffBody::runs(std::size_t count, BiffText& text) {
    for (std::size_t i = 0; i < count; ++i) {
        BiffText::Run run;
        if (!u16(run.start) || !u16(run.font)) return false;
        text.runs.push_back(run);
    }
    return true;
}

}  // namespace hoso
