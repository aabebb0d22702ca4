"""What every part of a register is: a frozen node that knows its `Where`.

A node class is a list of fields with what each holds. The classes are made by a small metaclass
and not by `dataclasses`, which costs more than a millisecond a class each time the command
starts; `dataclass_transform` tells type checkers that they behave alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar, Generic, NamedTuple, NoReturn, TypeVar, cast, dataclass_transform

from privlint.where import ROOT, Where

N = TypeVar("N", bound="Node")
T = TypeVar("T")
Question = TypeVar("Question", bound=Callable[..., Any])


def remembered(question: Question) -> Question:
    """Answer a question about a register once: it does not change, and many rules ask the same."""
    name = question.__name__

    @wraps(question)
    def ask(register: Any, *asked: Any) -> Any:
        key = (name, *asked)
        memory = register.memory
        if key not in memory:
            memory[key] = question(register, *asked)
        return memory[key]

    return cast("Question", ask)


class lasting(Generic[T]):  # noqa: N801 - written as `property` is
    """A property that is worked out once: a node does not change, and many rules ask for it."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        """Take how it is worked out."""
        self._work = work
        self._slot = f"_{work.__name__}"
        self.__doc__ = work.__doc__

    @property
    def slot(self) -> str:
        """Where a node keeps it."""
        return self._slot

    def __get__(self, node: Node, _: type | None = None) -> T:
        """Return what is kept, or work it out."""
        try:
            kept: T = getattr(node, self._slot)
        except AttributeError:
            object.__setattr__(node, self._slot, kept := self._work(node))
        return kept


class Field(NamedTuple):
    """How a field is built: from which key, as what, and what its absence is."""

    key: str
    shape: str
    node: type[Node] | None
    default: Any


def value(key: str = "") -> Any:
    """Declare a scalar, taken as it is; `None` where the register is silent."""
    return Field(key, "value", None, None)


def written(key: str = "") -> Any:
    """Declare a text whose digits are kept as they were written: `1.10`, `9140`."""
    return Field(key, "written", None, None)


def texts() -> Any:
    """Declare a mapping of texts; empty where the register is silent."""
    return Field("", "value", None, {})


def day(key: str = "") -> Any:
    """Declare a calendar day."""
    return Field(key, "day", None, None)


def values(key: str = "") -> Any:
    """Declare scalars, one or a list of them; empty where the register is silent."""
    return Field(key, "values", None, ())


def one(node: type[Node], key: str = "") -> Any:
    """Declare a node; `None` where the register is silent."""
    return Field(key, "one", node, None)


def many(node: type[Node], key: str = "") -> Any:
    """Declare nodes, one or a list of them; empty where the register is silent."""
    return Field(key, "many", node, ())


def keyed(node: type[Node], key: str = "") -> Any:
    """Declare nodes by id; empty where the register is silent."""
    return Field(key, "keyed", node, {})


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(value, written, texts, day, values, one, many, keyed),
)
class _NodeType(type):
    """Makes the slots of a node class from its annotations, and its table of fields."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _NodeType:
        fields = {
            attribute: Field(declared.key or attribute, *declared[1:])
            for attribute, declared in body.items()
            if isinstance(declared, Field)
        }
        for attribute in fields:
            del body[attribute]
        kept = (declared.slot for declared in body.values() if isinstance(declared, lasting))
        body["__slots__"] = (*body.get("__slots__", ()), *fields, *kept)
        inherited = getattr(bases[0], "FIELDS", {}) if bases else {}
        body["FIELDS"] = {**inherited, **fields}
        return super().__new__(cls, name, bases, body)


class Node(metaclass=_NodeType):
    """A part of a register: where it stands, what it is part of, and which keys were written."""

    __slots__ = ("parent", "stated", "where")

    FIELDS: ClassVar[Mapping[str, Field]]
    SHORTHAND: ClassVar[str | None] = None
    """The key that a bare scalar stands for, where the format allows a scalar for the node."""
    LISTED: ClassVar[str | None] = None
    """The key that entries stand for, where the format allows them without the key."""

    where: Where
    parent: Node | None
    stated: frozenset[str]
    """The keys that are written here; of any other the statement is silent."""

    def __init__(self, *, where: Where = ROOT, parent: Node | None = None, **values: Any) -> None:
        """Make a node; what is not given is what the field says for silence."""
        put = object.__setattr__
        put(self, "where", where)
        put(self, "parent", parent)
        put(self, "stated", frozenset(values))
        for attribute, field in self.FIELDS.items():
            put(self, attribute, values.get(attribute, field.default))

    def __setattr__(self, name: str, _: object) -> NoReturn:
        """Refuse: a register does not change while it is judged."""
        message = f"{type(self).__name__}.{name} cannot be changed"
        raise AttributeError(message)

    def within(self, node: type[N]) -> N:
        """Return the nearest node of this class that holds this one."""
        holder: Node | None = self
        while holder is not None and not isinstance(holder, node):
            holder = holder.parent
        return cast("N", holder)
