"""Characters that were damaged, mixed up or hidden on the way from the manuscript."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import ALL
from jats.rules.text.places import foreign_letters, is_code, matches, texts_with
from jats.vocab.normal_forms import composed
from jats.vocab.scripts import mixed_script_words

_DAMAGED = re.compile(
    "[\u0080-\u0084\u0086-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U0001fffe\U0001ffff\U000f0000-\U0010ffff]"
)
_WRONGLY_READ = {
    "Ã": re.compile("Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]"),
    "Â": re.compile("Â[\u0080-\u00bf]"),
    "â": re.compile("â€[\u0080-\uffff]"),
    "Ð": re.compile("Ð[\u0080-\u00bf][ÐÑ]"),
    "Ñ": re.compile("Ñ[\u0080-\u00bf][ÐÑ]"),
}
"""UTF-8 that was read as Latin-1, by its first letter: a pattern that begins with a letter is searched fast."""

_NAMED = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[mn]dash|[lr][sd]quo|hellip|deg|plusmn|times|micro|alpha|beta|[aeiouAEIOU](?:acute|grave|uml|circ)"
    r"|[nN]tilde|[cC]cedil|szlig|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SEAM = re.compile("[\u0400-\u052f][A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f][\u0400-\u052f]")
_MARKS = re.compile("[\u0300-\u036f]+")
_HIDDEN = {
    "\u00ad": "a soft hyphen",
    "\u200b": "an invisible space",
    "\ufeff": "a byte order mark",
    "\u034f": "an invisible joiner",
}
_PARTING = "\u200b"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u0f00-\u0fff]")
"""Letters of Thai, Lao, Burmese, Khmer and Tibetan."""

_EDGE = "\u00a0"
_SHORT = (
    "surname",
    "given-names",
    "collab",
    "institution",
    "kwd",
    "subject",
    "trans-title",
    "journal-title",
    "publisher-name",
)


@rule("COM910", on="/", services=ALL)
def characters_are_readable(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """Text must not hold replacement characters, control characters or characters for private use.

    Why: readers see a box or nothing; the letter that was meant is lost.
    Wrong: <kwd>harbo\ufffdrs</kwd>
    Right: <kwd>northern harbours</kwd>
    Source: Unicode, "Specials"; XML 1.0, section 2.2
    """
    for letter in sorted(filter(_DAMAGED.match, foreign_letters(context))):
        for text, owner in texts_with(context, letter):
            at = text.index(letter)
            kind = "a replacement character" if letter == "\ufffd" else "a character that cannot be shown"
            yield Hit(
                f"{quoted(_around(text, at))} holds {kind}, U+{ord(letter):04X}: write the letter that was meant", owner
            )


def _around(text: str, at: int) -> str:
    """The words around a place."""
    return " ".join(text[max(0, at - 20) : at + 20].split())


@rule("COM911", on="/", services=ALL, severity=Severity.WARNING)
def text_was_decoded_once(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """Text must be read in its own encoding, and its entities must be resolved.

    Why: readers see "MÃ¼ller" or "&amp;nbsp;" in titles and names.
    Wrong: <kwd>Ã¼bertidal mud</kwd>
    Wrong: <kwd>mud &amp;amp; sand</kwd>
    Right: <kwd>mud &amp; sand</kwd>
    YAML: keywords: mud & sand; übertidal mud
    Source: Unicode, UTF-8; editors' practice
    """
    letters = foreign_letters(context)
    for sign, pattern in _WRONGLY_READ.items():
        for found, owner in matches(context, sign, pattern) if sign in letters else ():
            read = _around(found.string, found.start())
            meant = _meant(read)
            yield Hit(
                f"{quoted(read)} was read in the wrong encoding: write {meant or 'the letters that were meant'}", owner
            )
    for found, owner in matches(context, "&", _NAMED):
        if "://" not in found.string[: found.start()]:
            escaped = f"&amp;{found[0].removeprefix('&')}"
            told = f"write the character that it stands for (in XML, {found[0]} for {escaped})"
            yield Hit(f"{quoted(found[0])} is in the text as it is, for it was escaped twice: {told}", owner)


def _meant(read: str) -> str | None:
    """What the bytes are in UTF-8, if all of them survived."""
    for wrong in ("cp1252", "latin-1"):
        try:
            return quoted(read.encode(wrong).decode())
        except UnicodeError:
            continue
    return None


@rule("COM913", on="/", services=ALL, severity=Severity.WARNING)
def words_are_of_one_alphabet(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A word must be written in one alphabet.

    Why: a Latin letter in a Cyrillic word looks right, but a search does not find the word.
    Wrong: <kwd>hаrbours</kwd>
    Right: <kwd>northern harbours</kwd>
    Source: Unicode Technical Standard 39, confusable letters
    """
    if any(map(_CYRILLIC.match, foreign_letters(context))) and _SEAM.search(context.text):
        for text, owner in texts_with(context, ""):
            if _SEAM.search(text) and not is_code(owner):
                for mixed in mixed_script_words(text)[:1]:
                    other = f"a letter of another alphabet, {quoted(mixed.letter)}"
                    yield Hit(f"the word {quoted(mixed.word)} has {other}: write {quoted(mixed.corrected)}", owner)


