"""What people read of how long data are kept, in English: the words of a retention period.

As in `labels`, which has the others; a test holds each table to the schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FROM: Mapping[str, str] = {
    "collection": "the collection",
    "order": "the order",
    "delivery": "the delivery",
    "contract_end": "the end of the contract",
    "last_contact": "the last contact",
    "last_login": "the last login",
    "document_date": "the date of the document",
    "financial_year_end": "the end of the financial year",
    "creation": "the creation",
    "unsubscribe": "the unsubscription",
    "other": "another event",
}

UNTIL: Mapping[str, str] = {
    "order_completed": "the order is completed",
    "question_answered": "the question is answered",
    "request_handled": "the request is handled",
    "unsubscribe": "the person unsubscribes",
    "objection": "the person objects",
    "consent_withdrawn": "the consent is withdrawn",
    "procedure_ended": "the procedure has ended",
    "contract_end": "the contract ends",
    "account_closed": "the account is closed",
    "customer_relation_ends": "the customer relation ends",
    "campaign_ended": "the campaign has ended",
    "survey_finished": "the survey is finished",
    "matching_done": "the matching is done",
    "deleted_by_person": "the person deletes them",
    "warranty_ends": "the warranty ends",
    "limitation_period_ends": "the limitation period ends",
    "session_ends": "the session ends",
    "cookie_expires": "the cookie expires",
    "site_ends": "the website ends",
    "other": "another event",
}

CRITERIA: Mapping[str, str] = {
    "as_needed": "as long as needed for the purpose",
    "legally_allowed": "as long as the law allows",
    "legal_duty": "as long as a law demands",
    "limitation_period": "as long as claims can be made",
    "elsewhere": "a period that is told elsewhere",
    "varies": "a period that varies",
    "other": "by another criterion",
}

BOUNDS: Mapping[str, str] = {"at_most": "at most", "at_least": "at least", "about": "about"}

FORMS: Mapping[str, str] = {
    "anonymised": "in anonymised form",
    "pseudonymised": "in pseudonymised form",
    "encrypted": "in encrypted form",
}

THEN: Mapping[str, str] = {
    "deleted": "then deleted",
    "anonymised": "then anonymised",
    "restricted": "then restricted",
    "kept_elsewhere": "then kept elsewhere",
}

WHICHEVER: Mapping[str, str] = {
    "first": "whichever comes first",
    "last": "whichever comes last",
    "not_said": "not said which of them decides",
}
