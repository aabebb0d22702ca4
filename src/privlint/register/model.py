"""The register as a whole: the root of the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from privlint.register.cookies import Cookies, Embed
from privlint.register.node import N, Node, keyed, many, one, value, values
from privlint.register.parties import Controller, Dpo, JointController
from privlint.register.parts import ContactPoint, LegalBasis
from privlint.register.purposes import Marketing, Purpose
from privlint.register.recipients import Recipient
from privlint.register.rights import Complaint, Rights
from privlint.register.statement import (
    Account,
    AutomatedDecisions,
    Claim,
    Fault,
    General,
    Minor,
    Security,
    Shop,
    Statement,
    Storage,
)


class Register(Node):
    """A privacy statement, written down: what it says, and nothing that it does not say. A key
    that is absent means that the statement is silent.
    """

    __slots__ = ("index",)

    index: Mapping[type[Node], Sequence[Any]]
    """All nodes by class, each in the order of the file."""

    privlint: int = value()
    shop: Shop = one(Shop)
    statement: Statement = one(Statement)
    controller: Controller | None = one(Controller)
    joint_controllers: tuple[JointController, ...] = many(JointController)
    dpo: Dpo | None = one(Dpo)
    contacts: tuple[ContactPoint, ...] = many(ContactPoint)
    recipients: Mapping[str, Recipient] = keyed(Recipient)
    purposes: Mapping[str, Purpose] = keyed(Purpose)
    general: General | None = one(General)
    rights: Rights | None = one(Rights)
    complaint: Complaint | None = one(Complaint)
    account: Account | None = one(Account)
    automated_decisions: AutomatedDecisions | None = one(AutomatedDecisions)
    cookies: Cookies | None = one(Cookies)
    embeds: tuple[Embed, ...] = many(Embed)
    marketing: Marketing | None = one(Marketing)
    minors: tuple[Minor, ...] = many(Minor)
    security: Security | None = one(Security)
    storage: tuple[Storage, ...] = many(Storage)
    claims: tuple[Claim, ...] = many(Claim)
    faults: tuple[Fault, ...] = many(Fault)
    todo: tuple[str, ...] = values()

    def all(self, node: type[N]) -> Sequence[N]:
        """Return every node of a class, in the order of the file."""
        return self.index.get(node, ())

    def claims_of(self, claim: str) -> tuple[Claim, ...]:
        """Return the claims of one kind, by their id in the vocabulary."""
        return tuple(found for found in self.claims if found.claim == claim)

    def stated_bases(self) -> frozenset[str]:
        """Return every legal basis that the statement gives for anything at all."""
        return frozenset(basis.basis for basis in self.all(LegalBasis))
