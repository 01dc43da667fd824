"""What variants can't hold of cited works and their lists: rows of the table of losses."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import SET_ASIDE
from jats.elements.inline import PLAIN
from jats.elements.rows import BESIDE, Row


def reference_rows() -> Iterator[Row]:
    """What versions lack for cited works and their lists; works under one number, other ways to say a work, and references of
    inner lists are as references."""
    field, citation = "references[]", "element-citation"
    yield Row(f"{field}.id", "@id", "ref", "as", when="it is no XML name, or taken")
    yield Row(f"{field}.id", "@id", "ref-list", "as", when="it is no XML name, or taken")
    yield Row(f"{field}.label", "label", "ref")
    yield Row(f"{field}.label", "label", "ref-list")
    yield Row(f"{field}.label", "label", citation, "as comment")
    yield Row(f"{field}.label", "label", "mixed-citation", PLAIN)
    yield Row(f"{field}.title", "data-title", citation, "as article-title")
    yield Row(f"{field}.version", "version", citation, "as edition")
    yield Row(f"{field}.date.text", "string-date", citation, "as comment")
    yield Row(f"{field}.date.era", "era", citation, "as comment", when="in all versions")
    yield Row(f"{field}.conference.acronym", "conf-acronym", citation, "as comment")
    yield Row(f"{field}.use", "@use-type", citation, SET_ASIDE)
    yield Row(f"{field}.remark", "note", "ref")
    yield Row(f"{field}.ids.*", "object-id", "ref-list", SET_ASIDE)
    yield Row(field, "ref-list", "ref-list", "behind it")
    for step, tag in (("ids", "pub-id"), ("volume_ids", "volume-id"), ("issue_ids", "issue-id")):
        yield Row(f"{field}.{step}.*", "@assigning-authority", tag, SET_ASIDE)
        yield Row(f"{field}.{step}.*", "@xlink:href", tag, SET_ASIDE)
    for tag in ("isbn", "issn", "issn-l"):
        yield Row(f"{field}.{'issn' if tag == 'issn-l' else tag}.*", "@assigning-authority", tag, SET_ASIDE)
    for step in ("ids", "part_ids"):
        yield Row(f"{field}.{step}.*", "@assigning-authority", "object-id", SET_ASIDE)
    for step, tag in (
        ("institution", citation),
        ("publisher", "publisher-name"),
        ("conference.sponsors", "conf-sponsor"),
    ):
        yield Row(f"{field}.{step}[].*", "institution-wrap", tag, SET_ASIDE)
        yield Row(f"{field}.{step}[].ids.*", "@assigning-authority", "institution-id", SET_ASIDE)
    for parent in ("product", "related-article", "related-object"):
        outside = f"it is said of a {parent.replace('-', ' ')}"
        for name in ("format", "publisher_type", "use", "link"):
            yield Row(f"{field}.{name}", f"@{name}", parent, SET_ASIDE, when=outside)
        yield Row(f"{field}.annotation*", "annotation", parent, SET_ASIDE, when=outside)
    yield Row(f"{field}*", "ref-list", "back", when="Authoring, and there are no references in it")
    yield Row(field, "ref", "ref-list", when="nothing of it can be written")
    yield Row(f"{field}*", "*", "mixed-citation", BESIDE, when="the text doesn't have it")
