from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OTHERS = frozenset({"third_party", "public_source"})
_NO_CASE = frozenset({None, "possibly", "otherwise"})
_GIVEN_BY_BUYERS = frozenset({"gift_recipients", "parents"})


@rule(
    "DAT010",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 14(2)(f)", "GDPR 14(5)", "GDPR recital 61", "WP260 annex", "CJEU C-422/24"),
    remedy="Name who gives the data, or what kind of party, and whether the source is public.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: third_party
                source_words: organisers of the fairs where we have a stand
                source_named: true
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: third_party
                source_words: a third party            # <- DAT010
                retention: {until: unsubscribe}
                recipients: [mailer]
          orders:
            data:
              - categories: [name, address, order_data]
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, payment_provider, host]
              - categories: [company_number]
                source: [data_subject, third_party]    # <- DAT010
                retention: {period: P2Y, from: delivery}
                recipients: [host]
    """,
)
def indirect_collection_not_explained(register: Register, facts: Facts) -> Iterator[Flag]:
    """Data come from others than the person, and nothing says from whom.

    Who did not give the data cannot know where they come from. Art. 14(2)(f) asks for the source,
    and whether it is public; where it cannot be named, what kind of party it is (recital 61,
    WP260). "A third party" says neither. What the shop itself observes or infers of a visitor does
    not come from another (CJEU C-422/24).

    Wrong when everybody concerned knows the source already, or a law asks for the data (Art.
    14(5)). So it may be where they come only in a case that is told, as with leave of the person,
    and of those for whom others buy. Numbers and names of companies are personal data of one-person
    businesses only. In these cases, and of a source that is called public, this is a warning.
    """
    untold: dict[str | None, list[DataGroup]] = {}
    for group in register.all(DataGroup):
        if register.uses(group) and _is_untold(group):
            untold.setdefault(group.source_words, []).append(group)
    for words, groups in untold.items():
        first, *others = sorted(groups, key=lambda group: _is_lesser(group, facts))
        kinds = frozenset[str]().union(*(group.kinds for group in groups))
        names = ", ".join(f"`{kind}`" for kind in sorted(kinds))
        said = f'"{words}" does not say' if words else "nothing says"
        lesser = _is_lesser(first, facts)
        yield flag(
            first,
            f"{said} from whom {f'these come: {names}' if names else 'the data come'}",
            at="source_words" if words else "source",
            related=tuple((group, "nor here") for group in others),
            severity=Severity.WARNING if lesser else None,
            certainty=Certainty.LIKELY if lesser else None,
        )


def _is_untold(group: DataGroup) -> bool:
    comes_from_others = not _OTHERS.isdisjoint(group.source)
    is_told = group.source_named or group.via or group.rests_on_law
    return comes_from_others and not is_told


def _is_lesser(group: DataGroup, facts: Facts) -> bool:
    """Tell whether the source is public, or may be known, or the data are those of a business."""
    if group.when not in _NO_CASE or not _GIVEN_BY_BUYERS.isdisjoint(group.subjects):
        return True
    found = [facts.category(kind) for kind in group.kinds]
    flags = [kind.flags if kind is not None else frozenset[str]() for kind in found]
    of_business = bool(flags) and all("business" in each for each in flags)
    of_others = any("third_party" in each for each in flags)
    return "third_party" not in group.source or of_business or of_others
