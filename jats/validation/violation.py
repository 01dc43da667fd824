"""A message about something in the tree, before it has a line and column."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jats.messages.codes import Message


@dataclass(frozen=True, slots=True)
class Violation:
    """What is said, of which element, and more closely of one attribute, or of the text behind `after`.

    `after` is a child of the element, or the element itself for the text before its first child. A `late` complaint may be
    the consequence of an earlier one (a reference to something that was removed), so it is told last. The `culprit` is another
    element that the message ends with; its line is added to the text.
    """

    said: Message
    element: etree._Element
    attribute: str | None = None
    after: etree._Element | None = None
    late: bool = False
    culprit: etree._Element | None = None
