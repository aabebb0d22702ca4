from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.knowledge.folding import fold
from privlint.register import ContactPoint, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_LONG = 4
"""Letters from which on a word tells one name from another."""


@rule(
    "CST006",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(2)", "GDPR 13(2)(b)", "GDPR 5(1)(f)"),
    remedy="Replace the address: what people send there reaches another company.",
    compliant="""
        faults: [{fault: misspelt, about: the name of a town}]
    """,
    violating="""
        faults:
          - fault: foreign                     # <- CST006
            about: requests for erasure go to an address at another shop's domain
    """,
)
def foreign_contact_address(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement holds an address or a text of another company.

    It is usually left over from a model. A request that is sent there is lost, and its content
    reaches somebody whom it does not concern (Art. 12(2), 5(1)(f)). Whoever reads the statement may
    write it down as a fault; an address for questions or requests is also held against the domain
    of the shop, where the statement has one of those too.

    Wrong when the other company handles requests for the shop, as a company of its group or its
    processor, which the statement can explain in a word. Not meant are addresses that anybody can
    have, with a name to them, or at a domain that is like a name in the statement.
    """
    faults = [fault for fault in register.faults if fault.fault == "foreign"]
    holder = register.controller
    own = ((holder, "the shop's own"),) if holder is not None and holder.email else ()
    for fault in faults:
        about = f": {fault.about}" if fault.about else ""
        message = f"an address or a text that is not the shop's own{about}"
        yield flag(fault, message, at="fault", related=own)
    for point in _foreign(register, facts) if not faults else ():
        message = f"questions or requests go to another domain than the shop's: {point.email}"
        yield flag(point, message, at="email", related=own)


def _foreign(register: Register, facts: Facts) -> Iterator[ContactPoint]:
    """Yield where people shall write to a domain that nothing in the statement explains."""
    rights, controller = register.rights, register.controller
    exercise = rights.exercise if rights is not None else None
    points = (*register.contacts, *(exercise.contact if exercise is not None else ()))
    own = controller.email if controller is not None else None
    site = _domain(register.shop.url)
    if site is None or site not in {_domain(own), *(_domain(point.email) for point in points)}:
        return
    explained = {None, site, *map(_domain, _known_addresses(register))}
    for point in points:
        domain = None if point.name or point.recipient else _domain(point.email)
        if domain is None or domain in explained or facts.is_mailbox(domain):
            continue
        if not any(_is_like(domain, name) for name in _names(register)):
            yield point


def _known_addresses(register: Register) -> Iterator[str | None]:
    """Yield the addresses of those whom the statement introduces."""
    controller = register.controller
    if controller is not None:
        known = (controller.representative, controller.privacy_contact)
        yield from (controller.email, controller.url, *(one.email for one in known if one))
    if register.dpo is not None:
        yield register.dpo.email
    yield from (one.contact.email for one in register.recipients.values() if one.contact)
    yield from (one.contact.email for one in register.joint_controllers if one.contact)


def _domain(at: str | None) -> str | None:
    """Return the name of a domain without what follows its last dot: `shop` of `a@b.shop.nl`."""
    host = (at or "").rpartition("@")[2].partition("//")[2] or (at or "").rpartition("@")[2]
    labels = host.partition("/")[0].partition(":")[0].casefold().split(".")
    return labels[-2] if len(labels) > 1 else None


def _names(register: Register) -> Iterator[str]:
    """Yield the names that the statement gives to the shop and to others."""
    shop, controller, dpo = register.shop, register.controller, register.dpo
    yield shop.name
    if controller is not None:
        yield from filter(None, (controller.name, controller.natural_person))
        yield from controller.trade_names
    for recipient in register.recipients.values():
        yield from filter(None, (recipient.name, recipient.legal_name))
    joint = (each.name for each in register.joint_controllers)
    points = (each.name for each in register.contacts)
    yield from filter(None, (*joint, *points, dpo.name if dpo is not None else None))


def _is_like(domain: str, name: str) -> bool:
    """Tell whether a domain holds a word of a name, or is held by the name."""
    words, bare = fold(name).split(), "".join(fold(domain).split())
    return bare in "".join(words) or any(len(word) >= _LONG and word in bare for word in words)
