"""What other programs leave in a file: empty elements of Word with a prefix, and something after the end of the article."""

from __future__ import annotations

import re

from jats.schema.catalog import WIDEST
from jats.schema.content import grammar

_OF_OFFICE = frozenset(("dgm", "mso", "o", "pic", "st1", "u1", "v", "w", "w10", "w14", "wp", "wps"))
"""The prefixes of Microsoft Office that stand for none of the formats that JATS holds."""

_BLANK = r"(?:\s|&nbsp;|&#160;|&#[xX]0*[aA]0;|\u00a0)*"
_END_TAGS = re.compile(r"(?:</[\w:.-]+\s*>\s*)+\Z")
_NAME = re.compile(r"<([\w:.-]+)")
_FAR = 20_000


def leftover_of_word(prefix: str, name: str, text: str, at: int) -> str | None:
    """About an element with a prefix that is not declared, if nothing is in it or it only is around a text of Word."""
    whole = f"{prefix}:{name}"
    near, tag = text[at : at + _FAR], re.escape(whole)
    said = f"the prefix {prefix} of <{whole}> is not declared"
    if re.match(rf"<{tag}\s*/>", near):
        return f"{said}, and the element is empty: remove <{whole}/>"
    if re.match(rf"<{tag}\s*>{_BLANK}</{tag}\s*>", near):
        return f"{said}, and the element is empty: remove <{whole}> and </{whole}>"
    if prefix not in _OF_OFFICE or not re.match(rf"<{tag}(?:\s[^<>]*)?>", near):
        return None
    if re.match(rf"<{tag}\s[^<>]*/>", near):
        return f"{said}, and it is a leftover of Word: remove it"
    return f"{said}, and it is a leftover of Word: remove the tags <{whole}> and </{whole}>, and keep the text"


def after_the_root(text: str, at: int) -> str | None:
    """About what follows the end of the document at an offset; `None` if it is unclear."""
    rest, ended = text[at:].strip(), text[:at].rstrip()
    line = ended.count("\n") + 1
    if _END_TAGS.match(rest):
        tags = " and ".join(dict.fromkeys(re.findall(r"</[\w:.-]+", rest)))
        names = " and ".join(f"{each}>" for each in tags.split(" and "))
        return f"the document ended in line {line}: remove this {names} after it"
    end, begins = re.search(r"</([\w:.-]+)\s*>\Z", ended), _NAME.match(rest)
    if end is None or begins is None:
        return None
    if begins[1] == end[1]:
        return f"another <{end[1]}> begins after the end of the first: put it into a file of its own"
    if begins[1] not in grammar(WIDEST).children(end[1]):
        return None
    if re.search(rf"</{re.escape(end[1])}\s*>\Z", rest):
        return f"the </{end[1]}> of line {line} is too early: remove it, for there is another at the end"
    return f"the </{end[1]}> of line {line} is too early: move it to the end of the file"
