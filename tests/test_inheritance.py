"""Articles inherit from their issue and journal; the command line wins over all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jats.article_file import read_article_file
from jats.draft import Map, find, place_of, plain
from jats.errors import InputError
from jats.findings import Finding, Place
from jats.inheritance import apply_settings, inherit, journal_targets
from tests.drafts import read


def inherited(folder: Path, article: str, journal: str | None = None) -> tuple[Any, list[str]]:
    """The article `article` in a folder, with what it inherits."""
    findings: list[Finding] = []
    draft = read_article_file((folder / article).read_bytes(), article, findings.append)
    assert draft is not None
    path = (folder / article).parent
    draft = inherit(draft, path, folder / journal if journal else None, findings.append)
    return plain(draft), [f"{finding.place} {finding.code} {finding.data_path}" for finding in findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout of a journal with one issue and one article in it."""
    for name, text in {
        "journal.yaml": "title: Journal of Tides\nissn: 2520-6524\ntargets: [pmc, doaj]\n"
        "defaults:\n  language: en\n  license: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}\n",
        "2023-1/issue.yaml": "volume: 13\nissue: 1\npublished: {collection: 2023}\n",
        "2023-1/tides/article.yaml": "title: Tides\njournal: {publisher: Sea Press}\nissue: 2\n"
        "published: {electronic: 2023-03-30}\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_an_article_inherits_from_its_issue_and_journal(folder: Path) -> None:
    assert inherited(folder, "2023-1/tides/article.yaml") == (
        {
            "title": "Tides",
            "journal": {"publisher": "Sea Press", "title": "Journal of Tides", "issn": "2520-6524"},
            "issue": "2",
            "published": {"electronic": "2023-03-30", "collection": "2023"},
            "volume": "13",
            "language": "en",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        [],
    )


def test_inherited_values_keep_the_place_in_their_own_file(folder: Path) -> None:
    findings: list[Finding] = []
    article = folder / "2023-1" / "tides" / "article.yaml"
    draft = read_article_file(article.read_bytes(), "2023-1/tides/article.yaml", findings.append)
    assert draft is not None
    inherit(draft, article.parent, None, findings.append)
    assert place_of(draft, ("journal", "issn")) == Place("journal.yaml", 2, 7)
    assert place_of(draft, ("volume",)) == Place("2023-1/issue.yaml", 1, 9)


def test_what_holds_together_is_inherited_whole_or_not_at_all(folder: Path) -> None:
    article = folder / "2023-1/tides/article.yaml"
    article.write_text("title: Tides\nlicense: {name: CC BY-NC 4.0}\npublished: {year: 2024}\n")
    data, _ = inherited(folder, "2023-1/tides/article.yaml")
    assert data["license"] == {"name": "CC BY-NC 4.0"}
    assert data["published"] == {"year": "2024"}


@pytest.mark.parametrize(("undated", "kept"), [("yes", None), ("no", {"collection": "2023"})])
def test_an_article_whose_date_nobody_knows_inherits_none(folder: Path, undated: str, kept: Any) -> None:
    (folder / "2023-1/tides/article.yaml").write_text(f"title: Tides\nundated: {undated}\n")
    assert inherited(folder, "2023-1/tides/article.yaml")[0].get("published") == kept


def test_the_search_ends_at_the_root_of_the_checkout(folder: Path) -> None:
    (folder / "2023-1" / ".git").mkdir()
    data, _ = inherited(folder, "2023-1/tides/article.yaml")
    assert "issn" not in data["journal"]
    assert data["volume"] == "13"


def test_the_nearest_journal_counts_and_one_that_is_named_before_it(folder: Path) -> None:
    (folder / "2023-1" / "journal.toml").write_text('title = "Nearer"\n')
    (folder / "other.json").write_text('{"title": "Named"}')
    assert inherited(folder, "2023-1/tides/article.yaml")[0]["journal"]["title"] == "Nearer"
    assert inherited(folder, "2023-1/tides/article.yaml", "other.json")[0]["journal"]["title"] == "Named"


def test_faults_of_a_journal_file_are_told_at_its_own_place_and_not_inherited(folder: Path) -> None:
    (folder / "journal.yaml").write_text("titel: x\nissn: 2520-6524\ndefaults:\n  languag: en\n  keywords: [a, [b]]\n")
    data, findings = inherited(folder, "2023-1/tides/article.yaml")
    assert sorted(findings) == [
        "journal.yaml:1:1 INP101 titel",
        "journal.yaml:4:3 INP101 defaults.languag",
        "journal.yaml:5:17 INP103 defaults.keywords[2]",
    ]
    assert data["journal"] == {"publisher": "Sea Press", "issn": "2520-6524"}
    assert data["keywords"] == ["a"]


def test_a_journal_file_that_cannot_be_read_is_told_and_the_article_goes_on(folder: Path) -> None:
    (folder / "journal.yaml").write_text("title: a: b\n")
    data, findings = inherited(folder, "2023-1/tides/article.yaml")
    assert findings == ["journal.yaml:1:8 INP021 title"]
    assert data["title"] == "Tides"


def test_a_journal_that_is_named_and_missing_is_an_error(folder: Path) -> None:
    with pytest.raises(InputError, match=r"other\.yaml: there is no such file"):
        inherited(folder, "2023-1/tides/article.yaml", "other.yaml")
    (folder / "other.ini").write_text("x")
    with pytest.raises(
        InputError, match=r"other\.ini: the name of a journal file must end in \.yaml, \.yml, \.json or \.toml"
    ):
        inherited(folder, "2023-1/tides/article.yaml", "other.ini")


def test_a_second_journal_file_beside_the_first_is_told(folder: Path) -> None:
    (folder / "journal.json").write_text("{}")
    assert inherited(folder, "2023-1/tides/article.yaml")[1] == ["journal.json INP008 None"]


def test_a_changed_journal_file_is_read_again(folder: Path) -> None:
    assert inherited(folder, "2023-1/tides/article.yaml")[0]["journal"]["title"] == "Journal of Tides"
    (folder / "journal.yaml").write_text("title: Another title\n")
    assert inherited(folder, "2023-1/tides/article.yaml")[0]["journal"]["title"] == "Another title"


def test_articles_of_one_journal_do_not_change_what_others_inherit(folder: Path) -> None:
    for _ in range(2):
        findings: list[Finding] = []
        draft, _found = read("title: Tides\n")
        assert draft is not None
        inherit(draft, folder, None, findings.append)
        apply_settings(draft, (("journal.title", "Changed"),), findings.append)
        assert plain(find(draft, ("journal",))[0])["title"] == "Changed"
    assert inherited(folder, "2023-1/tides/article.yaml")[0]["journal"]["title"] == "Journal of Tides"


def test_targets_are_the_journals_not_the_articles(folder: Path) -> None:
    assert journal_targets(folder / "2023-1", None) == ("pmc", "doaj")
    assert journal_targets(None, None) == ()


def test_standard_input_inherits_from_nothing_but_a_named_journal(folder: Path) -> None:
    draft, _ = read("title: Tides\n", "-")
    assert draft is not None
    assert plain(inherit(draft, None, None, lambda _: None)) == {"title": "Tides"}
    assert "journal" in plain(inherit(draft, None, folder / "journal.yaml", lambda _: None))


def test_settings_win_over_all_and_are_placed_on_the_command_line() -> None:
    draft, findings = read("title: Tides\nauthors: [{name: A}, {name: B}]\n")
    assert draft is not None
    apply_settings(
        draft, (("journal.issn", "2520-6524"), ("authors.2.orcid", "x"), ("title", "Waves")), findings.append
    )
    assert findings == []
    assert plain(draft)["authors"][1] == {"name": "B", "orcid": "x"}
    assert plain(draft)["title"] == "Waves"
    assert place_of(draft, ("journal", "issn")) == Place("--set journal.issn")


@pytest.mark.parametrize("key", ["authors.3.orcid", "authors.0.name", "authors.x.name", "title.en", "authors.4"])
def test_a_setting_that_leads_nowhere_is_told(key: str) -> None:
    draft, findings = read("title: Tides\nauthors: [{name: A}, {name: B}]\n")
    assert isinstance(draft, Map)
    apply_settings(draft, ((key, "x"),), findings.append)
    assert [(finding.code, str(finding.place)) for finding in findings] == [("INP009", f"--set {key}")]
