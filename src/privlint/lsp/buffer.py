"""What an editor holds of one file: its text, and what can be told of it."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import fault
from privlint.linting import lint
from privlint.lsp.outline import Value
from privlint.lsp.outliner import outline
from privlint.lsp.positions import Positions
from privlint.lsp.terms import terms_for
from privlint.running.statements import text_finder
from privlint.source.characters import BOM
from privlint.source.document import FILE_START

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.knowledge.facts import Facts
    from privlint.report import Crash

_ENDINGS = (".yaml", ".yml")
_USUAL_ENDINGS = (".privacy.yaml", ".privacy.yml")
_USUAL_FOLDER = "policies"
_SAYS_SO = re.compile(
    r"^(?:privlint[ \t]*:|\#[ \t]*yaml-language-server:.*register\.schema\.json)", re.MULTILINE
)


class Buffer:
    """The text of a file at one moment; what is asked of it twice is worked out once."""

    def __init__(  # noqa: PLR0913 - what an editor tells of a file
        self,
        uri: str,
        text: str,
        *,
        path: str | None = None,
        language: str | None = None,
        version: int | None = None,
        encoding: str | None = None,
    ) -> None:
        """Take the text that an editor holds; `path` is where it is saved, if it is."""
        self.uri = uri
        self.source = text
        """The text as the editor gave it, with the mark at its start that some editors keep."""
        self.text = text.removeprefix(BOM)
        self.version = version
        self._path = path
        self._language = language
        self._encoding = encoding

    @property
    def path(self) -> str:
        """What findings call it."""
        return self._path or self.uri

    @cached_property
    def is_register(self) -> bool:
        """Whether it is a register, by its place or by what it says of itself."""
        path = PurePath(self.path)
        if path.suffix not in _ENDINGS and self._language != "yaml":
            return False
        is_usual = path.name.endswith(_USUAL_ENDINGS) or path.parent.name == _USUAL_FOLDER
        return is_usual or _SAYS_SO.search(self.text) is not None

    @cached_property
    def positions(self) -> Positions:
        """Its lines, as the editor counts them."""
        return Positions(self.text, self._encoding)

    @cached_property
    def outline(self) -> Value:
        """Its keys and values; nothing of a text that is larger than a register can be."""
        return outline(self.text) if self._is_small else Value(0)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What counts of what is found in it."""
        return self._checked[0]

    @property
    def crashes(self) -> tuple[Crash, ...]:
        """The rules that failed on it."""
        return self._checked[1]

    @property
    def facts(self) -> Facts:
        """What is known today."""
        terms = terms_for(self.path)
        return terms.knowledge.as_of(terms.today)

    @property
    def _is_small(self) -> bool:
        return len(self.text) <= terms_for(self.path).limits.size

    @cached_property
    def _checked(self) -> tuple[tuple[Finding, ...], tuple[Crash, ...]]:
        terms = terms_for(self.path)
        size = terms.limits.size
        if not self._is_small:
            message = f"it has {len(self.text):,} characters, and {size:,} bytes are allowed"
            card = form.INPUTS["input-too-large"]
            return (fault(self.path, card, message, FILE_START),), ()
        # A lone half of a pair cannot be saved either: an editor writes a question mark for it.
        source = self.text.encode("utf-8", "replace")
        finder = text_finder(self._path, None, size) if self._path else None
        checked = lint(self.path, source, terms, finder)
        counted = (finding for finding in checked.findings if finding.suppression is None)
        return tuple(counted), checked.inputs[0].crashes
