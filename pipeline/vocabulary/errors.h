// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace hoso {

// What is wrong with the data is a Finding. These are for the rest; main.cpp prints them and
// chooses the exit code (2, 3, 3). A std::logic_error is our bug (70).
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct EnvironmentError : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct LibraryError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace hoso
