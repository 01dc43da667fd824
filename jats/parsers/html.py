"""HTML as platforms store it, read as a browser reads it, and given in the article file's own notation."""

from __future__ import annotations

import re

from jats.messages.words import nearest, quoted
from jats.parsers.html_seen import TextInspection, is_entity
from jats.parsers.html_tags import BLOCKS, KNOWN, OWN, PHRASES
from jats.parsers.outcome import Certainty, Outcome, unreadable
from jats.vocab.carried import carried_elements

_TAG = re.compile(
    r"<(/?)([A-Za-z][\w.:-]{0,40})((?:\s+[^<>\s=/\"']{1,60}(?:\s?=\s?(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\s<>\"']{1,2000}))?){0,20})\s*(/?)>"
)
_LIKE_TAG = re.compile(r"<(/?)([A-Za-z][\w.:-]{0,40})(?=[\s/>])[^<>]{0,300}>")
_PROTECTED = re.compile(
    "[\uf8f0-\uf8f2]|"  # the signs that hold places in a text are themselves held
    r"\\+[<$]|\$[^\s$](?:[^$]{0,2000}?[^\s$\\])?\$(?![0-9])|<((?:\w{1,10}:)?math)\b[^<>]{0,500}>[^\0]{0,20000}?</\1>|<!--[^\0]{0,5000}?-->",
    re.DOTALL,
)
_HELD = re.compile("\uf8f0(\\d+)\uf8f1")
_HREF_ALONE = re.compile(r"""\s+href\s?=\s?(?:"[^"]*"|'[^']*')""")
_VOID = frozenset(("br", "hr", "img", "wbr", "meta", "link", "input", "col", "source", "embed"))
MOST = 200_000
"""Characters of one text that are read as HTML."""


def may_hold_html(text: str) -> bool:
    """Whether a text has anything to read in it: a sign that begins a tag or an entity."""
    return "<" in text or "&" in text


def holds_jats(text: str) -> bool:
    """Whether a text has an element in JATS's own markup that HTML doesn't have."""
    if "<" not in text:
        return False
    names = (found[2] for found in _LIKE_TAG.finditer(text))
    return any(name in carried_elements() and name.lower() not in KNOWN for name in names) or "<tex-math>" in text


def read_html(text: str, *, blocks: bool) -> Outcome[str]:
    """The text in the article file's notation: `blocks` for fields with paragraphs, else one run of text.

    Entities are decoded, tags without meaning dropped; formulas and the notation's own escapes stay.
    """
    if not may_hold_html(text) or len(text) > MOST:
        return Outcome(text)
    seen = TextInspection()
    held: list[str] = []
    body = _PROTECTED.sub(lambda found: _hold(found, held), _without_cover(text, seen))
    body = _escaped(body, seen)
    if seen.unclosed:
        name, offset = seen.unclosed
        near = text[offset : offset + 30]
        return unreadable(
            f"<{name}> at {quoted(near)} is never closed",
            f"write </{name}> after the words that it marks, or \\< for the sign <",
        )
    if seen.foreign or not (seen.entities or seen.attributes or seen.twice or seen.tags - OWN):
        return _kept_as_it_is(text, seen)
    from jats.parsers.html_tree import to_notation  # the HTML parser is loaded only for texts that need it

    made, certainty = to_notation(body, seen, blocks=blocks)
    return _outcome(_HELD.sub(lambda found: held[int(found[1])], made), seen, certainty)


def _hold(found: re.Match[str], held: list[str]) -> str:
    if found.group().startswith("<!--"):
        return ""
    held.append(found.group())
    return f"\uf8f0{len(held) - 1}\uf8f1"


_COVERED = re.compile(
    r"\s*&lt;(?:p|div|span|i|em|b|strong|ul|ol|h[1-6]|br)\b[^&]{0,200}&gt;.*&lt;/", re.DOTALL | re.IGNORECASE
)


def _without_cover(text: str, seen: TextInspection) -> str:
    """A text whose tags were written as entities, as after an export that escapes twice."""
    if "&lt;" in text and "<" not in text and _COVERED.match(text):
        seen.twice = True
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    return text


def _escaped(text: str, seen: TextInspection) -> str:
    """The text in which only real tags and entities are such; what else looks like them is escaped for the parser."""
    out: list[str] = []
    stack: list[tuple[str, int]] = []
    end = 0
    for found in re.finditer(r"[<&]", text):
        start = found.start()
        if start < end:
            continue
        out.append(text[end:start])
        end = start + 1
        if text[start] == "&":
            known = is_entity(text, start)
            seen.entities = seen.entities or known
            out.append("&" if known else "&amp;")
            continue
        tag = _TAG.match(text, start)
        if tag and _compares(tag, text):
            out.append("&lt;")
        elif tag and _is_html(tag, seen):
            out.append(_met(tag, stack, seen))
            end = tag.end()
        else:
            _strange(text, start, seen)
            out.append("&lt;")
    out.append(text[end:])
    if stack:
        seen.unclosed = stack[-1]
    return "".join(out)


