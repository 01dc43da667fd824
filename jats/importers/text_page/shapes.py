"""What a line looks like: menu, counter, sentence, address on the web, statement of rights."""

from __future__ import annotations

import re
from functools import cache

from jats.importers.text_page.tables import folded, phrases
from jats.vocab.languages import words_to_language
from jats.vocab.licences import licences_in

_CELLS = re.compile(r"\s{2,}|\t|\s[|•·»>/–—]\s|\s?[|»]\s?")
_AROUND = " \t:.*_#=•·-–—[](){}<>|«»\u200b\ufeff"
_COUNT = re.compile(
    r"^(?P<words>[^\d:]{3,60}?)\s*[:\-–—|]*\s*\d[\d., ]*\s*(?:times|\*|x|раз[иів]*|kez|kali|%)?\W*$", re.IGNORECASE
)
_COUNT_FIRST = re.compile(r"^\d[\d., ]*\s+(?P<words>[^\d]{3,40})$")
_SENTENCE = re.compile(r"[.!?։。؟…](?:\s|$|[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(r"^##[\w.]+##$")
_HOME = re.compile(
    (
        r"^\W*(?:home|capa|portada|forside|voorpagina|forsíða|главная"
        r"|головна|початкова сторінка|начало|почетна|početna|naslovna|naslovnica"
        r"|strona główna|domů|domov|úvod|kezdőlap|címlap|főoldal|acasă|pagina principală|pradžia|pagrindinis"
        r"|sākums|avaleht|etusivu|startseite|accueil|inicio|início|home page|ana sayfa|anasayfa|αρχική"
        r"|αρχική σελίδα|басты бет|beranda|trang chủ|หน้าแรก|صفحه اصلی|الرئيسية|الصفحة الرئيسية|hem|hjem|inici"
        r"|hasiera|首页|ホーム|홈|მთავარი|bosh sahifa|башкы бет|archives?|архіви?|архивы?)\s*[/>»›→|\\]"
    ),
    re.IGNORECASE,
)
_BREAD = re.compile(r"(?<!\s)\s*[/>»›→|\\]\s*")
_RIGHTS = re.compile(
    (
        r"^\W{0,4}(?:©|\(c\)\s|copyright\b|авторське право|авторские права|telif hakkı|todos los derechos"
        r"|todos os direitos|tous droits|all rights reserved|alle rechte|wszelkie prawa|всі права|все права)"
        r"|©\s?(?:\d{4}|[A-Z])"
    ),
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"creative\s?commons|creativecommons\.org|\bCC[ -]BY\b|\bCC0\b|クリエイティブ|知识共享|크리에이티브|کریتیو|المشاع الإبداعي",
    re.IGNORECASE,
)
_DUTCH = re.compile(r"naamsvermelding[\w -]{0,60} \d\.\d internationaa?le? licentie", re.IGNORECASE)
"""OJS in Dutch does not say Creative Commons."""
_SPACED = re.compile(r"(?:[^\W\d_]\s{1,4}){4,}[^\W\d_]")
_ADDRESS = re.compile(
    (
        r"^\W*(?:(?:url|uri|link|www|(?:journal )?home ?page|web ?site|сайт|permalink|stable url"
        r"|available at)\s?[:：]?\s*)?(?:https?://|www\.)\S+\W*$"
    ),
    re.IGNORECASE,
)


def cells_of(text: str) -> list[str]:
    """The parts of a line that are set apart by wide blanks, tabs, bars or other signs."""
    return [part for part in (cell.strip(_AROUND) for cell in _CELLS.split(text.strip())) if part]


@cache
def _menu() -> frozenset[str]:
    return phrases("page_menus", "menu")


def is_menu(text: str) -> bool:
    """Whether a line is an entry of a menu, or several."""
    if len(text) > 400:
        return False
    if _PLACEHOLDER.match(text.strip()):
        return True
    plain = folded(_closed(text)).strip(_AROUND)
    if plain in _menu():
        return True
    words = plain.split()
    if len(words) > 3 and all(word in _menu() for word in words):
        return True
    if 1 < len(words) < 8 and all(word[:1].isalpha() and words_to_language(word) for word in words):
        return True
    cells = [folded(cell) for cell in cells_of(text)]
    if text.count("|") > 3 and all(len(cell) < 20 and len(cell.split()) < 3 for cell in cells):
        return True
    known = sum(1 for cell in cells if cell in _menu())
    return (len(cells) > 1 and known == len(cells)) or (len(cells) > 3 and known >= len(cells) - 1)


def _closed(text: str) -> str:
    """A heading whose letters have blanks between them, as words: `A R T I C L E  I N F O`."""
    if _SPACED.fullmatch(text.strip()) is None:
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text.strip()))


def breadcrumb(text: str) -> list[tuple[int, int]] | None:
    """The offsets of the parts of a way from the home page to the article; None if the line is something else."""
    if len(text) > 400 or not _HOME.match(text):
        return None
    found, at = [], 0
    for sign in _BREAD.finditer(text):
        found.append((at, sign.start()))
        at = sign.end()
    found.append((at, len(text.rstrip())))
    return [part for part in found if part[1] > part[0]] if len(found) > 1 else None


def is_counter(text: str) -> bool:
    """Whether a line counts views or downloads."""
    if len(text) > 400:
        return False
    found = _COUNT.match(text.strip()) or _COUNT_FIRST.match(text.strip())
    if not found:
        return False
    words = folded(found["words"]).strip(_AROUND)
    counters = phrases("page_menus", "counter")
    return words in counters or any(words.startswith(f"{one} ") for one in counters if len(one) > 5)


def is_tail(text: str) -> bool:
    """Whether a line is the heading of a part that says nothing about the article."""
    return len(text) < 90 and folded(text).strip(_AROUND) in phrases("page_menus", "tail")


def is_rights(text: str) -> bool:
    """Whether a line states copyright or a licence."""
    return _RIGHTS.search(text) is not None or is_licence(text)


def is_licence(text: str) -> bool:
    """Whether a line names a Creative Commons licence."""
    return (
        _LICENCE.search(text) is not None or bool("CC" in text and licences_in(text)) or _DUTCH.search(text) is not None
    )


def is_address(text: str) -> bool:
    """Whether a line is an address on the web and nothing else."""
    return _ADDRESS.match(text) is not None


def is_prose(text: str, least: int = 90) -> bool:
    """Whether a text is made of sentences."""
    if len(text) < least:
        return len(text) > 40 and text[:1] >= "\u2e80" and _SENTENCE.search(text) is not None
    return _SENTENCE.search(text) is not None and len(_WORD.findall(text)) > 8


def is_shouted(text: str) -> bool:
    """Whether a text is set in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 5 and sum(1 for letter in letters if letter.isupper()) > 0.85 * len(letters)
