"""Times `jats build` for many article files, with one process and with two, against pandoc on the same data.

Run: python benchmarks/build.py [ARTICLES [PANDOC-ARTICLES]]. Bar: at most a thirtieth of pandoc's time an article.

Every article is another one, with 30 structured references. `jats build` validates what it writes; pandoc 2.17, called with
`-t jats_publishing+element_citations --citeproc` and the references as CSL-JSON, does not. pandoc reads one document a call,
so its time includes its start, as that of `jats build` does, once.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

BAR = 30.0
REFERENCES = 30
_WORDS = """soil forest steppe river model border region innovation survey climate method growth energy market school patient
    treatment structure analysis network policy transfer protein surface theory history language memory water system
    development cooperation quality assessment dynamics regional comparative long-term experimental rural urban early"""
_SURNAMES = "Melnyk Sample Doe Vyhadanska Prykladenko Roe Example Zrazkova Tester Novak Silva Yilmaz Ionescu Li Okafor"
WORDS, SURNAMES = _WORDS.split(), _SURNAMES.split()
JOURNAL = {
    "format": 1,
    "title": "Journal of Examples",
    "abbreviation": "J. Examples",
    "issn": {"electronic": "1234-5679"},
    "ids": {"publisher-id": "examples"},
    "publisher": {"name": "Institute of Examples", "place": "Kyiv, Ukraine"},
    "defaults": {"language": "en", "license": "CC BY 4.0"},
}


class Invented:
    """One invented article; the same number always gives the same one."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = random.Random(number)  # noqa: S311 - no secret

    def words(self, least: int, most: int) -> str:
        """Some words as a sentence without its full stop."""
        return " ".join(self.random.choices(WORDS, k=self.random.randint(least, most))).capitalize()

    def person(self) -> tuple[str, str]:
        """Surname and initials."""
        return self.random.choice(SURNAMES), f"{self.random.choice('ABCDEFG')}. {self.random.choice('HIJKLM')}."

    def article(self) -> dict[str, Any]:
        """The article as data of its file."""
        people = [self.person() for _ in range(self.random.randint(1, 5))]
        return {
            "format": 1,
            "doi": f"10.5555/examples.{self.number}",
            "title": self.words(6, 14),
            "authors": [
                {"name": ", ".join(person), "affiliations": "a1", "corresponding": "yes" if index == 0 else "no"}
                for index, person in enumerate(people)
            ],
            "affiliations": [
                {"id": "a1", "institution": "Institute of Examples", "city": "Kyiv", "country": "Ukraine"}
            ],
            "published": {"electronic": f"2024-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"},
            "volume": self.random.randint(1, 60),
            "issue": self.random.randint(1, 12),
            "pages": f"{self.number}-{self.number + 9}",
            "history": {"received": "2023-11-02", "accepted": "2024-01-15"},
            "abstract": " ".join(self.words(9, 20) + "." for _ in range(8)),
            "keywords": [self.words(1, 3).lower() for _ in range(6)],
            "references": [self.reference(index) for index in range(REFERENCES)],
        }

    def reference(self, index: int) -> dict[str, Any]:
        """A journal article, a book, a chapter or a paper at a conference."""
        kind = self.random.choice(["journal", "journal", "journal", "book", "chapter", "conference"])
        first = self.random.randint(1, 900)
        common = {
            "id": f"r{index + 1}",
            "type": kind,
            "authors": "; ".join(", ".join(self.person()) for _ in range(self.random.randint(1, 4))),
            "date": self.random.randint(1980, 2023),
            "title": self.words(5, 12),
        }
        if kind == "book":
            return common | {"publisher": self.words(1, 3), "place": "Kyiv"}
        common |= {"source": self.words(2, 5), "pages": f"{first}-{first + self.random.randint(1, 20)}"}
        if kind == "journal":
            numbers = {"volume": self.random.randint(1, 99), "issue": self.random.randint(1, 12)}
            return common | numbers | {"doi": f"10.5555/r.{self.number}.{index}"}
        return common | {"publisher": self.words(1, 3), "place": "Lviv"}


CSL_TYPES = {"journal": "article-journal", "book": "book", "chapter": "chapter", "conference": "paper-conference"}
CSL_FIELDS = {
    "title": "title",
    "source": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "doi": "DOI",
    "publisher": "publisher",
    "place": "publisher-place",
}


