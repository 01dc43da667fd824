"""ORCID iDs, e-mail addresses and telephone numbers in a line, with the words before them."""

from __future__ import annotations

import re

from jats.importers.text_page.blocks import LABEL, Page, Span

ORCID = re.compile(
    (
        r"(?:(?:https?://)?(?:www\.)?orcid\.org/"
        r"|orcid(?:\s?id)?\s*[:：]?\s*)*(?<!\d)(?<!\d-)(?P<id>\d{4}[-–‑]?\d{4}[-–‑]?\d{4}[-–‑]?\d{3}[\dXxХх])(?!\d|-\d)"
    ),
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
PHONE = re.compile(r"(?<![\w-])(?:\+|\(\+?\d{1,4}\)|0|8)[\d\s()\-–]{7,22}\d(?!\d)")
_LABEL_BEFORE = re.compile(
    (
        r"(?:e-?mail|е-mail|email|ел\.?\s?пошта|эл\.?\s?почта|электронная почта|електронна пошта"
        r"|электрондық пошта|el\. paštas|e-posta|e-pošta|correo(?: electrónico)?|courriel|mail|e-mail address"
        r"|tel|тел|phone|телефон|telefon|fax|моб|orcid(?:\s?id)?(?:\s?\(s\))?|scopus(?: author)?(?: id)?"
        r"|researcher ?id|web of science(?: researcherid)?|address|адреса?|адрес|ел\. адреса|контакт\w*"
        r"|email address|рінц|spin(?:-код)?|author ?id)\W{0,3}$"
    ),
    re.IGNORECASE,
)


def contacts_in(page: Page, span: Span) -> tuple[list[tuple[str, Span]], list[Span]]:
    """ORCID iDs, e-mail addresses and telephone numbers of a stretch, with the words before them; and the rest."""
    text = page.text(span)
    found: list[tuple[str, int, int]] = []
    for kind, form in (("orcid", ORCID), ("email", EMAIL), ("phone", PHONE)):
        for match in form.finditer(text):
            start, end = match.span("id") if kind == "orcid" else match.span()
            if not any(start < stop and end > begin for _, begin, stop in found) and (
                kind != "phone" or _is_phone(text, match)
            ):
                found.append((kind, match.start() if kind == "orcid" else start, end))
    contacts, rest, at = [], [], 0
    for kind, start, end in sorted(found, key=lambda one: one[1]):
        before = text[at:start]
        label = _LABEL_BEFORE.search(before.rstrip(" (["))
        cut = at + label.start() if label else start
        rest.append(span.part(at, cut))
        page.use(span.part(cut, start), LABEL, kind)
        contacts.append((kind, span.part(start, end)))
        at = end
    rest.append(span.part(at, len(text)))
    return contacts, [one for one in rest if re.search(r"[^\W_]", page.text(one))]


def _is_phone(text: str, match: re.Match[str]) -> bool:
    digits = sum(character.isdigit() for character in match[0])
    named = _LABEL_BEFORE.search(text[: match.start()].rstrip())
    return digits >= 9 and (match[0].startswith(("+", "(+")) or named is not None)
