// SPDX-License-Identifier: Apache-2.0
//
// The bag, in the order in which the archive holds it (RFC 8493):
//
//     bagit.txt  bag-info.txt
//     manifest-sha256.txt  manifest-sha512.txt       digests of data/…
//     tagmanifest-sha256.txt                         digests of everything outside data/
//     tagmanifest-sha256.txt.p7s                     signature over the line above: with the
//                                                    manifests it covers every byte of the bag
//     index.html  KIEM-TRA.txt  metadata/…  data/…
#include "bundle/bundle.h"

#include <fmt/format.h>

#include <stdexcept>

#include "bundle/bag.h"
#include "bundle/metadata.h"
#include "bundle/reader_pages.h"
#include "vocabulary/digest.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPart = 1 << 20;

void check_balance(const BundleInput& input) {
    const std::size_t made = units_made(input);
    const RecordBatch& batch = *input.batch;
    if (batch.in_scope != made + batch.held_back.size() + batch.not_applicable.size()) {
        throw std::logic_error(fmt::format(
            "{} {} does not balance: {} in scope, {} made, {} held back, {} not applicable",
            batch.record, batch.period.id, batch.in_scope, made, batch.held_back.size(),
            batch.not_applicable.size()));
    }
    if (!batch.held_back.empty() && !input.partial) {
        throw std::logic_error(batch.record + " " + batch.period.id +
                               ": units are held back, but the bundle is not called partial");
    }
}

std::string bundle_name(const BundleInput& input) {
    const Period& period = input.batch->period;
    const std::string access = input.batch->access_differs ? "_" + input.batch->access : "";
    return fmt::format("{}_{}_{}_{}{}_v{}", input.record->id, input.job->school.code,
                       period.year.id(), period.id, access, input.version);
}

std::vector<BagFile> payload_of(const BundleInput& input, Disk& disk) {
    std::vector<BagFile> files;
    for (const SealedDocument& document : input.documents) {
        for (const SealedDocument::File& file : document.files) {
            files.push_back(file_on_disk(disk, file.path, file.on_disk));
        }
    }
    return files;
}

// The files as they were given, and all of them together for openssl.
void add_certificates(std::vector<BagFile>& files, const BundleInput& input, Disk& disk) {
    std::map<std::string, std::string> by_path;
    std::vector<std::string> texts;
    for (const fs::path& file : input.certificates) {
        std::string pem = disk.read(file);
        std::string path = "metadata/certs/" + file.filename().string();
        const auto known = by_path.find(path);
        if (path == kCertificateList || (known != by_path.end() && known->second != pem)) {
            path =
                "metadata/certs/" + sha256_hex(pem).substr(0, 8) + "-" + file.filename().string();
        }
        texts.push_back(pem);
        by_path[path] = std::move(pem);
    }
    std::string list = certificate_list(input, texts);
    if (!list.empty()) by_path[kCertificateList] = std::move(list);
    for (auto& [path, pem] : by_path) files.push_back(text_file(path, std::move(pem)));
}

std::vector<BagFile> tag_files_of(const BundleInput& input, Disk& disk, const std::string& name,
                                  const std::vector<BagFile>& payload) {
    std::vector<BagFile> files;
    files.push_back(text_file("index.html", index_html(input, name)));
    files.push_back(text_file("KIEM-TRA.txt", check_instructions(input, name)));
    files.push_back(text_file("metadata/manifest.json", manifest_json(input, name, payload)));
    files.push_back(text_file("metadata/balance.json", balance_json(input)));
    files.push_back(text_file("metadata/findings.json", findings_json(input)));
    for (const auto& [path, bytes] : input.extra) files.push_back(text_file(path, bytes));
    add_certificates(files, input, disk);
    for (const SealedDocument& document : input.documents) {
        files.push_back(text_file(slice_path(*document.plan),
                                  [&document] { return whole(*document.plan).slice; }));
        files.push_back(text_file(lineage_path(*document.plan),
                                  [&document] { return lineage_json(document); }));
    }
    return files;
}

std::string bag_info(const BundleInput& input, const std::string& name,
                     const std::vector<BagFile>& payload) {
    std::uint64_t bytes = 0;
    for (const BagFile& file : payload) bytes += file.size;
    const School& school = input.job->school;
    std::string address;
    for (const std::string& part : {school.ward, school.district, school.province}) {
        if (part.empty()) continue;
        if (!address.empty()) address += ", ";
        address += part;
    }
    const auto line = [](const char* label, const std::string& value) {
        return value.empty() ? std::string() : fmt::format("{}: {}\n", label, value);
    };
    return line("Source-Organization", school.name) + line("Organization-Address", address) +
           line("External-Identifier", name) +
           line("External-Description",
                fmt::format("{} {}, {}, năm học {}{}", input.record->id, input.record->title,
                            period_title(input.batch->period.id), input.batch->period.year.id(),
                            input.partial ? " (CHƯA ĐỦ)" : "")) +
           line("Bagging-Date", to_iso(input.sealed_at).substr(0, 10)) +
           line("Payload-Oxum", fmt::format("{}.{}", bytes, payload.size())) +
           line("Bag-Group-Identifier", school.code + "_" + input.batch->period.year.id()) +
           line("Bag-Software-Agent", input.engine);
}

}  // namespace

Package write_bundle(const BundleInput& input, Disk& disk, const fs::path& folder) {
    check_balance(input);
    const std::string name = bundle_name(input);
    std::vector<BagFile> payload = payload_of(input, disk);
    std::vector<BagFile> tags = tag_files_of(input, disk, name, payload);

    std::vector<BagFile> files;
    files.push_back(
        text_file("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    files.push_back(text_file("bag-info.txt", bag_info(input, name, payload)));
    files.push_back(text_file("manifest-sha256.txt", payload_manifest(payload, &BagFile::sha256)));
    files.push_back(text_file("manifest-sha512.txt", payload_manifest(payload, &BagFile::sha512)));
    std::vector<BagFile> covered = files;
    covered.insert(covered.end(), tags.begin(), tags.end());
    const std::string tag_lines = tag_manifest(covered);
    files.push_back(text_file("tagmanifest-sha256.txt", tag_lines));
    if (input.seal != nullptr) {
        files.push_back(text_file("tagmanifest-sha256.txt.p7s",
                                  sign_detached(tag_lines, *input.seal, input.sealed_at)));
    }
    std::move(tags.begin(), tags.end(), std::back_inserter(files));
    std::move(payload.begin(), payload.end(), std::back_inserter(files));
    check_paths(name, files);

    const fs::path target = folder / (name + ".zip");
    write_zip(disk, target, name, files, input.sealed_at);
    Package package{target, "", name, input.documents.size(), 0};
    Sha256 digest;
    for (;;) {
        const std::string part = disk.read_part(target, package.bytes, kPart);
        if (part.empty()) break;
        digest.add(part);
        package.bytes += part.size();
    }
    package.sha256 = digest.hex();
    return package;
}

}  // namespace hoso