def to_csl(reference: dict[str, Any]) -> dict[str, Any]:
    """The reference as CSL-JSON."""
    people = [person.split(", ") for person in reference["authors"].split("; ")]
    return {
        "id": reference["id"],
        "type": CSL_TYPES[reference["type"]],
        "author": [{"family": family, "given": given} for family, given in people],
        "issued": {"date-parts": [[reference["date"]]]},
        **{theirs: str(reference[ours]) for ours, theirs in CSL_FIELDS.items() if ours in reference},
    }


def to_markdown(article: dict[str, Any]) -> str:
    """The article as pandoc's JATS writer wants it: all in the metadata, and nothing in the text."""
    year, month, day = article["published"]["electronic"].split("-")
    people = [author["name"].split(", ") for author in article["authors"]]
    first, last = article["pages"].split("-")
    metadata = {
        "title": article["title"],
        "author": [{"surname": family, "given-names": given, "affiliation": ["a1"]} for family, given in people],
        "affiliation": [{"id": "a1", "organization": "Institute of Examples", "city": "Kyiv", "country": "Ukraine"}],
        "abstract": article["abstract"],
        "tags": article["keywords"],
        "date": {"year": year, "month": month, "day": day},
        "journal": {
            "publisher-id": "examples",
            "title": JOURNAL["title"],
            "eissn": "1234-5679",
            "publisher-name": "Institute of Examples",
            "publisher-loc": "Kyiv, Ukraine",
        },
        "article": {
            "doi": article["doi"],
            "volume": article["volume"],
            "issue": article["issue"],
            "fpage": first,
            "lpage": last,
        },
        "references": [to_csl(reference) for reference in article["references"]],
        "nocite": "@*",
    }
    return f"---\n{json.dumps(metadata, ensure_ascii=False)}\n---\n"


def write_yaml(data: dict[str, Any], path: Path) -> None:
    """An article file as an editor writes it: block style, nothing quoted that need not be."""
    import yaml

    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120), "utf-8")


def invent(folder: Path, count: int) -> None:
    """A journal's folder with so many article files."""
    (folder / "articles").mkdir()
    write_yaml(JOURNAL, folder / "journal.yaml")
    for number in range(1, count + 1):
        write_yaml(Invented(number).article(), folder / "articles" / f"{number:04}.yaml")


def time_ours(folder: Path, count: int, jobs: int) -> float:
    """Seconds an article, and proof that as many valid files came out."""
    out = folder / f"xml{jobs}"
    command = [sys.executable, "-m", "jats", "build", str(folder / "articles"), "-o", str(out), "-q", "-j", str(jobs)]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.PIPE)
    seconds = time.perf_counter() - start
    made = list(out.glob("*.xml"))
    references = sum(path.read_text("utf-8").count("<element-citation") for path in made)
    if (len(made), references) != (count, count * REFERENCES):
        raise SystemExit(f"{len(made)} files with {references} references came out, expected {count}")
    return seconds / count


def time_pandoc(folder: Path, count: int) -> float:
    """Seconds an article."""
    sources = [folder / f"{number}.md" for number in range(1, count + 1)]
    for number, source in enumerate(sources, 1):
        source.write_text(to_markdown(Invented(number).article()), "utf-8")
    command = ["pandoc", "-s", "-f", "markdown", "-t", "jats_publishing+element_citations", "--citeproc"]
    start = time.perf_counter()
    for source in sources:
        done = subprocess.run([*command, str(source)], check=True, capture_output=True, text=True)
        if done.stdout.count("<element-citation") != REFERENCES:
            raise SystemExit("pandoc did not write all references")
    return (time.perf_counter() - start) / count


def main() -> None:
    """Print both times an article, and their ratio."""
    counts = [int(text) for text in sys.argv[1:]]
    ours_count, pandoc_count = [*counts, *(1000, 20)[len(counts) :]]
    with tempfile.TemporaryDirectory() as name:
        invent(Path(name), ours_count)
        ours = {jobs: time_ours(Path(name), ours_count, jobs) for jobs in (1, 2)}
        for jobs, seconds in ours.items():
            print(f"jats build, {ours_count} articles, validated, -j {jobs}   {seconds * 1000:8.2f} ms an article")
        if shutil.which("pandoc") is None:
            print("pandoc is not installed: nothing to compare with")
            return
        theirs = time_pandoc(Path(name), pandoc_count)
    print(f"pandoc --citeproc, {pandoc_count} articles                   {theirs * 1000:8.2f} ms an article")
    for jobs, seconds in ours.items():
        print(f"ratio with -j {jobs}: {theirs / seconds:.1f} x (bar: {BAR:.0f} x)")


if __name__ == "__main__":
    main()
