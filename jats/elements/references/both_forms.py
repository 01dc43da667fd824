"""A cited work in two citations beside each other in `<ref>`: as printed for readers, and in its fields for programs."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.inline import write_inline
from jats.elements.references.fields import citation_attributes, fields
from jats.elements.references.printed import MIXED
from jats.elements.references.structured import write_annotation, write_element_citation
from jats.elements.shapes import prefixed
from jats.model.references import Work

_PLACES = ("volume", "issue", "supplement", "fpage", "lpage", "page-range", "elocation-id", "size")


def write_both_forms(work: Work, at: Cursor) -> list[Element]:
    """`<mixed-citation>` without marks and `<element-citation>`, as SciELO asks for (SPS 1.10, ref).

    A work without its printed text gets one that is made of its fields; one without fields has the printed form alone.
    """
    parts, attributes = list(fields(work, at)), citation_attributes(work, at)
    structured = write_element_citation(work, parts, attributes, at) if parts else None
    printed = _write_printed(work, structured, attributes, at)
    return [one for one in (printed, structured) if one is not None]


def _write_printed(work: Work, structured: Element | None, attributes: Attributes, at: Cursor) -> Element | None:
    if work.text is None:
        if structured is None:
            return None
        at.context.composed.append(at.path)
        return element(MIXED, at, attributes, printed_text(structured))
    here = at / "text"
    printed = element(MIXED, here, attributes, write_inline(work.text, here, MIXED))
    annotation = write_annotation(work, at) if work.annotation and structured is None else None
    if printed is not None and annotation is not None:
        printed.append(annotation)
    return printed


def printed_text(structured: Element) -> str:
    """The fields of a citation as a line of text, in their order, with what is in a volume put together."""
    values = {prefixed(child): _text(child) for child in structured}
    sentences: list[str] = []
    placed = False
    for child in structured:
        if child.tag not in _PLACES:
            sentences.append(_sentence(child))
        elif not placed:
            placed = True
            sentences.append(_place(values))
    return " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in sentences if one)


def _place(values: dict[str, str]) -> str:
    """Volume, issue and pages: `3(2):5–9`."""
    issue = f"({values['issue']})" if values.get("issue") else ""
    volume = " ".join(filter(None, (values.get("volume", "") + issue, values.get("supplement"))))
    first, last = values.get("fpage"), values.get("lpage")
    pages = "–".join(filter(None, (first, last if last != first else None)))
    return ", ".join(
        filter(
            None,
            (
                ":".join(filter(None, (volume, pages))),
                values.get("page-range"),
                values.get("elocation-id"),
                _size(values),
            ),
        )
    )


def _size(values: dict[str, str]) -> str:
    return f"{values['size']} p" if values.get("size") else ""


def _sentence(child: Element) -> str:
    if child.tag == "annotation":
        return ""
    if child.tag == "person-group":
        return ", ".join(filter(None, map(_person, child)))
    text = _text(child)
    if child.tag == "pub-id":
        kind = child.get("pub-id-type", "")
        return f"https://doi.org/{text}" if kind == "doi" else f"{kind.upper()}: {text}"
    return text or next((str(value) for name, value in child.items() if str(name).endswith("href")), "")


def _person(person: Element) -> str:
    return "et al." if person.tag == "etal" else " ".join(_words(person))


def _text(el: Element) -> str:
    return " ".join("".join(map(str, el.itertext())).split()) if not _is_split(el) else " ".join(_words(el))


def _is_split(el: Element) -> bool:
    """Whether an element has nothing but elements in it, such as a name or a date."""
    return len(el) > 0 and not (el.text or "").strip() and not any((child.tail or "").strip() for child in el)


def _words(el: Element) -> Iterator[str]:
    for text in el.itertext():
        if str(text).strip():
            yield " ".join(str(text).split())
