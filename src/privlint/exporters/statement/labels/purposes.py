"""What purposes, legal bases and the duty to give data are called."""

from privlint.exporters.statement.marking import mark

PURPOSE = {
    "contact": mark("Answer you"),
    "customer_service": mark("Customer service"),
    "newsletter": mark("Newsletter"),
    "marketing": mark("Direct marketing"),
    "orders": mark("Handle orders"),
    "contract": mark("Perform the contract"),
    "delivery": mark("Deliver goods"),
    "payment": mark("Handle payments"),
    "invoicing": mark("Send invoices"),
    "quotes": mark("Send quotations"),
    "account": mark("Keep your account"),
    "returns": mark("Handle returns"),
    "analytics": mark("Measure visits"),
    "profiling": mark("Make profiles"),
    "personalisation": mark("Adapt the website to you"),
    "website": mark("Run the website"),
    "security": mark("Keep things secure"),
    "debt_collection": mark("Collect debts"),
    "legal_claims": mark("Establish or defend legal claims"),
    "tax": mark("Keep the books and pay taxes"),
    "reviews": mark("Collect reviews"),
    "contests": mark("Run contests"),
    "surveys": mark("Carry out surveys"),
    "service_improvement": mark("Improve the service"),
    "fraud_prevention": mark("Prevent fraud"),
    "hosting": mark("Store data with a host"),
    "legal_requests": mark("Answer public authorities"),
    "recruitment": mark("Hire staff"),
    "social_media": mark("Be present on social media"),
    "trust_badge": mark("Show a trust mark"),
    "other": mark("Another purpose"),
}

BASIS = {
    "consent": mark("your consent (Art. 6(1)(a) GDPR)"),
    "contract": mark(
        "the contract with you, or steps that you ask for before it (Art. 6(1)(b) GDPR)"
    ),
    "legal_obligation": mark("a legal obligation (Art. 6(1)(c) GDPR)"),
    "vital_interests": mark("vital interests (Art. 6(1)(d) GDPR)"),
    "public_task": mark("a task in the public interest (Art. 6(1)(e) GDPR)"),
    "legitimate_interests": mark("legitimate interests (Art. 6(1)(f) GDPR)"),
    "soft_opt_in": mark("you bought from us before (Art. 13(2) ePrivacy Directive)"),
    "unnamed": mark("a ground that is none of those of the GDPR"),
}

BASIS_SHORT = {
    "consent": mark("consent"),
    "contract": mark("contract"),
    "legal_obligation": mark("legal obligation"),
    "vital_interests": mark("vital interests"),
    "public_task": mark("public interest"),
    "legitimate_interests": mark("legitimate interests"),
    "soft_opt_in": mark("earlier purchase"),
    "unnamed": mark("none of those of the GDPR"),
}

WHOSE = {
    "controller": mark("an interest of ours"),
    "third_party": mark("an interest of others"),
    "data_subject": mark("an interest of yours"),
}

ARTICLE_9 = {
    "explicit_consent": mark("explicit consent (Art. 9(2)(a) GDPR)"),
    "employment_social_security": mark("employment and social security law (Art. 9(2)(b) GDPR)"),
    "vital": mark("vital interests (Art. 9(2)(c) GDPR)"),
    "foundation": mark("members of a non-profit body (Art. 9(2)(d) GDPR)"),
    "manifestly_public": mark("data that you made public yourself (Art. 9(2)(e) GDPR)"),
    "legal_claims": mark("legal claims (Art. 9(2)(f) GDPR)"),
    "substantial_public_interest": mark("substantial public interest (Art. 9(2)(g) GDPR)"),
    "health_care": mark("health care (Art. 9(2)(h) GDPR)"),
    "public_health": mark("public health (Art. 9(2)(i) GDPR)"),
    "research": mark("archiving, research or statistics (Art. 9(2)(j) GDPR)"),
}

COLLECTED = {
    "sign_up": mark("You give it when you sign up."),
    "double_opt_in": mark("You give it when you sign up, and confirm it by e-mail."),
    "cookie_tool": mark("You give it in the cookie tool."),
    "checkbox": mark("You give it by ticking a box."),
    "opt_out_campaign": mark("It is assumed until you refuse."),
    "use_of_site": mark("It is assumed because you use the website."),
}

REQUIRED = {
    "required": mark("You must give these data."),
    "optional": mark("You may choose not to give these data."),
    "depends": mark("Whether you must give these data depends on the case."),
}

REQUIRED_BY = {
    "contract": mark("The contract requires it."),
    "law": mark("The law requires it."),
    "service": mark("The service cannot do without."),
}
