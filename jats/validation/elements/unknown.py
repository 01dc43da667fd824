"""What is meant by an element that the schema does not know: a wrong prefix, a slip, or an element of another format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from jats.messages.codes import Message
from jats.messages.words import did_you_mean, nearest, tags
from jats.schema.content import Grammar
from jats.validation import codes
from jats.validation.elements.foreign import counterpart, named_counterparts, unprefixed
from jats.validation.elements.foreign_inside import with_those_inside
from jats.validation.elements.formulas import token_meant
from jats.validation.elements.later import later_element
from jats.validation.elements.likely import alike, clearly, content_fits, likely_names
from jats.validation.elements.misnamed import has_nothing, points_without, tags_to_remove
from jats.validation.elements.other_language import in_other_language
from jats.validation.elements.remedies import where_to_move
from jats.validation.elements.stray_text import holder_of_text
from jats.validation.elements.text_as_elements import as_pages, as_parts_of_date
from jats.validation.elements.wrappers import has_text, without_tags
from jats.validation.names import child_elements, run_length, written_name
from jats.vocab.namespaces import PREFIXES

_TOO_MANY = 12
_WITHOUT_PREFIX = "remove the prefix {}, here and everywhere, for the elements of JATS have none"
_LIKELY = 1.0
_VERY_LIKELY = 3.0
_ALIKE = 1.6
_OF_ONE_KIND = 1.0
_BETTER = 0.5
_REFERENCE = "it refers"
_REMOVE = "remove the tag"
_IN_SECTION = "begin a <sec> with a <title>"


@dataclass(frozen=True, slots=True)
class NamedGrammar:
    """The grammar of a document, and its name in messages."""

    grammar: Grammar
    title: str


def unknown(child: etree._Element, fitting: Sequence[str], parent: str | None, language: NamedGrammar) -> Message:
    """The message about an element that the schema does not know."""
    name, grammar = written_name(child), language.grammar
    address, local = etree.QName(child).namespace, etree.QName(child).localname
    right = f"{PREFIXES.get(address or '', '')}:{local}"
    if right in grammar.elements:
        return codes.wrong_prefix(f"<{name}>", f"<{right}>")
    if (bare := unprefixed(child, grammar)) is not None and (name != "image" or _is_in_formula(child)):
        return codes.missing_prefix(name, *bare)
    allowed = grammar.children(parent) if parent else frozenset(fitting)
    if address is not None and local in allowed:
        remedy = f": {_WITHOUT_PREFIX.format(name.partition(':')[0])}"
    else:
        remedy = with_those_inside(child, _remedy(child, fitting, allowed, language), grammar)
        if remedy.startswith(": ") and " write <" in remedy and (more := run_length(child) - 1):
            remedy += f", also for the {more} <{name}> after it"
    return codes.unknown_element(name, parent, in_other_language(child, remedy, grammar), language.title)


def _remedy(child: etree._Element, fitting: Sequence[str], allowed: frozenset[str], language: NamedGrammar) -> str:
    """The end of the message: what is written for it in this version, or the name that it should have."""
    name, grammar = written_name(child), language.grammar
    if parts := as_parts_of_date(child) or as_pages(child, grammar):
        return parts
    is_jats = etree.QName(child).namespace is None
    known = later_element(name, language.title, grammar) if is_jats or ":" in name else None
    if known is None and is_jats:
        known = _of_another_format(child, grammar)
    if known is not None:
        return f": {known}"
    if token := token_meant(child):
        return did_you_mean([f"<{token}>"])
    # A name that may not be there is never proposed.
    close = nearest(name, fitting) or nearest(name, sorted(allowed))
    inside = {written_name(each) for each in child_elements(child)}
    around = inside if len(child) == 1 and not has_text(child) else set()
    fit = [each for each in close if content_fits(child, each, grammar) and each not in around]
    if close and (fit or not (superfluous := tags_to_remove(child, grammar))):
        return did_you_mean([f"<{each}>" for each in fit or close])
    if close:
        return superfluous
    return _by_content(child, grammar) or (f"; allowed here: {tags(fitting)}" if 0 < len(fitting) <= _TOO_MANY else "")


def _of_another_format(child: etree._Element, grammar: Grammar) -> str | None:
    """What to write for an element of another format; another name if the usual counterpart is not allowed there."""

    def place(meant: str) -> str:
        return where_to_move(child, grammar, (), meant)

    parent = child.getparent()
    found = counterpart(child, grammar, place)
    if found is None or parent is None or has_nothing(child):
        return found
    named = named_counterparts(child) or (["title"] if _IN_SECTION in found else [])
    allowed = grammar.children(written_name(parent))
    fit = [each for each in named if each in allowed and _has_room(child, each, grammar)]
    if fit and (
        not all(written_name(each) in grammar.elements for each in child_elements(child))
        or not content_fits(child, fit[0], grammar)
    ):
        return found  # what is inside, of the same format or a text alone, says nothing
    best = likely_names(child, grammar, named)
    origin = found.partition(": ")[0]
    points = {each.name: each.points for each in best}
    if fit and best and best[0].name in fit and best[0].points >= points.get(fit[0], 0.0) + _BETTER:
        return f"{origin}: write {tags([best[0].name])}"
    if fit and (not best or best[0].name in fit):
        return f"{origin}: write <title>" if _IN_SECTION in found else found
    around = "" if fit else _only_tags(child, grammar)
    superfluous = not grammar.mixed(written_name(parent)) and points_without(child, grammar) > (
        best[0].points if best else 0.0
    )
    if found.startswith(_REFERENCE):  # its id would be lost with its tags
        around, superfluous = "", False
    if not fit and (_REMOVE in found or superfluous):
        around = around or tags_to_remove(child, grammar)
    if around:
        return f"{origin}{around}"
    if _IN_SECTION in found or (fit and best and alike(best[0].name, fit[0]) < _OF_ONE_KIND):
        return found
    sure = fit or not named or found.startswith(_REFERENCE) or grammar.mixed(written_name(parent))
    if best and best[0].points >= (_VERY_LIKELY if sure else _LIKELY):
        return f"{origin}: write {tags(clearly(best))}"
    return found


def _has_room(child: etree._Element, name: str, grammar: Grammar) -> bool:
    """Whether an element of that name may have the child's content, or has an element for a text that is all of it."""
    only_text = has_text(child) and len(child) == 0
    return content_fits(child, name, grammar) or (only_text and bool(holder_of_text(name, grammar)))


