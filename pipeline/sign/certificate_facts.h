// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// What an XML signature says of a certificate in text.
namespace hoso::certificate {

std::string issuer(const std::string& der);         // RFC 4514, UTF-8
std::string serial_number(const std::string& der);  // decimal
std::string base64(const std::string& bytes);       // without line breaks
// XML-DSig 1.1, 6.4.3: the two numbers of an ECDSA signature side by side, each as long as the
// curve's order, where CMS has a SEQUENCE of them. `der` is the signer's certificate.
std::string plain_ecdsa(const std::string& signature, const std::string& der);

}  // namespace hoso::certificate
