"""The words of a reference with their places; punctuation is what lies between two words.

An address, a DOI, an arXiv number and an identifier after its name are one word each, whatever signs they contain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_EAST = f"{_HAN}{_KANA}{_HANGUL}"
_LETTER = rf"[^\W\d_{_EAST}]"
_MARKS = "\u0300-\u036f\u064b-\u065f\u200c\u200d\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e"
_WORD = rf"{_LETTER}++(?:[{_MARKS}]++{_LETTER}*+)*+"

TOKEN = re.compile(
    rf"""
    (?=[^\W_])
    (?: (?=[hfw]) (?P<url> (?:https?|ftp)\s?:\s?//[^\s<>"«»]+ | www\.[^\s<>"«»]+ )
      | (?=\d) (?:
          (?P<doi> 10\.\d{{4,9}}/[^\s"«»]+ )
        | (?P<arxiv> (?<=ar[Xx]iv:)\d{{4}}\.\d{{4,5}}(?:v\d{{1,2}})? | (?<=ar[Xx]iv:\s)\d{{4}}\.\d{{4,5}}(?:v\d{{1,2}})? )
        | (?P<isbn> (?<=ISBN\s)[\d‐‑–-]{{9,17}}[\dXx] | (?<=ISBN:\s)[\d‐‑–-]{{9,17}}[\dXx]
          | 97[89][‐‑–-]\d[\d‐‑–-]{{9,14}} )
        | (?P<issn> (?<=ISSN\s)\d{{4}}[‐‑–-]?\d{{3}}[\dXxХ] | (?<=ISSN:\s)\d{{4}}[‐‑–-]?\d{{3}}[\dXxХ] ) )
      | (?=[ahgqcnmp]) (?P<old> (?:astro-ph|hep-(?:ph|th|ex|lat)|gr-qc|quant-ph|cond-mat|nucl-(?:th|ex)|math|physics)
          (?:\.[A-Z]{{2}})?/\d{{7}} )
      | (?P<pmcid> PMC\s?\d{{3,9}} )
      | (?P<word> [A-Za-z]{{0,3}}\d[\dA-Za-z]*
          | {_WORD}(?:['’ʼ`‐‑\u00ad-]{_WORD})*
          | [{_HAN}]+ | [{_KANA}]+ | [{_HANGUL}]+
          | \d+ | [^\W_] ) )
    """,
    re.VERBOSE,
)
"""One word of a reference; each alternative is linear."""
_NAMES = {"old": "arxiv"}

_CLOSING = re.compile(r"[.,;:!?'’”\]>»]+$")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text, where they are, what kind they are and what lies before each of them and after the last."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[str]
    gaps: list[str]


def tokens_of(text: str) -> Tokens:
    """The words of a reference; every character of the text is in a word or in a gap."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    gaps: list[str] = []
    here = resumed = 0
    while resumed >= 0:
        start_at, resumed = resumed, -1
        for found in TOKEN.finditer(text, start_at):
            kind = found.lastgroup or "word"
            start, end = found.span()
            words.append(found[0])
            starts.append(start)
            kinds.append(kind)
            gaps.append(text[here:start])
            here = end
            if kind != "word":
                kinds[-1] = _NAMES.get(kind, kind)
                here = _trimmed(text, start, end)
                words[-1] = text[start:here]
            ends.append(here)
            if here < end:  # the search goes on inside what was found
                resumed = here
                break
    gaps.append(text[here:])
    return Tokens(text, words, starts, ends, kinds, gaps)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence around it."""
    word = text[start:end]
    closing = _CLOSING.search(word)
    if closing:
        word = word[: closing.start()]
    while word.endswith(")") and word.count("(") < word.count(")"):
        word = word[:-1].rstrip(".,;:")
    if ">" in word and "<" not in word:
        word = word.partition(">")[0]
    return start + max(len(word), 1)
