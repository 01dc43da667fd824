"""A message about something in the tree, before it has a line and column."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jats.messages.codes import Message


@dataclass(frozen=True, slots=True)
class Violation:
    """A fault in an element, in one of its attributes, or in the text after the child `after`.

    `after` is a child of the element, or the element itself for the text before its first child. A `late` violation may
    follow from an earlier one (a reference to something that was removed), so it is reported last. The `culprit` is another
    element, whose line is added at the end of the message. `in_doctype` says that the place is the DOCTYPE.
    """

    said: Message
    element: etree._Element
    attribute: str | None = None
    after: etree._Element | None = None
    late: bool = False
    culprit: etree._Element | None = None
    in_doctype: bool = False
