"""The tree of an HTML fragment, written in the article file's notation; blocks that it lacks in JATS's own markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from justhtml import JustHTML, Node, Text

from jats.parsers.html_seen import TextInspection, decoded_again, is_lost
from jats.parsers.html_tags import BLOCKS, HEADINGS, JATS_OF, LISTS, PHRASES
from jats.parsers.outcome import Certainty

_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_GOOD_LINK = re.compile(r"(?:https?|ftp)://\S+|mailto:\S+", re.IGNORECASE)
_STYLES = (
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "i"),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "b"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
    (re.compile(r"font-variant\s*:\s*small-caps", re.IGNORECASE), "sc"),
)
DEEPEST = 60
"""Tags inside one another that are followed; below that only the text counts."""


@dataclass(slots=True)
class _Block:
    """A paragraph, heading, or a block that is written in JATS's own markup."""

    kind: str
    text: str
    node: Node | None = None


def to_notation(body: str, seen: TextInspection, *, blocks: bool) -> tuple[str, Certainty]:
    """The fragment as text of the notation, and whether anything was guessed."""
    root = JustHTML(body, fragment=True, sanitize=False).root
    writer = _Writer(seen)
    found = writer.blocks(root, jats=False)
    if not blocks:
        return _one_line(found), Certainty.CERTAIN
    return writer.joined(found), Certainty.CERTAIN


def _one_line(found: list[_Block]) -> str:
    return " ".join(block.text for block in found if block.text)


class _Writer:
    """Writes nodes; `jats` is whether inside JATS's own markup, where tags have other names."""

    def __init__(self, seen: TextInspection) -> None:
        self.seen = seen

    def blocks(self, node: Node, *, jats: bool, depth: int = 0) -> list[_Block]:
        """The blocks below a node, in order."""
        done: list[_Block] = []
        run: list[str] = []
        for child in node.children or ():
            if not isinstance(child, Text) and child.name in BLOCKS and depth < DEEPEST:
                _flush(run, done)
                done += self.block(child, jats=jats, depth=depth + 1)
            elif not isinstance(child, Text) and _holds_block(child) and depth < DEEPEST:
                _flush(run, done)
                self._drop(child)
                done += self.blocks(child, jats=jats, depth=depth + 1)
            else:
                run.append(self.inline(child, jats=jats, depth=depth + 1))
        _flush(run, done)
        return done

    def block(self, node: Node, *, jats: bool, depth: int) -> list[_Block]:
        """What one block element gives."""
        name = node.name
        if name in HEADINGS:
            return [_Block("heading", self._text(node, jats=jats, depth=depth))]
        if name in LISTS or name in ("blockquote", "table"):
            return [_Block(name, _one_line(self.blocks(node, jats=jats, depth=depth)), node)]
        if name == "hr":
            return []
        if name in ("div", "section", "article") or (node.attrs and name == "p"):
            self._drop(node)
        inner = self.blocks(node, jats=jats, depth=depth)
        if name in ("td", "th", "dt"):
            return [_Block("p", block.text, block.node) for block in inner]
        return inner

    def _text(self, node: Node, *, jats: bool, depth: int) -> str:
        return _tidied("".join(self.inline(child, jats=jats, depth=depth + 1) for child in node.children or ()))

    def inline(self, node: Node, *, jats: bool, depth: int) -> str:
        """Running text of a node."""
        if isinstance(node, Text) or node.name == "#text":
            return self._characters(str(node.data or ""), jats=jats)
        if node.name.startswith("#") or node.name.startswith("!"):
            return ""
        if is_lost(node):
            self.seen.lost.add(_shown(node))
            return " " if node.name == "img" else ""
        if node.name == "br":
            return "\n"
        inside = (
            "".join(self.inline(child, jats=jats, depth=depth + 1) for child in node.children or ())
            if depth < DEEPEST
            else self._characters(node.to_text(), jats=jats)
        )
        return self._phrase(node, inside, jats=jats)

    def _phrase(self, node: Node, inside: str, *, jats: bool) -> str:
        name = node.name
        if name == "a":
            return self._link(node, inside, jats=jats)
        if name in BLOCKS:
            return f" {inside} "
        if name == "q":
            return f"“{inside}”"
        if name in PHRASES:
            if node.attrs:
                self._drop_attributes(node)
            return _around(PHRASES[name], inside, jats=jats)
        for form, tag in _STYLES:
            if name in ("span", "font") and form.search(str((node.attrs or {}).get("style") or "")):
                inside = _around(tag, inside, jats=jats)
        self._drop(node)
        return inside

    def _link(self, node: Node, inside: str, *, jats: bool) -> str:
        href = str((node.attrs or {}).get("href") or "").strip()
        if set(node.attrs or {}) - {"href"}:
            self._drop_attributes(node)
        if not inside.strip():
            return inside
        if not _GOOD_LINK.fullmatch(href):
            if href:
                self.seen.lost.add(f"the link to {href[:60]}")
            return inside
        if jats:
            return f'<ext-link ext-link-type="uri" xlink:href="{escape(href)}">{inside}</ext-link>'
        quote = "'" if '"' in href else '"'
        return f"<a href={quote}{href}{quote}>{inside}</a>"

    def _characters(self, text: str, *, jats: bool) -> str:
        text = decoded_again(text, self.seen)
        if jats:
            return escape(text, quote=False)
        return _TAG_START.sub(r"\\<", text)

    def _drop(self, node: Node) -> None:
        if not node.name.startswith("#") and node.name != "p":
            self.seen.dropped.add(node.name)
        self._drop_attributes(node)

    def _drop_attributes(self, node: Node) -> None:
        self.seen.dropped.update(name for name in node.attrs or {} if name != "href")

    def joined(self, found: list[_Block]) -> str:
        """The blocks with blank lines between them; headings begin sections."""
        out: list[str] = []
        section: list[str] | None = None
        for block in found:
            if block.kind == "heading" and block.text:
                if section:
                    out.append("".join([*section, "</sec>"]))
                section = [f"<sec><title>{_jats(block.text)}</title>"]
            elif section is not None:
                section.append(self._in_jats(block))
            else:
                out.append(self._plain(block))
        if section:
            out.append("".join([*section, "</sec>"]))
        return (
            "\n\n".join(part for part in out if part.strip())
            if _complete(out)
            else "\n\n".join(block.text for block in found)
        )

    def _plain(self, block: _Block) -> str:
        return block.text if block.node is None else self._in_jats(block)

    def _in_jats(self, block: _Block) -> str:
        if block.node is None:
            return f"<p>{_jats(block.text)}</p>" if block.text.strip() else ""
        if block.kind in LISTS:
            return self._list(block.node, 0)
        if block.kind == "blockquote":
            inner = self.blocks(block.node, jats=True)
            return f"<disp-quote>{''.join(f'<p>{one.text}</p>' for one in inner)}</disp-quote>"
        return self._table(block.node)

    def _list(self, node: Node, depth: int) -> str:
        items = [child for child in node.children or () if child.name == "li"]
        made = "".join(f"<list-item>{self._item(item, depth)}</list-item>" for item in items)
        return f'<list list-type="{LISTS[node.name]}">{made}</list>' if items else ""

    def _item(self, node: Node, depth: int) -> str:
        parts = []
        for block in self.blocks(node, jats=True):
            if block.kind in LISTS and block.node is not None and depth < 10:
                parts.append(self._list(block.node, depth + 1))
            else:
                parts.append(f"<p>{block.text}</p>")
        return "".join(parts)

    def _table(self, node: Node) -> str:
        rows = node.query("tr")
        made = "".join(
            f"<tr>{''.join(self._cell(cell) for cell in row.children or () if cell.name in ('td', 'th'))}</tr>"
            for row in rows
        )
        return f"<table-wrap><table><tbody>{made}</tbody></table></table-wrap>" if rows else ""

    def _cell(self, node: Node) -> str:
        text = _one_line(self.blocks(node, jats=True))
        return f"<{node.name}>{text}</{node.name}>"


