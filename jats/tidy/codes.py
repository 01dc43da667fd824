"""Values that have a code: countries, languages, licences, DOIs, as people name them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Place
from jats.input_codes import readings, tidied
from jats.tidy.context import Context, fields_at
from jats.vocab.characters import latin_twin
from jats.vocab.countries import country_code, country_name
from jats.vocab.languages import language_of_locale, tidy_language
from jats.vocab.licences import find_licence, licences_in

_MISTAKEN = {
    "UK": "GB", "EL": "GR", "EN": "GB", "CS": "CZ", "DA": "DK", "FA": "IR", "HI": "IN", "JA": "JP", "KO": "KR", "SP": "ES",
    "ZH": "CN",
}  # fmt: skip
"""Codes that ISO 3166-1 doesn't have: two of the European Union, and languages' codes where a country's belongs."""


def read_country(around: Map, key: str, path: Path, context: Context) -> None:
    """A country's name gives its code, if none is written; a name in several languages by the first that is known."""
    node = around.items[key]
    names = [node] if isinstance(node, Text) else list(node.items.values()) if isinstance(node, Map) else []
    if "country_code" in around.items or not path or context.in_work:
        return
    for name in names:
        code = country_code(name.value) if isinstance(name, Text) and isinstance(name.value, str) else None
        if code:
            around.put("country_code", Text(code, name.place), name.place)
            return


def read_country_code(around: Map, key: str, path: Path, context: Context) -> None:
    """A code that another list has, such as UK, or a name, as the code of ISO 3166-1."""
    text = around.items[key]
    if not isinstance(text, Text) or not isinstance(text.value, str):
        return
    given = text.value.strip()
    code = _MISTAKEN.get(given.upper()) or (
        country_code(given) if country_name(given) is None or not _is_code(given) else None
    )
    if code and code != given:
        say = tidied.country_code_guessed if given.upper() in _MISTAKEN else tidied.identifier_normalised
        context.say(say(text.place, (*path, key), given, code))
        around.items[key] = Text(code, text.place)


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isupper()


_CREATIVE_COMMONS = re.compile(r"(?:(?:under )?(?:an? |the )?creative commons(?: licen[cs]e)?|CC)\.?", re.IGNORECASE)


def _in_latin(text: str) -> str:
    """Words in capitals with the Cyrillic or Greek twins of Latin letters, as `СС ВY`, in Latin letters."""
    return re.sub(r"\b[A-ZА-ЯΑ-Ω]{2,3}\b", lambda found: _latin_word(found.group()), text)


def _latin_word(word: str) -> str:
    letters = [character if character.isascii() else latin_twin(character) for character in word]
    return "".join(letter for letter in letters if letter) if all(letters) else word


def read_license(around: Map, key: str, path: Path, context: Context) -> None:
    """A sentence that names a licence gives the licence's address; without its version it can't be known."""
    text = around.items[key]
    if not isinstance(text, Text) or not isinstance(text.value, str) or find_licence(text.value) is not None:
        return
    found = {one.url: one for one in licences_in(text.value) if one.url and not one.fault}
    if not found and (latin := _in_latin(text.value)) != text.value and find_licence(latin) is not None:
        context.say(tidied.identifier_normalised(text.place, (*path, key), text.value, latin))
        around.items[key] = Text(latin, text.place)
        return
    if not licences_in(text.value) and _CREATIVE_COMMONS.fullmatch(text.value.strip()):
        context.say(tidied.licence_doubtful(text.place, (*path, key), text.value))
    if len(found) != 1:
        return
    (address, licence), *_ = found.items()
    bare = " ".join(text.value.split())
    rest = bare.replace(licence.name, "").strip(" .,:;")
    sentence = len(rest.split()) > 1
    around.items[key] = fields_at(text.place, name=licence.name, url=address, text=bare if sentence else None)
    if not sentence and rest:
        context.say(readings.several_read(text.place, (*path, key), bare, (f"the licence is read as {licence.name}",)))


_LOCALE = re.compile(r"([a-z]{2,3})_([A-Z]{2}|[A-Z][a-z]{3})(?:@\w+)?")


def read_locales(draft: Map, context: Context) -> None:
    """Keys such as `en_US`, as platforms name their languages, become language tags."""
    language = draft.items.get("language")
    own = language.value if isinstance(language, Text) and isinstance(language.value, str) else ""
    if isinstance(language, Text) and own and (usual := tidy_language(own)) != own and usual.lower() == own.lower():
        context.say(tidied.identifier_normalised(language.place, ("language",), own, usual))
        language.value = own = usual
    _locales(draft, (), own.partition("-")[0].partition("_")[0], context)


def _locales(node: Node, path: Path, own: str, context: Context) -> None:
    if isinstance(node, List):
        for index, item in enumerate(node.items):
            _locales(item, (*path, index), own, context)
    elif isinstance(node, Map):
        if any("_" in key and _LOCALE.fullmatch(key) for key in node.items):
            _rename(node, path, own, context)
        for key, value in node.items.items():
            if value.__class__ is not Text:
                _locales(value, (*path, key), own, context)


def _rename(node: Map, path: Path, own: str, context: Context) -> None:
    """The keys in order; the article's own language has its tag alone, so that its version is found."""
    items: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for key, value in node.items.items():
        found = _LOCALE.fullmatch(key)
        tag = (language_of_locale(key) or f"{found[1]}-{found[2]}") if found else key
        if found and found[1] == own and own not in node.items and own not in items:
            tag = own
        if tag != key and tag not in node.items and tag not in items:
            context.say(tidied.identifier_normalised(node.keys.get(key, value.place), (*path, key), key, tag))
        else:
            tag = key
        items[tag] = value
        keys[tag] = node.keys.get(key, value.place)
    node.items, node.keys = items, keys


_DOI = re.compile(r"10\.\d{4,9}/\S+")
_QUERY = re.compile(r"\?(?:[A-Za-z_][\w.-]{0,40}(?:=[^&\s]{0,200})?)(?:&[^&\s]{0,240}){0,20}$")


def plain_doi(given: str) -> str:
    """A DOI of an address with its signs decoded, without a query and a stroke after it."""
    found = _DOI.search(given)
    if not found:
        return given
    doi = found.group()
    if re.search("%[0-9A-Fa-f]{2}", doi):
        doi = unquote(doi)
    doi = _QUERY.sub("", doi).partition("#")[0] if "?" in doi or "#" in doi else doi
    return given[: found.start()] + doi.rstrip("/") + given[found.end() :]