_JATS_ATTRIBUTES = re.compile(
    r"\s(?:content-type|specific-use|xml:\w+|xlink:[\w-]+|toggle|arrange|underline-style|code-type|code-version|language"
    r"|language-version|executable|platforms|orientation|position|list-type|ext-link-type|rid|ref-type|fn-type|lang-\w+)\s?="
)


def _is_html(tag: re.Match[str], seen: TextInspection) -> bool:
    name = tag[2].lower()
    if _JATS_ATTRIBUTES.search(tag[3]):
        seen.foreign = True
    if name in KNOWN or name.startswith(("o:", "w:", "v:", "st1:", "m:")):
        return True
    if tag[2] in carried_elements():
        seen.foreign = True
    return False


def _compares(tag: re.Match[str], text: str) -> bool:
    """Whether `<` compares: `a<b and c>d`, where bare words follow the letter and a word is before the sign."""
    words = tag[3].split()
    return bool(words) and "=" not in tag[3] and not tag[1] and text[tag.start() - 1 : tag.start()].isalnum()


_PAIRED = frozenset((*PHRASES, "a"))
_MEANT = tuple(sorted(OWN))
_NEAR = 0.66
"""How near a name of two letters, one of them too many, is to the one that is meant."""


def _met(tag: re.Match[str], stack: list[tuple[str, int]], seen: TextInspection) -> str:
    """Remember a tag; a stray end tag is text."""
    name = tag[2].lower()
    if tag[1]:
        if name in _PAIRED:
            at = next((index for index in range(len(stack) - 1, -1, -1) if stack[index][0] == name), None)
            if at is None:
                seen.strange.append(tag.group())
                return "&lt;" + tag.group()[1:]
            del stack[at]
        else:
            seen.tags.add(name)
    elif name in _PAIRED and not tag[4]:
        stack.append((name, tag.start()))
    if not tag[1]:
        seen.tags.add(name)
        if tag[3].strip() and not (name == "a" and _HREF_ALONE.fullmatch(tag[3])):
            seen.attributes = True
    return f" {tag.group()}" if name in BLOCKS else tag.group()


def _strange(text: str, start: int, seen: TextInspection) -> None:
    found = _LIKE_TAG.match(text, start)
    if found and "://" not in found.group() and "@" not in found.group() and found[2] not in carried_elements():
        seen.strange.append(found.group())


def _kept_as_it_is(text: str, seen: TextInspection) -> Outcome[str]:
    """A text in the notation alone, or with JATS's own markup in it."""
    if seen.strange and not seen.foreign:
        return Outcome(text, Certainty.LIKELY, (_strange_words(seen),))
    return Outcome(text)


def _strange_words(seen: TextInspection) -> str:
    """What to do about a tag that means nothing: an end tag that ends nothing, or a name that is not known."""
    tag = seen.strange[0]
    name = tag.strip("</> ").partition(" ")[0].lower()
    if tag.startswith("</") and name in _PAIRED:
        return f"{quoted(tag)} ends nothing: write <{name}> before the words that it is about, or delete it; it is kept as text"
    close = nearest(name, _MEANT, 1, _NEAR)
    meant = f"did you mean <{close[0]}>? It" if close else "it"
    return f"{quoted(tag)} looks like a tag, but is not one: {meant} is kept as text (write \\< to say so)"


def _outcome(made: str, seen: TextInspection, certainty: Certainty) -> Outcome[str]:
    notes: list[str] = []
    blocks = sorted(seen.tags & BLOCKS)
    if seen.tags - OWN or seen.attributes:
        notes.append(f"HTML is read as text{f' with {_all(blocks)}' if blocks else ''}")
    else:
        notes.append("HTML entities are decoded")
    if seen.dropped:
        notes.append(f"dropped as without meaning: {', '.join(sorted(seen.dropped))}")
    if seen.lost:
        notes.append(f"lost, for a text can't hold it: {', '.join(sorted(seen.lost))}")
        certainty = Certainty.LIKELY
    if seen.twice:
        notes.append("the entities were written twice, and are decoded wholly")
        certainty = Certainty.LIKELY
    if seen.strange:
        notes.append(_strange_words(seen))
        certainty = Certainty.LIKELY
    return Outcome(made, certainty, tuple(notes), made)


def _all(tags: list[str]) -> str:
    return ", ".join(f"<{tag}>" for tag in tags[:6])
