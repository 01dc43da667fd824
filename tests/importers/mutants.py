"""Broken inputs of every format: bytes, tokens and lines changed, parts of archives too. The same number gives the same input."""

from __future__ import annotations

import random
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from jats.importers.sheets.template import sheet_template
from tests.importers.word_files import p, word_file

SEEDS = Path(__file__).parent / "seeds"
SAMPLES = Path(__file__).parents[2] / "samples"
TOKENS = (
    b"<", b">", b"</", b"&", b"&x;", b"&#0;", b"]]>", b"<!--", b"<![CDATA[", b'<!DOCTYPE x [<!ENTITY a "b">]>',
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"\xe2\x80\xa8", b'"', b"'", b"{", b"}", b"[",
    b"]", b",", b";", b":", b"\t", b"\r", b"\n\n", b"ER  - \n", b"TY  - ", b"@article{", b"---\n", b"null", b"-1",
    b"1e999", b"9" * 400, b"(" * 300, b" " * 3_000, b"a" * 3_000, b"\xd0\xbf", b"\xcf\xf0\xe8", b"2024-13-45",
    b"../../etc/passwd", b"$x^{", b"<i>" * 200, b"<script>", b"http://127.0.0.1/",
)  # fmt: skip


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """The name and the bytes of a small input in each format."""
    files = [*sorted(SEEDS.iterdir()), SAMPLES / "06-ojs-issue" / "issue.xml"]
    word = word_file(
        p("Tides and salt", "Title"),
        p("Roe, Jane"),
        p("Abstract. The sea is salt."),
        p("References"),
        p("Doe J. 2020."),
    )
    made = [("a.docx", word), ("a.xlsx", sheet_template())]
    return tuple([(path.name, path.read_bytes()) for path in files] + made)


def mutant(number: int) -> tuple[str, bytes]:
    """A seed with one to six changes; every tenth is cut off."""
    dice = random.Random(number)  # noqa: S311 - a test needs no secrets
    name, data = seeds()[number % len(seeds())]
    return name, changed(data, dice)


def changed(data: bytes, dice: random.Random) -> bytes:
    """The data with one to six changes, mostly within a part if it is an archive."""
    if data.startswith(b"PK") and dice.random() < 0.8:
        return _with_changed_part(data, dice)
    return _changed(data, dice)


def _with_changed_part(data: bytes, dice: random.Random) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        chosen = dice.choice(given.namelist())
        for part in given.namelist():
            content = given.read(part)
            made.writestr(part, _changed(content, dice) if part == chosen else content)
    return stream.getvalue()


def _changed(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(4):
            case 0:
                changed[at : at + 1] = bytes((dice.randrange(256),))
            case 1:
                del changed[at : at + dice.randrange(60)]
            case 2:
                changed[at:at] = dice.choice(TOKENS)
            case _:
                other = dice.randrange(len(changed) + 1)
                changed[at:at] = changed[other : other + dice.randrange(200)]
    return bytes(changed[: dice.randrange(len(changed) + 1)] if dice.random() < 0.1 else changed)
