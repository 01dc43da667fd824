"""What the captions of a document are made of: a title, paragraphs, or both."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from jats.validation.names import written_name

_MOST = 100
_SURE = 3
"""The number of captions from which on what they all begin with is the only likely beginning."""


def parts_of_captions(owner: etree._Element, usual: list[str] | None = None) -> list[str]:
    """What the text that begins a caption is in, `title` or `p`, the likelier first, by the captions of the document.

    `owner` is the figure or the table whose caption is in question, `usual` the order if no other one has a caption.
    """
    usual = usual or (["p", "title"] if owner.tag == "fig" else ["title", "p"])
    others = islice(owner.getroottree().iter(str(owner.tag)), _MOST)
    captions = [caption for each in others if each is not owner for caption in each.iterchildren("caption")]
    firsts = [written_name(first) for each in captions for first in islice(each.iterchildren(etree.Element), 1)]
    found = sorted(usual, key=lambda name: -firsts.count(name))
    return found[:1] if firsts.count(found[0]) >= _SURE and not firsts.count(found[1]) else found
