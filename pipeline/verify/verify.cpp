// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.h"

#include <algorithm>

#include "verify/bag.h"
#include "verify/pdf_check.h"
#include "verify/rules.h"
#include "verify/workbook_check.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

template <std::size_t N>
bool any_of(const Findings& findings, std::size_t from, const Rule* const (&rules)[N]) {
    return std::any_of(findings.items().begin() + static_cast<std::ptrdiff_t>(from),
                       findings.items().end(), [&](const Finding& finding) {
                           return std::find(rules, rules + N, finding.rule) != rules + N;
                       });
}

void check_pdf_file(const std::string& bytes, const TrustStore* trust, VerificationReport& report,
                    Findings& findings) {
    const std::string name = report.path.filename().string();
    report.files = 1;
    report.signatures = check_pdf(bytes, name, trust, findings);
    if (report.signatures.empty()) findings.add(rule::pdf_unsigned, {place_of(name)});
}

void check_workbook_file(const std::string& bytes, const TrustStore* trust,
                         VerificationReport& report, Findings& findings) {
    const std::string name = report.path.filename().string();
    const std::size_t from = findings.size();
    report.files = 1;
    report.signatures = check_workbook(bytes, name, trust, findings);
    if (report.signatures.empty() && findings.size() == from) {
        findings.add(rule::workbook_unsigned, {place_of(name)});
    }
}

// A file without any signature has nothing that its bytes could be held against.
void give_verdicts(bool has_trust, bool nothing_to_check, const Findings& findings,
                   std::size_t from, VerificationReport& report) {
    const auto no_if = [](bool bad, Verdict otherwise) { return bad ? Verdict::No : otherwise; };
    report.complete = no_if(any_of(findings, from, completeness_rules), Verdict::Yes);
    report.intact = no_if(any_of(findings, from, integrity_rules),
                          nothing_to_check ? Verdict::Unknown : Verdict::Yes);
    // A signature that does not fit is nobody's.
    const bool bad_signature =
        std::any_of(report.signatures.begin(), report.signatures.end(),
                    [](const SignatureCheck& check) { return check.intact != Verdict::Yes; });
    report.trusted = no_if(has_trust && (bad_signature || any_of(findings, from, trust_rules)),
                           has_trust ? Verdict::Yes : Verdict::Unknown);
    if (has_trust && report.signatures.empty()) report.trusted = Verdict::No;
}

}  // namespace

bool VerificationReport::good() const {
    return complete == Verdict::Yes && intact == Verdict::Yes && trusted != Verdict::No;
}

VerificationReport verify(Disk& disk, const std::filesystem::path& path,
                          const std::optional<std::filesystem::path>& trust, Findings& findings) {
    VerificationReport report;
    report.path = path;
    std::optional<TrustStore> store;
    if (trust) store.emplace(disk, *trust);
    const TrustStore* trusted = store ? &*store : nullptr;
    const std::size_t from = findings.size();
    bool nothing_to_check = false;

    const bool folder = std::filesystem::is_directory(path) || disk.exists(path / "bagit.txt");
    const std::string magic = folder ? "" : disk.read_part(path, 0, 5);
    if (folder) {
        check_bag(*open_folder(disk, path), trusted, report, findings);
    } else if (magic.starts_with("PK") && is_package(disk, path)) {
        check_workbook_file(disk.read(path), trusted, report, findings);
        nothing_to_check = report.signatures.empty();
    } else if (magic.starts_with("PK")) {
        if (const auto container = open_zip(disk, path, findings)) {
            check_bag(*container, trusted, report, findings);
        }
    } else if (magic == "%PDF-") {
        check_pdf_file(disk.read(path), trusted, report, findings);
        nothing_to_check = report.signatures.empty();
    } else {
        findings.add(rule::not_a_bundle, {place_of(path.filename().string())});
    }
    give_verdicts(store.has_value(), nothing_to_check, findings, from, report);
    return report;
}

}  // namespace hoso
