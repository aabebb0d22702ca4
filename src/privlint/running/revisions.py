"""Registers as git has them in a revision.

git is asked for names and bytes, and for nothing that would run a hook, a filter or a download.
"""

from __future__ import annotations

import os
import subprocess

from privlint.running.inputs import Refusal

_SILENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
_WITHOUT = ("--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")


class GitError(Exception):
    """What git does not know, or that it is not there; the message is for people."""


def is_revision(name: str) -> bool:
    """Tell whether git knows a commit by this name; `False` too where this is no repository."""
    try:
        _git("rev-parse", "--quiet", "--verify", "--end-of-options", f"{name}^{{commit}}")
    except GitError:
        return False
    return True


def files_of(revision: str) -> list[str]:
    """Return the files of a revision below the folder of work, from there. Raises `GitError`."""
    listed = _git("ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision)
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def load_blob(name: str, limit: int) -> bytes | Refusal:
    """Return the bytes that `REVISION:PATH` names; at most `limit` of them."""
    try:
        size = int(_git("cat-file", "-s", "--end-of-options", name))
        if size > limit:
            message = f"it has {size:,} bytes or more, and {limit:,} are allowed"
            return Refusal("input-too-large", message)
        return _git("cat-file", "blob", "--end-of-options", name)
    except GitError as error:
        return Refusal("input-missing", f"git has no such file: {error}")


def _git(*arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a name is data behind --end-of-options
            ["git", *_WITHOUT, *arguments],  # noqa: S607 - whichever git is meant
            capture_output=True, check=False, env={**os.environ, **_SILENT},
        )  # fmt: skip
    except OSError as error:
        raise GitError(f"git cannot be started: {error.strerror or error}") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(told[-1].removeprefix("fatal: ") if told else "it says no more")
    return done.stdout
