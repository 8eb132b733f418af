// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "pipeline.h"

namespace hoso {

// How long each stage took, by the machine's steady clock; tells the progress which stage it is.
// A stage that comes again (one per record) adds to its first line.
class Stopwatch {
public:
    explicit Stopwatch(const Progress& progress) : progress_(&progress) {}

    void start(const std::string& stage) {
        stop();
        stage_ = stage;
        began_ = std::chrono::steady_clock::now();
        if (*progress_) (*progress_)(stage, 0, 0);
    }

    [[nodiscard]] std::vector<StageTime> times() {
        stop();
        return times_;
    }

private:
    void stop() {
        if (stage_.empty()) return;
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began_;
        for (StageTime& line : times_) {
            if (line.stage == stage_) {
                line.seconds += took.count();
                stage_.clear();
                return;
            }
        }
        times_.push_back({stage_, took.count()});
        stage_.clear();
    }

    const Progress* progress_;
    std::string stage_;
    std::chrono::steady_clock::time_point began_;
    std::vector<StageTime> times_;
};

}  // namespace hoso
