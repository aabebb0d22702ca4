"""One small run that has all that a report can have; the golden files of the formats show it."""

from __future__ import annotations

from collections.abc import Iterator

from privlint.finding import Suppression, fault
from privlint.form import INPUTS
from privlint.knowledge.facts import Facts
from privlint.linting import Checked, lint
from privlint.register import Register
from privlint.report import Input, Report
from privlint.rule import Flag, Rule
from privlint.running.run import report
from privlint.source.document import FILE_START
from privlint.suppression.settle import Settled

from ..conftest import DAY, terms

SHOP = """\
privlint: 1
shop: {name: Small Shop, country: BE}
statement: {language: nl}
recipients:
  google: {name: "<b>Google</b> | @all", vendor: google-analytics}
purposes:
  orders:
    title: Deliver what was ordered
    data:
      - categories: [name, address]
        retention: {until: order_completed}
        recipients: [google]
  newsletter:  # privlint: ignore[RET001] asked of the mailer (until 2027-03-01, @owner)
    data: [{categories: [name, email]}]
  visitors:
    kind: analytics
    data: [{categories: [ip_address], recipients: [google]}]
claims:
  - claim: analytics_anonymous
"""
"""Its findings are errors, one with a second place, a question and a suppressed one."""

FILES = {
    "shop.yaml": SHOP,
    "misspelt.yaml": "privlint: 1\nshop: {name: S, country: BE}\nstatement: {}\nrihgts: {}\n",
    "twice.yaml": "privlint: 1\ndpo: {}\ndpo: {}\n",
}
ASKED = ("CST004", "DPO001", "RET001")


def sample() -> Report:
    """Return the report of a run on four files, one of which is not there; and a rule fails."""
    asked = terms(*ASKED).replace(wants_digests=True, wants_data_maps=True)
    broken = Rule(asked.rules[0].card.replace(code="TST001", name="falls"), Register, falls)
    asked = asked.replace(rules=(*asked.rules, broken))
    done = [lint(path, text.encode(), asked) for path, text in FILES.items()]
    missing = fault("nowhere.yaml", INPUTS["input-missing"], "there is no such file", FILE_START)
    done.append(Checked((Input("nowhere.yaml", is_checked=False),), Settled((missing,))))
    return _accepted(report(done, asked)).replace(knowledge_checked=DAY)


def _accepted(made: Report) -> Report:
    """Let the baseline accept a twin of the question, so that it stands beside the ignore."""
    base = Suppression("baseline", "known since the start", path="privlint-baseline.json")
    question = next(finding for finding in made.findings if finding.card.code == "DPO001")
    twin = question.replace(message=f"{question.message}, either", suppression=base)
    return made.replace(suppressed=(twin, *made.suppressed))


def falls(_: Register, __: Facts) -> Iterator[Flag]:
    """Fail."""
    raise LookupError("by design")
