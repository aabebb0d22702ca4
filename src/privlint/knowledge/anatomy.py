"""Whether a provision of the GDPR exists, and if it does not, where the text ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from privlint.knowledge.vocabulary import Article, Vocabularies

_PROVISION = re.compile(
    r"GDPR (?P<article>\d+)(?:\((?P<paragraph>\d+)\)(?:\((?P<point>[a-z])\))?)?"
)
_RECITAL = re.compile(r"GDPR recital (?P<number>\d+)")


def no_such_provision(citation: str, facts: Vocabularies) -> str | None:
    """Say in what a citation of the GDPR goes beyond its text; `None` where it does not.

    Of a range, the first provision is looked at. What is no citation of the GDPR goes nowhere.
    """
    if recital := _RECITAL.match(citation):
        recitals = facts.gdpr_article("recital")
        is_beyond = recitals is not None and int(recital["number"]) > recitals.paragraphs
        return f"the GDPR has {recitals.paragraphs} recitals" if recitals and is_beyond else None
    found = _PROVISION.match(citation)
    if found is None:
        return None
    article = facts.gdpr_article(found["article"])
    if article is None:
        return f"the GDPR has no article {found['article']}"
    return _beyond(article, found["paragraph"], found["point"])


def _beyond(article: Article, paragraph: str | None, point: str | None) -> str | None:
    if paragraph is None:
        return None
    if not 0 < int(paragraph) <= article.paragraphs:
        number = article.paragraphs
        has = f"{number} paragraphs" if number else "no numbered paragraphs"
        return f"GDPR {article.id} has {has}"
    points = (article.points or {}).get(paragraph, 0)
    if point is None or ord(point) - ord("a") < points:
        return None
    last = chr(ord("a") + points - 1)
    has = f"the points (a) to ({last})" if points else "no points with letters"
    return f"GDPR {article.id}({paragraph}) has {has}"
