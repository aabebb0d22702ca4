"""What a statement tells of the visitor's device: whether it speaks of cookies, whose content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.register.node import remembered
from privlint.register.parts import LegalBasis, Withdrawal
from privlint.register.purposes import DataGroup

if TYPE_CHECKING:
    from collections.abc import Collection

    from privlint.register.cookies import Cookie, Embed
    from privlint.register.model import Register
    from privlint.register.statement import Claim

_ON_COOKIES = ("site_requires_cookies", "functional_cookies_cannot_be_refused")

_MEASURING = frozenset({"analytics", "profiling", "personalisation"})
_FOLLOWING = frozenset({"marketing", "profiling", "personalisation", "social_media"})
"""Kinds of purposes whose consent is consent to the cookies that serve them."""

_BY_COOKIES = frozenset({"cookie_id", "device_id", "pages_visited", "analytics_data"})
"""Kinds of data that show a purpose of marketing to be about visits, not about messages."""


def speaks_of_cookies(register: Register) -> bool:
    """Tell whether cookies are mentioned anywhere: as such, as data, or where consent is asked."""
    return (
        register.cookies is not None
        or register.has_cookie_policy
        or any("cookie_id" in group.kinds for group in register.all(DataGroup))
        or any(basis.collected == "cookie_tool" for basis in register.all(LegalBasis))
        or any("cookie_tool" in way.how for way in register.all(Withdrawal))
        or any(register.claims_of(claim) for claim in _ON_COOKIES)
    )


def is_own(embed: Embed, register: Register) -> bool:
    """Tell whether content comes from the shop's own server, or is no more than a link."""
    known = [register.recipients[name] for name in embed.recipients if name in register.recipients]
    return bool(known) and not any(recipient.receives for recipient in known)


def may_mean(claim: Claim, names: Collection[str], register: Register) -> bool:
    """Tell whether a claim can be about what these recipients do: none is told, or one is named."""
    about = {name for name in claim.about if name in register.recipients}
    return not about or not names or not about.isdisjoint(names)


@remembered
def asked_by_cookies(register: Register) -> frozenset[str]:
    """Return the recipients for whose cookies a choice or consent is told."""
    cookies = register.cookies
    if cookies is None:
        return frozenset()
    asked = (item for item in cookies.items if item.on_consent or cookies.asks_for(item))
    return frozenset(name for item in asked for name in item.provider)


def is_asked_elsewhere(item: Cookie, register: Register) -> bool:
    """Tell whether consent to a cookie is told where it does not say how it is asked.

    That is in a condition, for its purpose, for everything, or by a way to take it back.
    """
    cookies, general = register.cookies, register.general
    ways = cookies.consent if cookies is not None else ()
    back = cookies.withdrawal if cookies is not None else None
    return (
        item.when not in {None, "possibly"}
        or any(way.asks and way.covers(item) for way in ways)
        or (back is not None and set(back.how) != {"browser_settings"})
        or (general is not None and any(b.basis == "consent" for b in general.legal_basis))
        or _asks(register, item)
    )


def _asks(register: Register, item: Cookie) -> bool:
    """Tell whether a purpose rests on consent that cookies like this one serve."""
    measuring, following = _on_consent(register)
    return following if item.kind in {"marketing", "social"} else measuring


@remembered
def _on_consent(register: Register) -> tuple[bool, bool]:
    """Tell whether measuring visits rests on consent, and following people by their visits."""
    asking = [p for p in register.purposes.values() if any(b.basis == "consent" for b in p.bases)]
    following = (purpose for purpose in asking if purpose.kind in _FOLLOWING)
    groups = (group for purpose in following for group in purpose.data)
    of_visits = any(not _BY_COOKIES.isdisjoint(group.kinds) for group in groups)
    return any(purpose.kind in _MEASURING for purpose in asking), of_visits
