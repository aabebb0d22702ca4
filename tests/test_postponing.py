"""What waits until it is asked is, when it is asked, what it would have been."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from privlint.postponing import Postponed, postponed

LOADED = """
import re
right, wrong = re.compile(r"(\\d+)-x", re.IGNORECASE), re.compile("(")
"""


def test_a_pattern_waits_until_it_is_asked() -> None:
    """A wrong one is only found then; outside of the block nothing waits."""
    ours: dict[str, Any] = {"__name__": "privlint.somewhere"}
    with postponed():
        exec(LOADED, ours)  # noqa: S102 - as a module of ours
    right, wrong = ours["right"], ours["wrong"]
    assert isinstance(right, Postponed)
    found = right.search("a 12-X")
    assert found is not None
    assert (found[1], right.sub("-", "1-x"), right.pattern) == ("12", "-", r"(\d+)-x")
    with pytest.raises(re.error):
        wrong.search("")
    assert isinstance(re.compile("a"), re.Pattern)


def test_patterns_of_others_do_not_wait() -> None:
    """They may be handed to functions that take nothing but a pattern."""
    with postponed():
        pattern = re.compile("a")
    assert isinstance(pattern, re.Pattern)
    assert re.sub(pattern, "b", "a") == "b"


def test_it_ends_when_loading_fails_and_within_another() -> None:
    """`re.compile` is what it was."""
    before = re.compile
    with pytest.raises(ImportError), postponed(), postponed():
        raise ImportError
    assert re.compile is before


ASKED = """
import sys
import privlint.cli.main, privlint.cli.check
import privlint.schema.shape
told = [name for name in ("inspect", "base64", "ipaddress", "email.utils", "socket")
        if name in sys.modules and hasattr(sys.modules[name], "__spec__")
        and getattr(type(sys.modules[name]), "__name__", "") == "module"]
assert "socket" not in told, told
import inspect, base64, ipaddress, email.utils
from inspect import signature
assert str(signature(lambda a: a)) == "(a)"
assert base64.b64encode(b"a") == b"YQ=="
assert ipaddress.ip_address("::1").is_loopback
assert email.utils.parsedate_to_datetime("Sun, 01 Feb 2026 00:00:00 +0000").year == 2026
assert sys.modules["inspect"].signature is signature
"""


def test_modules_that_wait_are_the_real_ones_when_they_are_asked() -> None:
    """Also `email.utils`, for which something else stood in for a moment."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
