"""Run privlint as `python -m privlint`.

With `-m` Python looks for modules in the folder of work first. That is the project that is checked,
and it must not bring the modules that check it.
"""

import sys

if not sys.flags.safe_path:
    del sys.path[0]

from privlint.cli import main

main()
