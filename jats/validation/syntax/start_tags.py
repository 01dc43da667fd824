"""Start tags that are not well-formed: what is wrong in them, and what to write."""

from __future__ import annotations

import re
from itertools import takewhile

from jats.schema.catalog import WIDEST, WITH_OASIS
from jats.schema.content import grammar
from jats.validation.syntax.control_characters import CONTROL, about_control
from jats.validation.syntax.left_open import Words
from jats.validation.syntax.parser_spots import ParserSpot
from jats.validation.syntax.slips import attribute_without_value, first_line, slip_in_start_tag, whole_doctype

_CURLY = "“”„‟«»‘’"
_LOST_END = re.compile(r"""([\w:-]+)\s*=\s*(["'])[^"'=<>]*\s([\w:-]+)\s*=\s*\2$""")
_OTHER_MARK = re.compile(r"""\s([\w:.-]+)\s*=\s*(["'])(?:(?!\2)[^<>=])*?(?!\2)(["'”“’])(?=\s*/?>|\s+[\w:.-]+\s*=)""")
_UNCLOSED_VALUE = re.compile(
    r"""^<[^"'<>]*?(?:\s[\w:.-]+\s?=\s?(?:"[^"]*"|'[^']*'))*\s([\w:.-]+)\s?=\s?(["'])[^"'>]*>"""
)
_ADDRESS = re.compile(r"<(?:(?:https?|ftp|mailto):|www\.|[\w.+-]+@)")
_CUT_TAG = re.compile(r"<([\w:-]+)[^<>]*</([\w:-]+)>")
_SHORTEST_CUT = 2
_NEAR = 2000
_TAG_IN_VALUE = re.compile(r"</?([\w:-]+)>")
_NO_TAG = "write &lt; for the character <"


def about_start_tag(spot: ParserSpot) -> str | Words | None:
    """A start tag with a curly quotation mark, a quotation mark too many or too few, or no `>`."""
    tag, rest = spot.before, spot.after
    if re.match(r"<DOCTYPE\b", tag):
        return whole_doctype(spot.data)
    if re.match(r"<xml\b", tag):
        return first_line(spot.data)
    if control := CONTROL.match(rest):
        return control_character(control[0], spot)
    if named := _split_name(tag + rest):
        return named
    if not _may_be_a_tag(tag) or _cut_off(spot):
        return _no_tag(spot)
    if (
        not tag.endswith("/")
        and re.match(r"[^<>]*<(?!!)", rest[1:])
        and rest[:1] != "/"
        and tag.count('"') % 2 == tag.count("'") % 2 == 0
    ):
        return _no_end_of_tag(spot)
    if lost := _LOST_END.search(tag):
        return f"the quotation mark at the end of the value of {lost[1]} is missing, before {lost[3]}="
    if end := re.search(r"(?:\\|//+)\s*>", (tag[-1:] + rest)[:6]):
        return f"write /> for {end[0]}"
    if glued := _glued(tag + rest):
        return glued
    if wrong := _OTHER_MARK.search(tag + rest.partition(">")[0] + ">"):
        return _other_mark(wrong)
    if any(mark in (rest[:1], tag[-1:]) for mark in _CURLY):
        return "“ and ” have no meaning in XML: put straight quotation marks around the attribute's value"
    if slip := slip_in_start_tag(tag, rest, grammar(WIDEST)):
        return slip
    if rest.startswith("<!--"):
        return "there is a comment inside a start tag: move it after the tag's >"
    if rest.startswith("<"):
        return _no_end_of_tag(spot)
    if re.match(r"[\w:-]+\s*=", rest):
        return "write a space between two attributes"
    if re.search(r"""=\s*(["'])[^"']*\1$""", tag):
        return "there is a quotation mark inside the attribute's value, or after its end: write &quot; for it, or remove it"
    return None


def about_lost_value(spot: ParserSpot) -> str | Words | None:
    """Words of the text that are taken for attributes, because the start tag is not closed; or an attribute without a value."""
    if named := _split_name(spot.before + spot.after):
        return named
    if re.match(r"<DOCTYPE\b", spot.before):
        return whole_doctype(spot.data)
    if 0 <= spot.after.find("<") < spot.after.find(">"):
        return _no_end_of_tag(spot)
    if slip := slip_in_start_tag(spot.before, spot.after, grammar(WIDEST)):
        return slip
    owner = re.match(r"<([\w:-]+)", spot.before)
    if owner and owner[1] not in grammar(WITH_OASIS).elements:
        return _no_tag(spot)
    return attribute_without_value(spot.said[1], owner[1] if owner else "", grammar(WIDEST))


