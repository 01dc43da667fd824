"""All ways to a verdict lead to the same one: the official DTD, the compiled one, the light one, acceptor and judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from lxml import etree

from jats.schema import catalog
from jats.schema.acceptor import Acceptor
from jats.schema.content import grammar
from jats.schema.dtd import load
from jats.schema.judge import Validator
from jats.schema.light import LightDtd
from jats.xmlio import ParsedXml, parse
from tests.examples import share
from tests.mutants import KINDS, mutants
from tests.schema.conftest import LoadDtd
from tests.schema.corpus import articles
from tests.schema.random_documents import Writer
from tests.schema.specimen import ARTICLE, VARIANT

MUTANTS = 3300
RANDOM = "publishing-1.3-mathml3-oasis", "archiving-1.0-mathml2-oasis", "archiving-1.4-mathml3", "authoring-1.1-mathml2"


class Engines:
    """Every engine of a variant, loaded once, and how often each verdict was given."""

    def __init__(self, name: str, official: etree.DTD) -> None:
        self.name = name
        self.official = official
        self.light = LightDtd(name)
        self.acceptor = Acceptor(name)
        self.judges = Validator(), Validator(acceptor_after=0)
        self.counts: Counter[str] = Counter()

    def disagreement(self, parsed: ParsedXml) -> str:
        """Which engine said something else than the official DTD; empty where all agree."""
        right = self.official.validate(parsed.tree)
        accepted = self.acceptor.accepts(parsed)
        self.counts["valid" if right else "invalid"] += 1
        self.counts["valid, and the acceptor knows"] += right and accepted
        verdicts = {
            "compiled": load(self.name).validate(parsed.tree),
            "light": self.light.judge(parsed).valid if self.light.can_judge(parsed) else right,
            "acceptor": accepted or right,  # its no has no weight
            "judge": self.judges[0].judge_as(parsed, self.name).valid,
            "judge with acceptor": self.judges[1].judge_as(parsed, self.name).valid,
        }
        wrong = [engine for engine, verdict in verdicts.items() if verdict is not right]
        return f"{parsed.name}: official says {right}, wrong: {', '.join(wrong)}" if wrong else ""


def disagreements(engines: Engines, documents: Iterable[tuple[str, bytes]]) -> list[str]:
    found = (engines.disagreement(parse(data, name)) for name, data in documents)
    return [line for line in found if line]


def mutated(name: str, data: bytes, variant: str, seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    for number, mutant in enumerate(mutants(data, variant, seed, count)):
        yield f"{name} {number} {mutant.kind} {mutant.spots[0].xpath}", mutant.data


@pytest.mark.slow
def test_they_agree_on_mutants_of_an_invented_article(load_official: LoadDtd) -> None:
    engines = Engines(VARIANT, load_official(VARIANT))
    assert load(VARIANT).validate(parse(ARTICLE, "article.xml").tree)
    assert disagreements(engines, mutated("specimen", ARTICLE, VARIANT, seed=4, count=20 * len(KINDS))) == []
    assert engines.counts["invalid"] > 150
    assert engines.counts["valid, and the acceptor knows"] > 50


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.usefixtures("shared")
def test_they_agree_on_thousands_of_mutants_of_real_articles(load_official: LoadDtd) -> None:
    by_variant: dict[str, list[tuple[str, bytes]]] = {}
    for article in articles("valid", "invalid"):
        variant = catalog.by_public_id(article.public_id)
        assert variant is not None
        data = article.file.read_bytes()
        if len(data) < 150_000:
            by_variant.setdefault(variant.name, []).append((article.name, data))
    total: Counter[str] = Counter()
    each = -(-share(MUTANTS) // sum(map(len, by_variant.values())))
    for variant_name, documents in by_variant.items():
        engines = Engines(variant_name, load_official(variant_name))
        for seed, (name, data) in enumerate(documents):
            assert disagreements(engines, mutated(name, etree_bytes(data), variant_name, seed, each)) == []
        total += engines.counts
    assert total["valid"] + total["invalid"] >= share(3000)
    assert min(total["valid"], total["invalid"]) > share(500)
    assert total["valid, and the acceptor knows"] > 0.9 * total["valid"]


def etree_bytes(data: bytes) -> bytes:
    """The article with its named characters replaced and in UTF-8, as the mutants' maker wants it."""
    return etree.tostring(parse(data, "article.xml").tree, encoding="UTF-8", xml_declaration=True)


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.parametrize(("first", "name"), list(enumerate(RANDOM)))
def test_they_agree_on_random_documents_of_every_element(first: int, name: str, load_official: LoadDtd) -> None:
    """Every fourth element of each variant, from another one on, so that all are taken; `just hunt` takes all of each."""
    engines = Engines(name, load_official(name))
    rules, verdicts = grammar(name), Counter[str]()
    some = len(RANDOM) if share(10) < 10 else 1
    elements = sorted(rules.elements)[first % some :: some]
    for seed, element in enumerate(elements):
        for broken in (0.0, 0.0, 0.05, 0.3):
            made = Writer(rules, seed).document(element, broken)
            parsed = parse(etree.tostring(made), f"{element} {seed} {broken}")
            assert engines.disagreement(parsed) == ""
            verdicts[f"{element} {engines.official.validate(parsed.tree)}"] += 1
    # elements of a namespace that only their ancestors may declare are never valid as a root
    never_valid = [element for element in elements if not verdicts[f"{element} True"]]
    assert len(never_valid) < 0.2 * len(elements)
