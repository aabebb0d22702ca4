"""The rights of the data subject, how they are used, and where one complains."""

from __future__ import annotations

from collections.abc import Mapping

from privlint.register.node import many, one, value, values
from privlint.register.parts import Address, ContactPoint, Fact, Words


class Fee(Fact):
    """What it costs (Art. 12(5), 15(3) GDPR)."""

    first: str | None = value()
    further: str | None = value()


class Right(Fact):
    """A right of the data subject, as the statement gives it (Art. 13(2)(b), 15-22 GDPR)."""

    status: str | None = value()
    article: str | None = value()
    conditions: tuple[Words, ...] = many(Words)
    exceptions: tuple[Words, ...] = many(Words)
    limited_to: tuple[str, ...] = values()
    unconditional: bool | None = value()
    placement: str | None = value()
    how: tuple[str, ...] = values()
    format: str | None = value()
    response: str | None = value()
    fee: Fee | None = one(Fee)
    detriment: str | None = value()
    effect: str | None = value()
    suppression_list: bool | None = value()
    recipients_told: str | None = value()
    purposes: tuple[str, ...] = values()
    details_in: str | None = value()
    occasions: tuple[Words, ...] = many(Words)
    planned: str | None = value()

    @property
    def is_told(self) -> bool:
        """Tell whether it is told as a right, by its name or not, and not only in passing."""
        return self.status != "mentioned"


class Identification(Fact):
    """A way of identification."""

    method: str = value()
    when: str | None = value()
    for_: tuple[str, ...] = values("for")
    masked: bool | None = value()


class Exercise(Fact):
    """How the rights are used (Art. 12(2)-(6) GDPR)."""

    channels: tuple[str, ...] = values()
    contact: tuple[ContactPoint, ...] = many(ContactPoint)
    identification: tuple[Identification, ...] = many(Identification)
    response: str | None = value()
    response_from: str | None = value()
    extension: str | None = value()
    exception: str | None = value()
    fee: str | None = value()
    delivery: str | None = value()
    format: str | None = value()
    log: str | None = value()


class Rights(Fact):
    """The rights of the data subject (Art. 13(2)(b), 15-22 GDPR), those that are told."""

    access: Right | None = one(Right)
    rectification: Right | None = one(Right)
    erasure: Right | None = one(Right)
    restriction: Right | None = one(Right)
    portability: Right | None = one(Right)
    object: Right | None = one(Right)
    object_direct_marketing: Right | None = one(Right)
    no_automated_decision: Right | None = one(Right)
    withdraw_consent: Right | None = one(Right)
    notification_to_recipients: Right | None = one(Right)
    information: Right | None = one(Right)
    exercise: Exercise | None = one(Exercise)

    @property
    def listed(self) -> Mapping[str, Right]:
        """The rights that Art. 13(2)(b) lists and that the statement speaks of, by their key."""
        keys = ("access", "rectification", "erasure", "restriction", "object", "portability")
        found = {key: getattr(self, key) for key in keys}
        return {key: right for key, right in found.items() if right is not None}

    @property
    def told(self) -> frozenset[str]:
        """Which of those it tells of as rights, and not only in passing."""
        return frozenset(key for key, right in self.listed.items() if right.is_told)


class Authority(Fact):
    """A supervisory authority or other body that is named for complaints."""

    name: str = value()
    also: str | None = value()
    country: str | None = value()
    address: Address | None = one(Address)
    url: str | None = value()
    contact: str | None = value()


class Complaint(Fact):
    """The right to complain to a supervisory authority (Art. 13(2)(d), 77 GDPR)."""

    authorities: tuple[Authority, ...] = many(Authority)
    described: tuple[str, ...] = values()
    first_to_controller: bool | None = value()
    condition: str | None = value()
