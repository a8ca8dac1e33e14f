"""One module of plain data per language; a new language is one more."""

from __future__ import annotations

from kg.nlp.lang import en, kk, ru, tr
from kg.nlp.language import Language

LANGUAGES: dict[str, Language] = {
    one.code: one for one in (tr.LANGUAGE, en.LANGUAGE, ru.LANGUAGE, kk.LANGUAGE)
}
