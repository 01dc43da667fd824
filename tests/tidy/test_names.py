"""Authors without a Latin name, where the article speaks English too, are told of; only the one who asks gets it written."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.edits.article_file import edit_article_file
from jats.findings import Finding
from jats.tidy.steps import run
from tests.drafts import read

TITLE = "language: uk\ntitle: {uk: Припливи, en: Tides}\n"
LATIN = "by resolution 55 of 2010 it would be 'Ihnatsevych, S. P.'"


def findings_of(text: str, name: str = "article.yaml") -> list[Finding]:
    draft, _ = read(text, name)
    assert draft is not None
    findings: list[Finding] = []
    run(draft, findings.append)
    return [finding for finding in findings if finding.code == "INP221"]


@pytest.mark.parametrize(
    "authors",
    [
        "authors: Ігнацевич, С. П.",
        "authors: {name: 'Ігнацевич, С. П.'}",
        "authors: ['Ігнацевич, С. П.']",
        "authors: [{name: 'Ігнацевич, С. П.', orcid: 0000-0002-1825-0097}]",
        "authors: [{surname: Ігнацевич, given: С. П.}]",
        "authors: [{name: {surname: Ігнацевич, given: С. П.}}]",
        "authors: [{name: {uk: 'Ігнацевич, С. П.'}}]",
    ],
)
def test_a_name_in_cyrillic_alone_is_told_with_its_latin_form(authors: str) -> None:
    (finding,) = findings_of(f"{TITLE}{authors}\n")
    assert LATIN in finding.message


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}authors: Ihnatsevych, S. P.\n",
        f"{TITLE}authors: {{name: {{uk: 'Ігнацевич, С. П.', en: 'Ignatsevich, S.'}}}}\n",
        f"{TITLE}authors: {{name: [{{surname: Ігнацевич, language: uk}}, {{surname: Ignatsevich, language: en}}]}}\n",
        f"{TITLE}authors: {{collaboration: Група припливів}}\n",
        f"{TITLE}authors: {{anonymous: yes}}\n",
        f"{TITLE}authors: Тырышкин, Ы.\n",
        "language: uk\ntitle: Припливи\nauthors: Ігнацевич, С. П.\n",
        "language: ky\ntitle: {ky: Толкун, en: Tides}\nauthors: Ахметов, Б.\n",
        "title: {uk: Припливи, en: Tides}\nauthors: Ігнацевич, С. П.\n",
    ],
)
def test_own_spellings_other_languages_and_articles_without_english_are_left_alone(text: str) -> None:
    assert findings_of(text) == []


def test_an_english_abstract_is_enough() -> None:
    assert findings_of("language: bg\ntitle: Вълни\nabstract: [{language: en, text: Tides.}]\nauthors: Иванов, Я.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- name: Ігнацевич, С. П.", '- name: {uk: "Ігнацевич, С. П.", en: "Ihnatsevych, S. P."}'),
        ('- name: "Ігнацевич, С. П."', '- name: {uk: "Ігнацевич, С. П.", en: "Ihnatsevych, S. P."}'),
        ("- name: 'Ігнацевич, С. П.' # own", '- name: {uk: "Ігнацевич, С. П.", en: "Ihnatsevych, S. P."} # own'),
        ("- Ігнацевич, С. П.", '- {name: {uk: "Ігнацевич, С. П.", en: "Ihnatsevych, S. P."}}'),
    ],
)
def test_the_edit_puts_both_forms_and_a_comment_in_place_of_the_name(before: str, after: str) -> None:
    text = f"{TITLE}authors:\n  {before}\npages: 8-14\n"
    (finding,) = findings_of(text)
    assert finding.fix is not None
    assert not finding.fix.safe
    done = edit_article_file(text.encode(), finding.place.file, [finding]).decode()
    assert done == f"{TITLE}authors:\n  {after}  # en: transliterated by resolution 55 of 2010\npages: 8-14\n"
    assert findings_of(done) == []


def test_files_without_comments_are_left_alone() -> None:
    text = '{"language": "uk", "title": {"uk": "Припливи", "en": "Tides"}, "authors": "Ігнацевич, С. П."}'
    (finding,) = findings_of(text, "article.json")
    assert edit_article_file(text.encode(), finding.place.file, [finding]).decode() == text


def test_only_unsafe_fixes_are_written(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from jats.cli.main import app

    path = tmp_path / "article.yaml"
    text = f"format: 1\n{TITLE}authors: Ігнацевич, С. П.\n"
    path.write_text(text, encoding="utf-8")
    CliRunner().invoke(app, ["check", str(path), "--fix"])
    assert path.read_text(encoding="utf-8") == text
    CliRunner().invoke(app, ["check", str(path), "--fix", "--unsafe-fixes"])
    assert "Ihnatsevych, S. P." in path.read_text(encoding="utf-8")
