// SPDX-License-Identifier: Apache-2.0
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "sign/openssl_pointers.h"
#include "sign/sign.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"

namespace hoso {

namespace {

using openssl::Certificate;
using openssl::fail;
using openssl::Key;

// Long enough for any school year that the demonstration shows, and fixed, so that a certificate
// says nothing of the day it was made.
constexpr char kValidFrom[] = "20180101000000Z";
constexpr char kValidUntil[] = "20480101000000Z";
constexpr char kDemoMark[] = " (THỬ NGHIỆM)";

using Extension = std::pair<int, const char*>;
const std::vector<Extension> kAuthorityExtensions{
    {NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
    {NID_key_usage, "critical,keyCertSign,cRLSign"},
    {NID_subject_key_identifier, "hash"}};
const std::vector<Extension> kSignerExtensions{
    {NID_basic_constraints, "critical,CA:FALSE"},
    {NID_key_usage, "critical,digitalSignature,nonRepudiation"},
    {NID_subject_key_identifier, "hash"},
    {NID_authority_key_identifier, "keyid"}};

// X.520 allows 64 characters in a name; whole code points are kept.
std::string shorten(const std::string& text, std::size_t limit) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (starts && count++ == limit) return text.substr(0, i);
    }
    return text;
}

struct Subject {
    std::string common_name, title, organisation;
};

void set_subject(X509* certificate, const Subject& subject) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto add = [&](int field, const std::string& text) {
        if (text.empty()) return;
        if (X509_NAME_add_entry_by_NID(
                name, field, MBSTRING_UTF8,
                reinterpret_cast<const unsigned char*>(text.data()),  // OpenSSL copies
                static_cast<int>(text.size()), -1, 0) != 1) {
            fail("cannot name \"" + text + "\" in a certificate");
        }
    };
    add(NID_countryName, "VN");
    add(NID_organizationName, shorten(subject.organisation, 64));
    add(NID_title, shorten(subject.title, 64));
    add(NID_commonName, shorten(subject.common_name, 50) + kDemoMark);
}

void set_random_serial(X509* certificate) {
    BIGNUM* number = BN_new();
    const bool done = number != nullptr &&
                      BN_rand(number, 126, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
                      BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    if (!done) fail("cannot make a serial number");
}

Certificate certify(const Subject& subject, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuer_key,
                    const std::vector<Extension>& extensions) {
    Certificate certificate(X509_new());
    if (!certificate) fail("cannot make a certificate");
    X509* made = certificate.get();
    X509_set_version(made, X509_VERSION_3);
    set_random_serial(made);
    set_subject(made, subject);
    if (X509_set_issuer_name(made, X509_get_subject_name(issuer ? issuer : made)) != 1 ||
        ASN1_TIME_set_string_X509(X509_getm_notBefore(made), kValidFrom) != 1 ||
        ASN1_TIME_set_string_X509(X509_getm_notAfter(made), kValidUntil) != 1 ||
        X509_set_pubkey(made, key) != 1) {
        fail("cannot fill in a certificate");
    }
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer ? issuer : made, made, nullptr, nullptr, 0);
    for (const auto& [kind, text] : extensions) {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, text);
        const bool added = extension != nullptr && X509_add_ext(made, extension, -1) == 1;
        X509_EXTENSION_free(extension);
        if (!added) fail("cannot extend a certificate");
    }
    if (X509_sign(made, issuer_key, EVP_sha256()) == 0) fail("cannot sign a certificate");
    return certificate;
}

Key make_key() {
    Key key(EVP_RSA_gen(2048));
    if (!key) fail("cannot make an RSA key");
    return key;
}

std::string pack(EVP_PKEY* key, X509* certificate, X509* issuer, const std::string& password) {
    STACK_OF(X509)* issuers = sk_X509_new_null();
    if (issuer != nullptr) sk_X509_push(issuers, issuer);
    const openssl::Pkcs12 container(
        PKCS12_create(password.c_str(), nullptr, key, certificate, issuers, 0, 0, 0, 0, 0));
    sk_X509_free(issuers);
    if (!container) fail("cannot make a PKCS#12 file");
    unsigned char* bytes = nullptr;
    const int size = i2d_PKCS12(container.get(), &bytes);
    if (size <= 0) fail("cannot encode a PKCS#12 file");
    std::string der(bytes, bytes + size);
    OPENSSL_free(bytes);
    return der;
}

// The authority's own key is kept too, so that a person who joins later gets a key of the same one.
openssl::Identity open_authority(Disk& disk, const std::filesystem::path& folder,
                                 const std::string& school, const std::string& password) {
    const auto file = folder / "ca.p12";
    if (!disk.exists(file)) {
        Key key = make_key();
        const Subject subject{"Cơ quan chứng thực hoso", "", school};
        const Certificate made =
            certify(subject, key.get(), nullptr, key.get(), kAuthorityExtensions);
        disk.write(file, pack(key.get(), made.get(), nullptr, password));
    }
    openssl::Identity authority = openssl::read_pkcs12(disk.read(file), file.string(), password);
    const std::string pem = openssl::to_pem(authority.certificate.get());
    if (!disk.exists(folder / "ca.pem") || disk.read(folder / "ca.pem") != pem) {
        disk.write(folder / "ca.pem", pem);
    }
    return authority;
}

void check(const std::vector<DemoPerson>& people, const Clock& clock) {
    const std::string today = to_iso(clock.now()).substr(0, 4);
    if (today < "2018" || today > "2047") {
        throw UsageError("khóa thử nghiệm chỉ có giá trị từ năm 2018 đến hết năm 2047");
    }
    for (const DemoPerson& person : people) {
        if (person.id.empty() || person.id == "ca" ||
            person.id.find_first_of("/\\") != std::string::npos) {
            throw UsageError("mã người ký \"" + person.id + "\" không dùng làm tên tệp khóa được");
        }
    }
}

}  // namespace

std::string openssl::to_pem(X509* certificate) {
    const Bio memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_X509(memory.get(), certificate) != 1) {
        fail("cannot encode a certificate");
    }
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, text + size};
}

void make_demo_keys(Disk& disk, const std::filesystem::path& folder, const std::string& school,
                    const std::vector<DemoPerson>& people, const std::string& password,
                    const Clock& clock) {
    check(people, clock);
    const openssl::Identity authority = open_authority(disk, folder, school, password);
    std::vector<const DemoPerson*> missing;
    for (const DemoPerson& person : people) {
        const bool known =
            std::any_of(missing.begin(), missing.end(),
                        [&](const DemoPerson* other) { return other->id == person.id; });
        if (!known && !disk.exists(folder / (person.id + ".p12"))) missing.push_back(&person);
    }
    std::vector<Key> keys(missing.size());
    parallel_for(missing.size(), hardware_workers(), [&](std::size_t i) { keys[i] = make_key(); });
    for (std::size_t i = 0; i < missing.size(); ++i) {
        const DemoPerson& person = *missing[i];
        const Certificate made =
            certify({person.name, person.title, school}, keys[i].get(), authority.certificate.get(),
                    authority.key.get(), kSignerExtensions);
        // The certificate first: a run that is killed between the two makes both again.
        disk.write(folder / (person.id + ".pem"), openssl::to_pem(made.get()));
        disk.write(folder / (person.id + ".p12"),
                   pack(keys[i].get(), made.get(), authority.certificate.get(), password));
    }
}

}  // namespace hoso
