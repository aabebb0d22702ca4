from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OTHERS = frozenset({"third_party", "public_source"})
_NO_CASE = frozenset({None, "possibly", "otherwise"})


@rule(
    "DAT011",
    judges=DataGroup,
    severity=Severity.ERROR,
    law=("GDPR 14(1)(d)", "GDPR 14(5)", "WP260 annex"),
    remedy="Say which kinds of data come from others, and which from whom.",
    compliant="""
        general:
          data:
            - categories: [name, address]
              source: third_party
              source_words: the marketplace where the order was placed
              source_named: true
    """,
    violating="""
        general:
          data:
            - unnamed: certain data            # <- DAT011
              source: third_party
              source_words: the marketplace where the order was placed
              source_named: true
    """,
)
def indirect_categories_missing(group: DataGroup, _: Facts) -> Iterator[Flag]:
    """Data come from others than the person, and nothing says which data.

    Who fills in a form sees what is asked. Who is written about by others does not, so Art.
    14(1)(d) asks for the categories of the data, which Art. 13 does not ask where people give their
    data themselves.

    Wrong when everybody concerned knows already which data are passed on, as where the person told
    the other party to do so and saw them, or when a law asks for the data (Art. 14(5)). Where they
    come only in a case that is told, such as with leave of the person, that is likely enough to
    make this a warning.
    """
    if _OTHERS.isdisjoint(group.source) or group.categories or group.rests_on_law:
        return
    is_described = group.words is not None and group.unnamed is None
    if not is_described and group.within(Register).uses(group):
        called = f'"{group.unnamed}"' if group.unnamed else "data"
        at = "unnamed" if group.unnamed else "categories"
        is_case = group.when not in _NO_CASE
        yield flag(
            group,
            f"{called} from others: nothing says of what kinds",
            at=at,
            severity=Severity.WARNING if is_case else None,
            certainty=Certainty.LIKELY if is_case else None,
        )