def _only_tags(child: etree._Element, grammar: Grammar) -> str:
    """What to do with the only content of a line of text: the tags are to be removed."""
    parent = child.getparent()
    alone = parent is not None and len(parent) == 1 and not has_text(parent)
    return (
        tags_to_remove(child, grammar) if parent is not None and alone and grammar.mixed(written_name(parent)) else ""
    )


def _by_content(child: etree._Element, grammar: Grammar) -> str:
    """The name that the place and the content ask for, or the removal of tags that only are around others."""
    best = likely_names(child, grammar)
    likely = bool(best) and best[0].points >= _LIKELY
    if best and best[0].points >= max(_VERY_LIKELY, points_without(child, grammar)):
        return f": write {tags(clearly(best))}"
    around = _only_tags(child, grammar) or without_tags(child, grammar) or _like_its_parent(child, grammar)
    return around or (f": write {tags(clearly(best))}" if likely else tags_to_remove(child, grammar))


def _like_its_parent(child: etree._Element, grammar: Grammar) -> str:
    """What to do with `<labels>` in `<label>`."""
    parent = child.getparent()
    is_like = parent is not None and alike(written_name(child), written_name(parent)) >= _ALIKE
    return tags_to_remove(child, grammar) if is_like else ""


def _is_in_formula(child: etree._Element) -> bool:
    return any("math" in str(above.tag) for above in child.iterancestors())
