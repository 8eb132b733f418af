// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace hoso {

void parallel_for(std::size_t count, unsigned workers,
                  const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::size_t failed_index = count;
    std::exception_ptr failure;
    const auto loop = [&] {
        for (std::size_t i; (i = next.fetch_add(1)) < count;) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (i < failed_index) {
                    failed_index = i;
                    failure = std::current_exception();
                }
                next = count;
            }
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::min<std::size_t>(workers, count); ++i) threads.emplace_back(loop);
    loop();
    for (std::thread& thread : threads) thread.join();
    if (failure) std::rethrow_exception(failure);
}

unsigned hardware_workers() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace hoso
