"""The values of a data map. They are small: a run of many registers holds one for each."""

from __future__ import annotations

from privlint.record import Record

PURPOSE, GENERAL, ONLINE, UNTIED = "purpose", "general", "online", "untied"
NAMED, NOBODY, UNNAMED, SHOP = "named", "nobody", "unnamed", "shop"
SILENT, UNSEEN = "silent", "unseen"
"""The statement does not say; whoever writes the register has not looked yet."""
PERIOD, INDEFINITE, UNTIL, CRITERION = "period", "indefinite", "until", "criterion"


class Origin(Record):
    """What data are used for, or where else the statement speaks of them."""

    kind: str
    """`PURPOSE`; `GENERAL`: said for everything; `ONLINE`: of cookies, measuring and embedded
    content; `UNTIED`: of a recipient, and for no purpose."""
    title: str = ""
    """What a purpose is called."""
    id: str = ""


class Whereabouts(Record):
    """A place where data are or go."""

    place: str
    """A country (ISO 3166-1), `EEA`, `EU`, or `unnamed`: somewhere else that is not named."""
    known: str | None = None
    """`None`: the statement says so. Else it does not, and it is known of the company, with this
    confidence."""
    safeguard: str | None = None
    is_sometimes: bool = False
    """Whether it is said for some case only."""


class Party(Record):
    """Who gets data."""

    kind: str
    """`NAMED`: by name or as a kind of recipients; `NOBODY`: the statement says that nobody does;
    `SILENT`, `UNSEEN`; `UNNAMED`: whoever it is; `SHOP`: the shop keeps them itself."""
    name: str = ""
    id: str = ""
    whereabouts: tuple[Whereabouts, ...] = ()


class Flow(Record):
    """Data that somebody gets for a purpose."""

    origin: Origin
    party: Party
    data: tuple[str, ...]
    """Kinds of data, by their ids; empty: the statement does not say which."""
    is_sometimes: bool = False
    """Whether it is said for some case only."""


class Storage(Record):
    """How long data are kept."""

    origin: Origin
    data: tuple[str, ...]
    kind: str
    """`PERIOD`, `INDEFINITE`, `UNTIL` an event, a `CRITERION`, `SILENT` or `UNSEEN`."""
    holder: str = ""
    """Who keeps them, where that is a recipient."""
    period: str = ""
    """ISO 8601."""
    length: str = ""
    """The same in words."""
    bound: str = ""
    start: str = ""
    """The event from which it counts."""
    until: str = ""
    criterion: str = ""
    words: str = ""
    """Those of the statement."""
    case: str = ""
    """What it is limited to, in words."""
    is_sometimes: bool = False
    is_duty: bool = False
    """Whether the statement calls it a duty by law."""


class DataMap(Record):
    """What one register says of who gets which data, where they go, and how long they are kept."""

    shop: str
    flows: tuple[Flow, ...]
    storage: tuple[Storage, ...]
