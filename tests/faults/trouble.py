"""A folder with many small registers, and an installed rule that does to some of them what it may.

What it does is the name of the shop: it raises, loops, sleeps, or kills the process it runs in.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ..conftest import SMALL, SPOKEN_TO

COUNT = 100
"""As many as it takes to be divided among processes."""

_RULES = '''
import os
import signal
import time
from pathlib import Path

from privlint.register import Register
from privlint.rule import Severity, flag, rule


@rule(
    "TRB001",
    judges=Register,
    severity=Severity.WARNING,
    law=("Policy 1",),
    remedy="None.",
    compliant="shop: {}",
    violating="shop: {}",
)
def trouble_made(register, facts):
    """Trouble is made."""
    name = register.shop.name
    if name == "raises":
        raise KeyError("no such thing")
    while name == "loops":
        pass
    if name == "sleeps":
        Path("asleep").touch()
        time.sleep(0.3)
    if name == "dies" or (name == "dies once" and not Path("died").exists()):
        Path("died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    yield flag((), f"trouble of {name}")
'''


def registers(folder: Path, *names: str) -> Path:
    """Write `COUNT` registers, the middle ones of shops of these names, and install the rule."""
    installed = folder / "installed"
    (installed / "trouble-1.0.dist-info").mkdir(parents=True)
    (installed / "trouble.py").write_text(_RULES, encoding="utf-8")
    (installed / "trouble-1.0.dist-info" / "METADATA").write_text("Name: trouble\nVersion: 1.0\n")
    (installed / "trouble-1.0.dist-info" / "entry_points.txt").write_text(
        "[privlint.rules]\ntrouble = trouble\n"
    )
    project = folder / "project"
    (project / "policies").mkdir(parents=True)
    (project / "privlint.toml").write_text('plugins = ["trouble"]\n', encoding="utf-8")
    for number in range(COUNT):
        at = number - COUNT // 2
        name = names[at] if 0 <= at < len(names) else "none"
        text = SMALL.replace("Small Shop", name)
        (project / "policies" / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    return project


def begun(project: Path, *arguments: str) -> subprocess.Popen[str]:
    """Begin `privlint check` there, in a session of its own."""
    silent = {name: value for name, value in os.environ.items() if name not in SPOKEN_TO}
    path = os.pathsep.join([str(project.parent / "installed"), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "privlint", "check", "--select", "TRB", *arguments],
        cwd=project,
        env={**silent, "PYTHONPATH": path, "PRIVLINT_CACHE_DIR": str(project.parent / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def checked(project: Path, *arguments: str) -> tuple[int, list[str], str]:
    """Run it to its end; return exit code, lines of output, and what it tells on standard error."""
    process = begun(project, "--output-format", "concise", *arguments)
    output, told = process.communicate(timeout=120)
    assert "Traceback" not in output + told
    return process.returncode, output.splitlines(), told
