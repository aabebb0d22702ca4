"""What recipients do, and what transfers out of the EEA rest on."""

from privlint.exporters.statement.marking import mark

ROLE = {
    "processor": mark("processes the data on our behalf (processor)"),
    "controller": mark("decides on the processing itself (controller)"),
    "joint_controller": mark("decides with us (joint controller)"),
    "third_party": mark("third party"),
}

SAFEGUARD = {
    "adequacy": mark("an adequacy decision of the European Commission (Art. 45 GDPR)"),
    "dpf": mark("the EU-US Data Privacy Framework (adequacy decision, Art. 45 GDPR)"),
    "privacy_shield": mark("the EU-US Privacy Shield"),
    "safe_harbour": mark("Safe Harbour"),
    "scc": mark("standard data protection clauses (Art. 46(2)(c) GDPR)"),
    "bcr": mark("binding corporate rules (Art. 47 GDPR)"),
    "code_of_conduct": mark("an approved code of conduct (Art. 46(2)(e) GDPR)"),
    "certification": mark("an approved certification (Art. 46(2)(f) GDPR)"),
    "ad_hoc_clauses": mark("contractual clauses that an authority approved (Art. 46(3)(a) GDPR)"),
    "derogation": mark("an exception for specific situations (Art. 49 GDPR)"),
}

DEROGATION = {
    "consent": mark("your explicit consent to the transfer"),
    "contract": mark("the contract with you needs it"),
    "contract_in_interest": mark("a contract in your interest needs it"),
    "public_interest": mark("important reasons of public interest"),
    "legal_claims": mark("legal claims need it"),
    "vital_interests": mark("vital interests need it"),
    "register": mark("a public register"),
    "compelling_interests": mark("compelling legitimate interests"),
}

COPY = {
    "stated": mark("The safeguards can be read in the statement."),
    "link": mark("A copy can be had through a link."),
    "on_request": mark("You get a copy on request."),
}

PLACE = {
    "EEA": mark("the European Economic Area"),
    "EU": mark("the European Union"),
}
