"""What of JATS 1.4 Publishing an article file needn't be able to say, each with its reason."""

from __future__ import annotations

ELEMENTS: dict[str, str] = {}
"""Metadata elements that no field makes."""

ATTRIBUTES: dict[tuple[str, str], str] = {}
"""Own attributes of metadata elements that no field makes."""

CARRIED_ATTRIBUTES: dict[str, str] = {}
"""Attributes that no field makes on any element."""

_PENDING = """
    translation
    abbrev-journal-title abstract access-date ack address ali:free_to_read ali:license_ref alt-text alt-title
    annotation app app-group article-categories article-id article-version article-version-alternatives attrib
    author-comment award-desc award-group award-id award-name back caption chapter-title citation-alternatives
    collab-name collab-name-alternatives collab-wrap comment compound-kwd compound-kwd-part compound-subject
    compound-subject-part conf-acronym conf-date conf-loc conf-name conf-num conf-sponsor conf-theme conference
    content-language contributed-resource-group copyright-holder copyright-statement copyright-year count counts
    custom-meta custom-meta-group data-title date date-in-citation edition element-citation elocation-id
    equation-count era etal event event-desc extended-by fax fig-count fn-group fpage front-stub funding-group
    funding-source funding-statement glossary gov history isbn issn-l issue issue-id issue-part issue-sponsor
    issue-subtitle issue-title issue-title-group journal-subtitle kwd kwd-group label license license-p
    long-desc lpage meta-name meta-value mixed-citation nested-kwd nlm-citation note notes object-id
    on-behalf-of open-access page-count page-range part-title patent permissions person-group phone price
    principal-award-recipient principal-investigator processing-meta product pub-date-not-available pub-history
    pub-id publisher publisher-loc publisher-name ref ref-count ref-list related-article related-object
    resource-group resource-id resource-name resource-wrap response restricted-by season self-uri series
    series-text series-title size source std std-organization string-date sub-article subj-group subject
    subtitle supplement supplementary-material support-description support-group support-source table-count
    time-stamp title trans-abstract trans-source trans-subtitle trans-title trans-title-group version volume
    volume-id volume-issue-group volume-series word-count
    """
_PENDING_ATTRIBUTES = """
    aff@rid author-notes@rid bio@rid bio@xlink:href collab@collab-type collab@symbol collab@xlink:href
    contrib@rid contrib@xlink:href contrib-id@assigning-authority fn@custom-type fn@fn-type fn@symbol
    given-names@initials institution@xlink:href institution-id@assigning-authority institution-id@vocab
    institution-id@vocab-identifier issn@assigning-authority issn@pub-type journal-id@assigning-authority
    pub-date@assigning-authority pub-date@calendar pub-date@pub-type pub-date@publication-format
    role@assigning-authority string-name@name-style surname@initials year@calendar year@iso-8601-date
    """

PENDING = frozenset(_PENDING.split())
"""Elements whose field is still to come."""

PENDING_ATTRIBUTES = frozenset(_PENDING_ATTRIBUTES.split())
"""Own attributes, `element@attribute`, whose field is still to come."""
