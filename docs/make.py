"""Makes the pages that are written by the code: `python -m docs.make`, or `just docs`. A test wants them fresh."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 100
"""Of the help texts, in characters, whatever the terminal of who makes them."""


def rules_page() -> str:
    """`rules.md`: every code and every service."""
    from jats.messages.explanations import all_explanations
    from jats.rules import list_rules
    from jats.rules.engine.listing import as_markdown, layers_as_markdown

    return as_markdown(list_rules()) + layers_as_markdown(all_explanations())


def commands_page() -> str:
    """`cli.md`: the help of every command."""
    from typer.main import get_command

    from jats.cli.main import COMMANDS, app, load

    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    group: Any = get_command(app)  # typer's click has no types
    above = group.make_context("jats", [], resilient_parsing=True, **width)
    parts = [
        "# Commands\n\nThis page is what `jats --help` and the help of each command print; `just docs` makes it anew.\n"
    ]
    parts.append(_block(group.get_help(above)))
    for name in COMMANDS:
        command: Any = load(name)
        context = command.make_context(name, [], parent=above, resilient_parsing=True, **width)
        parts.append(f"\n## `jats {name}`\n{_block(command.get_help(context))}")
    return "".join(parts)


def _block(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"\n```text\n{lines}\n```\n"


def variants_page() -> str:
    """`editors/variants.md`: what becomes of fields that a version or tag set of JATS can't hold."""
    from jats.elements.losses.page import page
    from jats.schema.content import grammar

    versions = ("1.0", "1.1", "1.2", "1.3", "1.4")
    return page(
        {
            (tag_set, version): grammar(f"{tag_set}-{version}-mathml{2 if version == '1.0' else 3}")
            for tag_set in ("publishing", "archiving", "authoring")
            for version in versions
        }
    )


def article_file_page() -> str:
    """`article-file.md`: written by hand, with the tables of fields made from the model."""
    text = (ROOT / "docs" / "article-file.md").read_text(encoding="utf-8")
    return FIELDS.sub(lambda found: f"{found[1]}\n\n{_fields(found[2].split())}{found[3]}", text)


FIELDS = re.compile(r"^(<!-- fields: ([\w ]+) -->)\n(?:.*?)^(<!-- end -->)$", re.MULTILINE | re.DOTALL)
"""Where the fields of the models that are named are to be listed."""


def _fields(names: list[str]) -> str:
    from jats.model.article import Article

    known = {model.__name__: model for model in models_of(Article)}
    return "".join(_table(known[name]) for name in names)


def _table(model: Any) -> str:
    from jats.model.words import field_words

    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    article = "an" if words[0] in "aeiou" else "a"
    short = f" Short form: {model.short_form.rstrip('.')}." if model.short_form else ""
    rows = [f"| `{name}` | {field_words(model).get(name, '')} |" for name in own_fields(model)]
    besides = " Besides, any field of an article." if len(rows) < len(model.model_fields) else ""
    return (
        f"Fields of {article} {words}.{short}{besides}\n\n| Field | What it says |\n|---|---|\n"
        + "\n".join(rows)
        + "\n\n"
    )


def own_fields(model: Any) -> list[str]:
    """The fields of a model; of an article inside another one, those that other articles don't have or mean in another way."""
    from jats.model.article import Article

    if model is Article or not issubclass(model, Article):
        return list(model.model_fields)
    return [name for name in model.model_fields if name in model.__annotations__]


def models_of(model: Any) -> list[Any]:
    """The model and all models that its fields are made of."""
    found = [model]
    for one in found:
        for field in one.model_fields.values():
            found += [kind for kind in _classes(field.annotation) if kind not in found]
    return found


def _classes(annotation: Any) -> Iterator[Any]:
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


def import_page() -> str:
    """`editors/import.md`: written by hand, with the table of formats made from the registry."""
    from jats.importers.registry import importers

    text = (ROOT / "docs" / "editors" / "import.md").read_text(encoding="utf-8")
    known = sorted(
        (each for each in importers() if each.read.__module__.startswith("jats.")), key=lambda each: each.name
    )
    rows = [f"| `{each.name}` | {each.title} | {' '.join(f'`{end}`' for end in each.suffixes)} |" for each in known]
    table = "| `--from` | Format | Names end in |\n|---|---|---|\n" + "\n".join(rows)
    return FORMATS.sub(lambda found: f"{found[1]}\n{table}\n{found[2]}", text)


FORMATS = re.compile(r"^(<!-- formats -->)\n(?:.*?)^(<!-- end -->)$", re.MULTILINE | re.DOTALL)
"""Where the formats that can be imported are to be listed."""


EXPORTS = {
    "ojs": "OJS native XML",
    "crossref_json": "Crossref REST JSON",
    "crossref_xml": "Crossref XML: deposits and unixref",
    "doaj": "DOAJ: XML and JSON",
    "pubmed": "PubMed: ArticleSet and PubmedArticleSet",
    "datacite": "DataCite: XML and JSON",
    "endnote_xml": "EndNote XML",
}
"""Mapping tables by name, and the headings of their sections."""


def exports_page() -> str:
    """`exports.md`: which value of a platform's export goes into which field, made from the mapping tables."""
    from jats.importers.exports.placing import table

    parts = [EXPORTS_INTRODUCTION]
    for name, title in EXPORTS.items():
        found = table(name)
        parts.append(f"## {title}\n\n| Value | Field of the article file |\n|---|---|")
        rows = [row for section in found.sections.values() for row in section if row.field != "-"]
        parts[-1] += "".join(f"\n| `{row.path}` | `{row.field}` |" for row in rows)
        reasons: dict[str, list[str]] = {}
        for path, why in found.left_out.items():
            if why != "-":
                reasons.setdefault(why, []).append(f"`{path}`")
        parts.append("Left out:\n\n" + "\n".join(f"* {', '.join(paths)}: {why}" for why, paths in reasons.items()))
        if found.lost:
            lines = (f"* `{path}`: {why}" for path, why in found.lost.items())
            parts.append("Without a field, so each value is reported:\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


EXPORTS_INTRODUCTION = """# Values of exports and their fields

<!-- made by docs/make.py from the tables in jats/data/importers -->

Where each value of a platform's export goes. A path names an element below its parent; `@` marks an attribute.
A value that is in none of these tables is reported with its line."""


def field_words_file() -> str:
    """`fields.json`: the text under each field of the model, by class and field; compiled programs have no source to read."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((ROOT / "jats" / "model").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and (words := dict(_words_under_fields(node))):
                if node.name in found:
                    raise ValueError(f"two models are named {node.name}")
                found[node.name] = words
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _words_under_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(node.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            yield field.target.id, " ".join(text.value.value.split())


PAGES: dict[str, Callable[[], str]] = {
    "jats/data/model/fields.json": field_words_file,
    "docs/article-file.md": article_file_page,
    "docs/exports.md": exports_page,
    "docs/rules.md": rules_page,
    "docs/cli.md": commands_page,
    "docs/editors/variants.md": variants_page,
    "docs/editors/import.md": import_page,
}
"""Each page and the function that gives its text."""


def main() -> None:
    """Write what is not as it should be, and say so."""
    for name, text in PAGES.items():
        path, wanted = ROOT / name, text()
        if not path.is_file() or path.read_text(encoding="utf-8") != wanted:
            path.write_text(wanted, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