def about_quotation_marks(spot: ParserSpot) -> str | Words | None:
    """A `<` in a value, where the quotation mark at its end is missing, or another than at its beginning."""
    if wrong := _OTHER_MARK.search(spot.before + spot.after.partition(">")[0] + ">"):
        return _other_mark(wrong)
    inside = _TAG_IN_VALUE.match(spot.after) or _TAG_IN_VALUE.match(spot.after[1:])
    if inside and inside[1] in grammar(WITH_OASIS).elements and re.search(r"=\s*[\"'][^\"'<>]*$", spot.before):
        return f"no tags are allowed in the value of an attribute: remove <{inside[1]}> and </{inside[1]}>"
    if unclosed := _UNCLOSED_VALUE.search(spot.before):
        owner = re.match(r"<[^\s<>/=]+", spot.before)
        end = f"the > of {owner[0]} …>" if owner else "the >"
        said = f"the quotation mark at the end of the value of {unclosed[1]} is missing, before {end}"
        return Words(f"{said}: write {unclosed[2]} there", spot.at)
    lost = "before this place, the quotation mark at the end of a value is missing, or is another than at its beginning"
    return lost if ">" in spot.before else None


def control_character(character: str, spot: ParserSpot) -> str:
    """What to do about a character that XML does not allow, at or after a place."""
    at = spot.text.find(character, spot.at)
    return about_control(character, spot.text, None if at < 0 else at)


def _no_tag(spot: ParserSpot) -> Words:
    """About a `<` that begins no tag, or a tag that is cut off."""
    return _cut_off(spot) or Words(_NO_TAG, spot.at)


def _cut_off(spot: ParserSpot) -> Words | None:
    """About a tag of which only the beginning is left: `<laRoe</label>`."""
    cut = _CUT_TAG.match(spot.text[spot.at : spot.at + _NEAR])
    if cut is None or cut[2] not in grammar(WITH_OASIS).elements or cut[1].startswith(cut[2]):
        return None
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(cut[1], cut[2], strict=False))))
    said = f"the start tag <{cut[1][:shared]} is cut off: write <{cut[2]}> for it"
    return Words(said, spot.at) if shared >= _SHORTEST_CUT else None


def _split_name(tag: str) -> str | None:
    """About an element's name with a space for its hyphen: `<given names>`."""
    found = re.match(r"<([\w:]+)\s([a-z]+(?:-[a-z]+)*)(?=[\s/>])(?!\s*=)", tag)
    name = f"{found[1]}-{found[2]}" if found else ""
    return f"write <{name}, with a hyphen for the space" if name in grammar(WITH_OASIS).elements else None


def _other_mark(found: re.Match[str]) -> str:
    """About a value that begins with one quotation mark and ends with another."""
    return f"the value of {found[1]} begins with {found[2]} and ends with {found[3]}: write {found[2]} at both ends"


def _glued(tag: str) -> str | None:
    """About an element's name and an attribute with no space between: `<xrefref-type="bibr"`."""
    found = re.match(r"<([\w:.-]+)=", tag)
    if found is None:
        return None
    known = grammar(WITH_OASIS)
    for end in range(len(found[1]) - 1, 0, -1):
        owner, name = found[1][:end], found[1][end:]
        if owner in known.elements and known.attribute(owner, name):
            return f"write a space between <{owner} and {name}"
    return None


def _may_be_a_tag(tag: str) -> bool:
    """Whether a `<` begins an element, though its `>` may be missing before a word: `<pWe`."""
    if _ADDRESS.match(tag):
        return False
    name = re.match(r"<([^\s<>/=]+)", tag)
    known = grammar(WIDEST).elements
    return name is None or any(name[1][:end] in known for end in range(len(name[1]), 0, -1)) or ":" in name[1]


def _no_end_of_tag(spot: ParserSpot) -> str | Words | None:
    name = re.match(r"<([^\s<>/=]+)", spot.before)
    if not _may_be_a_tag(spot.before) or _cut_off(spot):
        return _no_tag(spot)
    return name and f"the start tag <{name[1]} lacks its >: write it after the tag's name and attributes"
