// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

// Runs a fuzz target without libFuzzer: every file of the corpus, as it is, cut off at every
// length and with every byte changed (in steps, for a long file). It must only not crash or hang.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

constexpr std::size_t kVariants = 1'000;

void run(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::set<std::filesystem::path> corpus;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
        corpus.insert(entry.path());
    }
    std::size_t runs = 0;
    for (const std::filesystem::path& path : corpus) {
        const std::string bytes = read(path);
        run(bytes);
        const std::size_t step = bytes.size() / kVariants + 1;
        for (std::size_t i = 0; i < bytes.size(); i += step) {
            run(bytes.substr(0, i));
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ (1 << i % 8));
            run(changed);
            runs += 2;
        }
    }
    std::printf("%zu files, %zu variants\n", corpus.size(), runs);
    return corpus.empty() ? 1 : 0;
}
