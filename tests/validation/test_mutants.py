"""The verdict on mutants is the DTD's, and the first finding names what was changed, at its line, in nearly every one."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from jats.findings import Finding
from jats.options import Options
from jats.schema.catalog import by_public_id
from jats.schema.dtd import load
from jats.validation.run import validate_bytes
from jats.xmlio import parse
from tests.examples import share
from tests.mutants import KINDS, Mutant, mutants

A_FILE = 11
ALL, EACH, ENOUGH = 0.95, 0.85, 10


def valid_articles(shared: Path) -> Iterator[tuple[str, bytes, str]]:
    with (shared / "corpus" / "index.tsv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            found = by_public_id(row["public_id"])
            # entities: the mutants are made by a parser that doesn't know the named characters
            if row["verdict"] == "valid" and found and "entities" not in row["features"]:
                yield row["name"], (shared / "corpus" / "articles" / f"{row['name']}.xml").read_bytes(), found.name


def names_it(finding: Finding, mutant: Mutant) -> bool:
    """Whether the finding, or the other element that its message ends with, is the changed element or its parent."""
    path = re.sub(r"/@[^/]*$", "", finding.xml_path or "")
    for spot in mutant.spots:
        at_its_line = finding.place.line == spot.line or finding.code == "SCH021"  # text has a line of its own
        if path == spot.xpath and at_its_line:
            return True
    other = re.search(r"<([\w:.-]+)>[^<]* \(line (\d+)\)$", finding.message)
    return other is not None and any((spot.name, spot.line) == (other[1], int(other[2])) for spot in mutant.spots)


@pytest.mark.slow
@pytest.mark.drawn
def test_the_first_finding_names_what_was_changed(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for seed, (_name, data, variant) in enumerate(valid_articles(shared)):
        for mutant in mutants(data, variant, seed, max(2, share(A_FILE))):
            result = validate_bytes(mutant.data, "mutant.xml", Options(schema=variant))
            by_dtd = load(variant).validate(parse(mutant.data, "mutant.xml").tree)
            assert result.verdict == ("valid" if by_dtd else "invalid")
            if result.verdict == "invalid":
                refused[mutant.kind] += 1
                named[mutant.kind] += names_it(result.findings[0], mutant)
    shares = {kind: named[kind] / refused[kind] for kind in KINDS if refused[kind] > ENOUGH}
    with capsys.disabled():
        sys.stdout.write(f"\n{named.total()} of {refused.total()} refused mutants named at their place\n")
        for kind, part in shares.items():
            sys.stdout.write(f"  {kind:20} {named[kind]:4} of {refused[kind]:4}  {part:.1%}\n")
    assert refused.total() >= share(500)
    assert named.total() / refused.total() >= ALL
    assert min(shares.values(), default=1) >= EACH