@rule("COM914", on="/", services=ALL, severity=Severity.WARNING)
def characters_are_the_usual_ones(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A letter with an accent must be one character, and text must not hold soft hyphens, invisible spaces or edge spaces.

    Why: a search for the word does not find it, and two spellings of one name are two people.
    Wrong: <kwd>sedi\u00adments</kwd>
    Wrong: <kwd>e\u0301tiage</kwd>
    Right: <kwd>étiage</kwd>
    Source: Unicode Standard Annex 15, NFC; editors' practice
    """
    letters = foreign_letters(context)
    for sign, name in _HIDDEN.items():
        if sign in letters:
            # COM311 reports the article's title.
            places = [
                owner for text, owner in texts_with(context, sign) if _is_hidden(sign, text) and not _in_title(owner)
            ]
            yield from _summed(f"{name} (U+{ord(sign):04X})", "remove it", places)
    yield from _not_composed(context, letters)
    if _EDGE in letters:
        for element in (each for name in _SHORT for each in context.group(name)):
            last = element[-1].tail if len(element) else element.text
            if ((element.text or "")[:1] == _EDGE or (last or "")[-1:] == _EDGE) and (text := text_of(element)):
                yield Hit(f"{quoted(text)} has a no-break space at its start or end: remove it", element)


def _is_hidden(sign: str, text: str) -> bool:
    """Whether the sign is hidden in text: in scripts without blanks between words, a space without width parts words."""
    return sign != _PARTING or any(
        _UNSPACED.search(text[max(0, at - 1) : at + 2]) is None for at in _places(sign, text)
    )


def _places(sign: str, text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter == sign]


def _in_title(element: Element) -> bool:
    titles = ("article-title",) if parent_name(element) == "title-group" or within(element, "title-group") else ()
    return element.tag in titles or within(element, *titles) if titles else False


def _not_composed(context: RuleContext, letters: frozenset[str]) -> Iterator[Hit]:
    alone = sorted(each for each in letters if composed(each) != each)
    for letter in alone:
        better = composed(letter)
        what = f"{unicodedata.name(letter, letter).lower()} (U+{ord(letter):04X})"
        yield from _summed(what, f"write {quoted(better)}", [owner for _, owner in texts_with(context, letter)])
    if any("\u0300" <= each <= "\u036f" for each in letters):
        for word, owners in sorted(_marked(context).items()):
            if (better := composed(word)) != word:
                what, wanted = f"{quoted(word)} as {len(word)} characters", f"write the one character {quoted(better)}"
                yield from _summed(what, wanted, owners)


def _marked(context: RuleContext) -> dict[str, list[Element]]:
    """Each letter that has marks after it, with the elements whose text it is in."""
    found: dict[str, list[Element]] = {}
    for text, owner in texts_with(context, ""):
        for word in {text[max(0, marks.start() - 1) : marks.end()] for marks in _MARKS.finditer(text)}:
            if word[0].isalpha():
                found.setdefault(word, []).append(owner)
    return found


def _summed(what: str, wanted: str, places: list[Element]) -> Iterator[Hit]:
    """One finding for all places: a text that was copied has many."""
    if places:
        more = f", and {len(places) - 1} more times in the document" if len(places) > 1 else ""
        yield Hit(f"the text holds {what}{more}: {wanted}", places[0])
