// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compose/batches.h"
#include "support/fake_disk.h"

namespace hoso {

// A school of two classes and five pupils over the shipped datasets; a test brings its own
// record.xml and templates.
class SchoolTest : public testing::Test {
protected:
    SchoolTest() {
        RealDisk disk;
        const std::string root = HOSO_SOURCE_DIR "/templates/";
        for (const char* folder : {"datasets", "assessment"}) {
            for (const auto& entry : disk.list(root + folder)) {
                const std::string path = std::string(folder) + "/" + entry.path;
                disk_.files["t/" + path] = disk.read(root + path);
            }
        }
        make_job();
        make_pupils();
        catalogue_.records.push_back(record("I.02", "pupil", {"CN", "KHOA"}));
        catalogue_.records.push_back(record("I.03", "class", {"HK1", "HK2", "CN"}));
    }

    void form(const std::string& record, const std::string& xml) {
        disk_.files["t/records/" + record + "/record.xml"] =
            "<record id=\"" + record + "\">" + xml + "</record>";
        for (RecordType& type : catalogue_.records) type.has_templates |= type.id == record;
    }
    // One class form "tt22" with these members of <data>.
    void class_form(const std::string& data) {
        form("I.03",
             R"(<document unit="class" form="tt22" pack="tt22 tt58+26" periods="HK1 HK2 CN" )"
             R"(title="Sổ {class}" stem="data/{class}/I.03_{class}_{period}"><data>)" +
                 data + "</data></document>");
    }
    void pupil_form(const std::string& data, const std::string& more = "") {
        form("I.02", R"(<document unit="pupil" form="tt22" pack="tt22 tt58+26" periods="CN KHOA" )"
                     R"(title="Học bạ" stem="data/{class}/{unit}_{period}" )" +
                         more + "><data>" + data + "</data></document>");
    }
    std::vector<RecordBatch> compose(const std::vector<std::string>& periods) {
        return compose_tables(job_, catalogue_, tables_, TemplateFolder(disk_, "t"), periods, {},
                              findings_, more_);
    }
    RecordBatch batch(const std::string& period) {
        std::vector<RecordBatch> batches = compose({period});
        EXPECT_EQ(batches.size(), 1U);
        return batches.empty() ? RecordBatch{} : std::move(batches.front());
    }
    std::string refusal(const std::string& period = "HK1") {
        try {
            compose({period});
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    }

    static RecordType record(const std::string& id, const std::string& unit,
                             std::vector<std::string> periods) {
        RecordType type;
        type.id = id;
        type.unit = unit;
        type.periods = std::move(periods);
        type.access = "restricted";
        type.signers = {"homeroom", "principal"};
        return type;
    }
    Table& table(const std::string& dataset, std::vector<std::string> columns) {
        Table& made = tables_[dataset];
        made.dataset = dataset;
        made.columns = std::move(columns);
        return made;
    }
    Datum cell(Scalar value, std::uint32_t row, std::uint32_t column) const {
        return {std::move(value), {origin_, row, column}, nullptr};
    }
    static Datum bare(Scalar value) { return {std::move(value), {}, nullptr}; }

    FakeDisk disk_;
    Job job_;
    Catalogue catalogue_;
    Tables tables_;
    std::vector<Finding> findings_;
    Findings more_;
    std::shared_ptr<const Origin> origin_ =
        std::make_shared<Origin>(Origin{"smas/6A.xlsx", "Toan_6A"});

private:
    void make_job() {
        job_.year = {2021};
        job_.school = {"THCSNP", "TRƯỜNG THCS XÃ NẬM PHẠ", "", "", "", "", "", "Nậm Phạ"};
        job_.people = {{"ht", "Bùi Văn Khoát", "Hiệu trưởng", ""},
                       {"g6", "Lò Văn Chung", "Giáo viên chủ nhiệm", ""},
                       {"g9", "Lò Thị Hoa", "Giáo viên chủ nhiệm", ""}};
        job_.duties = {{"principal", "ht"}};
        job_.classes = {{"6A", 6, "g6", {{"HK1", 3}}}, {"9A", 9, "g9", {{"CN", 2}}}};
        const auto period = [&](const char* id, Date from, Date to, Date closing) {
            job_.periods.push_back({job_.year, *axis_of(id), id, from, to, closing});
        };
        period("HK1", {2021, 9, 6}, {2022, 1, 8}, {2022, 1, 12});
        period("HK2", {2022, 1, 10}, {2022, 5, 21}, {2022, 5, 28});
        period("CN", {2021, 9, 6}, {2022, 5, 31}, {2022, 5, 31});
        period("KHOA-2018-2022", {2018, 9, 5}, {2022, 5, 31}, {2022, 6, 15});
    }
    void make_pupils() {
        Table& list = table("class_list", {"class", "term", "seq", "pupil", "name", "birth_date",
                                           "left", "status", "to"});
        const auto add = [&](const char* klass, int seq, const char* code, const char* name,
                             bool left = false) {
            for (const char* term : {"HK1", "HK2", "CN"}) {
                const bool gone = left && std::string(term) != "HK1";
                const auto row = static_cast<std::uint32_t>(seq + 4);
                list.rows.push_back({bare(klass), bare(term), bare(std::int64_t{seq}),
                                     cell(code, row, 2), cell(name, row, 3),
                                     cell(Date{2010, 3, 12}, row, 4), bare(gone),
                                     bare(gone ? "Chuyển trường" : "Đang học"),
                                     gone ? bare(Date{2022, 2, 1}) : bare({})});
            }
        };
        add("6A", 2, "P2", "Vàng A Dế");
        add("6A", 1, "P1", "Lò Thị Ánh");
        add("6A", 3, "P3", "Quàng Văn Ở", true);
        add("9A", 1, "P8", "Mùa A Chống");
        add("9A", 2, "P9", "Cà Thị Én");
        Table& mark = table("mark", {"pupil", "class", "subject", "term", "column", "value"});
        const auto put = [&](const char* pupil, const char* column, Scalar value, std::uint32_t row,
                             std::uint32_t at) {
            mark.rows.push_back({bare(pupil), bare("6A"), bare("TOAN"), bare("HK1"), bare(column),
                                 cell(std::move(value), row, at)});
        };
        put("P1", "tx1", Tenths{80}, 5, 5);
        put("P1", "gk", Tenths{75}, 5, 9);
        put("P2", "tx1", Tenths{60}, 6, 5);
    }
};

}  // namespace hoso
