// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sign/appearance.h"
#include "sign/sign.h"
#include "support/shell.h"

namespace hoso::test {

// A PDF of one page with empty signature fields "homeroom" and "principal", laid out as render
// lays out its files.
std::string base_pdf();

// Two bytes a character, as a Type0 font with Identity-H would have them.
AppearanceFonts fake_fonts();

Instant moment();  // 2022-01-12T09:30:00+07:00
Appearance homeroom_appearance();
Appearance principal_appearance();

// The demonstration identity, made once per test program.
struct Identities {
    Identities();
    ScratchFolder folder;
    std::unique_ptr<Signer> homeroom, principal;
};
const Identities& identities();

std::string sign_with(const std::string& pdf, const std::string& role, const Signer& signer,
                      const Appearance& appearance);

}  // namespace hoso::test
