"""A text with a cursor in it, as the tests of the language server write it."""

from __future__ import annotations

from privlint.lsp.buffer import Buffer

CURSOR = "‸"

SHOP = """\
privlint: 1
shop: {name: Small Shop, country: BE}
statement:
  language: nl
  documents:
    cookie_policy: {kind: cookie_policy}
recipients:
  carrier:
    name: Plain Parcels
    role: controller
    country: NL
  host: {name: Plain Hosting, vendor: google-analytics}
purposes:
  orders:
    title: Deliver what was ordered
    legal_basis: [{basis: contract}]
    data:
      - categories: [name, address]
        source: data_subject
        recipients: [carrier, {to: host, when: possibly}]
  newsletter:
    title: Send the newsletter
cookies:
  details_in: cookie_policy
claims:
  - {claim: no_sharing, about: [carrier, newsletter]}
todo: [recipients.carrier, purposes.orders.retention]
"""


def edited(text: str, path: str = "policies/shop.yaml") -> tuple[Buffer, int]:
    """Return a buffer with the text, and where its cursor is."""
    offset = text.index(CURSOR)
    return Buffer(f"file:///{path}", text.replace(CURSOR, "", 1)), offset


def shop(find: str, *, after: str = "", inside: int = 1) -> tuple[Buffer, int]:
    """Return the shop above, and an offset inside the first such text after another."""
    return Buffer("file:///policies/shop.yaml", SHOP), SHOP.index(find, SHOP.index(after)) + inside
