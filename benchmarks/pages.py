"""How much of article pages is read right: pages beside the truth, field by field, through the whole way to JATS.

    python -m benchmarks.pages FOLDER... [--misses] [--only NAME] [--no-references]

Each folder holds one folder per page: `page.txt` or `page.html` with `truth.json` or `expected.yaml`. A field is right if it
equals the truth, or one of its alternatives, after case, blanks and punctuation are folded. Values that the truth does not have
are listed as invented. Without --misses the speed is measured too: after a first run, in process time.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from jats.options import Options
from jats.pipeline import build_article, run_articles

_ROUNDS = 3
JOURNAL = """format: 1
title: Journal of Tides
ids: {publisher-id: jt}
issn: 1234-5679
publisher: Harbour Press
"""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Score:
    """The fields of a page that are right, and those that are not."""

    name: str
    right: int = 0
    misses: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many fields the truth has."""
        return self.right + len(self.misses)

    def compare(self, name: str, wanted: Any, got: str | None) -> None:
        """Count one field; `wanted` may be a list of alternatives."""
        some = wanted if isinstance(wanted, list) else [wanted]
        if got is not None and folded(got) in {folded(str(one)) for one in some}:
            self.right += 1
        else:
            self.misses.append(f"{name}: wanted {some[0]!r}, got {got!r}")


def folded(text: str) -> str:
    """A text without case, blanks and punctuation."""
    plain = unicodedata.normalize("NFKC", text.replace("ı", "i")).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def xml_of(data: bytes, name: str) -> Any:
    """The JATS of a page, valid or not; None if no article came out."""
    run = next(run_articles(data, name, Options(input_format="text" if name.endswith(".txt") else "html")))
    return run.document.root if run.document is not None else None


def text_of(root: Any, path: str) -> str | None:
    """The text of the first element at a path."""
    found = root.find(path)
    return None if found is None else " ".join("".join(found.itertext()).split())


def score_page(folder: Path, *, references: bool = True) -> Score:
    """The score of one page."""
    page = page_of(folder)
    truth = truth_of(folder)
    score = Score(folder.name)
    root = xml_of(page.read_bytes(), str(page))
    if root is None:
        score.misses.append("nothing was read")
        return score
    _single(score, truth, root)
    _authors(score, truth, root)
    _texts(score, truth, root)
    _references(score, truth, root, fields=references)
    return score


def page_of(folder: Path) -> Path:
    """The page, as text or as HTML."""
    text = folder / "page.txt"
    return text if text.exists() else folder / "page.html"


def truth_of(folder: Path) -> dict[str, Any]:
    """What a reader finds in the page."""
    path = folder / "truth.json"
    text = path if path.exists() else folder / "expected.yaml"
    loaded = json.loads(text.read_text("utf-8")) if path.exists() else texts_of(text.read_text("utf-8"))
    return dict(loaded)


