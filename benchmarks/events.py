"""What cannot be beaten: PyYAML's C event stream over every file of a folder, and no more.

`python benchmarks/events.py FOLDER`
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).iterdir()):
    for _ in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
        pass
