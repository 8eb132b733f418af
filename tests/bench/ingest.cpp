// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "ingest/ingest.h"

// bench_ingest FOLDER WORKERS: reads all of it once, as a run does. "seconds cpu peak-KiB cells
// findings" on stdout.
int main(int count, char** arguments) {
    if (count != 3) return 2;
    using clock = std::chrono::steady_clock;
    const auto start = clock::now();
    hoso::RealDisk disk;
    hoso::NoOffice office;
    hoso::Findings findings;
    const auto workers = static_cast<unsigned>(std::atoi(arguments[2]));
    const hoso::Ingested ingested = hoso::ingest(disk, office, arguments[1], workers, findings);
    const double seconds = std::chrono::duration<double>(clock::now() - start).count();
    std::size_t cells = 0;
    for (const hoso::Sheet& sheet : ingested.sheets) cells += sheet.cells.size();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto in_seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    std::printf("%.4f %.4f %ld %zu %zu\n", seconds,
                in_seconds(used.ru_utime) + in_seconds(used.ru_stime), used.ru_maxrss, cells,
                findings.size());
    return 0;
}
