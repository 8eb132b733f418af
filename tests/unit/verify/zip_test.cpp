// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verify/test_bag.h"

namespace hoso {
namespace {

using test::le;
using test::TestBag;
using test::verify_bytes;
using test::zip_of;
using test::ZipItem;
using testing::Contains;
using testing::ElementsAre;

const std::string kFolder = "I.03_THCSNP_2021-2022_HK1_v1/";

std::vector<ZipItem> good_items() { return TestBag().seal().items(); }

TEST(Archive, CutOffOrWithBytesBehindIsDamaged) {
    const std::string bytes = zip_of(good_items());
    for (const std::string& bad :
         {bytes.substr(0, bytes.size() - 1), bytes + "x", bytes.substr(0, 100)}) {
        const auto verified = verify_bytes(bad);
        EXPECT_THAT(verified.messages,
                    ElementsAre("a.zip: Tệp nén bị hỏng hoặc bị cắt bớt (end record)."));
        EXPECT_EQ(verified.verdicts(), "NNN");
    }
}

TEST(Archive, DuplicateEntriesAreRefused) {
    for (const std::string name : {"bagit.txt", "BagIt.txt"}) {
        auto items = good_items();
        items.push_back({kFolder + name, "x"});
        EXPECT_THAT(verify_bytes(zip_of(items)).messages,
                    Contains(kFolder + name + ": Tệp nén chứa hai tệp cùng tên này."));
    }
}

TEST(Archive, EntriesOutsideOfTheBagAreNamed) {
    auto items = good_items();
    items.push_back({"readme.txt", "x"});
    EXPECT_THAT(
        verify_bytes(zip_of(items)).messages,
        ElementsAre("readme.txt: Tệp này nằm ngoài thư mục \"I.03_THCSNP_2021-2022_HK1_v1\" "
                    "của gói."));
}

TEST(Archive, HeadersMustAgree) {
    auto items = good_items();
    items[0].local_name = kFolder + "bag-inf0.txt";
    items[1].local_size_change = 1;
    const auto verified = verify_bytes(zip_of(items));
    EXPECT_THAT(
        verified.messages,
        ElementsAre(kFolder + "bag-info.txt: Tệp nén ghi về tệp này hai nơi khác nhau (name \"" +
                        kFolder + "bag-inf0.txt\"); có dấu hiệu bị sửa.",
                    kFolder +
                        "bagit.txt: Tệp nén ghi về tệp này hai nơi khác nhau (size); có dấu hiệu "
                        "bị sửa."));
    EXPECT_EQ(verified.verdicts(), "YNY");
}

TEST(Archive, DamagedContentsAreNamed) {
    auto items = good_items();
    items[1].crc_change = 1;
    EXPECT_THAT(verify_bytes(zip_of(items)).messages,
                Contains("bagit.txt: Tệp này trong gói nén bị hỏng (sai mã CRC-32)."));
}

TEST(Archive, LinksPasswordsAndBombsAreRefused) {
    const std::string said = ": Tệp này trong gói nén không đọc được (";
    ZipItem link{kFolder + "link", "x"};
    link.made_by = 3 << 8;
    link.attributes = 0120777u << 16;
    ZipItem locked{kFolder + "locked", "x"};
    locked.flags = 1;
    ZipItem bomb{kFolder + "bomb", "x"};
    bomb.method = 8;
    bomb.declared_size = 2'000'000;
    for (const auto& [item, why] : std::vector<std::pair<ZipItem, std::string>>{
             {link, "symbolic link"}, {locked, "encrypted"}, {bomb, "size 2000000"}}) {
        auto items = good_items();
        items.push_back(item);
        EXPECT_THAT(verify_bytes(zip_of(items)).messages, Contains(item.name + said + why + ")."));
    }
}

TEST(Archive, BytesThatBelongToNoFileAreFound) {
    const std::string bytes = zip_of(good_items());
    const std::size_t directory = bytes.find("PK\1\2");
    const std::string hidden = bytes.substr(0, directory) + "hidden" + bytes.substr(directory);
    std::string moved = hidden;
    moved.replace(moved.size() - 6, 4, le(directory + 6, 4));
    EXPECT_THAT(
        verify_bytes(moved).messages,
        ElementsAre("a.zip: Tệp nén có 6 byte thừa ở vị trí " + std::to_string(directory) + "."));
    // The end record does not know of them: the directory is not where it says.
    EXPECT_THAT(verify_bytes(hidden).messages,
                ElementsAre("a.zip: Tệp nén bị hỏng hoặc bị cắt bớt (end record)."));
}

TEST(Archive, ANoteTellsOfUnevenHeaders) {
    auto items = good_items();
    items.back().attributes = 1;
    const auto verified = verify_bytes(zip_of(items));
    EXPECT_THAT(
        verified.messages,
        ElementsAre(items.back().name + ": Tiêu đề của tệp này trong gói nén khác các tệp còn "
                                        "lại; có thể gói đã được nén lại."));
    EXPECT_EQ(verified.verdicts(), "YYY");
}

// The promise of the whole room.
TEST(Archive, AnySingleChangedByteIsNoticed) {
    TestBag bag;
    bag.files = {{"data/a.txt", "8,5"},
                 {"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"}};
    const std::string bytes = zip_of(bag.seal().items());
    ASSERT_EQ(verify_bytes(bytes).verdicts(), "YYY");
    ASSERT_TRUE(verify_bytes(bytes).messages.empty());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ (1 << i % 8));
        EXPECT_FALSE(verify_bytes(changed).messages.empty())
            << "byte " << i << " of " << bytes.size();
    }
}

}  // namespace
}  // namespace hoso
