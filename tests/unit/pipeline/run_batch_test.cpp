// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "pipeline.h"
#include "run_lock.h"
#include "sign/sign.h"
#include "support/faulty_disk.h"
#include "support/shell.h"
#include "verify/verify.h"
#include "vocabulary/digest.h"
#include "workshop.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;

// A school of 4 classes of 8 pupils, made once; each test works in folders of its own.
class RunBatch : public testing::Test {
protected:
    static void SetUpTestSuite() {
        root() = fs::path(HOSO_BINARY_DIR) / "scratch" / "run_batch";
        fs::remove_all(root());
        fs::create_directories(root());
        const std::string make = "/usr/bin/python3 " + std::string(HOSO_SOURCE_DIR) +
                                 "/tools/make-school " + (root() / "job").string() +
                                 " --small >/dev/null";
        ASSERT_EQ(std::system(make.c_str()), 0);
        RealDisk disk;
        const fs::path file = root() / "job/hoso.toml";
        std::string toml = disk.read(file);
        for (std::size_t at; (at = toml.find("../../keys/demo")) != std::string::npos;) {
            toml.replace(at, 15, "../keys");
        }
        disk.write(file, toml);
        const Job job = load_job(disk, root() / "job");
        std::vector<DemoPerson> people;
        for (const Person& person : job.people)
            people.push_back({person.id, person.name, person.title});
        make_demo_keys(disk, job.keys, job.school.name, people, "thu-nghiem", clock());
    }

    static fs::path& root() {
        static fs::path path;
        return path;
    }
    static Office& office() {
        static NoOffice none;
        return none;
    }
    static FixedClock clock() { return FixedClock(*parse_instant("2022-06-15T08:00+07:00")); }
    static RunRequest request(const std::string& out) {
        RunRequest request;
        request.job = root() / "job";
        request.out = root() / out;
        request.templates = fs::path(HOSO_SOURCE_DIR) / "templates";
        request.fonts = fs::path(HOSO_BINARY_DIR) / "share/fonts";
        request.full_fonts = "/usr/share/fonts/truetype/liberation2";
        request.key_password = "thu-nghiem";
        request.periods = {"HK1"};
        request.workers = 2;
        return request;
    }
    // Sealed and printed files only: path → bytes.
    static std::map<std::string, std::string> sealed(const std::string& out) {
        RealDisk disk;
        std::map<std::string, std::string> files;
        if (!disk.exists(root() / out)) return files;
        for (const DirectoryEntry& entry : disk.list(root() / out)) {
            if (entry.path.rfind(".work", 0) != 0)
                files[entry.path] = disk.read(root() / out / entry.path);
        }
        return files;
    }
};

TEST_F(RunBatch, SealsWhatIsDueAndBalances) {
    RealDisk disk;
    const RunReport report = run_batch(request("plain"), disk, office(), clock(), {});
    for (const FindingLine& line : report.findings) EXPECT_NE(line.severity, "error") << line.vi;
    ASSERT_FALSE(report.records.empty());
    for (const RecordLine& line : report.records) {
        EXPECT_TRUE(line.balances()) << line.record;
        if (line.record == "VP.05") {  // slips for parents are handed out, not kept
            EXPECT_EQ(line.state + line.bundle, "printed");
            continue;
        }
        EXPECT_EQ(line.state, "sealed") << line.record;
        EXPECT_EQ(line.complete + line.intact + line.trusted, "yesyesyes") << line.record;
    }
    EXPECT_EQ(report.exit_code(), 0);
}

TEST_F(RunBatch, MakesAWeekOfTheCalendarLongBeforeItsTermIsOver) {
    RealDisk disk;
    RunRequest week = request("week");
    week.periods = {"2021-2022/W5"};
    const RunReport report = run_batch(week, disk, office(), clock(), {});
    ASSERT_FALSE(report.records.empty());
    EXPECT_EQ(report.records.front().record, "I.06");
    EXPECT_EQ(report.records.front().period, "W05");
    EXPECT_EQ(report.records.front().made, 4U);
    EXPECT_EQ(report.records.front().state, "sealed");
    for (const RecordLine& line : report.records) EXPECT_NE(line.record, "I.03");  // not due
    week.periods = {"W36"};
    EXPECT_THROW(run_batch(week, disk, office(), clock(), {}), UsageError);
}

