// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// A moment, in seconds since 1970-01-01T00:00:00Z. Printed in +07:00, the school's time.
struct Instant {
    std::int64_t seconds = 0;
    auto operator<=>(const Instant&) const = default;
};
std::string to_iso(Instant instant);                          // 2022-01-12T09:30:00+07:00
std::string to_printed(Instant instant);                      // 12/01/2022 09:30:00 +07:00
std::optional<Instant> parse_instant(std::string_view text);  // ISO 8601 with offset or Z

// The only source of "now".
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant instant) : instant_(instant) {}
    Instant now() const override { return instant_; }

private:
    Instant instant_;
};

// --as-of, else SOURCE_DATE_EPOCH, else the machine's time at start-up; fixed for the whole run.
FixedClock make_clock(std::optional<Instant> as_of);

}  // namespace hoso
