from collections.abc import Iterable, Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Claim, Recipient, Register, Transfer
from privlint.register.abroad import promises_of_eea
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CST001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(f)"),
    remedy="Leave the claim out, or say which data leave the EEA and to whom.",
    compliant="""
        claims:
          - {claim: data_in_eea, except: newsletter addresses}
    """,
    violating="""
        claims:
          - claim: data_in_eea                 # <- CST001
    """,
)
def eea_only_claim_contradicted(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement says that data or partners stay in the EEA, and names one outside it.

    A reader who trusts the first sentence does not look for the second. What the statement itself
    says of a place outside the EEA contradicts it for certain. What is only known of a company is
    judged by `transfer-not-mentioned`, which shows the claim beside it. A partner inside the EEA
    that sends data out of it is still a partner inside.

    Wrong when the claim is about other data or recipients than those that leave, which its
    `except`, `of` or `about` should then say, or when a recipient is called by its home abroad and
    contracts from inside. It is a warning where all that leaves is what a recipient, not said to
    act for the shop, sends on, and where the promise is that of one recipient seated abroad.
    """
    found = {about: _Abroad(register, facts, is_about_seats=about) for about in (False, True)}
    for promise in promises_of_eea(register):
        abroad, is_sent_on = found[promise.is_about_seats].of(promise.of)
        if not abroad:
            continue
        is_own = isinstance(promise.place.parent, Recipient)
        is_doubtful = is_own or is_sent_on
        stays = "to be in the EEA, and not all are" if promise.is_about_seats else _DATA
        yield flag(
            promise.place,
            f"said {stays}",
            at="claim" if isinstance(promise.place, Claim) else "status",
            related=abroad[:_MOST],
            severity=Severity.WARNING if is_doubtful else None,
            certainty=Certainty.LIKELY if is_doubtful else None,
        )


_MOST = 100
"""How many places are shown of each promise: there can be thousands of both."""
_DATA = "to stay in the EEA, and this does not"


_Places = tuple[tuple[Transfer | Recipient, str], ...]


class _Abroad:
    """What is told to leave the EEA or to be outside it, by the ids of those it is about.

    It is looked for once, and not for each promise: a register can hold thousands of both.
    """

    def __init__(self, register: Register, facts: Facts, *, is_about_seats: bool) -> None:
        self._places: list[tuple[Transfer | Recipient, str]] = []
        self._by_id: dict[str, list[int]] = {}
        self._of: dict[frozenset[str] | None, tuple[_Places, bool]] = {}
        for transfer in _leaving(register, facts):
            receivers = register.receivers(transfer)
            seats = tuple(one.seat or "" for one in receivers)
            if not (is_about_seats and facts.all_inside(seats)):
                self._add(transfer, "leaves the EEA", (str(one.where[-1]) for one in receivers))
        for name, recipient in register.recipients.items():
            if _is_outside(recipient, register, facts, is_about_seats=is_about_seats):
                self._add(recipient, "is outside the EEA", (name,))

    def _add(self, place: Transfer | Recipient, label: str, about: Iterable[str]) -> None:
        for name in about:
            self._by_id.setdefault(name, []).append(len(self._places))
        self._places.append((place, label))

    def of(self, names: frozenset[str] | None) -> tuple[_Places, bool]:
        """Return what is about one of some recipients, and if all of it is what others send on."""
        if names not in self._of:
            places: Iterable[int] = range(len(self._places))
            if names is not None:
                places = sorted({n for name in names for n in self._by_id.get(name, ())})
            found = tuple(self._places[n] for n in places)
            is_sent_on = all(isinstance(one, Transfer) and one.onward for one, _ in found)
            self._of[names] = found, is_sent_on
        return self._of[names]


def _leaving(register: Register, facts: Facts) -> Iterator[Transfer]:
    for transfer in register.all(Transfer):
        outside = transfer.country == "unnamed" or facts.eea(transfer.country) is Answer.NO
        if transfer.happens and outside:
            yield transfer


def _is_outside(
    recipient: Recipient, register: Register, facts: Facts, *, is_about_seats: bool
) -> bool:
    """Tell whether a recipient is outside the EEA, of which no more is told."""
    if not recipient.receives or any(transfer.happens for transfer in recipient.transfers):
        return False
    seat = () if recipient.seat is None else (recipient.seat,)
    kept = register.storage_of(recipient)
    places = (seat or kept) if is_about_seats else (kept or seat)
    return Answer.NO in map(facts.eea, places)
