"""Authors and affiliations of front matter: named by number or by id, or written with the author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from jats.draft import List, Map, Node, Text
from jats.findings import Note, Place
from jats.importers import codes
from jats.importers.front_matter.values import field, first_text, items, key_of, texts_in, truth
from jats.vocab.credit import find_role, meant_role

_MARKS = re.compile(r"\$\s?\^\s?\{?([^{}$]{1,40})\}?\s?\$|\^([\w,*†‡]{1,12})\^|<sup>([^<]{1,40})</sup>")
_FOOTNOTE = re.compile(r"\s*\^\[([^\]\[]{1,400})\]|\s*\[\^[\w-]+\]")
_COMMAND = re.compile(r"\\(?:thanks|footnote)\{([^{}]{1,400})\}")
_TAG = re.compile(r"</?(?:nobr|span|b|i|em|strong)\b[^<>]*>")
_MARKED_LINE = re.compile(
    r"^\s*(?:\$\s?\^\s?\{?([\w*†‡]{1,4})\}?\s?\$|\^([\w*†‡]{1,4})\^|<sup>([\w*†‡]{1,4})</sup>)\s*(\S.*?)\\?\s*$"
)
_PLACE = {
    "name": "institution", "institution": "institution", "city": "city", "state": "state", "region": "state",
    "country": "country", "postal-code": "postal_code", "zip": "postal_code", "zipcode": "postal_code", "url": "url",
    "email": "email", "phone": "phone", "fax": "fax", "ror": "ror", "group": "departments", "department": "departments",
    "departments": "departments",
}  # fmt: skip
_OF_ADDRESS = ("street", "city", "state", "postal_code", "country", "country_code")
_IDS = ("isni", "ringgold", "grid", "fundref")
_LEFT_OUT = frozenset(
    ("twitter", "github", "bluesky", "mastodon", "linkedin", "avatar", "number", "letter", "metadata", "bsky", "instagram",
     "facebook", "threads", "youtube", "cross-ref", "collaborations", "initials", "ref", "index", "id", "doi")
)  # fmt: skip
_TITLES = {
    "writing": "writing – original draft",
    "analysis": "formal analysis",
    "editing": "writing – review & editing",
}
"""Short names of CRediT roles, as Quarto has them."""


@dataclass(slots=True)
class People:
    """Reads the authors of one paper; `known` are the affiliations that have an id or a number, by that."""

    note: Note
    known: dict[str, Map] = dataclass_field(default_factory=dict)
    left_out: dict[str, Place] = dataclass_field(default_factory=dict)

    def affiliations(self, node: Node | None) -> None:
        """Remember the affiliations that a paper lists apart from its authors."""
        for number, one in enumerate(items(node), 1):
            made = self._affiliation(one)
            given = first_text(one, "index", "id")
            key = str(given.value).strip() if given else str(number)
            if made is not None and key not in self.known:
                place = given.place if given else made.place
                made.put("id", Text(_id(key), place))
                self.known[key] = made

    def marked_lines(self, text: str, offset_place: Place) -> None:
        """Affiliations in the first lines of the text, each after the mark that authors have."""
        line = offset_place.line or 1
        for number, written in enumerate(text.split("\n")[:60]):
            found = _MARKED_LINE.match(written)
            if found and (mark := found[1] or found[2] or found[3]).isalnum() and mark not in self.known:
                place = Place(offset_place.file, line + number, 1)
                made = Map(place)
                made.put("id", Text(_id(mark), place))
                made.put("text", Text(found[4], place))
                self.known[mark] = made

    def authors(self, node: Node | None) -> List | None:
        """The authors as a field of the draft."""
        made = [author for one in items(node) if (author := self._author(one))]
        return List([*made], made[0].place) if made else None

    def listed(self) -> List | None:
        """The affiliations with ids as a field of the draft."""
        return List([*self.known.values()], next(iter(self.known.values())).place) if self.known else None

    def _author(self, node: Node) -> Map | None:
        name = node if isinstance(node, Text) else field(node, "name", "literal")
        made = Map(node.place)
        marks = self._name(node, name, made)
        if not made.items:
            return None
        attributes = field(node, "attributes")
        for ours, keys in _SWITCHES.items():
            given = field(node, *keys) or field(attributes, *keys)
            if truth(given) and given is not None:
                made.put(ours, Text("yes", given.place))
        for ours, keys in _TEXTS.items():
            if given_text := first_text(node, *keys):
                made.put(ours, given_text)
        owners = [
            *self._owners(field(node, "affiliation", "affiliations", "affilation", "affilations")),
            *self._by_marks(marks),
        ]
        if owners:
            made.put("affiliations", List(owners, owners[0].place))
        roles = [role for one in items(field(node, "role", "roles")) if (role := _role(one))]
        if roles:
            made.put("roles", List(roles, roles[0].place))
        self._rest(node)
        return made

    def _name(self, node: Node, name: Node | None, made: Map) -> list[Text]:
        """Put the name, in parts if it is written so; the marks of affiliations in it are returned."""
        parts = Map(node.place)
        for ours, keys in _NAME.items():
            given = first_text(name if isinstance(name, Map) else node, *keys)
            if given:
                parts.put(ours, given)
        if "surname" in parts.items:
            made.put("name", parts)
            return []
        whole = name if isinstance(name, Text) else first_text(name, "literal")
        if whole is None or not str(whole.value).strip():
            return []
        text = str(whole.value)
        marks = [Text(mark.strip(), whole.place) for found in _MARKS.finditer(text) for mark in _parted(found)]
        for form in (_FOOTNOTE, _COMMAND):
            for found in form.finditer(text):
                if found[1]:
                    made.put("notes", List([Text(found[1].strip(), whole.place)], whole.place))
        for form in (_MARKS, _FOOTNOTE, _COMMAND, _TAG):
            text = form.sub("", text)
        made.put("name", Text(text.replace("&nbsp;", " ").strip(" ,"), whole.place))
        made.keys["name"] = whole.place
        made.items = {"name": made.items.pop("name"), **made.items}
        if any(str(mark.value) == "*" for mark in marks):
            made.put("corresponding", Text("yes", whole.place))
        return [mark for mark in marks if str(mark.value).isalnum()]

    def _by_marks(self, marks: list[Text]) -> Iterator[Node]:
        for mark in marks:
            if str(mark.value) in self.known:
                yield Text(_id(str(mark.value)), mark.place)
            else:
                self.note(codes.not_placed(mark.place, (), "mark of an affiliation", str(mark.value)))

    def _owners(self, node: Node | None) -> Iterator[Node]:
        """The affiliations of an author: ids of those listed apart, or the affiliations themselves."""
        for one in items(node):
            if isinstance(one, Text):
                yield from self._named(one)
                continue
            reference = first_text(one, "ref")
            if reference is not None:
                yield from self._named(reference)
                continue
            made = self._affiliation(one)
            if made is None:
                continue
            given = first_text(one, "id", "index")
            if given and str(given.value) not in self.known:
                made.put("id", Text(_id(str(given.value)), given.place))
                self.known[str(given.value)] = made
            yield Text(_id(str(given.value)), given.place) if given else made

    def _named(self, text: Text) -> Iterator[Node]:
        given = str(text.value).strip()
        keys = [part.strip() for part in re.split(r"[,;]|\s+and\s+|\s*&\s*", given) if part.strip()]
        if given in self.known:
            keys = [given]
        if all(key in self.known for key in keys):
            yield from (Text(_id(key), text.place) for key in keys)
        elif all(re.fullmatch(r"\d{1,3}", key) for key in keys):
            self.note(codes.not_placed(text.place, (), "number of an affiliation that is not listed", given))
        elif given:
            made = Map(text.place)
            made.put("text", text)
            yield made

    def _affiliation(self, node: Node) -> Map | None:
        made = Map(node.place)
        if isinstance(node, Text):
            if str(node.value).strip():
                made.put("text", node)
            return made if made.items else None
        if not isinstance(node, Map):
            return None
        ids = Map(node.place)
        addresses: list[Text] = []
        for key, value in node.items.items():
            ours = _PLACE.get(key_of(key))
            for text in texts_in(value):
                if ours == "institution" and "institution" in made.items:
                    self.note(codes.not_placed(text.place, (), key, str(text.value)))
                elif ours and ours not in made.items:
                    made.put(ours, text)
                elif key_of(key) in ("address", "street"):
                    addresses.append(text)
                elif key_of(key) in _IDS:
                    ids.put(key_of(key), text)
                elif key_of(key) in _LEFT_OUT:
                    pass
                else:
                    self.note(codes.not_placed(text.place, (), f"affiliation {key}", str(text.value)))
        for address in addresses:
            _put_address(made, address)
        if ids.items:
            made.put("ids", ids)
        if list(made.items) == ["institution"]:
            return _as_printed(made)
        return made if made.items else None

    def _rest(self, node: Node) -> None:
        """Fields of an author that are not read."""
        if not isinstance(node, Map):
            return
        for key, value in node.items.items():
            plain = key_of(key)
            if plain in _LEFT_OUT:
                self.left_out.setdefault(f"author {key}", value.place)
            elif plain not in _READ:
                said = "; ".join(str(text.value) for text in texts_in(value))
                if said:
                    self.note(codes.not_placed(value.place, (), f"author {key}", said))


_SWITCHES = {
    "corresponding": ("corresponding",),
    "equal_contribution": ("equal-contrib", "equal-contributor", "equal-contribution"),
    "deceased": ("deceased",),
}
_TEXTS = {
    "orcid": ("orcid",), "email": ("email",), "url": ("url", "website", "homepage"), "phone": ("phone",), "fax": ("fax",),
    "degrees": ("degrees", "degree"), "notes": ("note", "notes"),
}  # fmt: skip
_NAME = {
    "surname": ("surname", "family", "family-name", "last-name", "last"),
    "given": ("given-names", "given", "given-name", "first-name", "first"),
    "prefix": ("dropping-particle", "prefix"),
    "suffix": ("suffix",),
}
_READ = frozenset(
    ("name", "literal", "attributes", "affiliation", "affiliations", "affilation", "affilations", "role", "roles",
     *(key for keys in (*_SWITCHES.values(), *_TEXTS.values(), *_NAME.values()) for key in keys))
)  # fmt: skip


def _parted(found: re.Match[str]) -> list[str]:
    return re.split(r"[,;\s]+", next(group for group in found.groups() if group))


def _id(key: str) -> str:
    """An id that XML allows for the name that a paper gives to an affiliation."""
    plain = re.sub(r"[^\w.-]+", "-", key.strip())
    return plain if re.match(r"[A-Za-z_]", plain) else f"aff{plain}"


def _put_address(made: Map, address: Text) -> None:
    """The street, or all of the address: its parts if they are all of it and the affiliation does not have them yet."""
    from jats.importers.text_page.addresses import read_address

    text = rest = str(address.value)
    name = made.items.get("institution")
    parts = read_address(f"{name.value if isinstance(name, Text) else 'University'}, {text}")
    found = {part: getattr(parts, part) for part in _OF_ADDRESS if getattr(parts, part)}
    for part, value in found.items():
        rest = rest.replace(value, "", 1) if part != "country_code" else rest
    if found and not re.search(r"\w", rest) and not found.keys() & made.items.keys():
        for part, value in found.items():
            made.put(part, Text(value, address.place))
    else:
        made.put("street", address)


def _as_printed(made: Map) -> Map:
    """An affiliation whose only field is its name: it may have its address in it, so it is the affiliation as printed."""
    name = made.items["institution"]
    printed = Map(made.place)
    printed.put("text" if isinstance(name, Text) and "," in str(name.value) else "institution", name)
    return printed


def _role(node: Node) -> Node | None:
    """A role in words, or a CRediT term with its degree (`writing: lead`)."""
    if isinstance(node, Text):
        return node if str(node.value).strip() else None
    if isinstance(node, Map) and len(node.items) == 1:
        (name, degree), *_ = node.items.items()
        term = _TITLES.get(name.strip().lower(), name.strip())
        role = find_role(term) or meant_role(term)
        made = Map(node.place)
        made.put("credit" if role else "text", Text(role.term if role else name, node.place))
        if isinstance(degree, Text):
            made.put("degree", degree)
        return made
    return None
