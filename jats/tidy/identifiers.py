"""Identifiers in their normal form: a DOI without its resolver, an ORCID iD without its address, an ISSN with its hyphen."""

from __future__ import annotations

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Note
from jats.input_codes import tidied
from jats.tidy.codes import plain_doi
from jats.vocab.identifiers import KINDS


def tidy_identifiers(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Bring every identifier that is sound into its normal form; a faulty one is left for the gate to show as it is."""
    if "INP201" not in keep:
        _walk(draft, (), None, note)


def _walk(node: Node, path: Path, kind: str | None, note: Note) -> None:
    """`kind` is the last key on the way that names a kind of identifier."""
    if isinstance(node, Map):
        for key, value in node.items.items():
            below = key if key in KINDS else kind if kind == "issn" else None
            if below or not isinstance(value, Text):
                _walk(value, (*path, key), below, note)
    elif isinstance(node, List):
        for index, item in enumerate(node.items):
            if kind or not isinstance(item, Text):
                _walk(item, (*path, index), kind, note)
    elif kind and isinstance(node.value, str):
        _tidy(node, path, kind, note)


def _tidy(text: Text, path: Path, kind: str, note: Note) -> None:
    given = " ".join(text.value.split())
    bare = (
        plain_doi(given) if (kind == "doi" and any(sign in given for sign in "%?#")) or given.endswith("/") else given
    )
    taken = KINDS[kind].tidy(bare)
    if taken != given and taken and KINDS[kind].fault(taken) is None:
        note(tidied.identifier_normalised(text.place, path, given, taken))
        text.value = taken
