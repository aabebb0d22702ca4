"""What the beginnings and ends of storage are called."""

from privlint.exporters.statement.marking import mark

FROM = {
    "collection": mark("after the data were collected"),
    "order": mark("after the order"),
    "delivery": mark("after the delivery"),
    "contract_end": mark("after the end of the contract"),
    "last_contact": mark("after the last contact"),
    "last_login": mark("after the last login"),
    "document_date": mark("after the date of the document"),
    "financial_year_end": mark("after the end of the financial year"),
    "creation": mark("after they were created"),
    "unsubscribe": mark("after you unsubscribe"),
}

UNTIL = {
    "order_completed": mark("until the order is completed"),
    "question_answered": mark("until your question is answered"),
    "request_handled": mark("until your request is handled"),
    "unsubscribe": mark("until you unsubscribe"),
    "objection": mark("until you object"),
    "consent_withdrawn": mark("until you withdraw your consent"),
    "procedure_ended": mark("until the proceedings end"),
    "contract_end": mark("until the contract ends"),
    "account_closed": mark("until the account is closed"),
    "customer_relation_ends": mark("as long as you are a customer"),
    "campaign_ended": mark("until the campaign ends"),
    "survey_finished": mark("until the survey is finished"),
    "matching_done": mark("until the data are matched"),
    "deleted_by_person": mark("until you delete them"),
    "warranty_ends": mark("until the warranty ends"),
    "limitation_period_ends": mark("until claims are time-barred"),
    "session_ends": mark("until the end of the visit"),
    "cookie_expires": mark("until the cookie expires"),
    "site_ends": mark("as long as the website exists"),
}

CRITERION = {
    "as_needed": mark("as long as the purpose needs them"),
    "legally_allowed": mark("as long as the law allows"),
    "legal_duty": mark("as long as the law requires"),
    "limitation_period": mark("as long as a claim is possible"),
    "elsewhere": mark("as told in another document"),
    "varies": mark("this differs from case to case"),
}

BOUND = {
    "at_most": mark("at most {period}"),
    "at_least": mark("at least {period}"),
    "about": mark("about {period}"),
}

THEN = {
    "deleted": mark("then deleted"),
    "anonymised": mark("then made anonymous"),
    "restricted": mark("then restricted"),
    "kept_elsewhere": mark("then kept elsewhere"),
}

FORM = {
    "anonymised": mark("in anonymous form"),
    "pseudonymised": mark("in pseudonymous form"),
    "encrypted": mark("in encrypted form"),
}

WHICHEVER = {
    "first": mark("Whichever comes first counts."),
    "last": mark("Whichever comes last counts."),
}
