"""What identifiers look like and whether their check digits are right.

For each kind two functions: `tidy_x` gives the normal form and only cleans (invisible characters, resolver, label,
dashes, blanks, final punctuation); `x_fault` says in an editor's words what is wrong with the tidied value, `None` when
nothing is. No function looks anything up: a value without a fault may still belong to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jats.vocab.characters import DASHES, INVISIBLE, latin_twin

_CLEAN = {**dict.fromkeys(map(ord, INVISIBLE)), **dict.fromkeys(map(ord, DASHES), "-")}
_BRACKETS = {"<": ">", "(": ")", "[": "]", "{": "}"}
_OPENERS = "".join(_BRACKETS)
_FINAL = " \t\r\n.,;:'\"“”«»"

# Labels are kept as texts, which `re` compiles when they are first used: compiling all of them takes 8 ms at import.
_WEB = r"(?: https?\W* )? (?:www\.)?"
_LABELS = {
    "doi": r"""(?: (?:https?\W*)+ | // )? (?:www\.)? (?:dx\.)? doi\.org [:/\s]+ | info:doi/ | urn:doi:
      | https?:/+(?=10\.\d{4}) | doi \s* (?: [:=.]+ \s* | \s | (?=10\.\d) | $ )""",
    "orcid": _WEB + r"orcid\.org[:/]+ (?:my-orcid\?orcid=)? | orcid (?:\s*id)? \s*[:=]?\s*",
    "issn": r"https?://portal\.issn\.org/resource/issn/ | urn:issn: | (?:[ep]-?|online\ |print\ )? issn (?:-?l)? \s*[:=]?\s*",
    "isbn": r"urn:isbn: | [ep]?-? isbn (?: \s*-?\s* 1[03] (?=\s*[:=]|\s+\d) )? \s*[:=]?\s*",
    "ror": _WEB + r"ror\.org[:/]+ | ror (?:\s*id)? \s*[:=]\s*",
    "isni": _WEB + r"isni\.org/ (?:isni/)? | isni \s*[:=]?\s*",
    "pmid": _WEB
    + r"(?: pubmed\.ncbi\.nlm\.nih\.gov/ | ncbi\.nlm\.nih\.gov/pubmed/ ) | (?:pubmed\s*id|pubmed|pmid) \s*[:=]?\s*",
    "pmcid": _WEB + r"(?: pmc\.ncbi\.nlm\.nih\.gov/ | ncbi\.nlm\.nih\.gov/pmc/ ) articles/ | pmc\s?id \s*[:=]?\s*",
    "arxiv": _WEB + r"(?:export\.)? arxiv\.org/ (?:abs|pdf)/ | arxiv \s*[:=]?\s*",
}
_ARXIV = r"""(?: \d\d(?:0[1-9]|1[0-2]) \. \d{4,5} | [a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})? / \d\d(?:0[1-9]|1[0-2])\d{3} )
    (?:v[1-9]\d*)?"""
_PLAIN_DOI = re.compile(r"10\.[0-9]{4,9}/[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")
"""What nearly every DOI is made of, and then there is nothing to tidy and no fault."""

_SECOND_DOI = r"[;,\s]\s*(?:https?://|doi\b|10\.\d{4,9}/)"
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_FIRST_ORCID = "0000000150000007"


def tidy_doi(text: str) -> str:
    """The bare DOI, `10.` first: without resolver, label, edge punctuation; letters keep their case.

    Percent-encoding in a resolver's address is decoded; a blank inside stays, because it may separate two values.
    """
    if _PLAIN_DOI.fullmatch(text):
        return text
    value, named = _unlabelled("doi", text, final=_FINAL)
    if named and re.match(r"10\.\d+%2f", value, re.IGNORECASE):
        from urllib.parse import unquote

        value = unquote(value)
    value = re.sub(r"^(10\.[\d.]+)\s*/+\s*", r"\1/", value)
    return _trimmed(value, _FINAL)


def doi_fault(text: str) -> str | None:
    """What keeps `text` from being a DOI (ISO 26324; Crossref: prefix of 4 to 9 digits, slash, suffix)."""
    if _PLAIN_DOI.fullmatch(text):
        return None
    value = tidy_doi(text)
    prefix, slash, suffix = value.partition("/")
    if not value:
        return "is empty"
    if not prefix.startswith("10."):
        return f"does not start with 10. but with {_shown(value)}"
    if not slash:
        return f"has no slash and no suffix after the prefix {_shown(prefix)}"
    return _doi_prefix_fault(prefix) or _doi_suffix_fault(value, suffix)


def _doi_prefix_fault(prefix: str) -> str | None:
    registrant = prefix[3:].split(".")[0]
    if not re.fullmatch(r"10(\.[0-9]+)+", prefix):
        return f"prefix {_shown(prefix)} is not 10. and digits"
    if not 4 <= len(registrant) <= 9:
        return f"prefix {prefix} has {_counted(len(registrant), 'digit')} after 10., expected 4 to 9"
    return None


def _doi_suffix_fault(value: str, suffix: str) -> str | None:
    if not suffix:
        return "has no suffix after the slash"
    if re.search(_SECOND_DOI, suffix, re.IGNORECASE):
        return "holds more than one identifier"
    for place, letter in enumerate(value, 1):
        if letter.isspace():
            return f"has a blank inside, at character {place}"
        if not letter.isascii() and (twin := latin_twin(letter)):
            return f"has the letter {letter} of another alphabet at character {place}, probably the Latin {twin}"
        if letter in "\ufffd{}\\" or not letter.isprintable():
            return f"has {_shown(letter)} at character {place}, which no DOI holds"
    return None


def doi_url(text: str) -> str:
    """The address to link a DOI to, with what a URL can't hold percent-encoded (Crossref DOI display guidelines)."""
    from urllib.parse import quote

    return "https://doi.org/" + quote(tidy_doi(text), safe="/:;()._-~!$&'*+,=@")


