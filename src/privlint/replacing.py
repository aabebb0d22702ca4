"""Write a file whole or not at all: nobody ever reads half of it, whatever happens meanwhile."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def replace(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file beside itself, see it on the disk, and rename it. Raises `OSError`.

    The content may come in parts, so that it never has to be held as a whole.
    """
    parts = (content,) if isinstance(content, bytes) else content
    if path.exists() and not path.is_file():
        # A device or a pipe has no beside; a folder is refused here.
        with path.open("wb") as file:
            file.writelines(parts)
        return
    beside = path.with_name(f".privlint-{os.getpid()}-{time.monotonic_ns()}")
    # Made here and by nobody else: what lay there could be a link to another file.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except BaseException:
        # Whatever ends it, an interruption too: nothing is left behind.
        beside.unlink(missing_ok=True)
        raise


_BINARY = getattr(os, "O_BINARY", 0)