def texts_of(text: str) -> Any:
    """The values of a YAML file, scalars as texts."""
    return _plain(yaml.compose(text, yaml.SafeLoader))


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {_plain(key): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value


_META = "front/article-meta/"
_PATHS = {
    "title": _META + "title-group/article-title",
    "volume": _META + "volume",
    "issue": _META + "issue",
    "year": _META + "pub-date/year",
    "fpage": _META + "fpage",
    "lpage": _META + "lpage",
    "elocation": _META + "elocation-id",
    "doi": _META + "article-id[@pub-id-type='doi']",
    "udc": _META + "article-categories/subj-group[@subj-group-type='udc']/subject",
}
_OPTIONAL = frozenset(("title", "volume", "issue", "fpage", "lpage", "elocation", "doi", "udc"))


def _single(score: Score, truth: dict[str, Any], root: Any) -> None:
    if "language" in truth:
        score.compare("language", truth["language"], root.get(XML_LANG))
    for name, path in _PATHS.items():
        got = text_of(root, path)
        if name in truth:
            score.compare(name, truth[name], got)
        elif got is not None and name in _OPTIONAL:
            score.invented.append(f"{name}: {got!r}")
    for language, title in truth.get("trans_titles", {}).items():
        got = text_of(root, f"{_META}title-group/trans-title-group[@{XML_LANG}='{language}']/trans-title")
        score.compare(f"trans_titles.{language}", title, got)
    for found in root.iterfind(f"{_META}title-group/trans-title-group"):
        if found.get(XML_LANG) not in truth.get("trans_titles", {}):
            score.invented.append(f"trans_titles.{found.get(XML_LANG)}: {''.join(found.itertext())[:80]!r}")
    journal = truth.get("journal", {})
    if "title" in journal:
        score.compare(
            "journal.title", journal["title"], text_of(root, "front/journal-meta/journal-title-group/journal-title")
        )
    issns = {folded("".join(one.itertext())) for one in root.iterfind("front/journal-meta/issn")}
    for issn in journal.get("issn", []):
        score.compare("journal.issn", issn, issn if folded(issn) in issns else None)
    for kind in ("received", "accepted"):
        got = next(
            (one.get("iso-8601-date") for one in root.iterfind(f"{_META}history/date[@date-type='{kind}']")), None
        )
        if kind in truth:
            score.compare(kind, truth[kind], got)
        elif got:
            score.invented.append(f"{kind}: {got}")
    if "licence" in truth:
        score.compare("licence", truth["licence"], _licence(root))
    for kind, codes in truth.get("codes", {}).items():
        shown = [
            text_of(one, ".")
            for one in root.iterfind(f"{_META}article-categories/subj-group[@subj-group-type='{kind}']/subject")
        ]
        score.compare(f"codes.{kind}", ";".join(codes), ";".join(str(one) for one in shown))


def _licence(root: Any) -> str | None:
    found = root.find(f"{_META}permissions/license")
    if found is None:
        return None
    from jats.importers.text_page.licences import licence_in

    licence = licence_in(" ".join([*found.itertext(), *map(str, found.attrib.values())]))
    return licence.name if licence else None


def _authors(score: Score, truth: dict[str, Any], root: Any) -> None:
    contribs = root.findall(f"{_META}contrib-group/contrib")
    wanted = truth.get("authors", [])
    for at, author in enumerate(wanted):
        name = f"authors[{at + 1}]"
        contrib = contribs[at] if at < len(contribs) else None
        if contrib is None:
            score.misses += [f"{name}.{key}: wanted {value!r}, got nobody" for key, value in author.items()]
            continue
        _author(score, name, author, contrib, root)
    score.invented += [f"authors: {' '.join(one.itertext())!r}" for one in contribs[len(wanted) :]]


def _author(score: Score, name: str, author: dict[str, Any], contrib: Any, root: Any) -> None:
    surnames = author["surname"] if isinstance(author["surname"], list) else [author["surname"]]
    score.compare(f"{name}.surname", [*surnames, *author.get("alternatives", [])], text_of(contrib, ".//surname"))
    if "given" in author:
        score.compare(f"{name}.given", author["given"], text_of(contrib, ".//given-names"))
    orcid = text_of(contrib, "contrib-id[@contrib-id-type='orcid']")
    if "orcid" in author:
        score.compare(f"{name}.orcid", author["orcid"], orcid and orcid.rpartition("/")[2])
    elif orcid:
        score.invented.append(f"{name}.orcid: {orcid}")
    affiliations = [affiliation_text(one.get("rid"), root) for one in contrib.iterfind("xref[@ref-type='aff']")]
    for at, affiliation in enumerate(author.get("affiliations", [])):
        got = affiliations[at] if at < len(affiliations) else None
        score.compare(f"{name}.affiliations[{at + 1}]", affiliation, got)
    if "affiliations" in author:
        score.invented += [f"{name}.affiliations: {one!r}" for one in affiliations[len(author["affiliations"]) :]]
    if author.get("corresponding"):
        score.compare(f"{name}.corresponding", "yes", contrib.get("corresp"))
    elif contrib.get("corresp"):
        score.invented.append(f"{name}.corresponding")
    if "email" in author:
        score.compare(f"{name}.email", author["email"], text_of(contrib, ".//email"))
    elif contrib.find("email") is not None and not author.get("corresponding"):
        score.invented.append(f"{name}.email: {text_of(contrib, 'email')}")


def affiliation_text(identifier: str | None, root: Any) -> str | None:
    """The text of an affiliation without its label."""
    for aff in root.iterfind(f"{_META}*"):
        if aff.get("id") == identifier and aff.tag in ("aff", "aff-alternatives"):
            aff = aff if aff.tag == "aff" else aff[0]
            label = aff.find("label")
            whole = "".join(aff.itertext())
            return whole.removeprefix(label.text or "") if label is not None else whole
    return None


def _texts(score: Score, truth: dict[str, Any], root: Any) -> None:
    own = root.get(XML_LANG)
    abstracts = {
        one.get(XML_LANG) or own: " ".join("".join(one.itertext()).split())
        for tag in ("abstract", "trans-abstract")
        for one in root.iterfind(_META + tag)
    }
    for language, start in truth.get("abstracts", {}).items():
        got = abstracts.get(language)
        begins = got is not None and folded(got).startswith(folded(start)[:60])
        score.compare(f"abstracts.{language}", start, start if begins else got and got[:90])
    for language in abstracts.keys() - truth.get("abstracts", {}).keys():
        score.invented.append(f"abstracts.{language}: {abstracts[language][:60]!r}")
    groups = {
        one.get(XML_LANG) or own: [str(text_of(kwd, ".")) for kwd in one.iterfind("kwd")]
        for one in root.iterfind(_META + "kwd-group")
    }
    for language, keywords in truth.get("keywords", {}).items():
        score.compare(f"keywords.{language}", "|".join(keywords), "|".join(groups.get(language, [])) or None)
        if [folded(one) for one in groups.get(language, [])] != [folded(one) for one in keywords] and groups.get(
            language
        ):
            score.invented.append(f"keywords.{language}: {groups[language]}")
    for language in groups.keys() - truth.get("keywords", {}).keys():
        score.invented.append(f"keywords.{language}: {groups[language]}")


def _references(score: Score, truth: dict[str, Any], root: Any, *, fields: bool) -> None:
    refs = root.findall("back/ref-list/ref")
    if "reference_count" in truth:
        # Forms of one work in two scripts are as many references of the page.
        forms = [ref.findall("citation-alternatives/mixed-citation") or [ref] for ref in refs]
        score.compare("reference_count", str(truth["reference_count"]), str(sum(map(len, forms))))
    for at, reference in enumerate(truth.get("references", [])):
        ref = refs[at] if at < len(refs) else None
        text = "" if ref is None else " ".join("".join(ref.itertext()).split())
        start = reference["text_start"]
        right = folded(text).startswith(folded(start)) or folded(start) in folded(text)[:60]
        score.compare(f"references[{at + 1}].text_start", start, start if right else text[:50])
        if fields and ref is not None:
            for name, wanted in _reference_fields(reference):
                score.compare(f"references[{at + 1}].{name}", wanted, _reference_value(ref, name))


_REFERENCE_PATHS = {
    "year": "year", "source": "source", "volume": "volume", "issue": "issue", "fpage": "fpage", "lpage": "lpage",
    "publisher": "publisher-name", "publisher_loc": "publisher-loc", "doi": "pub-id[@pub-id-type='doi']",
}  # fmt: skip


def _reference_fields(reference: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, wanted in reference.items():
        if name == "authors":
            yield name, "|".join(wanted)
        elif name not in ("text_start", "partial"):
            yield name, wanted


def _reference_value(ref: Any, name: str) -> str | None:
    if name == "authors":
        people = [one for one in ref.iterfind(".//person-group") if one.get("person-group-type") in (None, "author")]
        return "|".join("".join(one.itertext()) for group in people for one in group.iterfind(".//surname")) or None
    if name == "lang":
        found = [one.get(XML_LANG) for one in ref.iter() if one.get(XML_LANG)]
        return found[0] if found else None
    if name == "article_title":
        return text_of(ref, ".//article-title") or text_of(ref, ".//chapter-title") or text_of(ref, ".//part-title")
    if name == "trans_title":
        return text_of(ref, ".//trans-title") or text_of(ref, ".//trans-source")
    if name == "fpage":
        return text_of(ref, ".//fpage") or text_of(ref, ".//elocation-id")
    return text_of(ref, f".//{_REFERENCE_PATHS[name]}") if name in _REFERENCE_PATHS else None


def main() -> int:
    """Score the pages of the folders named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every field that is not right")
    parser.add_argument("--only", default="", help="pages whose name has these characters")
    parser.add_argument("--no-references", action="store_true", help="without the fields of references")
    options = parser.parse_args()
    pages = [
        page.parent
        for folder in options.folders
        for page in sorted([*folder.glob("*/page.txt"), *folder.glob("*/page.html")])
        if options.only in str(page)
    ]
    scores = [score_page(page, references=not options.no_references) for page in pages]
    for score in scores:
        print(f"{score.name}: {score.right} of {score.total} right, {len(score.invented)} invented")
        for line in [*score.misses, *(f"invented {one}" for one in score.invented)] if options.misses else []:
            print(f"    {line}")
    right, total = sum(score.right for score in scores), sum(score.total for score in scores)
    invented = sum(len(score.invented) for score in scores)
    print(f"all: {right} of {total} right ({right / max(total, 1):.1%}), {invented} invented")
    if not options.misses and pages:
        valid, rate = speed_of([page_of(page) for page in pages])
        print(
            f"whole way to validated JATS, warm: {rate:.0f} pages a second of one core; {valid} of {len(pages)} valid"
        )
    return 0


def speed_of(pages: list[Path]) -> tuple[int, float]:
    """How many pages become valid JATS with a small journal file, and how many a second go that way after a first run."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.yaml"
        journal.write_text(JOURNAL, "utf-8")
        inputs = [(page.read_bytes(), str(page)) for page in pages]
        options = Options(journal=str(journal))
        valid = sum(build_article(data, name, options).xml is not None for data, name in inputs)
        started = time.process_time()
        for _ in range(_ROUNDS):
            for data, name in inputs:
                build_article(data, name, options)
        return valid, _ROUNDS * len(inputs) / (time.process_time() - started)


if __name__ == "__main__":
    sys.exit(main())
