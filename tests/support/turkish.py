"""Turkish case endings by vowel harmony, for writing test texts."""

from __future__ import annotations

from kg.nlp.lang.tr import lower

CASES = ("gen", "dat", "acc", "loc", "abl", "ins")
_VOWELS, _BACK, _HARD = "aeıioöuüâîûéã", "aıouâûã", "fstkçşhp"
_HIGH = {"a": "ı", "â": "ı", "ã": "ı", "ı": "ı", "o": "u", "u": "u", "û": "u", "ö": "ü", "ü": "ü"}
_FRONT = ("Nepal", "Senegal")  # the last vowel sounds otherwise than it is written
_SILENT = {"Belize": "Beliz", "Sierra Leone": "Sierra Leon", "Bridgetown": "Briçtaun"}
_COMPOUND = (
    "Emirlikleri", "Devletleri", "Adaları", "Cumhuriyeti", "Sahili", "Kıyısı", "Yönetimi", "Kesimi",
    "Ginesi", "Krallığı", "Prensliği", "Emirliği", "Sultanlığı", "Topluluğu", "Birliği", "Devleti",
    "Konfederasyonu", "Federasyonu", "Dükalığı",
)  # fmt: skip  # they take an n before every case


def inflect(word: str, case: str) -> str:
    """Return ``word'ending``: "Kazakistan'ın", "Özbekistan'dan", "ABD'ye"."""
    return f"{word}'{ending(word, case)}"


def ending(word: str, case: str) -> str:
    """Return the ending of a case of CASES after a proper noun."""
    spoken = "e" if word.isupper() or word.endswith(".") else lower(_SILENT.get(word, word))
    vowel = next((c for c in reversed(spoken) if c in _VOWELS), "e")
    if word.endswith(_FRONT):
        vowel = "e"
    low, high = ("a" if vowel in _BACK else "e"), _HIGH.get(vowel, "i")
    open_end, compound = spoken[-1] in _VOWELS, word.endswith(_COMPOUND)
    glue = "n" if compound else "y" if open_end else ""
    stop = ("n" if compound else "") + ("t" if spoken[-1] in _HARD else "d")
    return {
        "gen": f"{'n' if open_end else ''}{high}n",
        "dat": f"{glue}{low}",
        "acc": f"{glue}{high}",
        "loc": f"{stop}{low}",
        "abl": f"{stop}{low}n",
        "ins": f"{'y' if open_end else ''}l{low}",
    }[case]
