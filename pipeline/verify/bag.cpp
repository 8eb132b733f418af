// SPDX-License-Identifier: Apache-2.0
#include "verify/bag.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "verify/manifest.h"
#include "verify/pdf_check.h"
#include "verify/rules.h"
#include "verify/workbook_check.h"
#include "vocabulary/digest.h"
#include "vocabulary/parallel.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

constexpr std::string_view kTagManifest = "tagmanifest-sha256.txt";
constexpr std::string_view kSealSuffix = ".p7s";

// What reading a file once has given.
struct Checked {
    std::string sha256, sha512;
    bool readable = false;
    std::vector<SignatureCheck> signatures;
    Findings findings;
};

class BagCheck {
public:
    BagCheck(const Container& container, const TrustStore* trust, VerificationReport& report,
             Findings& findings)
        : container_(container), trust_(trust), report_(report), findings_(findings) {}

    void run() {
        report_.files = container_.files().size();
        for (const Container::File& file : container_.files()) {
            const std::string why = why_bad_name(file.name);
            if (!why.empty()) findings_.add(rule::bad_name, {place_of(file.name)}, {{"why", why}});
        }
        check_declaration();
        read_manifests();
        read_info();
        check_seal();
        read_all();
        for (const Manifest& manifest : manifests_) compare(manifest);
    }

private:
    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view name) const {
        const auto& files = container_.files();
        const auto found = std::lower_bound(
            files.begin(), files.end(), name,
            [](const Container::File& file, std::string_view n) { return file.name < n; });
        if (found == files.end() || found->name != name) return std::nullopt;
        return static_cast<std::size_t>(found - files.begin());
    }
    // Tag files are few and small; they are read here and again, with all others, for the digests,
    // whose findings are the ones that count.
    [[nodiscard]] std::optional<std::string> tag_file(std::string_view name) const {
        Findings said_later;
        const auto index = index_of(name);
        return index ? container_.read(*index, said_later) : std::nullopt;
    }

    // RFC 8493, 2.1.1.
    void check_declaration() {
        std::string text = tag_file("bagit.txt").value_or("");
        std::erase(text, '\r');
        if (text.ends_with('\n')) text.pop_back();
        if (text != "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8") {
            findings_.add(rule::not_a_bag, {place_of("bagit.txt")});
        }
        if (index_of("fetch.txt")) findings_.add(rule::fetch_list, {place_of("fetch.txt")});
    }

    void read_manifests() {
        for (const std::string_view required :
             {std::string_view("manifest-sha256.txt"), std::string_view("manifest-sha512.txt"),
              kTagManifest}) {
            if (!index_of(required)) {
                findings_.add(rule::manifest_missing, {place_of(std::string(required))});
            }
        }
        for (const Container::File& file : container_.files()) {
            const bool manifest =
                file.name.starts_with("manifest-") || file.name.starts_with("tagmanifest-");
            if (!manifest || !file.name.ends_with(".txt")) continue;
            if (!file.name.ends_with("-sha256.txt") && !file.name.ends_with("-sha512.txt")) {
                findings_.add(rule::manifest_unknown, {place_of(file.name)});
                continue;
            }
            const auto text = tag_file(file.name);
            if (text) manifests_.push_back(parse_manifest(file.name, *text, findings_));
        }
    }

    void read_info() {
        const auto info = parse_bag_info(tag_file("bag-info.txt").value_or(""));
        std::uint64_t bytes = 0, count = 0;
        for (const Container::File& file : container_.files()) {
            if (!file.name.starts_with("data/")) continue;
            bytes += file.size;
            ++count;
        }
        const std::string actual = std::to_string(bytes) + "." + std::to_string(count);
        const auto declared = info.find("Payload-Oxum");
        if (declared != info.end() && declared->second != actual) {
            findings_.add(rule::oxum_wrong, {place_of("bag-info.txt")},
                          {{"declared", declared->second}, {"actual", actual}});
        }
        read_headline();
    }

    // Only for the headline; what it says is checked by the digests alone.
    void read_headline() {
        const auto json =
            nlohmann::json::parse(tag_file("metadata/manifest.json").value_or(""), nullptr, false);
        const auto text = [&](const char* group, const char* key) {
            if (!json.is_object() || !json.contains(group)) return std::string();
            const nlohmann::json& value = json[group];
            if (value.is_string()) return value.get<std::string>();
            return value.is_object() && value.contains(key) && value[key].is_string()
                       ? value[key].get<std::string>()
                       : std::string();
        };
        report_.record = text("record", "id");
        report_.period = text("period", "id");
        report_.school = text("school", "name");
        report_.year = text("year", "id");
    }

    void check_seal() {
        const std::string name = std::string(kTagManifest) + std::string(kSealSuffix);
        const auto manifest = tag_file(kTagManifest), seal = tag_file(name);
        if (!manifest) return;
        if (!seal) {
            findings_.add(rule::tag_manifest_unsigned, {place_of(std::string(kTagManifest))});
            return;
        }
        const CmsCheck cms = check_cms(*seal, *manifest, CmsProfile::Cades, trust_, std::nullopt);
        report_cms(cms, place_of(name), trust_ != nullptr, findings_);
        SignatureCheck check;
        check.file = name;
        check.signer = cms.signer;
        check.intact = cms.fault == CmsCheck::Fault::None ? Verdict::Yes : Verdict::No;
        check.trusted = cms.trusted;
        check.covers_whole_file = true;
        check.note = describe_cms(cms);
        report_.signatures.push_back(std::move(check));
    }

    void read_all() {
        const auto& files = container_.files();
        checked_.resize(files.size());
        parallel_for(files.size(), hardware_workers(), [&](std::size_t i) {
            Checked& checked = checked_[i];
            const auto bytes = container_.read(i, checked.findings);
            if (!bytes) return;
            checked.readable = true;
            checked.sha256 = sha256_hex(*bytes);
            checked.sha512 = sha512_hex(*bytes);
            if (files[i].name.starts_with("data/") && bytes->starts_with("%PDF-")) {
                checked.signatures = check_pdf(*bytes, files[i].name, trust_, checked.findings);
            } else if (is_workbook(files[i].name)) {
                // An unsigned one may be somebody's own, as odd as its program made it; the digests
                // speak for it.
                Findings said;
                checked.signatures = check_workbook(*bytes, files[i].name, trust_, said);
                if (!checked.signatures.empty()) checked.findings.append(std::move(said));
            }
        });
        for (Checked& checked : checked_) {
            findings_.append(std::move(checked.findings));
            std::move(checked.signatures.begin(), checked.signatures.end(),
                      std::back_inserter(report_.signatures));
        }
    }

    [[nodiscard]] bool is_workbook(const std::string& name) const {
        return name.starts_with("data/") && name.ends_with(".xlsx");
    }

    // A payload manifest lists every payload file (3: "complete"); our tag manifest every tag file
    // but tag manifests and the seal, which is made after it.
    [[nodiscard]] static bool is_listed_by(const Manifest& manifest, const std::string& name) {
        if (manifest.payload) return name.starts_with("data/");
        return !name.starts_with("data/") && !name.starts_with("tagmanifest-");
    }

    void compare(const Manifest& manifest) {
        const auto& files = container_.files();
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto listed = manifest.digests.find(files[i].name);
            const Location place = place_of(files[i].name);
            if (listed == manifest.digests.end()) {
                if (is_listed_by(manifest, files[i].name)) {
                    findings_.add(rule::file_unlisted, {place}, {{"manifest", manifest.name}});
                }
                continue;
            }
            if (!checked_[i].readable) continue;  // said already
            const bool short_one = manifest.algorithm == "sha256";
            if ((short_one ? checked_[i].sha256 : checked_[i].sha512) != listed->second) {
                findings_.add(rule::digest_wrong, {place},
                              {{"algorithm", short_one ? "SHA-256" : "SHA-512"},
                               {"manifest", manifest.name}});
            }
        }
        for (const auto& [name, digest] : manifest.digests) {
            if (index_of(name)) continue;
            findings_.add(rule::file_missing, {place_of(name)}, {{"manifest", manifest.name}});
        }
    }

    const Container& container_;
    const TrustStore* trust_;
    VerificationReport& report_;
    Findings& findings_;
    std::vector<Manifest> manifests_;
    std::vector<Checked> checked_;
};

}  // namespace

void check_bag(const Container& container, const TrustStore* trust, VerificationReport& report,
               Findings& findings) {
    BagCheck(container, trust, report, findings).run();
}

}  // namespace hoso
