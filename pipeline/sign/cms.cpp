// SPDX-License-Identifier: Apache-2.0
#include "sign/cms.h"

#include <fmt/format.h>

#include <stdexcept>

#include "sign/der.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"

namespace hoso::cms {

namespace {

// RFC 5754, clause 2: no parameters with SHA-2.
std::string sha256_identifier() { return der::sequence({der::oid("2.16.840.1.101.3.4.2.1")}); }

std::string signature_identifier(std::string_view algorithm) {
    // RFC 5754, clauses 3.2 and 3.3: NULL for RSA, nothing for ECDSA.
    if (algorithm == "rsa-pkcs1-sha256") {
        return der::sequence({der::oid("1.2.840.113549.1.1.11"), der::null()});
    }
    if (algorithm == "ecdsa-sha256") return der::sequence({der::oid("1.2.840.10045.4.3.2")});
    throw std::logic_error("unknown signature algorithm " + std::string(algorithm));
}

struct IssuerAndSerial {
    std::string_view issuer, serial;
};

// RFC 5280, 4.1: TBSCertificate is version [0] (not in v1), serialNumber, signature, issuer, …
IssuerAndSerial issuer_and_serial(std::string_view certificate) {
    const std::string_view tbs = der::read(der::read(certificate).content).content;
    std::size_t at = 0;
    der::Element next = der::read(tbs);
    if (next.tag == der::Context0) {
        at += next.whole.size();
        next = der::read(tbs, at);
    }
    const der::Element serial = next;
    at += serial.whole.size();
    at += der::read(tbs, at).whole.size();
    const der::Element issuer = der::read(tbs, at);
    if (serial.tag != der::Integer || issuer.tag != der::Sequence) {
        throw LibraryError("the signer's certificate is not X.509");
    }
    return {issuer.whole, serial.whole};
}

std::string attribute(std::string_view type, std::string_view value) {
    return der::sequence({der::oid(type), der::element(der::Set, value)});
}

// RFC 5652, 11.3: UTCTime through 2049, GeneralizedTime after it; both in Zulu.
std::string time_value(Instant moment) {
    const std::string iso = to_iso(Instant{moment.seconds - 7 * 3600});  // printed in +07:00
    const auto part = [&](std::size_t at) { return iso.substr(at, 2); };
    const std::string rest = part(5) + part(8) + part(11) + part(14) + part(17) + "Z";
    const std::string year = iso.substr(0, 4);
    if (year >= "1950" && year < "2050") return der::element(der::UtcTime, year.substr(2) + rest);
    return der::element(der::GeneralizedTime, year + rest);
}

}  // namespace

std::string signed_attributes(std::string_view content_sha256, const std::string& certificate,
                              std::optional<Instant> signing_time) {
    // RFC 5035: SigningCertificateV2 { SEQUENCE OF ESSCertIDv2 { hash } }; SHA-256 is its default.
    const std::string ess_id = der::sequence({der::octet_string(sha256_raw(certificate))});
    std::vector<std::string> attributes{
        attribute("1.2.840.113549.1.9.3", der::oid("1.2.840.113549.1.7.1")),
        attribute("1.2.840.113549.1.9.4", der::octet_string(content_sha256)),
        attribute("1.2.840.113549.1.9.16.2.47", der::sequence({der::sequence({ess_id})})),
    };
    if (signing_time) {
        attributes.push_back(attribute("1.2.840.113549.1.9.5", time_value(*signing_time)));
    }
    return der::set_of(std::move(attributes));
}

std::string signed_data(const std::vector<std::string>& chain, std::string_view algorithm,
                        std::string_view attributes, std::string_view signature_value) {
    if (chain.empty()) throw std::logic_error("a signature needs the signer's certificate");
    const IssuerAndSerial id = issuer_and_serial(chain.front());
    // What is signed is the SET; what is stored is the same under an implicit [0] (RFC 5652, 5.4).
    std::string stored_attributes(attributes);
    stored_attributes[0] = static_cast<char>(der::Context0);
    const std::string signer_info = der::sequence(
        {der::small_integer(1), der::sequence({id.issuer, id.serial}), sha256_identifier(),
         stored_attributes, signature_identifier(algorithm), der::octet_string(signature_value)});
    const std::string content =
        der::sequence({der::small_integer(1), der::set_of({sha256_identifier()}),
                       der::sequence({der::oid("1.2.840.113549.1.7.1")}),
                       der::set_of(chain, der::Context0), der::set_of({signer_info})});
    return der::sequence({der::oid("1.2.840.113549.1.7.2"), der::element(der::Context0, content)});
}

}  // namespace hoso::cms