def tidy_orcid(text: str) -> str:
    """The bare ORCID in four groups, `0000-0002-1825-0097`; what has not 16 characters is only cleaned."""
    value, named = _unlabelled("orcid", text)
    if named:
        value = _trimmed(re.split(r"[/?#]", value, maxsplit=1)[0])
    return _in_groups(value, 16, 4)


def orcid_fault(text: str) -> str | None:
    """What keeps `text` from being an ORCID (ISO/IEC 7064 MOD 11-2; ORCID, "Structure of the ORCID Identifier")."""
    digits = _compact(tidy_orcid(text))
    fault = _digits_fault(digits, 16, "an ORCID") or _check_fault(digits, mod_11_2(digits[:-1]))
    if fault is None and digits < _FIRST_ORCID:
        return "is lower than 0000-0001-5000-0007, the first ORCID given out"
    return fault


def orcid_url(text: str) -> str:
    """The ORCID as the address that PMC, Crossref, DOAJ and JATS4R ask for."""
    return "https://orcid.org/" + tidy_orcid(text)


def tidy_issn(text: str) -> str:
    """The ISSN as `NNNN-NNNC` with a capital X; what has not 8 characters is only cleaned."""
    return _in_groups(_unlabelled("issn", text)[0], 8, 4)


def issn_fault(text: str) -> str | None:
    """What keeps `text` from being an ISSN (ISO 3297: eight digits, the last by weights 8 to 2 modulo 11)."""
    digits = _compact(tidy_issn(text))
    return _digits_fault(digits, 8, "an ISSN") or _check_fault(digits, _mod_11(digits[:-1]))


def tidy_isbn(text: str) -> str:
    """The ISBN without its label, its own grouping kept, with plain hyphens and single blanks."""
    value = _unlabelled("isbn", text)[0]
    return _capital_x(re.sub(r"(?<!\s)\s*-[\s-]*", "-", re.sub(r"\s+", " ", value)))


def isbn_fault(text: str) -> str | None:
    """What keeps `text` from being an ISBN (ISO 2108: 10 digits modulo 11, or 13 digits as EAN from 978 or 979)."""
    digits = _compact(tidy_isbn(text))
    if len(digits) == 13:
        return _isbn_13_fault(digits)
    if len(digits) in {20, 23, 26} and _plain_digits(digits.replace("X", "")):
        return "holds more than one ISBN"
    if len(digits) != 10:
        return "is empty" if not digits else f"has {_counted(len(digits), 'digit')}, an ISBN has 10 or 13"
    return _digits_fault(digits, 10, "an ISBN") or _check_fault(digits, _mod_11(digits[:-1]))


def _isbn_13_fault(digits: str) -> str | None:
    if not _plain_digits(digits):
        return _letter_fault(digits, "an ISBN of 13 digits", last="")
    if not digits.startswith(("978", "979")):
        return f"starts with {digits[:3]}, an ISBN of 13 digits starts with 978 or 979"
    if digits.startswith("9790"):
        return "starts with 979-0, the mark of printed music (ISMN), not of a book"
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits[:12]))
    return _check_fault(digits, str(-weighted % 10))


