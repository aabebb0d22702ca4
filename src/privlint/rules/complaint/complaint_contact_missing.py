from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Authority, Complaint
from privlint.rule import Flag, Severity, flag, rule

_NOT_OF_THE_EEA = {"not_an_authority", "outside_eea"}
"""What other rules judge: no way to reach it would mend that."""


@rule(
    "CPL005",
    judges=Complaint,
    severity=Severity.INFO,
    law=("GDPR 13(2)(d)", "GDPR 12(1)"),
    remedy="Add a link to the authority, or its postal address.",
    compliant="""
        complaint:
          authorities:
            - name: Gegevensbeschermingsautoriteit
              address: {street: Drukpersstraat 35, postcode: 1000, city: Brussel}
              contact: stated
    """,
    violating="""
        complaint:
          authorities:
            - name: Autoriteit Persoonsgegevens
              contact: named_only    # <- CPL005
    """,
)
def complaint_contact_missing(complaint: Complaint, facts: Facts) -> Iterator[Flag]:
    """An authority is named for complaints, without a way to reach it.

    Art. 13(2)(d) asks only to tell of the right, in an easily accessible form (Art. 12(1)). A link
    or an address spares the reader a search.

    Wrong when the name itself is a link on the page, which plain text does not show.
    """
    bare = [authority for authority in complaint.authorities if _is_bare(authority, facts)]
    if bare:
        names = ", ".join(f"`{authority.name}`" for authority in bare)
        others = tuple((authority, "nor is it for this one") for authority in bare[1:])
        yield flag(bare[0], f"how to reach {names} is not said", at="contact", related=others)


def _is_bare(authority: Authority, facts: Facts) -> bool:
    if authority.contact == "stated" or authority.url is not None or authority.address is not None:
        return False
    return facts.authority_named(authority.name).kind not in _NOT_OF_THE_EEA
