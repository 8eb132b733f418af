// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/office.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/office_pdf.h"
#include "vocabulary/text.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// A school's longest plan takes seconds; a file that takes longer is made to hang us.
constexpr std::chrono::seconds kTimeLimit{120};
constexpr std::chrono::seconds kFurther{10};  // for each file more
constexpr std::size_t kTogether = 32;         // what is lost when one of them hangs
constexpr std::chrono::milliseconds kPoll{20};

fs::path find_program() {
    const char* path = std::getenv("PATH");
    for (const char* name : {"soffice", "libreoffice"}) {
        for (const std::string& folder : split(path ? path : "", ':')) {
            // A relative folder would let the job's own folder bring the program.
            if (!folder.starts_with('/')) continue;
            const fs::path program = fs::path(folder) / name;
            if (::access(program.c_str(), X_OK) == 0) return program;
        }
    }
    return {};
}

std::string file_url(const fs::path& path) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string url = "file://";
    for (const char c : path.generic_string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || std::strchr("/-._~", c);
        if (plain) {
            url += c;
        } else {
            url += {'%', kHex[byte >> 4], kHex[byte & 15]};
        }
    }
    return url;
}

// No macros, no update of links, and a proxy where nobody listens: a document must not be able to
// call home. https://wiki.documentfoundation.org/UserProfile, registrymodifications.xcu
std::string settings() {
    struct Setting {
        const char *path, *name, *value;
    };
    constexpr std::array kSettings{
        Setting{"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
        Setting{"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
        Setting{"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
        Setting{"Office.Common/Security/Scripting", "DisableActiveContent", "true"},
        Setting{"Office.Writer/Content/Update", "Link", "0"},
        Setting{"Office.Calc/Content/Update", "Link", "2"},
        Setting{"Inet/Settings", "ooInetProxyType", "2"},
        Setting{"Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
        Setting{"Inet/Settings", "ooInetHTTPProxyPort", "9"},
        Setting{"Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
        Setting{"Inet/Settings", "ooInetHTTPSProxyPort", "9"},
    };
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items "
        "xmlns:oor=\"http://openoffice.org/2001/registry\" "
        "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
    for (const Setting& setting : kSettings) {
        xml += std::string("<item oor:path=\"/org.openoffice.") + setting.path +
               "\"><prop oor:name=\"" + setting.name + "\" oor:op=\"fuse\"><value>" +
               setting.value + "</value></prop></item>\n";
    }
    return xml + "</oor:items>\n";
}

struct TargetNames {
    const char *extension, *filter;
};
TargetNames names_of(Office::Target target) {
    switch (target) {
        case Office::Target::Docx:
            return {"docx", "docx:MS Word 2007 XML"};
        case Office::Target::Xlsx:
            return {"xlsx", "xlsx:Calc MS Excel 2007 XML"};
        case Office::Target::PdfA:
            return {"pdf",
                    R"(pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}})"};
    }
    throw std::logic_error("no such target");
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

// Starts the program in a session of its own, with nothing of ours open.
pid_t start(const fs::path& program, std::vector<std::string> arguments,
            std::vector<std::string> environment) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&files, number, "/dev/null", O_RDWR, 0);
    }
    ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    pid_t child = 0;
    const int error = ::posix_spawn(&child, program.c_str(), &files, &attributes,
                                    pointers(arguments).data(), pointers(environment).data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    if (error != 0) {
        throw EnvironmentError(program.string() + ": cannot start: " + std::strerror(error));
    }
    return child;
}

// Whether it ended by itself within the limit, saying that all went well.
bool wait_for(pid_t child, std::chrono::seconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    int state = 0;
    while (::waitpid(child, &state, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            ::kill(-child, SIGKILL);  // soffice is a script: its children go with it
            ::waitpid(child, &state, 0);
            return false;
        }
        std::this_thread::sleep_for(kPoll);
    }
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

}  // namespace

RealOffice::RealOffice(Disk& disk, fs::path cache)
    : disk_(disk),
      cache_(fs::absolute(cache)),
      scratch_(cache_ / ("scratch-" + std::to_string(::getpid()))),
      program_(find_program()) {}

RealOffice::~RealOffice() { remove_scratch(); }

fs::path RealOffice::kept(std::string_view bytes, Target target) const {
    return cache_ / (sha256_hex(bytes) + "." + names_of(target).extension);
}

// Synced, unlike other work files: nothing could tell a torn one from a whole one.
void RealOffice::keep(const fs::path& path, std::string& result, Target target) {
    if (target == Target::PdfA) result = without_moments(result).value_or("");
    if (!result.empty()) disk_.write(path, result, Durability::Synced);
}

std::optional<std::string> RealOffice::convert(std::string_view bytes, std::string_view extension,
                                               Target target) {
    if (!installed()) return std::nullopt;
    const fs::path path = kept(bytes, target);
    const std::lock_guard lock(one_at_a_time_);
    if (disk_.exists(path)) return disk_.read(path);
    std::optional<std::string> result = std::move(run({{bytes, extension}}, target).front());
    if (result) keep(path, *result, target);
    return result && !result->empty() ? result : std::nullopt;
}

void RealOffice::prepare(const std::vector<Source>& sources, Target target) {
    if (!installed()) return;
    const std::lock_guard lock(one_at_a_time_);
    std::map<fs::path, Source> missing;
    for (const Source& source : sources) {
        const fs::path path = kept(source.bytes, target);
        if (!disk_.exists(path)) missing.emplace(path, source);
    }
    for (auto next = missing.begin(); next != missing.end();) {
        std::vector<fs::path> paths;
        std::vector<Source> together;
        for (; next != missing.end() && together.size() < kTogether; ++next) {
            paths.push_back(next->first);
            together.push_back(next->second);
        }
        auto results = run(together, target);
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (results[i]) keep(paths[i], *results[i], target);
        }
    }
}

std::vector<std::optional<std::string>> RealOffice::run(const std::vector<Source>& sources,
                                                        Target target) {
    const TargetNames names = names_of(target);
    const fs::path in = scratch_ / "in", out = scratch_ / "out";
    disk_.remove(in);
    disk_.remove(out);
    write_profile();
    std::vector<std::string> arguments = {
        program_.string(), "-env:UserInstallation=" + file_url(scratch_ / "profile"),
        "--headless",      "--norestore",
        "--nologo",        "--nodefault",
        "--nolockcheck",   "--convert-to",
        names.filter,      "--outdir",
        out.string()};
    for (std::size_t i = 0; i < sources.size(); ++i) {
        arguments.push_back(in / (std::to_string(i) + "." + std::string(sources[i].extension)));
        disk_.write(arguments.back(), sources[i].bytes, Durability::Cached);
    }
    const char* path = std::getenv("PATH");
    const pid_t child =
        start(program_, std::move(arguments),
              // The user's language, time zone and fonts of his own must not show in a record.
              {"PATH=" + std::string(path ? path : "/usr/bin:/bin"), "HOME=" + scratch_.string(),
               "TMPDIR=" + scratch_.string(), "LC_ALL=C.UTF-8", "TZ=UTC", "SAL_USE_VCLPLUGIN=svp"});
    const bool ended = wait_for(child, kTimeLimit + kFurther * (sources.size() - 1));
    std::vector<std::optional<std::string>> results(sources.size());
    bool all = ended;
    for (std::size_t i = 0; ended && i < sources.size(); ++i) {
        const fs::path result = out / (std::to_string(i) + "." + names.extension);
        if (disk_.exists(result)) results[i] = disk_.read(result);
        if (results[i] && results[i]->empty()) results[i].reset();
        all = all && results[i].has_value();
    }
    // What went wrong may have left its marks in the profile.
    if (!all) remove_scratch();
    return results;
}

void RealOffice::write_profile() {
    if (std::exchange(profile_written_, true)) return;
    disk_.write(scratch_ / "profile" / "user" / "registrymodifications.xcu", settings(),
                Durability::Cached);
}

void RealOffice::remove_scratch() noexcept {
    if (!std::exchange(profile_written_, false)) return;
    try {
        disk_.remove(scratch_);
    } catch (const EnvironmentError&) {
        // A scratch folder left behind harms nobody: the next conversion does not look at it.
    }
}

}  // namespace hoso
