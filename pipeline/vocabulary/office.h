// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/disk.h"

namespace hoso {

// The one door to LibreOffice. It may be absent: then what needs it is refused or held back with
// that reason, and everything else goes on.
class Office {
public:
    enum class Target : std::uint8_t {
        Docx,  // from .doc
        Xlsx,  // from .xls older than BIFF8
        PdfA,  // PDF/A-2b, from .docx or .doc
    };

    // `extension` says what the bytes are, without the dot: "docx" "doc" "xls".
    struct Source {
        std::string_view bytes, extension;
    };

    virtual ~Office() = default;
    [[nodiscard]] virtual bool installed() const = 0;
    // nullopt: not installed, or LibreOffice could not read the bytes in time. Safe to call from
    // several threads; a PDF is the same bytes for the same bytes, and none of the results is ever
    // made twice.
    virtual std::optional<std::string> convert(std::string_view bytes, std::string_view extension,
                                               Target target) = 0;
    // What convert() will be asked for: LibreOffice takes seconds to start and a fifth of one for a
    // plan, so that a school's plans are made together. What fails here is left to convert().
    virtual void prepare(const std::vector<Source>&, Target) {}
};

class NoOffice final : public Office {
public:
    [[nodiscard]] bool installed() const override { return false; }
    std::optional<std::string> convert(std::string_view, std::string_view, Target) override {
        return std::nullopt;
    }
};

// Runs `soffice` or `libreoffice` of PATH: one at a time, without a shell, with a profile of its
// own that forbids macros, links to other files and the network, and within a limit of time.
// Results are kept as <cache>/<sha256 of the source>.<ext> and are never made again: LibreOffice
// differs from run to run, a record must not.
class RealOffice final : public Office {
public:
    // `disk` must outlive it. Nothing is written before the first conversion.
    RealOffice(Disk& disk, std::filesystem::path cache);
    ~RealOffice() override;  // removes the profile

    [[nodiscard]] bool installed() const override { return !program_.empty(); }
    std::optional<std::string> convert(std::string_view bytes, std::string_view extension,
                                       Target target) override;
    void prepare(const std::vector<Source>& sources, Target target) override;

private:
    [[nodiscard]] std::filesystem::path kept(std::string_view bytes, Target target) const;
    void keep(const std::filesystem::path& path, std::string& result, Target target);
    std::vector<std::optional<std::string>> run(const std::vector<Source>& sources, Target target);
    void write_profile();
    void remove_scratch() noexcept;

    Disk& disk_;
    std::filesystem::path cache_, scratch_, program_;
    std::mutex one_at_a_time_;
    bool profile_written_ = false;
};

}  // namespace hoso
