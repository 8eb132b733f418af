// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/strict_xml.h"
#include "recognise/sheet/header.h"

namespace hoso {

// A <layout> element changed so that it fits the header: the headings of the sheet that are alike
// stand beside those that it looks for, each below a comment that says so; what nothing is alike to
// is named. `id` is the new layout's.
XmlElement adapt_layout(XmlElement layout, const std::string& id, const Header& header,
                        const Profiles& profiles);

// A new <layout> over the dataset that shares most headings with a row of the sheet; without any,
// one that is only known by its headings. nullopt: there is no row of headings.
std::optional<XmlElement> new_layout(const std::string& id, const Grid& grid,
                                     const Profiles& profiles);

}  // namespace hoso
