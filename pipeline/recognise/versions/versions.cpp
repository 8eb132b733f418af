// SPDX-License-Identifier: Apache-2.0
#include "recognise/versions/versions.h"

#include "recognise/rules.h"

namespace hoso {

namespace {

Scope nothing() {
    Scope scope;
    scope.nothing = true;
    return scope;
}

// "lớp 6A, môn TOÁN, HK1"
std::string identity(const Context& context) {
    std::string text;
    for (const char* name :
         {"class", "subject", "term", "month", "week", "visit", "from", "year"}) {
        const std::string value = context.text(name);
        if (value.empty()) continue;
        if (!text.empty()) text += ", ";
        const std::string_view word = vietnamese_name(name);
        text += (value.rfind("HK", 0) == 0 || value == "CN" ? "" : std::string(word) + " ") + value;
    }
    return text;
}

class Ledger {
public:
    explicit Ledger(Findings& findings) : findings_(findings) {}

    bool known_already(const Sheet& sheet, const ReadBlock& block) {
        const Layout& layout = *block.layout;
        const Context& context = block.context;
        const Location here{sheet.origin, 0, 0};
        const std::map<std::string, std::string> args{{"layout", layout.title},
                                                      {"what", identity(context)}};
        const auto [bytes, new_bytes] =
            by_digest_.try_emplace(layout.id + "\n" + sheet.source_digest + "\n" +
                                       here.origin->sheet + "\n" + identity(context),
                                   here);
        if (!new_bytes && bytes->second.origin->file != here.origin->file) {
            // The copy is the one with the longer name: "… (1).xlsx".
            std::vector<Location> places{here, bytes->second};
            if (here.origin->file.size() < bytes->second.origin->file.size()) {
                std::swap(places[0], places[1]);
            }
            findings_.add(rules::same_file_twice, places, args, nothing());
            return true;
        }
        if (!context.find("class")) return false;
        const auto [entry, fresh] =
            by_identity_.try_emplace(layout.id + "\n" + heading_key(identity(context)), here);
        if (fresh) return false;
        findings_.add(rules::exported_twice, {here, entry->second}, args, context.scope());
        return true;
    }

private:
    Findings& findings_;
    std::map<std::string, Location> by_digest_, by_identity_;
};

}  // namespace

void leave_out_repeated(std::vector<SheetReading>& readings, Findings& findings) {
    Ledger ledger(findings);
    for (SheetReading& reading : readings) {
        std::erase_if(reading.blocks, [&](const ReadBlock& block) {
            return ledger.known_already(*reading.sheet, block);
        });
    }
}

}  // namespace hoso
