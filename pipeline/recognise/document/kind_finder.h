// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "recognise/document/outline.h"

namespace hoso {

struct KindSearch {
    const DocumentKind* found = nullptr;
    Outline outline;  // of `found`
    // Where nothing is found: what comes nearest, if anything does, and the lines it lacks for it.
    const DocumentKind* nearest = nullptr;
    std::vector<std::string> lacks;
};

// The kind all of whose <key> begin lines among the first `key_lines`; of several the one with most
// keys, then the one whose key stands first (a title), then the one with most of its sections.
inline constexpr std::size_t key_lines = 60;
KindSearch find_kind(const std::vector<FlowLine>& flow, const TextDocument& document,
                     const std::vector<DocumentKind>& kinds);

}  // namespace hoso
