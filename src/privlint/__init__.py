"""Policy-as-code for privacy statements: a register in YAML, judged under the GDPR."""

from privlint.public import TYPE_CHECKING
from privlint.public import __getattr__ as __getattr__

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.public import lint
    from privlint.report import Report
    from privlint.rule import Certainty, Severity

__all__ = ["Certainty", "Finding", "Report", "Severity", "lint"]
