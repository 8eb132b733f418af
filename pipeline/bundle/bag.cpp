// SPDX-License-Identifier: Apache-2.0
#include "bundle/bag.h"

#include <algorithm>
#include <array>
#include <set>

#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_payload(const BagFile& file) { return file.path.starts_with("data/"); }

void measure(BagFile& file, const std::string& bytes) {
    file.size = bytes.size();
    file.sha256 = sha256_hex(bytes);
    if (is_payload(file)) file.sha512 = sha512_hex(bytes);
}

std::string lines(std::vector<const BagFile*> files, std::string BagFile::*digest) {
    std::sort(files.begin(), files.end(),
              [](const BagFile* a, const BagFile* b) { return a->path < b->path; });
    std::string text;
    for (const BagFile* file : files) text += file->*digest + "  " + file->path + "\n";
    return text;
}

// Names that Windows keeps for devices, with or without an extension.
bool is_device_name(const std::string& part) {
    static const std::set<std::string> devices{
        "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",
        "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};
    return devices.contains(to_lower(part.substr(0, part.find('.'))));
}

std::string fault_of(const std::string& path) {
    for (const char c : path) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return "có ký tự điều khiển";
        if (std::string_view("%\\<>:\"|?*").find(c) != std::string_view::npos) {
            return std::string("có ký tự ") + c;
        }
    }
    if (to_nfc(path) != path) return "không ở dạng Unicode NFC";
    for (const std::string& part : split(path, '/')) {
        if (part.empty() || part == "." || part == "..") return "có phần đường dẫn không hợp lệ";
        if (part.back() == '.' || part.back() == ' ')
            return "có phần kết thúc bằng dấu chấm hay dấu cách";
        if (is_device_name(part)) return "dùng tên riêng của Windows";
    }
    return {};
}

}  // namespace

BagFile file_on_disk(Disk& disk, std::string path, std::filesystem::path on_disk) {
    BagFile file;
    file.path = std::move(path);
    file.on_disk = std::move(on_disk);
    measure(file, disk.read(file.on_disk));
    return file;
}

BagFile text_file(std::string path, std::string text) {
    return text_file(std::move(path), [text = std::move(text)]() -> std::string { return text; });
}

BagFile text_file(std::string path, std::function<std::string()> make) {
    BagFile file;
    file.path = std::move(path);
    file.make = std::move(make);
    measure(file, file.make());
    return file;
}

std::string payload_manifest(const std::vector<BagFile>& files, std::string BagFile::*digest) {
    std::vector<const BagFile*> payload;
    for (const BagFile& file : files) {
        if (is_payload(file)) payload.push_back(&file);
    }
    return lines(std::move(payload), digest);
}

std::string tag_manifest(const std::vector<BagFile>& files) {
    std::vector<const BagFile*> tags;
    for (const BagFile& file : files) {
        if (!is_payload(file)) tags.push_back(&file);
    }
    return lines(std::move(tags), &BagFile::sha256);
}

void check_paths(const std::string& folder, const std::vector<BagFile>& files) {
    const auto refuse = [](const std::string& path, const std::string& fault) {
        throw UsageError("tên \"" + path + "\" không dùng được trong gói: " + fault);
    };
    const std::string folder_fault =
        folder.find('/') == std::string::npos ? fault_of(folder) : "có dấu /";
    if (!folder_fault.empty()) refuse(folder, folder_fault);
    std::set<std::string> seen;
    for (const BagFile& file : files) {
        std::string fault = fault_of(file.path);
        if (fault.empty() && !seen.insert(to_lower(file.path)).second) {
            fault = "trùng với một tệp khác trong gói";
        }
        if (!fault.empty()) refuse(file.path, fault);
    }
}

}  // namespace hoso
