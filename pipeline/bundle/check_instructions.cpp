// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "bundle/metadata.h"
#include "bundle/reader_pages.h"
#include "vocabulary/digest.h"

namespace hoso {

namespace {

constexpr std::size_t kPemLine = 64;

std::string base64(std::string_view bytes) {
    static constexpr char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            group = group << 8 | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            text += j <= count ? letters[group >> (18 - 6 * j) & 63] : '=';
        }
    }
    return text;
}

std::string to_pem(const std::string& certificate) {
    const std::string text = base64(certificate);
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t i = 0; i < text.size(); i += kPemLine) pem += text.substr(i, kPemLine) + "\n";
    return pem + "-----END CERTIFICATE-----\n";
}

constexpr char kHead[] = R"(KIỂM TRA GÓI HỒ SƠ {name}

{school}
{record}
{period}, năm học {year}

Không cần phần mềm đã làm ra gói. Các lệnh dưới đây có trên mọi máy Linux; trên Windows dùng WSL hoặc
Git Bash. Giải nén {name}.zip, mở thư mục {name}
rồi chạy từng lệnh trong thư mục ấy.

1. Tài liệu có nguyên vẹn không. Mỗi dòng trả lời phải kết thúc bằng OK:

    sha256sum -c --strict manifest-sha256.txt

   Danh mục manifest-sha512.txt dùng như vậy với lệnh sha512sum, khi SHA-256 không còn được tin.
   Tệp nào nằm trong thư mục data mà không có tên trong danh mục thì không thuộc gói.

2. Các tệp đi kèm (danh mục, nguồn gốc số liệu, chứng thư) có nguyên vẹn không:

    sha256sum -c --strict tagmanifest-sha256.txt

)";

constexpr char kNoSeal[] =
    R"(3. Gói này không có chữ ký số của người đóng gói: các lệnh trên chỉ cho biết tệp có khớp danh mục
   hay không, không cho biết ai đã lập danh mục.

)";

constexpr char kSeal[] =
    R"(3. Chữ ký của người đóng gói trên danh mục (CAdES, tệp tagmanifest-sha256.txt.p7s). Lệnh phải trả
   lời "CMS Verification successful":

    openssl cms -verify -binary -inform DER -in tagmanifest-sha256.txt.p7s -content tagmanifest-sha256.txt {options}

   Người ký: {signer}
   Dấu vân tay SHA-256 của chứng thư người ký:
   {fingerprint}
   Đối chiếu với chứng thư đứng đầu tệp {certificates}:

    openssl x509 -in {certificates} -noout -subject -dates -fingerprint -sha256

)";

constexpr char kPdf[] =
    R"text(4. Chữ ký trong một tệp PDF (chữ ký sau cùng; nó bao trùm cả các chữ ký trước). Phần mềm đọc PDF
   thường hiện được chữ ký; không có thì cắt ByteRange ra rồi kiểm bằng openssl, ví dụ:

    tep={file}
    set -- $(grep -a -o 'ByteRange \[[^]]*' "$tep" | tail -n 1 | tr -d '[')
    {{ head -c "$3" "$tep"; tail -c +"$(($4 + 1))" "$tep" | head -c "$5"; }} > /tmp/noi-dung.bin
    head -c "$(($4 - 1))" "$tep" | tail -c +"$(($3 + 2))" | basenc --base16 -d > /tmp/chu-ky.der
    test -s /tmp/chu-ky.der && openssl cms -verify -binary -inform DER -in /tmp/chu-ky.der -content /tmp/noi-dung.bin {options}

)text";

constexpr char kWorkbook[] =
    R"(5. Sổ Excel mang chữ ký của cùng những người ấy. Excel: Tệp > Thông tin > Xem chữ ký; LibreOffice:
   Tệp > Chữ ký số (LibreOffice gọi chữ ký của mọi tệp Excel là "một phần"). Chữ ký nằm ở
   _xmlsignatures/sig1.xml, sig2.xml bên trong tệp (tệp .xlsx là tệp nén), theo XML-DSig.

)";

constexpr char kLimits[] = R"(ĐIỀU CÁC LỆNH TRÊN CHỨNG MINH VÀ KHÔNG CHỨNG MINH

- Thời điểm đóng gói {sealed} là do người ký khai. Gói không có dấu thời gian
  của bên thứ ba, nên chữ ký cho biết ai đã ký nội dung gì, không chứng minh được ký vào ngày nào.
