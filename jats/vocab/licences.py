"""Creative Commons licences: how they are named and addressed, and the sentence that states one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jats.vocab.characters import DASHES
from jats.vocab.countries import country_code, country_name
from jats.vocab.tables import rows

_SITE = "https://creativecommons.org/"
_VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
_TITLES = {
    "by": "Attribution",
    "by-sa": "Attribution-ShareAlike",
    "by-nd": "Attribution-NoDerivatives",
    "by-nc": "Attribution-NonCommercial",
    "by-nc-sa": "Attribution-NonCommercial-ShareAlike",
    "by-nc-nd": "Attribution-NonCommercial-NoDerivatives",
}
# Version 1.0 names these two the other way round in its address and its title.
_FIRST_ORDER = {"by-nc-nd": ("by-nd-nc", "Attribution-NoDerivs-NonCommercial")}
_PUBLIC_DOMAIN = {"zero": "CC0", "mark": "Public Domain Mark"}
_WORDS = {
    "attribution": "by",
    "noncommercial": "nc",
    "noderivatives": "nd",
    "noderivative": "nd",
    "noderivs": "nd",
    "sharealike": "sa",
}
# Ported licences exist for versions up to 3.0; these are their codes where they are not those of a country.
_PORTS = {"igo": "IGO", "uk": "United Kingdom", "scotland": "Scotland"}


@dataclass(frozen=True, slots=True)
class Licence:
    """One Creative Commons licence; `kind` is `by`, `by-nc-nd` …, `zero` or `mark`, `version` is `None` if none was named.

    `port` is the code of a jurisdiction (`igo`, `de`) for licences that were adapted to one.
    """

    kind: str
    version: str | None
    port: str | None = None

    @property
    def name(self) -> str:
        """The usual short name: `CC BY-NC 4.0`, `CC BY 3.0 IGO`, `CC0 1.0`."""
        first = _PUBLIC_DOMAIN.get(self.kind) or f"CC {self.kind.upper()}"
        return " ".join(filter(None, (first, self.version, self.port and self.port.upper())))

    @property
    def url(self) -> str | None:
        """The canonical address (https, final slash, no deed or legal code), `None` if no version was named."""
        if self.version is None:
            return None
        folder = "publicdomain" if self.kind in _PUBLIC_DOMAIN else "licenses"
        kind = _FIRST_ORDER.get(self.kind, (self.kind,))[0] if self.version == "1.0" else self.kind
        return _SITE + "/".join(filter(None, (folder, kind, self.version, self.port))) + "/"

    @property
    def spdx(self) -> str | None:
        """The identifier of the SPDX License List, where that has this licence: `CC-BY-4.0`, `CC0-1.0`."""
        if self.fault:
            return None
        if self.kind == "mark":
            return "CC-PDM-1.0"
        if self.version is None or (
            self.port and self.port.upper() not in _SPDX_PORTS.get((self.kind, self.version), ())
        ):
            return None
        first = "CC0" if self.kind == "zero" else f"CC-{self.kind.upper()}"
        return "-".join(filter(None, (first, self.version, self.port and self.port.upper())))

    @property
    def full_title(self) -> str:
        """The title in full: `Creative Commons Attribution-NonCommercial 4.0 International`."""
        if self.kind == "mark":
            return "Public Domain Mark 1.0"
        if self.kind == "zero":
            return "CC0 1.0 Universal"
        first = _FIRST_ORDER.get(self.kind) if self.version == "1.0" else None
        title = first[1] if first else _TITLES[self.kind]
        return " ".join(filter(None, ("Creative Commons", title, self.version, _scope(self.version, self.port))))

    @property
    def fault(self) -> str | None:
        """What keeps it from being one licence: there is none without a version, and not every version of every kind."""
        if self.version is None:
            return f"{self.name} has no version: write {Licence(self.kind, '4.0').name}, if that is the licence"
        if self.kind in _PUBLIC_DOMAIN:
            return (
                None if self.version == "1.0" else f"there is no version {self.version} of {_PUBLIC_DOMAIN[self.kind]}"
            )
        if self.version not in _VERSIONS:
            return f"there is no version {self.version} of the Creative Commons licences"
        if self.version == "2.1" and self.port is None:
            return "version 2.1 was only made for single countries"
        if self.port and self.version == "4.0":
            return f"version 4.0 is international and has no form for {self.port.upper()}"
        return None


# SPDX License List 3.25: the ported licences that it names.
_SPDX_PORTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("by", "2.5"): ("AU",),
    ("by", "3.0"): ("AT", "AU", "DE", "IGO", "NL", "US"),
    ("by-nc", "3.0"): ("DE",),
    ("by-nc-nd", "3.0"): ("DE", "IGO"),
    ("by-nc-sa", "2.0"): ("DE", "FR", "UK"),
    ("by-nc-sa", "3.0"): ("DE", "IGO"),
    ("by-nd", "3.0"): ("DE",),
    ("by-sa", "2.0"): ("UK",),
    ("by-sa", "2.1"): ("JP",),
    ("by-sa", "3.0"): ("AT", "DE", "IGO"),
}


@lru_cache(maxsize=256)  # all articles of a journal name the same one
def find_licence(text: str) -> Licence | None:
    """The Creative Commons licence that a short name, a title or an address names; `None` for any other text.

    Read are `CC BY 4.0`, `cc-by-4.0`, `CC BY` (without version, see `Licence.fault`), `CC BY 3.0 IGO`, `CC0`, `Creative
    Commons Attribution 4.0 International (CC BY 4.0)`, and addresses with http or https, `deed.uk`, `legalcode` or no final
    slash. A statement that names a licence among other words is not a name: see `licences_in`.
    """
    value = _plain(text)
    if address := re.fullmatch(rf"(?:https?://)?(?:www\.)?{_ADDRESS}\S*", value, re.IGNORECASE):
        return _addressed(address)
    if value.endswith(")") and (opening := value.find("(", 1)) > 0:
        long = _named("cc " + value[:opening].removesuffix(" ").lower().removeprefix("creative commons "))
        short = _named(value[opening + 1 : -1])
        return short if long == short else None
    return _named(value)


def licences_in(text: str) -> list[Licence]:
    """Every Creative Commons licence that running text names by address, short name or title, in order, each once."""
    found: dict[Licence, None] = {}
    for mention in re.finditer(rf"(?i:{_ADDRESS})|{_MENTION}", _plain(text)):
        licence = _addressed(mention) if "creativecommons.org" in mention[0].lower() else _named(mention[0])
        if licence:
            found[licence] = None
    return list(found)


def licence_text(licence: Licence, language: str = "en") -> str:
    """One sentence that states the licence, for `<license-p>`, in one of `STATEMENT_LANGUAGES`, else in English."""
    sentences = {row[1]: row[2] for row in rows("licence_sentences") if row[0] == _statement_language(language)}
    kind = licence.kind if licence.kind in _PUBLIC_DOMAIN else "by"
    title = licence.full_title + (f" ({licence.url})" if licence.url else "")
    return sentences[kind].format(licence=title)


STATEMENT_LANGUAGES = ("en", "es", "fr", "pt", "ru", "uk")
"""The languages that `licence_text` has sentences in; a statement in English is marked as such by who asks for another."""

_ADDRESS = (
    r"creativecommons\.org/(?:licen[sc]es?|publicdomain)/(?P<kind>[a-z-]+)"
    r"(?:/(?P<version>\d(?:\.\d)?))?(?:/(?P<port>[a-z]+)(?![a-z]))?"
)
# In running text "by" must be in capitals, or be followed by what only a licence has: "CC by e-mail" is not one.
_MENTION = (
    r"\b(?:CC[ -]?(?:BY\b|0|by(?=[ -](?:nc|nd|sa|\d)))|(?i:CC[ -]zero|Creative Commons (?:Attribution|Zero|BY|CC0|CC BY))\b)"
    r"(?i:[ -]?(?:BY|NC|ND|SA)\b|[ -]Non-?Commercial|[ -]No-?Deriv(?:ative)?s?(?: Works)?|[ -]Share-?Alike"
    r"|(?: Licen[sc]e)?[ ,-]+v?(?:ersion )?\d(?:\.\d)?(?: IGO)?)*"
)
_PARTS = frozenset({"by", "nc", "nd", "sa"})
_FILLERS = frozenset(
    {
        "licence",
        "license",
        "the",
        "a",
        "under",
        "international",
        "unported",
        "generic",
        "universal",
        "v",
        "version",
        "deed",
        "works",
    }
)


def _plain(text: str) -> str:
    return " ".join(text.translate(dict.fromkeys(map(ord, DASHES), "-")).split()).strip(" .,;")


def _statement_language(tag: str) -> str:
    language = tag.split("-")[0].lower()
    return language if language in STATEMENT_LANGUAGES else "en"


def _scope(version: str | None, port: str | None) -> str | None:
    if port:
        return _PORTS.get(port) or country_name(port)
    return {"4.0": "International", "3.0": "Unported", None: None}.get(version, "Generic")


def _addressed(match: re.Match[str]) -> Licence | None:
    """The licence at an address of Creative Commons; what follows kind, version and port there is of no account."""
    kind, version, port = (part and part.lower() for part in (match["kind"], match["version"], match["port"]))
    if kind in _PUBLIC_DOMAIN:
        return Licence(kind, _version(version) or "1.0")
    known = _kind(kind.strip("-").split("-"))
    return Licence(known, _version(version), _port(port)) if known else None


def _named(value: str) -> Licence | None:
    """A licence by its short name or title, which must be all of the text but for words such as "licence"."""
    words = _words_of(value)
    if words[:2] in (["cc", "0"], ["cc", "zero"]):
        return _rest("zero", words[2:], "1.0")
    if words[:2] in (["domain", "mark"], ["cc", "pdm"]):
        return _rest("mark", words[2:], "1.0")
    if words[:1] != ["cc"]:
        return None
    end = next((at for at, word in enumerate(words) if at and word not in _PARTS), len(words))
    kind = _kind(words[1:end])
    return _rest(kind, words[end:], None) if kind else None


def _words_of(value: str) -> list[str]:
    """The words of a name as the parts of the short form: `Attribution-NonCommercial 4.0` is cc's by, nc, 4.0."""
    text = re.sub(r"\b(non|no|share)[ -](?=commercial|deriv|alike)", r"\1", value.lower())
    text = re.sub(r"\bcc(?=by|0|zero)", "cc ", text.replace("creative commons", "cc").replace("cc cc", "cc"))
    words = re.findall(r"\d\.\d|\d|[^\W\d]+", text.replace("public domain", "domain"))
    return [_WORDS.get(word, word) for word in words if word not in _FILLERS]


def _rest(kind: str, words: list[str], version: str | None) -> Licence | None:
    """The licence of that kind with the version and port that the remaining words name; `None` if they name more."""
    if words and words[0][0].isdigit():
        version, words = _version(words[0]), words[1:]
    if not words:
        return Licence(kind, version)
    port = _port(" ".join(words)) if version else None
    return Licence(kind, version, port) if port else None


def _kind(parts: list[str]) -> str | None:
    """The kind with its parts in their order, `None` for what is not a kind."""
    kind = "-".join(sorted(parts, key=("by", "nc", "nd", "sa").index)) if set(parts) <= _PARTS else ""
    return kind if kind in _TITLES else None


def _version(digits: str | None) -> str | None:
    return digits if digits is None or "." in digits else digits + ".0"


def _port(words: str | None) -> str | None:
    """The code of the jurisdiction as Creative Commons writes it, `None` if the words name none."""
    if words is None or words in _PORTS:
        return words
    code = country_code(words)
    return {"GB": "uk"}.get(code, code.lower()) if code else None
