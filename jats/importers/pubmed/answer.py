"""PubMed XML as its services answer: a PubmedArticleSet (efetch, the yearly files)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jats.draft import List, Map, Node, Text
from jats.findings import Note
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.drafting import add, fields, listed, pages_in, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.pubmed.parts import (
    abstracts_of,
    history_of,
    identifiers_of,
    language_of,
    person,
    publication,
    references_of,
    relation_types,
    titles_of,
    type_of,
)
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of
from jats.vocab.countries import country_code

TITLE = "PubMed PubmedArticleSet"
_ROOTS = ("PubmedArticleSet", "PubmedArticle", "MedlineCitationSet", "MedlineCitation")
_TRIALS = frozenset(("clinicaltrials.gov", "isrctn", "eudract", "chictr", "anzctr", "drks", "umin ctr", "utn"))


def _detects(source: Source) -> str | None:
    root, _ = root_of(source.head) or ("", "")
    return f"its root element is {root}" if root in _ROOTS else None


@importer("pubmed-efetch", title=TITLE, suffixes=(".xml",), detects=_detects)
def read_pubmed_efetch(source: Source, note: Note) -> Iterator[Map]:
    """One draft per record."""
    root = xml_branch(source, TITLE, note)
    if root is None:
        return
    records = (
        [root] if root.name in ("PubmedArticle", "MedlineCitation") else root.all("PubmedArticle", "MedlineCitation")
    )
    for record in records:
        citation = record if record.name == "MedlineCitation" else record.one("MedlineCitation")
        if citation is None:
            continue
        draft = _draft(record, citation)
        report_left(record, table("pubmed"), note, record.name)
        record.use()
        if record is records[-1]:
            report_left(root, table("pubmed"), note, root.name)
        yield draft


def _draft(record: Branch, citation: Branch) -> Map:
    draft = Map(record.place)
    article = citation.one("Article") or citation
    main = language_of(draft, article)
    titles_of(draft, article, main)
    _people(draft, citation, article)
    _journal(draft, citation, article)
    whole = record if record is not citation else Branch("", record.place, None, [citation])
    fill(draft, whole, table("pubmed").sections["answer"], HOWS)
    identifiers_of(draft, record.all("PubmedData/ArticleIdList/ArticleId"), "@IdType")
    identifiers_of(draft, article.all("ELocationID"), "@EIdType")
    identifiers_of(draft, citation.all("OtherID"), "@Source")
    _pages(draft, article)
    _dates(draft, record, article)
    type_of(draft, article.all("PublicationTypeList/PublicationType"))
    abstracts_of(draft, article.one("Abstract"), citation.all("OtherAbstract"), main)
    _keywords(draft, citation)
    for grant in article.all("GrantList/Grant"):
        add(draft, "funding", _grant(grant))
    for bank in article.all("DataBankList/DataBank"):
        _data_bank(draft, bank)
    for each in citation.all("CommentsCorrectionsList/CommentsCorrections"):
        _related(draft, each)
    for reference in references_of(record.all("PubmedData/ReferenceList")):
        add(draft, "references", reference)
    return draft


def _people(draft: Map, citation: Branch, article: Branch) -> None:
    for around in article.all("AuthorList"):
        kind = around.says("@Type")
        for branch in around.all("Author"):
            made = person(branch)
            if kind == "editors":
                put(made, "type", Text("editor", branch.place))
            add(draft, "contributors" if kind == "editors" else "authors", made)
    for branch in citation.all("InvestigatorList/Investigator"):
        made = person(branch)
        put(made, "type", Text("investigator", branch.place))
        add(draft, "contributors", made)


def _journal(draft: Map, citation: Branch, article: Branch) -> None:
    for branch in article.all("Journal/ISSN"):
        medium = branch.says("@IssnType").lower()
        put(draft, f"journal.issn.{medium}" if medium else "journal.issn", branch.take())
    linking = citation.one("MedlineJournalInfo/ISSNLinking")
    if linking is not None and linking.words:
        put(draft, "journal.issn.linking", linking.take())


def _pages(draft: Map, article: Branch) -> None:
    around = article.one("Pagination")
    if around is None:
        return
    start = around.one("StartPage")
    short = around.one("MedlinePgn")
    if start is not None and start.words and not (short is not None and "," in short.words):
        put(draft, "pages", pages_in(around, ("StartPage",), ("EndPage",)))
    elif short is not None:
        put(draft, "pages", short.take())
        around.use()


def _dates(draft: Map, record: Branch, article: Branch) -> None:
    issue = article.one("Journal/JournalIssue")
    medium = {"Print": "print", "Internet": "electronic"}.get(issue.says("@CitedMedium"), "") if issue else ""
    for date in article.all("ArticleDate"):
        publication(draft, date, "electronic")
    for date in issue.all("PubDate") if issue else ():
        if medium == "electronic" and "published" in draft.items:
            _collection(draft, date)
        else:
            publication(draft, date, medium)
    history_of(draft, record.all("PubmedData/History/PubMedPubDate"))


def _collection(draft: Map, branch: Branch) -> None:
    from jats.importers.pubmed.parts import date_of

    date = date_of(branch)
    if date is not None:
        kind, form = Text("collection", branch.place), Text("electronic", branch.place)
        add(draft, "published", fields(branch.place, type=kind, format=form, date=date))


def _keywords(draft: Map, citation: Branch) -> None:
    for around in citation.all("KeywordList"):
        terms = listed([marked(each) for each in around.all("Keyword")])
        kind = None if around.says("@Owner") in ("NOTNLM", "") else Text(around.says("@Owner"), around.place)
        if terms is not None:
            add(draft, "keywords", fields(around.place, type=kind, terms=terms))
    headings = [_heading(each) for each in citation.all("MeshHeadingList/MeshHeading")]
    _group(draft, "mesh", headings)
    substances = [
        fields(each.place, text=each.take("NameOfSubstance"), code=_registry(each))
        for each in citation.all("ChemicalList/Chemical")
    ]
    _group(draft, "chemicals", substances)
    _group(draft, "mesh-supplementary", [each.take() for each in citation.all("SupplMeshList/SupplMeshName")])
    _group(draft, "gene-symbols", [each.take() for each in citation.all("GeneSymbolList/GeneSymbol")])
    people = citation.all("PersonalNameSubjectList/PersonalNameSubject")
    _group(draft, "people", [_subject_name(each) for each in people])


def _group(draft: Map, kind: str, terms: Sequence[Map | Text | None]) -> None:
    found: list[Node] = [term for term in terms if term is not None and not (isinstance(term, Map) and not term.items)]
    if found:
        place = found[0].place
        add(draft, "keywords", fields(place, type=Text(kind, place), terms=List(found, place)))


def _heading(branch: Branch) -> Map:
    """A MeSH heading, with its qualifiers as parts; the vocabulary's number of it beside."""
    descriptor = branch.one("DescriptorName")
    if descriptor is None:
        return Map(branch.place)
    qualifiers = branch.takes("QualifierName")
    text = descriptor.take()
    vocabulary = fields(
        branch.place, name=Text("mesh", branch.place), term=text, term_identifier=descriptor.take("@UI")
    )
    if not qualifiers:
        return fields(branch.place, text=text, vocabulary=vocabulary)
    parts: Node = fields(branch.place, descriptor=text, qualifier=_joined(qualifiers))
    return fields(branch.place, parts=parts, vocabulary=vocabulary)


