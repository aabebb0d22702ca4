from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Fee, Right
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG010",
    judges=Fee,
    severity=Severity.WARNING,
    law=("GDPR 12(5)", "GDPR 15(3)", "CJEU C-307/22", "AP BKR 2020"),
    remedy="Say that requests are free; a fair price may be asked for further copies of the data.",
    compliant="""
        rights:
          access:
            fee: {first: free, further: charged}
    """,
    violating="""
        rights:
          access:
            fee:
              first: charged         # <- RIG010
    """,
)
def rights_fee_or_copy_limit(fee: Fee, _: Facts) -> Iterator[Flag]:
    """Using a right is said to cost something that the law gives for free.

    Art. 12(5) makes every request free, unless it is manifestly unfounded or excessive. A price is
    possible for further copies of the same data (Art. 15(3)), so for the right of access alone.

    Wrong when the price is meant for requests that are manifestly unfounded or excessive, as those
    that somebody repeats can be. Objection to advertising is judged by another rule.
    """
    right = fee.within(Right)
    key = right.where[-1]
    if key == "object_direct_marketing":
        return
    if fee.first == "charged":
        yield flag(fee, f"`{key}` is said to cost something the first time", at="first")
    elif fee.further == "charged" and key != "access":
        yield flag(fee, f"`{key}` is said to cost something after the first time", at="further")
