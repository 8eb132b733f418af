// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/entities.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "ingest/text/legacy.h"
#include "ingest/unicode.h"

namespace hoso {

namespace {

// HTML 4.01, chapter 24, and what HTML 5 adds of Vietnamese letters and of the signs that PHP's
// htmlentities writes: names in the order of their bytes, each with its code point.
constexpr std::string_view kNames =
    "AElig 198 Aacute 193 Abreve 258 Acirc 194 Agrave 192 Alpha 913 Aring 197 Atilde 195 "
    "Auml 196 Beta 914 Ccedil 199 Chi 935 Dagger 8225 Delta 916 Dstrok 272 ETH 208 Eacute "
    "201 Ecirc 202 Egrave 200 Epsilon 917 Eta 919 Euml 203 Gamma 915 Iacute 205 Icirc 206 "
    "Igrave 204 Iota 921 Itilde 296 Iuml 207 Kappa 922 Lambda 923 Mu 924 NewLine 10 Ntilde "
    "209 Nu 925 OElig 338 Oacute 211 Ocirc 212 Ograve 210 Omega 937 Omicron 927 Oslash 216 "
    "Otilde 213 Ouml 214 Phi 934 Pi 928 Prime 8243 Psi 936 Rho 929 Scaron 352 Sigma 931 "
    "THORN 222 Tab 9 Tau 932 Theta 920 Uacute 218 Ucirc 219 Ugrave 217 Upsilon 933 Utilde "
    "360 Uuml 220 Xi 926 Yacute 221 Yuml 376 Zeta 918 aacute 225 abreve 259 acirc 226 acute "
    "180 aelig 230 agrave 224 alefsym 8501 alpha 945 amp 38 and 8743 ang 8736 apos 39 aring "
    "229 ast 42 asymp 8776 atilde 227 auml 228 bdquo 8222 beta 946 brvbar 166 bull 8226 cap "
    "8745 ccedil 231 cedil 184 cent 162 chi 967 circ 710 clubs 9827 colon 58 comma 44 "
    "commat 64 cong 8773 copy 169 crarr 8629 cup 8746 curren 164 dArr 8659 dagger 8224 darr "
    "8595 dash 8208 deg 176 delta 948 diams 9830 divide 247 dollar 36 dstrok 273 eacute 233 "
    "ecirc 234 egrave 232 empty 8709 emsp 8195 ensp 8194 epsilon 949 equals 61 equiv 8801 "
    "eta 951 eth 240 euml 235 euro 8364 excl 33 exist 8707 fnof 402 forall 8704 frac12 189 "
    "frac14 188 frac34 190 frasl 8260 gamma 947 ge 8805 gt 62 hArr 8660 harr 8596 hearts "
    "9829 hellip 8230 hyphen 8208 iacute 237 icirc 238 iexcl 161 igrave 236 image 8465 "
    "infin 8734 int 8747 iota 953 iquest 191 isin 8712 itilde 297 iuml 239 kappa 954 lArr "
    "8656 lambda 955 lang 9001 laquo 171 larr 8592 lbrack 91 lceil 8968 ldquo 8220 le 8804 "
    "lfloor 8970 lowast 8727 lowbar 95 loz 9674 lpar 40 lrm 8206 lsaquo 8249 lsqb 91 lsquo "
    "8216 lt 60 macr 175 mdash 8212 micro 181 middot 183 minus 8722 mu 956 nabla 8711 nbsp "
    "160 ndash 8211 ne 8800 ni 8715 not 172 notin 8713 nsub 8836 ntilde 241 nu 957 num 35 "
    "oacute 243 ocirc 244 oelig 339 ograve 242 oline 8254 omega 969 omicron 959 oplus 8853 "
    "or 8744 ordf 170 ordm 186 oslash 248 otilde 245 otimes 8855 ouml 246 para 182 part "
    "8706 percnt 37 period 46 permil 8240 perp 8869 phi 966 pi 960 piv 982 plus 43 plusmn "
    "177 pound 163 prime 8242 prod 8719 prop 8733 psi 968 quest 63 quot 34 rArr 8658 radic "
    "8730 rang 9002 raquo 187 rarr 8594 rbrack 93 rceil 8969 rdquo 8221 real 8476 reg 174 "
    "rfloor 8971 rho 961 rlm 8207 rpar 41 rsaquo 8250 rsqb 93 rsquo 8217 sbquo 8218 scaron "
    "353 sdot 8901 sect 167 semi 59 shy 173 sigma 963 sigmaf 962 sim 8764 sol 47 spades "
    "9824 sub 8834 sube 8838 sum 8721 sup 8835 sup1 185 sup2 178 sup3 179 supe 8839 szlig "
    "223 tau 964 there4 8756 theta 952 thetasym 977 thinsp 8201 thorn 254 tilde 732 times "
    "215 trade 8482 uArr 8657 uacute 250 uarr 8593 ucirc 251 ugrave 249 uml 168 upsih 978 "
    "upsilon 965 utilde 361 uuml 252 weierp 8472 xi 958 yacute 253 yen 165 yuml 255 zeta "
    "950 zwj 8205 zwnj 8204 ";

struct Entity {
    std::string_view name;
    char32_t code_point;
};

std::vector<Entity> make_entities() {
    std::vector<Entity> entities;
    for (std::string_view rest = kNames; !rest.empty();) {
        const std::size_t space = rest.find(' '), end = rest.find(' ', space + 1);
        std::uint32_t code = 0;
        std::from_chars(rest.data() + space + 1, rest.data() + end, code);
        entities.push_back({rest.substr(0, space), code});
        rest.remove_prefix(end + 1);
    }
    return entities;
}

const Entity* find_entity(std::string_view name) {
    static const std::vector<Entity> entities = make_entities();
    const auto found = std::lower_bound(
        entities.begin(), entities.end(), name,
        [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; });
    return found != entities.end() && found->name == name ? &*found : nullptr;
}

// HTML, 13.2.5.80: 128 to 159 mean what windows-1252 has there.
char32_t numbered_character(std::uint32_t number) {
    if (number >= 0x80 && number < 0xA0) {
        return windows_1252_character(static_cast<unsigned char>(number));
    }
    const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    return number == 0 || surrogate || number > 0x10FFFF ? 0xFFFD : number;
}

// "&#7879;" at the start of `text`: how long it is, or 0.
std::size_t append_numbered(std::string& out, std::string_view text) {
    const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const char* first = text.data() + (hex ? 3 : 2);
    const char* last = text.data() + text.size();
    std::uint32_t number = 0;
    const auto [stop, error] = first < last
                                   ? std::from_chars(first, last, number, hex ? 16 : 10)
                                   : std::from_chars_result{first, std::errc::invalid_argument};
    if (error == std::errc::invalid_argument) return 0;
    append_utf8(out, error == std::errc() ? numbered_character(number) : 0xFFFD);
    return static_cast<std::size_t>(stop - text.data()) + (stop < last && *stop == ';' ? 1 : 0);
}

// "&nbsp;"; the names of Latin-1, and only they, may go without their semicolon.
std::size_t append_named(std::string& out, std::string_view text, bool in_attribute) {
    constexpr std::size_t kLongest = 10;
    const auto is_alnum = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    std::size_t end = 1;
    while (end < text.size() && end <= kLongest && is_alnum(text[end])) ++end;
    if (end < text.size() && text[end] == ';') {
        const Entity* entity = find_entity(text.substr(1, end - 1));
        if (!entity) return 0;
        append_utf8(out, entity->code_point);
        return end + 1;
    }
    for (std::size_t length = end; length > 1 && !in_attribute; --length) {
        const Entity* entity = find_entity(text.substr(1, length - 1));
        if (!entity || entity->code_point > 0xFF || entity->name == "apos") continue;
        const bool latin1 = entity->code_point >= 0xA0 || entity->name == "amp" ||
                            entity->name == "lt" || entity->name == "gt" || entity->name == "quot";
        if (!latin1) continue;
        append_utf8(out, entity->code_point);
        return length;
    }
    return 0;
}

}  // namespace

void append_decoded(std::string& out, std::string_view text, bool in_attribute) {
    while (!text.empty()) {
        const std::size_t at = std::min(text.find('&'), text.size());
        out += text.substr(0, at);
        text.remove_prefix(at);
        if (text.empty()) return;
        const bool numbered = text.size() > 1 && text[1] == '#';
        const std::size_t length =
            numbered ? append_numbered(out, text) : append_named(out, text, in_attribute);
        if (length == 0) out += '&';  // as browsers show it
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

}  // namespace hoso
