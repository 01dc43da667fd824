"""Languages: tags of BCP 47, the codes of ISO 639 that receivers ask for, names, and the letters a language is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jats.vocab.countries import country_code, country_name
from jats.vocab.scripts import script_name, script_of_text
from jats.vocab.tables import rows

_ORDER = {"extended": 0, "script": 1, "region": 2, "variant": 3}


@dataclass(frozen=True, slots=True)
class Language:
    """One language of ISO 639-1 or 639-2; `two` is empty if there is no code of two letters."""

    two: str
    terminological: str
    bibliographic: str
    name: str
    own_name: str
    scripts: tuple[str, ...]


def language_fault(tag: str) -> str | None:
    """What keeps `tag` from being a valid language tag (RFC 5646), with the tag to write if that is known.

    Subtags must be registered: languages by ISO 639-1, -2 and -3, scripts by ISO 15924, regions by ISO 3166 and UN M.49.
    """
    if (len(tag) == 2 and tag in _languages()) or tag.lower() in _subtags("whole"):
        return None
    if not tag.strip():
        return "is empty"
    if "_" in tag or tag != tag.strip():
        return f"{tag.strip()} has {'an underscore' if '_' in tag else 'blanks around it'}, write {tidy_language(tag)}"
    primary, *others = tag.split("-")
    if primary in {"x", "X"}:
        return None if others else "x alone is not a language tag"
    return _primary_fault(tag, primary.lower()) or _others_fault(others)


def _primary_fault(tag: str, primary: str) -> str | None:
    language = _languages().get(primary)
    if language and (primary == language.two or not language.two):
        return None
    if language:
        return f"{primary} has a code of two letters, write {language.two}"
    if primary in _mistakes("country"):
        meant = _languages()[_mistakes("country")[primary]]
        return f"{primary} is a country; the {meant.name} language is {meant.two}"
    if primary in _replaced():
        return f"{primary} is withdrawn, write {_replaced()[primary]}"
    if primary in _subtags("language") or re.fullmatch("q[a-t][a-z]", primary):
        return None
    if code := words_to_language(tag):
        return f"{tag} is a name, write {code}"
    if re.fullmatch("[a-z]{2,3}", primary):
        return f"{primary} is not a language of ISO 639"
    return f"{tag} is not a language tag: write one such as en, uk or pt-BR"


def _others_fault(parts: list[str]) -> str | None:
    """The fault of what follows the primary language: extended language, script, region, variants, extensions."""
    stage = 0
    for place, part in enumerate(parts):
        if len(part) == 1:
            return _extension_fault(parts[place:])
        kind = _kind(part, place)
        if kind is None:
            return f"{part} is not a part of a language tag" if part else "has an empty part between hyphens"
        if _ORDER[kind] < stage:
            return f"{part} is in the wrong place: a tag is language-Script-REGION"
        stage = _ORDER[kind] + (kind in {"script", "region"})
        if fault := _part_fault(kind, part):
            return fault
    return None


def _kind(part: str, place: int) -> str | None:
    if re.fullmatch("[A-Za-z]{3}", part):
        return "extended" if place < 3 else None
    if re.fullmatch("[A-Za-z]{4}", part):
        return "script"
    if re.fullmatch("[A-Za-z]{2}|[0-9]{3}", part):
        return "region"
    return "variant" if re.fullmatch("[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}", part) else None


def _part_fault(kind: str, part: str) -> str | None:
    if kind == "script":
        return None if part.title() in _subtags("script") else f"{part} is not a script of ISO 15924"
    if kind == "region" and part.upper() in _subtags("region"):
        return None
    if kind == "variant":
        return None if part.lower() in _subtags("variant") else f"{part} is not a registered variant of a language"
    region = country_code(part)
    if kind == "extended" and region is None and (part.lower() in _languages() or part.lower() in _subtags("language")):
        return None
    return f"{part} is not a region" + (f", write {region}" if region else "")


def _extension_fault(parts: list[str]) -> str | None:
    well_formed = len(parts) > 1 and all(re.fullmatch("[A-Za-z0-9]{1,8}", part) for part in parts)
    return None if well_formed else f"has nothing after -{parts[0]}"


def language_doubt(tag: str) -> str | None:
    """A hint where a right tag is the code of a country whose language has another: `se` is Northern Sami, not Swedish."""
    if (meant := _mistakes("seldom").get(tag.lower())) is None:
        return None
    return f"{tag} is {name_of(tag)}; the {name_of(meant)} language is {meant}"


def tidy_language(tag: str) -> str:
    """The tag with hyphens and in the usual case: `en_us` is `en-US`, `sr-latn` is `sr-Latn` (RFC 5646, 2.1.1)."""
    primary, *others = tag.strip().replace("_", "-").lower().split("-")
    parts = [primary]
    for part in others:
        if len(parts[-1]) == 1:
            parts.append(part)
        else:
            parts.append({2: str.upper, 4: str.title}.get(len(part), str.lower)(part))
    return "-".join(parts)


def to_639_1(tag: str) -> str | None:
    """The code of two letters, for a tag or any code of three: `uk` for `ukr`, `de` for `ger` and `de-AT`."""
    language = _find(tag)
    return language.two or None if language else None


def name_of(tag: str) -> str | None:
    """The English name, with script and region in brackets where the tag has them: `Portuguese (Brazil)`."""
    language = _find(tag)
    if language is None:
        return None
    own_parts = re.split("-.(?:-|$)", tidy_language(tag))[0].split("-")[1:]
    more = [name for part in own_parts if (name := script_name(part) or country_name(part))]
    return f"{language.name} ({', '.join(more)})" if more else language.name


def script_of_language(tag: str) -> tuple[str, ...]:
    """The names of the scripts that the language is usually written in, the commonest first; empty where not known.

    A script in the tag decides: `sr-Latn` is written in Latin letters only.
    """
    for part in tidy_language(tag).split("-")[1:]:
        if part in {"Jpan", "Kore"}:
            return ("Han", "Kana") if part == "Jpan" else ("Hangul", "Han")
        if len(part) == 4 and (name := script_name(part)):
            return (name,)
    language = _find(tag)
    return tuple(filter(None, map(script_name, language.scripts))) if language else ()


def script_fault(text: str, tag: str) -> str | None:
    """Says so where most letters of the text are of a script that the language is not written in."""
    expected, found = script_of_language(tag), script_of_text(text)
    if not expected or found is None or found in expected:
        return None
    return f"is in {found} letters, but {name_of(tag)} ({tag}) is written in {' or '.join(expected)}"


def words_to_language(text: str) -> str | None:
    """The tag of the language that words name: `in Ukr.`, `[in Russian]`, `українською мовою`, `English`; else `None`.

    Of `in Chinese with English abstract` or `in Russian, English summary` it is the first.
    """
    first = re.split(r"[,;/]|\swith\s|\sz\s", text.strip("[](){}. ").casefold())[0]
    words = [word for word in re.split(r"[\s.]+", first) if _words().get(word, word) != "*"]
    return _words().get(" ".join(filter(None, words)))


def short_name_to_language(text: str) -> str | None:
    """The tag of the language that one word with a full stop shortens: `Ukr.`, `англ.`; else `None`."""
    return words_to_language(text) if re.fullmatch(r"[^\W\d_]{2,8}\.", text.strip()) else None


def _find(tag: str) -> Language | None:
    return _languages().get(tag.strip().replace("_", "-").split("-")[0].lower())


@cache
def _languages() -> dict[str, Language]:
    """Every language by each of its codes."""
    table: dict[str, Language] = {}
    for two, terminological, bibliographic, name, own_name, scripts in rows("languages"):
        language = Language(two, terminological, bibliographic, name, own_name, tuple(scripts.split()))
        table |= dict.fromkeys(filter(None, (two, terminological, bibliographic)), language)
    return table


@cache
def _words() -> dict[str, str]:
    """The tag by every name of a language, English, own or abbreviated; `*` for words that say nothing."""
    words: dict[str, str] = {}
    for language in _languages().values():
        for name in language.name, language.own_name:
            words.setdefault(name.casefold(), language.two or language.terminological)
    for tag, names in rows("language_words"):
        words |= {name.strip(): tag for name in names.split(";")}
    words.pop("", None)
    return words


@cache
def _mistakes(kind: str) -> dict[str, str]:
    return {code: tag for row_kind, code, tag in rows("language_mistakes") if row_kind == kind}


@cache
def _subtags(kind: str) -> frozenset[str]:
    return frozenset(subtag for row in rows("subtags") if row[0] == kind for subtag in row[1].split())


@cache
def _replaced() -> dict[str, str]:
    return dict(pair.split(">") for pair in _subtags("replaced"))


def meant_language(tag: str) -> str | None:
    """The tag that was probably meant by one that is not valid: a country's code, a locale, a name; `None` if it is valid."""
    if language_fault(tag) is None:
        return None
    primary = tag.strip().lower()
    if primary in _mistakes("country"):
        return _mistakes("country")[primary]
    language = _languages().get(primary)
    if language and language.two:
        return language.two
    return _replaced().get(primary) or words_to_language(tag) or language_of_locale(tag)


def language_of_locale(locale: str) -> str | None:
    """The tag of a locale as platforms write them: `en_US` is `en`, `pt_BR` is `pt-BR`; `None` for anything else.

    The country is left out if it is the one that the language is named after, or the usual one in software.
    """
    match = re.fullmatch(r"([a-z]{2,3})_([A-Z]{2})(?:@([a-z]+))?", locale)
    if match is None or _find(match[1]) is None:
        return None
    if match[3]:
        return tidy_language(f"{match[1]}-{'Latn' if match[3] == 'latin' else 'Cyrl'}")
    usual = match[1].upper() == match[2] or (match[1], match[2]) in _usual_countries()
    return match[1] if usual else f"{match[1]}-{match[2]}"


@cache
def _usual_countries() -> frozenset[tuple[str, str]]:
    return frozenset((language, country) for language, country in rows("locales"))