def tidy_ror(text: str) -> str:
    """The ROR identifier as `https://ror.org/0xxxxxxnn`, in small letters; other text is only cleaned."""
    value, named = _unlabelled("ror", text)
    value = re.sub(r"\s", "", value) if named else value
    if (named and value) or re.fullmatch(r"0[0-9A-Za-z]{6}\d\d", value):
        return "https://ror.org/" + value.lower()
    return value


def ror_fault(text: str) -> str | None:
    """What keeps `text` from being a ROR identifier (0, six of Crockford's base-32 digits, two of a checksum).

    The checksum is `98 - (100 n mod 97)` of the first seven characters read as a number n (ISO/IEC 7064 MOD 97-10;
    ROR, "ROR identifier pattern").
    """
    tidied = tidy_ror(text)
    value = tidied.removeprefix("https://ror.org/")
    if not value:
        return "is empty"
    if not re.fullmatch(r"[0-9a-z]+", value) or (value == tidied and value[0] != "0"):
        return f"{_shown(value)} is not a ROR identifier, which looks like https://ror.org/03yrm5c26"
    if len(value) != 9:
        return f"has {_counted(len(value), 'character')}, a ROR identifier has 9"
    return _ror_shape_fault(value) or _ror_checksum_fault(value)


def _ror_shape_fault(value: str) -> str | None:
    if value[0] != "0":
        return f"starts with {value[0]}, a ROR identifier starts with 0"
    for letter, digit in ("o", "0"), ("i", "1"), ("l", "1"), ("u", "v"):
        if letter in value:
            return f"has the letter {letter}, which ROR never uses (is it {digit}?)"
    return None if _plain_digits(value[7:]) else f"ends with {value[7:]}, expected two digits"


def _ror_checksum_fault(value: str) -> str | None:
    number = 0
    for character in value[:7]:
        number = number * 32 + _CROCKFORD.index(character)
    expected = f"{98 - number * 100 % 97:02}"
    return None if value[7:] == expected else f"checksum is {value[7:]}, expected {expected}"


def tidy_isni(text: str) -> str:
    """The ISNI as 16 characters without blanks; what has another length is only cleaned."""
    return _in_groups(_unlabelled("isni", text)[0], 16, 16)


def isni_fault(text: str) -> str | None:
    """What keeps `text` from being an ISNI (ISO 27729: 15 digits and a check character by ISO/IEC 7064 MOD 11-2)."""
    digits = _compact(tidy_isni(text))
    return _digits_fault(digits, 16, "an ISNI") or _check_fault(digits, mod_11_2(digits[:-1]))


def tidy_pmid(text: str) -> str:
    """The bare number of a PubMed record."""
    return _unlabelled("pmid", text)[0]


def pmid_fault(text: str) -> str | None:
    """What keeps `text` from being a PubMed identifier (PMC Style Checker: digits, the first not 0)."""
    value = tidy_pmid(text)
    if re.fullmatch(r"PMC\d+", value, re.IGNORECASE):
        return "is a PMCID, not a PubMed number"
    return _number_fault(value, "a PubMed number")


def tidy_pmcid(text: str) -> str:
    """The PMC identifier with its capital letters, `PMC13900`."""
    value = _unlabelled("pmcid", text)[0]
    match = re.fullmatch(r"(?:PMC\s*)?(\d+)", value, re.IGNORECASE | re.ASCII)
    return "PMC" + match[1] if match else value


def pmcid_fault(text: str) -> str | None:
    """What keeps `text` from being a PMC identifier: PMC and a number."""
    value = tidy_pmcid(text)
    return _number_fault(value.removeprefix("PMC"), "a PMCID after PMC")


def tidy_arxiv(text: str) -> str:
    """The bare arXiv identifier, version kept: `2101.00001v2`, `hep-th/9901001`."""
    return _unlabelled("arxiv", text)[0].removesuffix(".pdf")


def arxiv_fault(text: str) -> str | None:
    """What keeps `text` from being an arXiv identifier (arXiv, "Understanding the arXiv identifier")."""
    value = tidy_arxiv(text)
    if not value:
        return "is empty"
    if not re.fullmatch(_ARXIV, value, re.VERBOSE):
        return f"{_shown(value)} is not an arXiv identifier such as 2101.00001 or hep-th/9901001"
    return None


@dataclass(frozen=True, slots=True)
class IdentifierKind:
    """One kind of identifier: its name in messages, and its two functions."""

    name: str
    tidy: Callable[[str], str]
    fault: Callable[[str], str | None]


