"""Tags of an element that are lost or too early: what follows it belongs into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from jats.messages.words import all_of, tag, tags
from jats.schema.content import Grammar
from jats.validation.elements.homes import natural_homes
from jats.validation.elements.neighbours import neighbours
from jats.validation.elements.remedies import BLOCKS, has_a_meaning
from jats.validation.elements.stray_text import FOR_TEXT
from jats.validation.elements.usual_wrappers import is_each_alone
from jats.validation.elements.wrappers import holds_what_it_may_not
from jats.validation.names import text_in, written_name

_MOST = 400
_FEW = 3
_OF_RUNNING_TEXT = frozenset(("p", "mixed-citation", "td", "th", "aff", "corresp", "license-p"))
"""The elements that text beside them most likely belongs into."""

_WITH_ELEMENTS = _OF_RUNNING_TEXT | {"article-title", "disp-formula", "string-name", "title"}
_ANYTHING = frozenset(("back", "body", "front"))
_HEADS = frozenset(("label", "title"))
_RARE = frozenset(("alternatives", "nlm-citation", "note", "open-access", "x"))
_SENTENCE_ENDS = (".", "?", "!", ":", ")")


@dataclass(frozen=True, slots=True)
class Outside:
    """What is outside its element: the first element of it, or the text after `after`; and the remedy."""

    first: etree._Element | None
    after: etree._Element | None
    text: str
    remedy: str


class _Content:
    """The children of an element with its content model, and the texts between them."""

    def __init__(self, parent: etree._Element, children: list[etree._Element], grammar: Grammar) -> None:
        self.holder, self.children, self.grammar = written_name(parent), children, grammar
        self.names = [written_name(each) for each in children]
        self.texts = texts_between(parent, children)
        """The text before each child, and that after the last one."""
        stray = next((at for at, text in enumerate(self.texts) if text), len(self.names))
        self.at = min(grammar.viable(self.holder, self.names)[0], stray)

    def holds(self, name: str, names: list[str]) -> bool:
        """Whether an element of that name may contain these, with text between them if there is some."""
        return name in self.grammar.elements and self.grammar.accepts(name, names)

    def is_right_with(self, until: int, instead: list[str]) -> bool:
        """Whether all is right if `instead` stands for what begins at the first fault and ends before `until`."""
        if any(text for at, text in enumerate(self.texts) if not self.at <= at <= until):
            return False
        return self.grammar.accepts(self.holder, [*self.names[: self.at], *instead, *self.names[until:]])

    def is_again(self, name: str) -> bool:
        """Whether it is a heading, and there is one before the first fault already, with something between them."""
        return (
            name in _HEADS and name in self.names[: max(self.at - 1, 0)] and not self.grammar.repeats(self.holder, name)
        )

    def text_within(self, until: int) -> bool:
        return any(self.texts[self.at : until + 1])


def outside(parent: etree._Element, children: list[etree._Element], grammar: Grammar) -> Outside | None:
    """What is outside its element, if that is the one fault in the content of its parent."""
    content = _Content(parent, children, grammar)
    if len(children) > _MOST or content.at > len(children) or not (content.at < len(children) or any(content.texts)):
        return None
    following = children[content.at] if content.at < len(children) else None
    if (
        following is not None
        and written_name(following) in grammar.elements
        and holds_what_it_may_not(following, grammar)
    ):
        return None
    if following is not None and has_a_meaning(following, grammar):
        return None
    if following is not None and _is_beside_its_home(following, content):
        return None
    early, lost = _early_end(content), _lost_start(content)
    if early is None and lost is None:
        return None
    remedy = _both(content, early, lost)
    text = content.texts[content.at]
    after = (children[content.at - 1] if content.at else parent) if text else None
    return Outside(None if text else following, after, text, remedy)


def _is_beside_its_home(following: etree._Element, content: _Content) -> bool:
    """Whether one element is in the wrong place, and all is right once it is in the element beside it."""
    alone = content.is_right_with(content.at + 1, []) and not any(content.texts)
    return alone and bool(neighbours(following, content.grammar))


def _early_end(content: _Content) -> int | None:
    """The end of the run of children that belongs to the end of the element before it."""
    at, names, grammar = content.at, content.names, content.grammar
    if at == 0:
        return None
    ended = content.children[at - 1]
    into = content.names[at - 1]
    inside = [written_name(each) for each in ended.iterchildren(etree.Element)]
    mixed = into in grammar.elements and grammar.mixed(into)
    if into not in grammar.elements or len(inside) > _MOST or not (inside or mixed):
        return None
    if mixed and names[at : at + 1] and (names[at] in grammar.children(content.holder) or names[at] in BLOCKS):
        return None
    for until in range(at, len(names) + 1):
        run = names[at:until]
        if run and not (grammar.accepts(into, [*inside, *run]) and all(_may_go(name, into) for name in run)):
            return None
        text = content.text_within(until)
        if (mixed and into not in (_OF_RUNNING_TEXT if content.texts[at] else _WITH_ELEMENTS)) or (text and not mixed):
            continue
        if (run or text) and content.is_right_with(until, []):
            return until
    return None


def _may_go(name: str, into: str) -> bool:
    homes = natural_homes().get(name, into).split()
    return into in homes or into in _ANYTHING


def _lost_start(content: _Content) -> tuple[int, list[str]] | None:
    """The end of the run of several children that belong into one element that is not there, and its possible names."""
    at, names, grammar = content.at, content.names, content.grammar
    allowed = grammar.children(content.holder)
    for until in range(at + 1, len(names) + 1):
        run = names[at:until]
        if all(each in allowed and not content.is_again(each) for each in run):
            continue
        right = [name for name in sorted(allowed - _RARE) if _could_be(name, run, until, content)]
        if right and len(run) == 1 and not content.text_within(until):
            return None
        if right:
            until = _further(until, right[0], content)
            if not content.text_within(until):  # elements alone are more likely in what allows no text
                right = [each for each in right if not grammar.mixed(each)] or right
            return until, _likely(right, names[at:until])
    return None


def _could_be(name: str, run: list[str], until: int, content: _Content) -> bool:
    fits = content.holds(name, run) and content.is_right_with(until, [name])
    return fits and (content.grammar.mixed(name) or not content.text_within(until))


def _further(until: int, name: str, content: _Content) -> int:
    """The end of the run with the elements after it that are in other such elements, and not beside them."""
    others = [each for each in content.children if each.tag == name]
    inside = {written_name(each) for other in others for each in other.iterchildren(etree.Element)}
    while until < len(content.names) and content.names[until] in inside - set(content.names[: content.at]):
        fits = content.holds(name, content.names[content.at : until + 1])
        if not fits or not content.is_right_with(until + 1, [name]):
            break
        until += 1
    return until


def _likely(right: list[str], run: list[str]) -> list[str]:
    """Those elements that one in the run belongs into by its nature, or that most often have text, if there are some."""
    homes = {home for name in run for home in natural_homes().get(name, "").split()}
    return [each for each in right if each in homes] or [each for each in FOR_TEXT if each in right] or right


def _both(content: _Content, early: int | None, lost: tuple[int, list[str]] | None) -> str:
    """The end of the message: what belongs where, the likelier place first."""
    if early is None:
        until, right = lost or (content.at, [])
        run = content.names[content.at : until]
        if not content.text_within(until) and is_each_alone(run, right, content.holder, content.grammar):
            return f": put each of these {len(run)} {tag(run[0])} into its own {tag(right[0])}"
        one = "one " if len(set(run)) > 1 else ""
        return f": put {_what(content, until)} into {one}{tags(right, _FEW)}"
    into, run = content.names[content.at - 1], content.names[content.at : early]
    what = _what(content, early)
    end = f"move {what} to the end of the {tag(into)} before it"
    earliest = content.names.index(into)
    earlier = not content.text_within(early) and content.grammar.accepts(
        content.holder, [*content.names[:earliest], *run, *content.names[earliest : content.at], *content.names[early:]]
    )
    ahead = f"before that {tag(into)}"
    if earliest < content.at - 1:
        line = content.children[earliest].sourceline
        ahead = f"before the first {tag(into)} in this {tag(content.holder)} (line {line})"
    if earlier and run[0] not in BLOCKS and run[0] != "p":
        return f": move {what} {ahead}, or to the end of the {tag(into)} before it if it belongs to that"
    again = content.grammar.repeats(content.holder, into) and content.is_right_with(early, [into])
    if again and content.holds(into, run) and (run or _OF_RUNNING_TEXT):
        another = f"put {what} into another {tag(into)}"
        first, second = (another, end) if _is_whole(content, early) else (end, another)
        return f": {first}, or {second}"
    return f": {end}" + (f", or {ahead}" if earlier else "")


def _is_whole(content: _Content, until: int) -> bool:
    """Whether what is outside looks like an element of its own, and not like the end of the one before it."""
    ended, run = content.children[content.at - 1], content.names[content.at : until]
    if content.grammar.mixed(content.names[content.at - 1]):
        end, begin = text_in(ended).rstrip(), content.texts[content.at]
        begin = begin or text_in(content.children[content.at]) if run else begin
        return end.endswith(_SENTENCE_ENDS) and begin[:1].isupper()
    inside = [written_name(each) for each in ended.iterchildren(etree.Element)]
    return len(run) > 1 or (run[:1] == inside[:1] and len(set(inside)) > 1)


def _what(content: _Content, until: int) -> str:
    run = content.names[content.at : until]
    kinds = list(dict.fromkeys(run))
    text = content.text_within(until)
    if content.texts[content.at]:
        return f"it, with {all_of(map(tag, kinds), _FEW)}," if kinds else "it"
    if len(kinds) == 1 and not text:
        return "it" if len(run) == 1 else f"these {len(run)} {tag(kinds[0])}"
    more = list(_more(kinds, text))
    return f"it, and the {all_of(more, _FEW)} after it,"


def _more(kinds: list[str], text: bool) -> Iterator[str]:
    yield from map(tag, kinds[1:])
    if text:
        yield "text"


def texts_between(parent: etree._Element, children: Sequence[etree._Element]) -> list[str]:
    """The text before each child, and that after the last one; empty where there is none."""
    return [(text or "").strip() for text in (parent.text, *(text_after(each) for each in children))]


def text_after(child: etree._Element) -> str:
    """The text after a child, up to the next element, whatever comments are between."""
    text, following = child.tail or "", child.getnext()
    while following is not None and not isinstance(following.tag, str):
        text += following.tail or ""
        following = following.getnext()
    return text