TEST_F(RunBatch, SealsDisciplineApartFromAwards) {
    RealDisk disk;
    RunRequest awards = request("apart");
    awards.only = {"I.14"};
    const RunReport report = run_batch(awards, disk, office(), clock(), {});
    ASSERT_EQ(report.records.size(), 2U);
    EXPECT_EQ(report.records[0].access, "internal");
    EXPECT_EQ(report.records[1].access, "restricted");
    EXPECT_EQ(fs::path(report.records[1].bundle).filename(),
              "I.14_THCSNP_2021-2022_HK1_restricted_v1.zip");
    const auto files = sealed("apart");
    EXPECT_EQ(files.count("2021-2022/HK1/in/I.14_THCSNP_HK1.pdf"), 1U);
    EXPECT_EQ(files.count("2021-2022/HK1/in-rieng/I.14-KL_THCSNP_HK1.pdf"), 1U);
    EXPECT_EQ(files.count("2021-2022/HK1/in/I.14-KL_THCSNP_HK1.pdf"), 0U);
}

TEST_F(RunBatch, ListsWhatStandsSealedForTheArchive) {
    RealDisk disk;
    run_batch(request("archive"), disk, office(), clock(), {});
    RunRequest papers = request("archive");
    papers.periods = {};
    papers.on_demand = {"VP.08"};
    const RunReport report = run_batch(papers, disk, office(), clock(), {});
    ASSERT_EQ(report.records.size(), 1U);
    EXPECT_EQ(report.records.front().made, 1U);
    EXPECT_EQ(report.records.front().state, "printed");
}

TEST_F(RunBatch, GivesAnUnchangedJobItsLastReportBack) {
    RealDisk disk;
    const RunReport first = run_batch(request("twice"), disk, office(), clock(), {});
    FaultyDisk no_writes(1);
    RunReport second = run_batch(request("twice"), no_writes, office(), clock(), {});
    EXPECT_TRUE(second.unchanged);
    second.unchanged = false;
    EXPECT_EQ(to_json(second), to_json(first));
}

TEST_F(RunBatch, SealsNothingAgainWhenItsNoteOfTheRunIsLost) {
    RealDisk disk;
    run_batch(request("note"), disk, office(), clock(), {});
    const auto before = sealed("note");
    fs::remove_all(root() / "note/.work/runs");
    run_batch(request("note"), disk, office(), FixedClock(*parse_instant("2022-02-01T08:00+07:00")),
              {});
    EXPECT_EQ(sealed("note"), before);
}

TEST_F(RunBatch, NeverOverwritesASealedBundleNotEvenABrokenOne) {
    RealDisk disk;
    const RunReport first = run_batch(request("broken"), disk, office(), clock(), {});
    const std::string zip = first.records.at(0).bundle;
    std::string bytes = disk.read(zip);
    bytes[bytes.size() / 2] ^= 1;
    disk.write(zip, bytes);
    const RunReport second = run_batch(request("broken"), disk, office(), clock(), {});
    EXPECT_EQ(disk.read(zip), bytes);
    EXPECT_NE(second.records.at(0).bundle.find("_v2.zip"), std::string::npos);
    EXPECT_EQ(second.exit_code(), 1);
    EXPECT_EQ(second.findings.back().vi,
              "gói đã niêm phong I.03_THCSNP_2021-2022_HK1_v1.zip không còn như lúc niêm phong; "
              "gói được làm lại với số phiên bản mới");
}

