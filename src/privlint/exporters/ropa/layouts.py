"""In which columns each authority asks for the record, in English.

`gba`: the model of the Belgian Gegevensbeschermingsautoriteit; `ap`: what the Dutch Autoriteit
Persoonsgegevens asks for, Art. 30 with the legal basis; `cnil`: the sheet of an activity in the
model of the French CNIL; `ico`: the template for controllers of the British ICO. A column that
Art. 30(1) GDPR itself asks for bears its point; the others are what the authority adds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping


class Column(Record):
    """A column of a layout: what it is called, and what fills it."""

    label: str
    fill: str = "never"
    """A key of `columns.COLUMNS`."""
    point: str = ""
    """The point of Art. 30(1) GDPR that asks for it."""

    @property
    def head(self) -> str:
        """What stands over it."""
        return f"{self.label} [Art. 30(1)({self.point})]" if self.point else self.label


TITLES: Mapping[str, str] = {
    "gba": "in the columns of the Belgian GBA",
    "ap": "in the columns of the Dutch AP",
    "cnil": "in the columns of the French CNIL",
    "ico": "in the columns of the British ICO",
}

LAYOUTS: Mapping[str, tuple[Column, ...]] = {
    "gba": (
        Column("Owner of the process"),
        Column("Description", "description"),
        Column("Purpose", "purpose", "b"),
        Column("Legal basis", "bases"),
        Column("Assessment of legitimate interests", "balancing"),
        Column("Profiling and automated decisions", "decisions"),
        Column("Categories of data", "categories", "c"),
        Column("Special, criminal or national identification data", "sensitive", "c"),
        Column("Categories of data subjects", "subjects", "c"),
        Column("Source of the data", "source"),
        Column("Data are combined", "combination"),
        Column("Retention period", "retention", "f"),
        Column("Categories of recipients", "recipients", "d"),
        Column("Processors", "processors"),
        Column("Contracts", "contracts"),
        Column("Third countries or international organisations", "countries", "e"),
        Column("Safeguards of the transfer", "safeguards", "e"),
        Column("Location of the data", "location"),
        Column("Technologies", "technologies"),
        Column("Technical and organisational measures", "security", "g"),
        Column("Implementation of the measures"),
        Column("Joint controllers", "joint", "a"),
        Column("Risk"),
        Column("Data protection impact assessment"),
        Column("Status"),
        Column("End date of the processing"),
        Column("Replaced by"),
    ),
    "ap": (
        Column("Purpose", "purpose", "b"),
        Column("Legal basis", "bases"),
        Column("Categories of data subjects", "subjects", "c"),
        Column("Categories of personal data", "categories", "c"),
        Column("Retention period", "retention", "f"),
        Column("Categories of recipients", "recipients", "d"),
        Column("Transfers outside the EEA, and safeguards", "transfers", "e"),
        Column("Joint controllers", "joint", "a"),
        Column("Where the data are kept", "location"),
        Column("Security measures", "security", "g"),
    ),
    "cnil": (
        Column("Reference"),
        Column("Created on"),
        Column("Last changed on"),
        Column("Joint controllers", "joint", "a"),
        Column("Aims", "purpose", "b"),
        Column("Details of the aims", "description"),
        Column("Legal basis", "bases"),
        Column("Categories of persons", "subjects", "c"),
        Column("Categories of data", "categories", "c"),
        Column("Sensitive data", "sensitive", "c"),
        Column("Time limits for erasure", "retention", "f"),
        Column("Recipients", "recipients", "d"),
        Column("Processors", "processors"),
        Column("Transfers outside the EU: recipient, country, safeguards", "transfers", "e"),
        Column("Security measures", "security", "g"),
    ),
    "ico": (
        Column("Business function"),
        Column("Purpose of processing", "purpose", "b"),
        Column("Name and contact details of joint controllers", "joint", "a"),
        Column("Categories of individuals", "subjects", "c"),
        Column("Categories of personal data", "categories", "c"),
        Column("Categories of recipients", "recipients", "d"),
        Column("Contract with processor", "contracts"),
        Column("Third countries or international organisations", "countries", "e"),
        Column("Safeguards for transfers", "safeguards", "e"),
        Column("Retention schedule", "retention", "f"),
        Column("Technical and organisational security measures", "security", "g"),
        Column("Article 6 lawful basis", "bases"),
        Column("Article 9 condition", "special_basis"),
        Column("Special, criminal or national identification data", "sensitive"),
        Column("Legitimate interests", "interests"),
        Column("Legitimate interests assessment", "balancing"),
        Column("Rights available to individuals", "rights"),
        Column("Automated decision-making, including profiling", "decisions"),
        Column("Source of the personal data", "source"),
        Column("Record of consent"),
        Column("Location of personal data", "location"),
        Column("Data protection impact assessment required"),
        Column("Progress of the assessment"),
        Column("Personal data breach has occurred"),
        Column("Record of the breach"),
        Column("Schedule 1 condition of the Data Protection Act 2018"),
        Column("Retention and erasure policy document"),
        Column("Retained and erased in accordance with the policy document"),
        Column("Reasons for not adhering to the policy document"),
    ),
}
