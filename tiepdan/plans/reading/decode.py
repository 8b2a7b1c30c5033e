"""Bytes of a plain text in any encoding that Vietnamese offices have used: Unicode, CP1258, TCVN3 (ABC), VNI."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

# TCVN 5712:1993, third set (the "ABC" fonts): one byte per letter; capitals with a tone borrow the small letter of a capital font.
_TCVN3: Final = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xA8: "ă", 0xA9: "â", 0xAA: "ê", 0xAB: "ô", 0xAC: "ơ",
    0xAD: "ư", 0xAE: "đ", 0xB5: "à", 0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ", 0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ", 0xBE: "ắ", 0xC6: "ặ",
    0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ", 0xCC: "è", 0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é", 0xD1: "ẹ", 0xD2: "ề", 0xD3: "ể",
    0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ", 0xD7: "ì", 0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị", 0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó",
    0xE4: "ọ", 0xE5: "ồ", 0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ", 0xEA: "ờ", 0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ", 0xEF: "ù",
    0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ", 0xF5: "ừ", 0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự", 0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ",
    0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip
# VNI: a letter and a second character for its marks; these stand in the same order as the letters below.
_VNI_MARKS: Final = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"), "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"), "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "ô": ("ùøûõï", "ớờởỡợ"), "u": ("ùøûõï", "úùủũụ"), "ö": ("ùøûõï", "ứừửữự"), "y": ("ùøûõ", "ýỳỷỹ"),
}  # fmt: skip
_VNI_ALONE: Final = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    table = {
        f"{base}{mark}": letter
        for base, (marks, letters) in _VNI_MARKS.items()
        for mark, letter in zip(marks, letters, strict=True)
    }
    table |= _VNI_ALONE
    capitals = {key.upper(): letter.upper() for key, letter in table.items()}
    first = {key[0].upper() + key[1:]: letter.upper() for key, letter in table.items()}
    return table | first | capitals


_VNI: Final = _vni_table()
_VNI_LETTER: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
# Syllables that fill any Vietnamese paper: the reading with most of them is the right one.
_COMMON: Final = re.compile(
    r"(?<!\w)(?:và|của|các|công|dân|tổ|chức|về|thực|hiện|tỉnh|ủy|nhân|được|đơn|vị|theo|với|những|người|ngày|"
    r"tháng|kế|hoạch|việc)(?!\w)"
)
_MOJIBAKE: Final = re.compile(r"[¡-®µ¶·¸¹»¼½¾]|[aeouyAEOUY][ùøûõïåäëüÙØÛÕÏÅÄËÜ]|[ñÑæÆ]")


_LEAST: Final = 0.02  # a reading with fewer is no Vietnamese: another encoding


def _score(text: str) -> float:
    """Share of common syllables among the words."""
    words = len(re.findall(r"\w+", text)) or 1
    return len(_COMMON.findall(text.lower())) / words


def from_tcvn3(text: str) -> str:
    """A TCVN3 text whose bytes were taken for Latin letters."""
    lines = []
    for line in text.translate(_TCVN3).split("\n"):
        plain = [c for c in line if c.isascii() and c.isalpha()]
        capital = len(plain) >= 3 and sum(c.isupper() for c in plain) >= 0.9 * len(plain)
        lines.append(line.upper() if capital else line)
    return "\n".join(lines)


def from_vni(text: str) -> str:
    """A VNI text whose bytes were taken for Latin letters."""
    return _VNI_LETTER.sub(lambda m: _VNI[m.group()], text)


def _utf16(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    sample = data[:4000]
    if len(sample) >= 8 and sample[1::2].count(0) > len(sample) // 6:
        return data.decode("utf-16-le", errors="replace")
    if len(sample) >= 8 and sample[0::2].count(0) > len(sample) // 6:
        return data.decode("utf-16-be", errors="replace")
    return None


def decode_text(data: bytes, *, declared: str | None = None) -> str | None:
    """Text of the bytes, or None when they are no text (control bytes of a binary file). `declared` is a charset named in the file."""
    wide = _utf16(data)
    if wide is not None:
        return wide
    if b"\x00" in data:
        return None
    control = sum(1 for byte in data[:4000] if byte < 32 and byte not in b"\t\n\r\f\v\x1a")
    if control > max(2, len(data[:4000]) // 100):
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = None
    if text is not None:
        return _repaired(text)
    readings = [
        data.decode(name, errors="replace")
        for name in dict.fromkeys((declared or "cp1258", "cp1258", "utf-8"))
        if _known(name)
    ]
    readings.append(from_tcvn3(data.decode("latin-1")))
    readings.append(from_vni(data.decode("cp1252", errors="replace")))
    composed = [unicodedata.normalize("NFC", reading) for reading in readings]
    best = max(composed, key=_score)
    return best if _score(best) >= _LEAST else None


def _known(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _repaired(text: str) -> str:
    """UTF-8 of TCVN3 or VNI letters ("KÕ ho¹ch", "KEÁ HOAÏCH") is turned to Vietnamese when that reads better."""
    if len(_MOJIBAKE.findall(text)) * 50 < len(text):
        return text
    return max((text, from_tcvn3(text), from_vni(text)), key=_score)
