from __future__ import annotations

from pathlib import Path

import pytest

from jats.acceptance.config import Config, config_for, read_config
from jats.errors import InputError
from jats.findings import Severity


def written(folder: Path, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "jats.toml").write_text(text, encoding="utf-8")
    return str(folder / "jats.toml")


def test_what_a_file_says_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path, 'targets = ["PMC"]\nselect = ["com", "people"]\nignore = "COM105"\n[severities]\nCOM2 = "info"\n'
    )
    file_rules = read_config(path).rules_for_file(str(tmp_path / "a.xml"))
    assert file_rules.targets == ("pmc",)
    assert file_rules.select == ("COM", "people")
    assert file_rules.ignore == ("COM105",)
    assert file_rules.severities == (("COM2", Severity.INFO),)


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    written(tmp_path, 'ignore = ["COM1"]')
    written(tmp_path / "new", 'ignore = ["COM2"]')
    (tmp_path / "new" / "deep").mkdir()
    assert config_for(str(tmp_path / "a.xml")).rules_for_file("a.xml").ignore == ("COM1",)
    assert config_for(str(tmp_path / "new" / "deep" / "a.xml")).rules_for_file("a.xml").ignore == ("COM2",)


def test_nothing_above_the_repository_is_read(tmp_path: Path) -> None:
    written(tmp_path, 'ignore = ["COM1"]')
    (tmp_path / "journal" / ".git").mkdir(parents=True)
    assert config_for(str(tmp_path / "journal" / "a.xml")) == Config()


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("archive/**", "archive/2019/a.xml", True),
        ("archive", "archive/2019/a.xml", True),
        ("archive/*", "archive/2019/a.xml", False),
        ("archive/*.xml", "archive/a.xml", True),
        ("*.xml", "archive/2019/a.xml", True),
        ("**/2019/*", "archive/2019/a.xml", True),
        ("a?.xml", "ab.xml", True),
        ("a.xml", "axxml", False),
        ("archive/**", "new/a.xml", False),
    ],
)
def test_tables_for_files_fit_by_pattern(tmp_path: Path, pattern: str, name: str, fits: bool) -> None:
    path = written(tmp_path, f'ignore = ["COM1"]\n[[files]]\npattern = "{pattern}"\nignore = ["COM2"]\n')
    ignored = read_config(path).rules_for_file(str(tmp_path / name)).ignore
    assert ignored == (("COM1", "COM2") if fits else ("COM1",))


def test_a_table_for_files_replaces_targets_and_adds_severities(tmp_path: Path) -> None:
    text = 'targets = ["pmc"]\n[severities]\nCOM1 = "info"\n'
    text += '[[files]]\npattern = "new/**"\ntargets = ["doaj"]\n[files.severities]\nCOM1 = "error"\n'
    file_rules = read_config(written(tmp_path, text)).rules_for_file(str(tmp_path / "new" / "a.xml"))
    assert file_rules.targets == ("doaj",)
    assert file_rules.severities == (("COM1", Severity.INFO), ("COM1", Severity.ERROR))


def test_schematron_files_are_named_beside_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'schematron = ["rules/house.sch"]')
    assert read_config(path).rules_for_file("a.xml").schematron == (str(tmp_path / "rules" / "house.sch"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('slect = ["COM"]', "did you mean select"),
        ('[[files]]\npatern = "a"', "did you mean pattern"),
        ("targets = 3", "targets is a list of texts"),
        ('[severities]\nCOM105 = "fatal"', "a severity is info, warning, error"),
        ('ignore = ["peple"]', "did you mean people"),
        ('[[files]]\nignore = ["COM"]', "wants a pattern"),
        ('[files]\nignore = ["COM"]', "written as tables"),
        ("targets = [", "jats.toml: "),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        read_config(written(tmp_path, text))
    assert said in str(error.value)
    assert "\n" not in str(error.value)
