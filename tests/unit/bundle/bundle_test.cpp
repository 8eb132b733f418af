// SPDX-License-Identifier: Apache-2.0
#include "bundle/bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "bundle/bag.h"
#include "support/shell.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::run;
using test::ScratchFolder;
using testing::HasSubstr;
using testing::Not;

constexpr Rule kRule{"validate/mark-too-precise",
                     Severity::Error,
                     "subject-teacher",
                     "điểm \"{value}\" có hai chữ số thập phân",
                     "",
                     "Sửa trên SMAS rồi xuất lại.",
                     ""};

struct Keys {
    Keys() {
        RealDisk disk;
        make_demo_keys(disk, folder.path(), "TRƯỜNG THCS XÃ NẬM PHẠ",
                       {{"vt", "Vì Thị Ủ", "Văn thư"}}, "x",
                       FixedClock(*parse_instant("2022-01-12T09:30:00+07:00")));
        seal = open_pkcs12(disk, folder.path() / "vt.p12", "x");
    }
    ScratchFolder folder;
    std::unique_ptr<Signer> seal;
};
const Keys& keys() {
    static const Keys made;
    return made;
}

// Two class books of HK1 on disk, the second with a workbook.
struct School {
    School() {
        job.school = {"THCSNP",
                      "TRƯỜNG THCS XÃ NẬM PHẠ",
                      "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG",
                      "",
                      "Xã Nậm Phạ",
                      "Huyện Bắc Lương",
                      "Tỉnh Sơn La",
                      "Nậm Phạ"};
        job.digest = std::string(64, 'a');
        record.id = "I.03";
        record.title = "Sổ theo dõi và đánh giá học sinh (theo lớp học)";
        record.unit = "class";
        record.access = "restricted";
        record.retention = {"vĩnh viễn", "chưa rõ", "low"};
        batch.record = "I.03";
        batch.period = {{2021}, Axis::Term, "HK1", {2021, 9, 5}, {2022, 1, 15}, {2022, 1, 15}};
        batch.in_scope = 2;
        batch.documents.resize(2);
        auto sheet = std::make_shared<Origin>(Origin{"smas/Điểm 6A.xlsx", "Toan \"6A\""});
        auto rule = std::make_shared<Derivation>(
            Derivation{"tt22/average-term", "(8 + 7) / 2 = 7,5", {{sheet, 5, 4}, {sheet, 5, 5}}});
        for (std::size_t i = 0; i < 2; ++i) {
            DocumentPlan& plan = batch.documents[i];
            plan.klass = plan.unit = i == 0 ? "6A" : "6B";
            plan.unit_title = "Lớp " + plan.unit;
            plan.form = "tt22";
            plan.period = batch.period;
            plan.stem = "data/" + plan.unit + "/I.03_" + plan.unit + "_HK1";
            plan.slice = "{\"class\":\"" + plan.unit + "\"}";
            plan.key = sha256_hex(plan.slice);
            plan.lineage = {
                {"pupils[0].name", "Lò Văn Ế", std::string("Lò Văn Ế"), {sheet, 5, 2}, {}},
                {"pupils[0].average", "7,5", Tenths{75}, {}, rule},
                {"never.printed", "x", std::string("x"), {}, {}}};
            SealedDocument document;
            document.plan = &plan;
            const fs::path pdf = work.path() / (plan.unit + ".pdf");
            disk.write(pdf, "%PDF of " + plan.unit);
            document.files.push_back({plan.stem + ".pdf", pdf, "application/pdf", 4});
            document.printed = {0, 1};
            document.signatures = {{"homeroom", "Lò Thị Ếch", std::string(64, 'b'), "waiting", ""}};
            documents.push_back(document);
        }
        const fs::path workbook = work.path() / "6B.xlsx";
        disk.write(workbook, "PK workbook");
        documents[1].files.push_back({"data/6B/I.03_6B_HK1.xlsx", workbook, "application/xlsx", 0});
    }

    BundleInput input() const {
        BundleInput made;
        made.job = &job;
        made.record = &record;
        made.batch = &batch;
        made.documents = documents;
        made.sources = {{"smas/Điểm 6A.xlsx", 12, std::string(64, 'c'), "xlsx"}};
        made.certificates = {keys().folder.path() / "ca.pem", keys().folder.path() / "vt.pem"};
        made.seal = keys().seal.get();
        made.sealed_at = *parse_instant("2022-01-16T08:00:00+07:00");
        made.engine = "hoso 0.1.0";
        return made;
    }

