# SPDX-License-Identifier: Apache-2.0
"""Vietnamese as it was written before Unicode (domain.md 5.2)."""

import unicodedata

# TCVN 5712:1993 VN3, byte → letter; it has no capitals with a tone.
_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_BYTE = {letter: first + i for first, letters in _TCVN3.items() for i, letter in enumerate(letters)}
_VNI_TONE = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_CIRCUMFLEX = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã",
                   "\u0323": "ä"}
_VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_VNI_LETTER = {"đ": "ñ", "ơ": "ô", "ư": "ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò",
               "ỵ": "î"}


def tcvn3(text):
    """The bytes, shown as Windows-1252 shows them."""
    return bytes(_BYTE.get(c) or ord(c) for c in text).decode("cp1252")


def vni(text):
    return "".join(_vni(c) for c in text)


def _vni(char):
    small = char.lower()
    made = _VNI_LETTER.get(small)
    if made is None:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = next((m for m in marks if m in _VNI_TONE), "")
        if "\u0302" in marks:
            made = base + _VNI_CIRCUMFLEX[tone]
        elif "\u0306" in marks:
            made = base + _VNI_BREVE[tone]
        elif "\u031b" in marks:
            made = _VNI_LETTER[unicodedata.normalize("NFC", base + "\u031b")] + _VNI_TONE.get(tone, "")
        else:
            made = base + _VNI_TONE.get(tone, "")
    return made.upper() if char != small else made