KINDS = {
    "doi": IdentifierKind("DOI", tidy_doi, doi_fault),
    "orcid": IdentifierKind("ORCID", tidy_orcid, orcid_fault),
    "issn": IdentifierKind("ISSN", tidy_issn, issn_fault),
    "isbn": IdentifierKind("ISBN", tidy_isbn, isbn_fault),
    "ror": IdentifierKind("ROR identifier", tidy_ror, ror_fault),
    "isni": IdentifierKind("ISNI", tidy_isni, isni_fault),
    "pmid": IdentifierKind("PubMed number", tidy_pmid, pmid_fault),
    "pmcid": IdentifierKind("PMCID", tidy_pmcid, pmcid_fault),
    "arxiv": IdentifierKind("arXiv identifier", tidy_arxiv, arxiv_fault),
}
"""Every kind that has a check here, by the name that JATS uses in `pub-id-type` and the like."""


def mod_11_2(digits: str) -> str:
    """The check character that ISO/IEC 7064 MOD 11-2 gives for `digits`: 0 to 9 or X."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]


def _mod_11(digits: str) -> str:
    """The check character of ISSN and ISBN-10, whose weights fall to 2 at the last digit."""
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(len(digits) + 1, 1, -1), strict=True))
    return "0123456789X"[-weighted % 11]


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(_LABELS[kind], re.VERBOSE | re.IGNORECASE)


def _unlabelled(kind: str, text: str, final: str = _FINAL + "/") -> tuple[str, bool]:
    """The cleaned text without its label, however often that is repeated, and whether there was one."""
    value, named = text.translate(_CLEAN).strip(_FINAL + _OPENERS), False
    while match := _label(kind).match(value):
        value, named = value[match.end() :].lstrip(_FINAL + "/" + _OPENERS), True
    return _trimmed(value, final), named


def _trimmed(value: str, final: str = _FINAL + "/") -> str:
    """Without final punctuation and without a last bracket that has no partner."""
    if value[-1:].isalnum():
        return value
    more = {closing: value.count(closing) - value.count(opening) for opening, closing in _BRACKETS.items()}
    end = len(value)
    while end and ((last := value[end - 1]) in final or last in _OPENERS or more.get(last, 0) > 0):
        end -= 1
        if last in more:
            more[last] -= 1
        elif last in _BRACKETS:
            more[_BRACKETS[last]] += 1
    return value[:end]


def _compact(value: str) -> str:
    return re.sub(r"[\s-]", "", value)


def _capital_x(value: str) -> str:
    """With a capital Latin X as last character, if it was a small, Cyrillic or Greek one or a multiplication sign."""
    return value[:-1] + "X" if value[-1:] and value[-1] in "xхХχΧ×" and value[:1].isdigit() else value


def _in_groups(value: str, length: int, size: int) -> str:
    """The characters in groups of `size`, if there are `length`; else the value as it is but for its last letter."""
    compact = _capital_x(_compact(value))
    if len(compact) != length or not compact.isalnum():
        return _capital_x(re.sub(r"\s+", " ", value))
    return "-".join(compact[start : start + size] for start in range(0, length, size))


def _plain_digits(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _digits_fault(digits: str, length: int, kind: str) -> str | None:
    if not digits:
        return "is empty"
    if not _plain_digits(digits[:-1] + digits[-1].replace("X", "0")):
        return _letter_fault(digits, kind, last=" (and X at the end)")
    return None if len(digits) == length else f"has {_counted(len(digits), 'character')}, {kind} has {length}"


def _letter_fault(digits: str, kind: str, last: str) -> str:
    place = next(at for at, letter in enumerate(digits) if not _plain_digits(letter))
    return f"has {_shown(digits[place])} as character {place + 1}, {kind} has only digits{last}"


def _check_fault(digits: str, expected: str) -> str | None:
    return None if digits[-1] == expected else f"check digit is {digits[-1]}, expected {expected}"


def _number_fault(value: str, kind: str) -> str | None:
    if not value:
        return "is empty"
    if not _plain_digits(value):
        return f"{_shown(value)} is not {kind}, which has digits only"
    if value[0] == "0":
        return "starts with 0"
    return None if len(value) <= 8 else f"has {len(value)} digits, {kind} has at most 8"


def _shown(value: str) -> str:
    """A value for a message: quoted, cut where it is long, with escapes where a character can't be seen."""
    short = value if len(value) <= 40 else value[:39] + "…"
    return "'" + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in short) + "'"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