    RealDisk disk;
    ScratchFolder work;
    Job job;
    RecordType record;
    RecordBatch batch;
    std::vector<SealedDocument> documents;
};

// The bundle unpacked by somebody else's program.
struct Unpacked {
    explicit Unpacked(const Package& package) {
        const test::Outcome outcome =
            run("unzip -q " + package.path.string() + " -d " + folder.path().string());
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        bag = folder.path() / package.name;
    }
    std::string read(const std::string& path) const { return RealDisk().read(bag / path); }
    test::Outcome inside(const std::string& command) const {
        return run("set -e\ncd " + bag.string() + "\n" + command);
    }
    // The commands of KIEM-TRA.txt: what stands behind four blanks.
    std::string commands() const {
        std::string lines;
        for (const std::string& line : split(read("KIEM-TRA.txt"), '\n')) {
            if (line.starts_with("    ") && line[4] != ' ') lines += line.substr(4) + "\n";
        }
        return lines;
    }
    static std::vector<std::string> split(const std::string& text, char at) {
        std::vector<std::string> parts(1);
        for (const char c : text) {
            if (c == at) {
                parts.emplace_back();
            } else {
                parts.back() += c;
            }
        }
        return parts;
    }
    ScratchFolder folder;
    fs::path bag;
};

TEST(WriteBundle, HoldsTheBagInAFixedOrder) {
    School school;
    const ScratchFolder out;
    const Package package = write_bundle(school.input(), school.disk, out.path());
    EXPECT_EQ(package.name, "I.03_THCSNP_2021-2022_HK1_v1");
    EXPECT_EQ(package.path, out.path() / "I.03_THCSNP_2021-2022_HK1_v1.zip");
    EXPECT_EQ(package.bytes, fs::file_size(package.path));
    EXPECT_EQ(package.sha256, sha256_hex(school.disk.read(package.path)));
    EXPECT_EQ(run("unzip -tqq " + package.path.string()).status, 0);
    EXPECT_EQ(run("unzip -Z1 " + package.path.string() + " | sed 's|^[^/]*/||'").out,
              "bagit.txt\n"
              "bag-info.txt\n"
              "manifest-sha256.txt\n"
              "manifest-sha512.txt\n"
              "tagmanifest-sha256.txt\n"
              "tagmanifest-sha256.txt.p7s\n"
              "index.html\n"
              "KIEM-TRA.txt\n"
              "metadata/manifest.json\n"
              "metadata/balance.json\n"
              "metadata/findings.json\n"
              "metadata/certs/all.pem\n"
              "metadata/certs/ca.pem\n"
              "metadata/certs/vt.pem\n"
              "metadata/records/6A/I.03_6A_HK1.json\n"
              "metadata/lineage/6A/I.03_6A_HK1.json\n"
              "metadata/records/6B/I.03_6B_HK1.json\n"
              "metadata/lineage/6B/I.03_6B_HK1.json\n"
              "data/6A/I.03_6A_HK1.pdf\n"
              "data/6B/I.03_6B_HK1.pdf\n"
              "data/6B/I.03_6B_HK1.xlsx\n");
    // Payload stored, texts deflated, all with the time of sealing and for the owner alone.
    const std::string listing = run("TZ=UTC unzip -Z " + package.path.string()).out;
    EXPECT_THAT(listing, HasSubstr("-rw-------"));
    EXPECT_THAT(listing, Not(HasSubstr("-rw-r")));
    EXPECT_THAT(listing, HasSubstr("stor 22-Jan-16 08:00"));
    EXPECT_THAT(listing, HasSubstr("defN 22-Jan-16 08:00"));
    EXPECT_EQ(RealDisk().list(out.path()).size(), 1u);
}