def _complete(out: list[str]) -> bool:
    """Whether every section has something after its heading, as JATS wants it of an abstract's readers."""
    return not any(part.startswith("<sec>") and part.endswith("</title></sec>") for part in out)


def _holds_block(node: Node) -> bool:
    waiting = list(node.children or ())
    while waiting:
        child = waiting.pop()
        if not isinstance(child, Text):
            if child.name in BLOCKS:
                return True
            waiting += child.children or ()
    return False


def _flush(run: list[str], done: list[_Block]) -> None:
    text = "".join(run)
    run.clear()
    pieces = re.split(r"\n(?:[^\S\n]*+\n)++", text) if "\n\n" in text else [text]
    done += [_Block("p", made) for piece in pieces if (made := _tidied(piece))]


def _tidied(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")


def _around(tag: str, inside: str, *, jats: bool) -> str:
    """The stretch in its tag, blanks at its edges outside."""
    bare = inside.strip()
    if not bare:
        return inside
    name = JATS_OF.get(tag, tag) if jats else tag
    before = inside[: len(inside) - len(inside.lstrip())]
    after = inside[len(inside.rstrip()) :]
    return f"{before}<{name}>{bare}</{name}>{after}"


_NOTATION_TAG = re.compile(r"(</?)(i|b|u|s|tt)>")
_NOTATION_LINK = re.compile(r"<a href=(?:\"([^\"]*)\"|'([^']*)')>")


def _jats(text: str) -> str:
    """A text of the notation as JATS: for paragraphs that are in a section."""
    hidden = text.replace("\\<", "\uf8f2").replace("&", "&amp;")
    hidden = _NOTATION_TAG.sub(lambda found: f"{found[1]}{JATS_OF[found[2]]}>", hidden)
    hidden = _NOTATION_LINK.sub(
        lambda found: f'<ext-link ext-link-type="uri" xlink:href="{found[1] or found[2]}">', hidden
    )
    return hidden.replace("</a>", "</ext-link>").replace("\uf8f2", "&lt;")


def _shown(node: Node) -> str:
    source = str((node.attrs or {}).get("src") or "")
    return f"<{node.name}>" + (f" {source[:60]}" if source else "")
