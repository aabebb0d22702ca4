"""All labels by vocabulary: the words of the register's format, as people read them."""

from collections.abc import Mapping

from privlint.exporters.statement.labels import (
    abroad,
    contact,
    data,
    purposes,
    rights,
    safety,
    site,
    time,
)
from privlint.exporters.statement.marking import mark, mark_plural

LABELS: Mapping[str, Mapping[str, str]] = {
    "data": data.DATA,
    "people": data.PEOPLE,
    "source": data.SOURCE,
    "called": data.CALLED,
    "purpose": purposes.PURPOSE,
    "basis": purposes.BASIS,
    "basis_short": purposes.BASIS_SHORT,
    "whose": purposes.WHOSE,
    "article_9": purposes.ARTICLE_9,
    "collected": purposes.COLLECTED,
    "required": purposes.REQUIRED,
    "required_by": purposes.REQUIRED_BY,
    "role": abroad.ROLE,
    "safeguard": abroad.SAFEGUARD,
    "derogation": abroad.DEROGATION,
    "copy": abroad.COPY,
    "place": abroad.PLACE,
    "from": time.FROM,
    "until": time.UNTIL,
    "criterion": time.CRITERION,
    "bound": time.BOUND,
    "then": time.THEN,
    "form": time.FORM,
    "whichever": time.WHICHEVER,
    "way": contact.WAY,
    "tracked": contact.TRACKED,
    "identification": contact.IDENTIFICATION,
    "notice": contact.NOTICE,
    "document": contact.DOCUMENT,
    "cookie": site.COOKIE,
    "serves": site.SERVES,
    "party": site.PARTY,
    "technology": site.TECHNOLOGY,
    "mechanism": site.MECHANISM,
    "refuse": site.REFUSE,
    "embed": site.EMBED,
    "loads": site.LOADS,
    "right": rights.RIGHT,
    "right_told": rights.RIGHT_TOLD,
    "described": rights.DESCRIBED,
    "automated": rights.AUTOMATED,
    "decision_safeguard": rights.DECISION_SAFEGUARD,
    "decision_ground": rights.DECISION_GROUND,
    "measure": safety.MEASURE,
    "told_of_breach": safety.TOLD_OF_BREACH,
    "minor": safety.MINOR,
}
"""By vocabulary, by the term as the register writes it."""

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)

UNITS = {
    "year": mark_plural("{n} year", "{n} years"),
    "month": mark_plural("{n} month", "{n} months"),
    "week": mark_plural("{n} week", "{n} weeks"),
    "day": mark_plural("{n} day", "{n} days"),
    "hour": mark_plural("{n} hour", "{n} hours"),
    "minute": mark_plural("{n} minute", "{n} minutes"),
    "second": mark_plural("{n} second", "{n} seconds"),
}
"""The units of a period of time, one of them and several."""