TEST(WriteBundle, CountsThePayloadInBagInfo) {
    School school;
    const ScratchFolder out;
    const Unpacked bag(write_bundle(school.input(), school.disk, out.path()));
    EXPECT_EQ(
        bag.read("bag-info.txt"),
        "Source-Organization: TRƯỜNG THCS XÃ NẬM PHẠ\n"
        "Organization-Address: Xã Nậm Phạ, Huyện Bắc Lương, Tỉnh Sơn La\n"
        "External-Identifier: I.03_THCSNP_2021-2022_HK1_v1\n"
        "External-Description: I.03 Sổ theo dõi và đánh giá học sinh (theo lớp học), Học kỳ I, năm "
        "học 2021-2022\n"
        "Bagging-Date: 2022-01-16\n"
        "Payload-Oxum: 31.3\n"
        "Bag-Group-Identifier: THCSNP_2021-2022\n"
        "Bag-Software-Agent: hoso 0.1.0\n");
}

TEST(WriteBundle, IsCheckedByHandWithTheLinesOfKiemTra) {
    School school;
    const ScratchFolder out;
    const Unpacked bag(write_bundle(school.input(), school.disk, out.path()));
    EXPECT_EQ(Unpacked::split(bag.commands(), '\n').size(), 5u) << bag.commands();
    const test::Outcome good = bag.inside(bag.commands());
    EXPECT_EQ(good.status, 0) << good.out << good.err;
    EXPECT_THAT(good.out, HasSubstr("data/6B/I.03_6B_HK1.xlsx: OK"));
    EXPECT_THAT(good.out, HasSubstr("KIEM-TRA.txt: OK"));
    EXPECT_THAT(good.err, HasSubstr("CMS Verification successful"));
    EXPECT_EQ(bag.inside("sha512sum -c --strict --quiet manifest-sha512.txt").status, 0);
    // The fingerprint in the text is that of the certificate that the last command shows.
    std::string shown = sha256_hex(keys().seal->chain().front());
    EXPECT_THAT(bag.read("KIEM-TRA.txt"), HasSubstr(shown));
}

TEST(WriteBundle, IsCheckedByHandAfterTheCertificatesHaveExpired) {
    School school;
    const ScratchFolder out;
    const Unpacked bag(write_bundle(school.input(), school.disk, out.path()));
    std::string line;
    for (const std::string& command : Unpacked::split(bag.commands(), '\n')) {
        if (command.find("cms -verify") != std::string::npos) line = command;
    }
    const std::string claimed = std::to_string(school.input().sealed_at.seconds);
    ASSERT_NE(line.find("-attime " + claimed), std::string::npos);
    EXPECT_EQ(bag.inside(line).status, 0);
    // Without the claimed time, a machine whose clock says 2056 refuses.
    line.replace(line.find(claimed), claimed.size(), "2713910400");
    EXPECT_NE(bag.inside(line).status, 0);
}

// A page with one signature, by the seal's key.
std::string signed_pdf() {
    RealDisk disk;
    const FontSet fonts(disk, HOSO_FONT_FOLDER, HOSO_FULL_FONT_FOLDER);
    Findings findings;
    RenderOptions options;
    options.created = {2022, 1, 15};
    const PdfRendition rendition = render_pdf(
        R"(<html><body><section style="size: A4; margin: 20mm"><p>6A</p>
        <signature role="homeroom" style="width: 60mm; height: 22mm"/></section></body></html>)",
        {}, fonts, options, findings);
    return sign_pdf(rendition.bytes, "homeroom", *keys().seal,
                    {"VĂN THƯ", "Vì Thị Ủ", *parse_instant("2022-01-12T09:30:00+07:00"), true},
                    fonts);
}

TEST(WriteBundle, IsCheckedByHandDownToTheSignatureInAPdf) {
    School school;
    const SealedDocument::File& file = school.documents[0].files[0];
    school.disk.write(file.on_disk, signed_pdf());
    school.documents[0].signatures[0].state = "signed";
    const ScratchFolder out;
    const Unpacked bag(write_bundle(school.input(), school.disk, out.path()));
    const test::Outcome good = bag.inside(bag.commands());
    EXPECT_EQ(good.status, 0) << good.err;
    // Once for the tag manifest, once for the PDF.
    const std::string words = "CMS Verification successful";
    EXPECT_NE(good.err.find(words), good.err.rfind(words)) << good.err;
    bag.inside("printf x | dd of=" + file.path + " bs=1 seek=900 conv=notrunc");
    const std::string pdf_only = bag.commands().substr(bag.commands().find("tep="));
    EXPECT_NE(bag.inside(pdf_only).status, 0);
}

