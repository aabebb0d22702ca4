"""The answers of law that differs from country to country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.knowledge.row import Row

if TYPE_CHECKING:
    from datetime import date

    from privlint.knowledge.answers import Confidence


class ChildAge(Row):
    """From which age a child consents alone to an online service (GDPR art. 8(1))."""

    country: str
    age: int
    law: str
    since: date | None
    until: date | None
    confidence: Confidence


class CookieLaw(Row):
    """The national provision on storing and reading on a visitor's device (ePrivacy art. 5(3))."""

    id: str
    country: str
    law: str
    """As rules cite it."""
    analytics_exempt: bool
    """Whether analytics of little consequence for privacy need no consent."""
    since: date | None
    until: date | None
    confidence: Confidence


class MarketingLaw(Row):
    """On what ground natural persons may be addressed by a channel, in a country."""

    id: str
    country: str
    channel: str
    grounds: tuple[str, ...]
    """Of `consent`, `soft_opt_in`, `customer` (any relation), `objection` (until they object)."""
    law: str
    except_for: tuple[str, ...]
    since: date | None
    until: date | None
    confidence: Confidence


class DeadReference(Row):
    """A law, or a name of one, that is not right to cite; its pattern helps a person to find it."""

    id: str
    name: str
    pattern: str
    """A regular expression, to be searched without regard to case."""
    country: str | None
    until: date | None
    """The last day on which it could be cited as the law; `None`: it never was."""
    now: str
    confidence: Confidence