TEST_F(RunBatch, GivesAnEarlierReportBackOnlyIfItWasTheLast) {
    RealDisk disk;
    RunRequest draft = request("between");
    run_batch(request("between"), disk, office(), clock(), {});
    draft.draft = true;
    run_batch(draft, disk, office(), clock(), {});
    const RunReport third = run_batch(request("between"), disk, office(), clock(), {});
    EXPECT_FALSE(third.unchanged);
    EXPECT_EQ(third.records.at(0).state, "sealed")
        << (third.findings.empty() ? third.records.at(0).record : third.findings.front().vi);
    EXPECT_NE(third.records.at(0).bundle.find("_v1.zip"), std::string::npos);
}

TEST_F(RunBatch, SealsAScanAsItCameBesideItsSignedCover) {
    RealDisk disk;
    const fs::path scan = "ban-quet/I.07_so-goc-cap-bang_2021.pdf";
    const std::string bytes = disk.read(root() / "job" / scan);
    RunRequest of = request("scan");
    of.periods = {"CN"};
    of.only = {"I.07"};
    const RunReport report = run_batch(of, disk, office(), clock(), {});
    ASSERT_EQ(report.records.size(), 1U);
    EXPECT_EQ(report.records[0].state, "sealed");
    const std::string zip = report.records[0].bundle, data = "'*/data/I.07_THCSNP_CN_01.pdf'";
    EXPECT_EQ(test::run("unzip -p " + zip + " " + data).out, bytes);
    const std::string manifest = test::run("unzip -p " + zip + " '*/metadata/manifest.json'").out;
    EXPECT_NE(manifest.find("\"as_came\": \"" + scan.string() + "\""), std::string::npos);
    EXPECT_NE(manifest.find(sha256_hex(bytes)), std::string::npos);
    Findings findings;
    const VerificationReport checked = verify(disk, zip, root() / "keys/ca.pem", findings);
    EXPECT_EQ(checked.intact, Verdict::Yes);
    EXPECT_EQ(checked.complete, Verdict::Yes);
}

TEST_F(RunBatch, WritesNothingIntoTheJob) {
    RealDisk disk;
    RunRequest inside = request("unused");
    inside.out = root() / "job" / "outputs";
    EXPECT_THROW(run_batch(inside, disk, office(), clock(), {}), UsageError);
}

TEST_F(RunBatch, RefusesARecordThatTheCatalogueLacksOrThatIsNotMadeOnDemand) {
    RealDisk disk;
    RunRequest request_of = request("unused");
    request_of.only = {"I.99"};
    EXPECT_THROW(run_batch(request_of, disk, office(), clock(), {}), UsageError);
    request_of.only = {};
    request_of.periods = {};
    request_of.on_demand = {"I.01"};
    EXPECT_THROW(run_batch(request_of, disk, office(), clock(), {}), UsageError);
}

TEST_F(RunBatch, WaitsForNobodyButTellsThatAnotherRunIsOn) {
    RealDisk disk;
    {
        const RunLock other(root() / "locked");
        EXPECT_THROW(run_batch(request("locked"), disk, office(), clock(), {}), UsageError);
    }
    EXPECT_NO_THROW(run_batch(request("locked"), disk, office(), clock(), {}));
}

// Loops until a run gets through: a failure at the first write, the second, …
TEST_F(RunBatch, LeavesNoHalfFileWhereverTheDiskFills) {
    RealDisk disk;
    run_batch(request("whole"), disk, office(), clock(), {});
    const auto whole = sealed("whole");
    int failures = 0;
    for (int fail_at = 1;; fail_at += 1 + fail_at / 8) {
        FaultyDisk full(fail_at);
        try {
            run_batch(request("full"), full, office(), clock(), {});
            break;
        } catch (const EnvironmentError&) {
            ++failures;
        }
        for (const auto& [path, bytes] : sealed("full")) {
            if (path.size() > 10 && path.substr(path.size() - 10) == ".hoso-part") continue;
            EXPECT_EQ(bytes, whole.at(path)) << path << " after a failure at change " << fail_at;
        }
    }
    EXPECT_GT(failures, 2);
    EXPECT_EQ(sealed("full"), whole);
}

}  // namespace
}  // namespace hoso
