// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

// For tests that ask other people's programs.
namespace hoso::test {

// A folder below the system's temporary folder, gone with the object.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "hoso-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Outcome {
    int status = -1;
    std::string out, err;
};

// Through bash; output and errors apart.
inline Outcome run(const std::string& command) {
    const ScratchFolder scratch;
    const std::string script = (scratch.path() / "script").string();
    const std::string err = (scratch.path() / "stderr").string();
    std::ofstream(script) << command << '\n';
    Outcome outcome;
    FILE* pipe = ::popen(("bash " + script + " 2>" + err).c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell");
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        outcome.out.append(buffer.data(), got);
    }
    const int state = ::pclose(pipe);
    outcome.status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    std::ifstream errors(err, std::ios::binary);
    outcome.err.assign(std::istreambuf_iterator<char>(errors), {});
    return outcome;
}

}  // namespace hoso::test
