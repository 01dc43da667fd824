"""Affiliations of people in exports: printed text, or names of institutions by language, with the country beside them."""

from __future__ import annotations

from collections.abc import Sequence

from jats.draft import Map, Text
from jats.importers.exports.drafting import by_language, fields, put
from jats.vocab.countries import country_code, country_name


def affiliation(texts: Sequence[tuple[str, Text | None]], main: str, country: Text | None, *, whole: bool) -> Map:
    """An affiliation by language; `whole`: the texts are as printed, and may end with the country."""
    found = [(tag, text) for tag, text in texts if text is not None]
    if not found:
        return Map(country.place) if country else Map(texts[0][1].place) if texts and texts[0][1] else _empty()
    code = country_code(str(country.value)) if country else None
    countries: list[tuple[str, Text | None]] = []
    bodies: list[tuple[str, Text | None]] = []
    for tag, text in found:
        body, ending = _without_country(text, code)
        bodies.append((tag, body))
        countries.append((tag, ending))
    made = Map(found[0][1].place)
    put(made, "text" if whole and len(found) == 1 else "institution", by_language(bodies, main))
    if all(ending for _, ending in countries):
        put(made, "country", by_language(countries, main))
    _put_country(made, country, code)
    return made


def printed(text: Text | None) -> Map | None:
    """An affiliation as printed, in fields: a short text alone would be read as the id of one that is given elsewhere."""
    return fields(text.place, text=text) if text is not None else None


def _empty() -> Map:
    from jats.findings import Place

    return Map(Place(""))


def _without_country(text: Text, code: str | None) -> tuple[Text, Text | None]:
    """A text and the country's name at its end, if it is that of the code."""
    body, comma, ending = str(text.value).rpartition(",")
    name = ending.strip(" .")
    if code and comma and name and country_code(name) == code:
        return Text(body.strip(), text.place), Text(name, text.place)
    return text, None


def _put_country(made: Map, country: Text | None, code: str | None) -> None:
    if country is None:
        return
    if code is None:
        put(made, "country", country)
        return
    put(made, "country", Text(country_name(code) or str(country.value), country.place))
    put(made, "country_code", Text(code, country.place))


def country_of(country: Text) -> Map:
    """The country alone, as an address."""
    made = fields(country.place)
    _put_country(made, country, country_code(str(country.value)))
    return made
