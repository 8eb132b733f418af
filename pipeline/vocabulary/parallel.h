// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace hoso {

// Calls work(0) … work(count - 1), each once, on up to `workers` threads; returns when all are
// done. The order of calls is not fixed: a caller writes result i to slot i. The exception of the
// lowest index that threw is rethrown after all threads have stopped.
void parallel_for(std::size_t count, unsigned workers,
                  const std::function<void(std::size_t)>& work);

unsigned hardware_workers();

}  // namespace hoso