- Chứng thư hết hạn sau vài năm là điều bình thường. Vì vậy lệnh openssl dùng -attime {seconds}:
  kiểm tra chứng thư như tại thời điểm đã khai, để lệnh vẫn chạy đúng khi chứng thư đã hết hạn.
- Tệp {certificates} nằm ngay trong gói, nên chỉ cho biết gói khớp với chính nó.
  Muốn biết chứng thư có đúng của nhà trường không, hãy thay nó bằng chứng thư gốc nhận từ nguồn
  đáng tin (cơ quan chứng thực, bản lưu ở nơi khác), hoặc đối chiếu dấu vân tay của chứng thư.
)";

constexpr char kDemonstration[] =
    "- Chữ ký trong gói này là CHỮ KÝ THỬ NGHIỆM, không có giá trị pháp lý.\n";

constexpr char kPartial[] =
    "- GÓI CHƯA ĐỦ: danh sách đơn vị còn thiếu ở tệp metadata/balance.json.\n";

std::string verify_options(const BundleInput& input) {
    return fmt::format("-CAfile {} -partial_chain -purpose any -attime {} -out /dev/null",
                       kCertificateList, input.sealed_at.seconds);
}

std::string seal_part(const BundleInput& input) {
    if (input.seal == nullptr) return kNoSeal;
    using namespace fmt::literals;
    return fmt::format(kSeal, "options"_a = verify_options(input),
                       "signer"_a = input.seal->common_name(),
                       "fingerprint"_a = sha256_hex(input.seal->chain().front()),
                       "certificates"_a = kCertificateList);
}

bool is_signed(const SealedDocument& document) {
    return std::any_of(document.signatures.begin(), document.signatures.end(),
                       [](const SignatureState& signature) { return signature.state == "signed"; });
}

std::string pdf_part(const BundleInput& input) {
    const auto found = std::find_if(input.documents.begin(), input.documents.end(), is_signed);
    if (found == input.documents.end()) return {};
    using namespace fmt::literals;
    return fmt::format(kPdf, "file"_a = found->files.front().path,
                       "options"_a = verify_options(input));
}

std::string workbook_part(const BundleInput& input) {
    const bool any = std::any_of(input.documents.begin(), input.documents.end(),
                                 [](const SealedDocument& document) {
                                     return is_signed(document) && document.plan->has_workbook;
                                 });
    return any ? kWorkbook : "";
}

}  // namespace

bool is_demonstration_seal(const BundleInput& input) {
    return input.seal != nullptr &&
           input.seal->common_name().find("THỬ NGHIỆM") != std::string::npos;
}

std::string certificate_list(const BundleInput& input, const std::vector<std::string>& pem_files) {
    std::vector<std::string> blocks;
    const auto add = [&](std::string block) {
        if (std::find(blocks.begin(), blocks.end(), block) == blocks.end()) {
            blocks.push_back(std::move(block));
        }
    };
    if (input.seal != nullptr) {
        for (const std::string& certificate : input.seal->chain()) add(to_pem(certificate));
    }
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view end = "-----END CERTIFICATE-----";
    for (const std::string& pem : pem_files) {
        for (std::size_t at = pem.find(begin); at != std::string::npos; at = pem.find(begin, at)) {
            const std::size_t stop = pem.find(end, at);
            if (stop == std::string::npos) break;
            add(pem.substr(at, stop + end.size() - at) + "\n");
            at = stop;
        }
    }
    std::string list;
    for (const std::string& block : blocks) list += block;
    return list;
}

std::string check_instructions(const BundleInput& input, const std::string& name) {
    using namespace fmt::literals;
    std::string text = fmt::format(kHead, "name"_a = name, "school"_a = input.job->school.name,
                                   "record"_a = input.record->id + " " + input.record->title,
                                   "period"_a = period_title(input.batch->period.id),
                                   "year"_a = input.batch->period.year.id());
    text += seal_part(input) + pdf_part(input) + workbook_part(input);
    text += fmt::format(kLimits, "sealed"_a = to_printed(input.sealed_at),
                        "seconds"_a = input.sealed_at.seconds, "certificates"_a = kCertificateList);
    if (is_demonstration_seal(input)) text += kDemonstration;
    if (input.partial) text += kPartial;
    return text;
}

}  // namespace hoso