TEST(WriteBundle, NoticesAChangedTagFileAndAChangedManifest) {
    School school;
    const ScratchFolder out;
    const Package package = write_bundle(school.input(), school.disk, out.path());
    for (const char* victim : {"data/6A/I.03_6A_HK1.pdf", "metadata/manifest.json", "bag-info.txt",
                               "manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
        const Unpacked bag(package);
        bag.inside(std::string("chmod u+w ") + victim + " && printf x >> " + victim);
        EXPECT_NE(bag.inside(bag.commands()).status, 0) << victim;
    }
}

TEST(WriteBundle, GivesTheSameBytesUnderAnyUmaskAndTimeZone) {
    School school;
    const ScratchFolder one, two;
    const Package first = write_bundle(school.input(), school.disk, one.path());
    const mode_t before = ::umask(0077);
    ::setenv("TZ", "America/New_York", 1);
    const Package second = write_bundle(school.input(), school.disk, two.path());
    ::unsetenv("TZ");
    ::umask(before);
    EXPECT_EQ(first.sha256, second.sha256);
}

TEST(WriteBundle, WritesAManifestByCodesOnly) {
    School school;
    const ScratchFolder out;
    const Unpacked bag(write_bundle(school.input(), school.disk, out.path()));
    const std::string text = bag.read("metadata/manifest.json");
    const json manifest = json::parse(text);
    EXPECT_EQ(manifest["schema"], "hoso-manifest-1");
    EXPECT_EQ(manifest["record"]["id"], "I.03");
    EXPECT_EQ(manifest["period"]["id"], "HK1");
    EXPECT_EQ(manifest["bundle"]["partial"], false);
    EXPECT_EQ(manifest["documents"][1]["files"][0]["sha256"], sha256_hex("%PDF of 6B"));
    EXPECT_EQ(manifest["documents"][0]["files"][0]["pages"], 4);
    EXPECT_EQ(manifest["sources"][0]["path"], "smas/Điểm 6A.xlsx");
    EXPECT_EQ(manifest["seal"]["chain_sha256"][0], sha256_hex(keys().seal->chain().front()));
    EXPECT_THAT(text, Not(HasSubstr("Lò Văn Ế")));
    for (const json& document : manifest["documents"]) {
        EXPECT_FALSE(bag.read(document["lineage"].get<std::string>()).empty());
        EXPECT_EQ(sha256_hex(bag.read(document["slice"].get<std::string>())), document["key"]);
    }
}

TEST(WriteBundle, TellsWhereEachPrintedValueComesFrom) {
    School school;
    const ScratchFolder out;
    const Unpacked bag(write_bundle(school.input(), school.disk, out.path()));
    const std::string text = bag.read("metadata/lineage/6A/I.03_6A_HK1.json");
    EXPECT_EQ(
        text,
        "{\n"
        " \"document\": \"data/6A/I.03_6A_HK1\",\n"
        " \"sources\": [\n"
        "  {\"file\": \"smas/Điểm 6A.xlsx\", \"sheet\": \"Toan \\\"6A\\\"\"}\n"
        " ],\n"
        " \"values\": [\n"
        "  {\"cell\": \"B5\", \"field\": \"pupils[0].name\", \"printed\": \"Lò Văn Ế\", "
        "\"source\": 0},\n"
        "  {\"field\": \"pupils[0].average\", \"formula\": \"(8 + 7) / 2 = 7,5\", \"inputs\": "
        "[[0, \"D5\"], [0, \"E5\"]], \"printed\": \"7,5\", \"rule\": \"tt22/average-term\"}\n"
        " ]\n"
        "}\n");
    EXPECT_TRUE(json::accept(text));
}

TEST(WriteBundle, SaysOnItsFaceThatUnitsAreHeldBack) {
    School school;
    school.batch.in_scope = 4;
    Finding finding{&kRule, {}, {{"value", "8,55"}}, {Scope{}}};
    finding.places = {{std::make_shared<Origin>(Origin{"smas/a.xlsx", "Toan"}), 14, 8}};
    school.batch.held_back = {{"7A", "7A", {finding}}};
    school.batch.not_applicable = {{"9C", "9C", "lớp không mở"}};
    BundleInput input = school.input();
    input.findings = {finding};
    const ScratchFolder out;
    EXPECT_THROW(write_bundle(input, school.disk, out.path()), std::logic_error);
    input.partial = true;
    const Unpacked bag(write_bundle(input, school.disk, out.path()));
    EXPECT_THAT(bag.read("index.html"), HasSubstr("<b>GÓI CHƯA ĐỦ.</b>"));
    EXPECT_THAT(bag.read("index.html"), HasSubstr("<b>CHỮ KÝ THỬ NGHIỆM.</b>"));
    EXPECT_THAT(bag.read("index.html"), HasSubstr("<li>7A (lớp 7A)</li>"));
    EXPECT_THAT(bag.read("index.html"),
                HasSubstr("phải lập 4 = đã lập 2 + giữ lại 1 + không thuộc diện 1"));
    EXPECT_THAT(bag.read("KIEM-TRA.txt"), HasSubstr("GÓI CHƯA ĐỦ"));
    EXPECT_THAT(bag.read("bag-info.txt"), HasSubstr("(CHƯA ĐỦ)"));
    const json balance = json::parse(bag.read("metadata/balance.json"));
    EXPECT_EQ(balance["held_back"][0]["because"][0], "validate/mark-too-precise");
    const json findings = json::parse(bag.read("metadata/findings.json"));
    EXPECT_EQ(findings[0]["message"], "điểm \"8,55\" có hai chữ số thập phân");
    EXPECT_EQ(findings[0]["places"][0],
              (json{{"file", "smas/a.xlsx"}, {"sheet", "Toan"}, {"cell", "H14"}}));
}

TEST(WriteBundle, RefusesABatchThatDoesNotBalance) {
    School school;
    school.batch.in_scope = 3;
    const ScratchFolder out;
    EXPECT_THROW(write_bundle(school.input(), school.disk, out.path()), std::logic_error);
    EXPECT_TRUE(RealDisk().list(out.path()).empty());
}

TEST(WriteBundle, SaysPlainlyThatNobodySealedIt) {
    School school;
    BundleInput input = school.input();
    input.seal = nullptr;
    const ScratchFolder out;
    const Unpacked bag(write_bundle(input, school.disk, out.path()));
    EXPECT_THAT(bag.read("KIEM-TRA.txt"),
                HasSubstr("Gói này không có chữ ký số của người đóng gói"));
    EXPECT_THAT(bag.commands(), Not(HasSubstr("openssl")));
    EXPECT_EQ(bag.inside(bag.commands()).status, 0);
    EXPECT_FALSE(fs::exists(bag.bag / "tagmanifest-sha256.txt.p7s"));
}

TEST(WriteBundle, ClearsWhatAKilledRunLeft) {
    School school;
    const ScratchFolder out;
    const std::string zip = "I.03_THCSNP_2021-2022_HK1_v1.zip";
    school.disk.write(out.path() / (zip + ".hoso-part"), "half");
    school.disk.write(out.path() / (zip + ".hoso-part.aB3xYz"), "half");
    write_bundle(school.input(), school.disk, out.path());
    const auto left = RealDisk().list(out.path());
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].path, zip);
}

TEST(CheckPaths, RefusesNamesThatReadersTakeDifferently) {
    const auto fault = [](const std::string& path) -> std::string {
        try {
            check_paths("I.03_A_2021-2022_HK1_v1", {text_file(path, std::string())});
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(fault("data/6A/a.pdf"), "");
    EXPECT_EQ(fault("data/100%.pdf"),
              "tên \"data/100%.pdf\" không dùng được trong gói: có ký tự %");
    for (const char* path :
         {"data/a\r.pdf", "data/a\nb", "data/e\u0302.pdf", "data/../x", "/data/x", "data/con.pdf",
          "data/a.", "data/a ", "data/a:b", "data\\a", "data//a"}) {
        EXPECT_NE(fault(path), "") << path;
    }
    EXPECT_THROW(
        check_paths("a", {text_file("data/A", std::string()), text_file("data/a", std::string())}),
        UsageError);
    EXPECT_THROW(check_paths("a/b", {}), UsageError);
}

}  // namespace
}  // namespace hoso
