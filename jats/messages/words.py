"""The parts of messages: names, lists and values as people read them. Standard library only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LISTED = 8
_QUOTED = 60
_MESSAGE = 1_000


def quoted(value: str, limit: int = _QUOTED) -> str:
    """A value on one line in single quotation marks, cut if it is long."""
    flat = " ".join(value.split()) if value.strip() else value
    return f"'{flat if len(flat) <= limit else flat[: limit - 1] + '…'}'"


def clipped(message: str) -> str:
    """A message whose middle is cut out if it is very long: it begins with what is wrong and ends with what to write."""
    if len(message) <= _MESSAGE:
        return message
    return f"{message[: _MESSAGE * 2 // 3]} … {message[-_MESSAGE // 3 :]}"


def any_of(words: Iterable[str], limit: int = _LISTED) -> str:
    """`a, b or c`; a long list is cut, with the number of the rest."""
    listed = list(words)
    if len(listed) > limit + 1:
        return ", ".join(listed[:limit]) + f" or one of {len(listed) - limit} more"
    return _joined(listed, "or")


def all_of(words: Iterable[str], limit: int | None = None) -> str:
    """`a, b and c`; beyond the limit only the number of the rest."""
    listed = list(words)
    if limit is not None and len(listed) > limit + 1:
        return f"{', '.join(listed[:limit])} and {len(listed) - limit} more"
    return _joined(listed, "and")


def _joined(words: Sequence[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def tag(name: str) -> str:
    """An element's name as messages show it: `<name>`."""
    return f"<{name}>"


def tags(names: Iterable[str], limit: int = _LISTED) -> str:
    """`<a>, <b> or <c>`, cut after `limit`."""
    return any_of([tag(name) for name in names], limit)


def these(name: str, number: int) -> str:
    """`it` for one element, `these 3 <p>` for several."""
    return "it" if number == 1 else f"these {number} {tag(name)}"


def attribute(name: str, value: str, limit: int = _QUOTED) -> str:
    """An attribute as XML writes it: `name="value"`, cut if the value is long."""
    return f'{name}="{quoted(value, limit)[1:-1]}"'


def spaces_around(name: str, owner: str, bare: str) -> str:
    """That an attribute's value has spaces around it, and how it is written without them."""
    return f"{name} of {tag(owner)} has spaces around its value: write {attribute(name, bare)}"


def values(allowed: Iterable[str], limit: int = 24) -> str:
    """`'yes' or 'no'`, cut after `limit`."""
    return any_of([quoted(value) for value in allowed], limit)


def count(number: int, noun: str) -> str:
    """`1 element`, `3 elements`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def did_you_mean(words: Sequence[str]) -> str:
    """The end of a message that suggests what was meant; empty if there is no suggestion."""
    return f"; did you mean {any_of(words, 3)}?" if words else ""


def nearest(word: str, known: Iterable[str], most: int = 2, cutoff: float = 0.75) -> list[str]:
    """The known words that are similar to `word`, best first, at most `most`.

    Case, hyphens, underscores, blanks and a prefix (`mml:`) do not count. `cutoff` is the similarity that a word needs,
    from 0 to 1.
    """
    return list(_nearest(word, tuple(known), most, cutoff))


def nearest_one(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known word that is most similar to `word`; `None` if no word is similar enough."""
    return next(iter(nearest(word, known, 1, cutoff)), None)


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...], most: int, cutoff: float) -> tuple[str, ...]:
    from difflib import get_close_matches

    names: dict[str, str] = {}
    for name in known:
        names.setdefault(_folded(name), name)
    wanted = _folded(word)
    if wanted in names:
        return (names[wanted],)
    names = {folded: name for folded, name in names.items() if _may_reach(cutoff, wanted, folded)}
    if not names:
        return ()
    swapped = [names[each] for each in _with_two_swapped(wanted) if each in names]
    return tuple(swapped) or tuple(
        names[found] for found in get_close_matches(wanted, list(names), n=most, cutoff=cutoff)
    )


def is_invisible(text: str) -> bool:
    """Whether a text is of spaces and characters without a shape alone."""
    return all(unicodedata.category(each)[0] in "ZC" for each in text)


def is_one_slip(word: str, right: str) -> bool:
    """Whether a word becomes another by one letter more, less or other, or by two neighbours in the other order."""
    if word == right or abs(len(word) - len(right)) > 1:
        return False
    start = next(
        (at for at, (one, other) in enumerate(zip(word, right, strict=False)) if one != other),
        min(len(word), len(right)),
    )
    rest, other = word[start:], right[start:]
    return rest[1:] in (other, other[1:]) or rest == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])


def _may_reach(cutoff: float, one: str, other: str) -> bool:
    """Whether words of these lengths can be so similar: a text of thousands of letters is compared with no name."""
    return 2 * min(len(one), len(other)) >= cutoff * (len(one) + len(other))


def _with_two_swapped(word: str) -> list[str]:
    """The words that differ from this one by two adjacent letters in the other order."""
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]


def _folded(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "").replace(" ", "").rpartition(":")[2]
