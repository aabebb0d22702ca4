"""The public face: what a program that imports privlint asks for.

    import privlint

    for finding in privlint.lint("policies/").findings:
        print(finding.path, finding.span.start_line, finding.card.code, finding.message)

Each name is loaded when it is first asked for: the command, which imports the package too, starts
without those that it does not need. And nothing of Python is imported before: with
`python -m privlint` it would still come from the folder that is checked (see `__main__`).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from privlint.report import Report

_PLACES = {
    "Certainty": "privlint.rule",
    "Finding": "privlint.finding",
    "Report": "privlint.report",
    "Severity": "privlint.rule",
    "lint": __name__,
}


def lint(
    *paths: "str | os.PathLike[str]",
    select: "Iterable[str]" = (),
    ignore: "Iterable[str]" = (),
    as_of: "date | None" = None,
    isolated: bool = False,
) -> "Report":
    """Check registers, and folders of them, as `privlint check` does.

    `select` and `ignore` are codes, names, families or `ALL`; `as_of` is the day of the law,
    today without it. The configuration above each register counts, unless `isolated`. What cannot
    be read or has not the form of a register is a finding, and its input is not checked; only a
    configuration or a selector that means nothing raises, with `ValueError`.
    """
    from privlint.config import ConfigError  # noqa: PLC0415 - for all of these: see above
    from privlint.running.discovery import discover  # noqa: PLC0415
    from privlint.running.run import run  # noqa: PLC0415
    from privlint.running.setting import OptionError, Options, Setting  # noqa: PLC0415
    from privlint.suppression.baseline import BaselineError  # noqa: PLC0415

    options = Options(select=tuple(select), ignore=tuple(ignore), as_of=as_of, is_isolated=isolated)
    try:
        return run(discover(map(str, paths)), Setting(options))
    except (BaselineError, ConfigError, OptionError) as error:
        raise ValueError(str(error)) from error


def __getattr__(name: str) -> "Any":
    """Load what is asked for by a name of the package."""
    from importlib import import_module  # noqa: PLC0415

    if name not in _PLACES:
        message = f"module 'privlint' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_PLACES[name]), name)