def _joined(texts: list[Text]) -> Text:
    return Text("; ".join(str(text.value) for text in texts), texts[0].place)


def _registry(branch: Branch) -> Text | None:
    """The registry number; 0 says that there is none."""
    number = branch.take("RegistryNumber")
    return number if number is not None and number.value != "0" else None


def _subject_name(branch: Branch) -> Text | None:
    parts = [branch.taken(name) for name in ("LastName", "ForeName", "Suffix")]
    branch.use("Initials")
    return Text(", ".join(filter(None, parts)), branch.place) if any(parts) else None


def _grant(branch: Branch) -> Map:
    code = country_code(branch.says("Country")) if branch.says("Country") else None
    country = branch.take("Country") if code else None
    name = branch.take("Agency") or branch.take("Acronym")
    funder = fields(branch.place, name=name, country_code=Text(code, country.place) if code and country else None)
    acronym = branch.take("Acronym")
    if acronym is not None and name is not None:
        put(funder, "ids.acronym", acronym)
    return fields(branch.place, funder=funder, numbers=branch.take("GrantID"))


def _data_bank(draft: Map, branch: Branch) -> None:
    numbers = branch.takes("AccessionNumberList/AccessionNumber")
    name = branch.take("DataBankName") if numbers else None
    for number in numbers:
        is_trial = name is not None and str(name.value).lower() in _TRIALS
        kind = Text("clinical-trials-registry" if is_trial else "database", number.place)
        source = fields(number.place, type=kind, id=name) if name else None
        document = fields(number.place, id=number)
        add(
            draft,
            "related_objects",
            fields(
                number.place,
                type=Text("clinical-trial", number.place) if is_trial else None,
                source=source,
                document=document,
            ),
        )


def _related(draft: Map, branch: Branch) -> None:
    kind = branch.says("@RefType")
    made = fields(branch.place, type=Text(relation_types().get(kind, kind), branch.place), pmid=branch.take("PMID"))
    put(made, "title", branch.take("RefSource"))
    add(draft, "related_articles", made)
