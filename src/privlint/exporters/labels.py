"""What people read in place of the ids of the register's closed vocabularies, in English.

Kinds of data, legal bases, safeguards and countries have their names in the knowledge; here is
what only the register's format knows; how long data are kept stands in `period_labels`. A test
holds each table to the schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PURPOSES: Mapping[str, str] = {
    "contact": "contact",
    "customer_service": "customer service",
    "newsletter": "newsletter",
    "marketing": "marketing",
    "orders": "orders",
    "contract": "performance of contracts",
    "delivery": "delivery",
    "payment": "payment",
    "invoicing": "invoicing",
    "quotes": "quotations",
    "account": "customer accounts",
    "returns": "returns",
    "analytics": "measurement of visits",
    "profiling": "profiling",
    "personalisation": "personalisation",
    "website": "running the website",
    "security": "security",
    "debt_collection": "collection of debts",
    "legal_claims": "legal claims",
    "tax": "taxes and bookkeeping",
    "reviews": "reviews",
    "contests": "contests",
    "surveys": "surveys",
    "service_improvement": "improvement of the service",
    "fraud_prevention": "prevention of fraud",
    "hosting": "hosting",
    "legal_requests": "requests by authorities",
    "recruitment": "recruitment",
    "social_media": "social media",
    "trust_badge": "trust badge",
    "other": "another purpose",
}

SUBJECTS: Mapping[str, str] = {
    "customers": "customers",
    "business_customers": "business customers",
    "prospects": "prospects",
    "visitors": "visitors of the site",
    "newsletter_subscribers": "subscribers to the newsletter",
    "contest_entrants": "entrants of contests",
    "applicants": "applicants for a job",
    "gift_recipients": "recipients of gifts",
    "children": "children",
    "parents": "parents",
    "employees": "employees",
    "suppliers": "suppliers",
    "other": "other people",
}

SOURCES: Mapping[str, str] = {
    "data_subject": "the person concerned",
    "observed": "observed while the site or service is used",
    "third_party": "a third party",
    "public_source": "a public source",
    "inferred": "inferred from other data",
    "generated": "made by the shop itself",
}

CALLED: Mapping[str, str] = {
    "not_personal": "not personal",
    "anonymous": "anonymous",
    "aggregated": "general figures",
    "pseudonymous": "pseudonymous",
    "household": "private use",
    "personal": "personal",
}

COLLECTED: Mapping[str, str] = {
    "sign_up": "at sign-up",
    "double_opt_in": "by double opt-in",
    "cookie_tool": "in the cookie tool",
    "checkbox": "by a box to tick",
    "opt_out_campaign": "by not opting out",
    "use_of_site": "by use of the site",
    "other": "in another way",
}

ARTICLE_9: Mapping[str, str] = {
    "explicit_consent": "explicit consent",
    "employment_social_security": "employment and social security law",
    "vital": "vital interests",
    "foundation": "members of a foundation",
    "manifestly_public": "made public by the person",
    "legal_claims": "legal claims",
    "substantial_public_interest": "substantial public interest",
    "health_care": "health care",
    "public_health": "public health",
    "research": "archives, research and statistics",
}

WHOSE: Mapping[str, str] = {
    "controller": "the controller",
    "third_party": "a third party",
    "data_subject": "the person concerned",
}

BALANCING: Mapping[str, str] = {
    "stated": "told in the statement",
    "on_request": "can be asked for",
}

ROLES: Mapping[str, str] = {
    "processor": "processor",
    "controller": "controller",
    "joint_controller": "joint controller",
    "third_party": "third party",
}

KINDS: Mapping[str, str] = {
    "named": "named",
    "category": "described by its kind only",
    "authority": "public authority",
    "public": "the public",
}

RELATIONS: Mapping[str, str] = {
    "contact_channel": "only a channel of contact",
    "link": "only a link",
}

AGREEMENTS: Mapping[str, str] = {
    "processing_agreement": "processing agreement",
    "agreement": "agreement",
    "confidentiality": "duty of confidentiality",
    "joint_controller_arrangement": "arrangement between joint controllers",
    "with_data_subject": "agreement with the person concerned",
    "absent": "no agreement, as the statement says",
}

SAFEGUARDS: Mapping[str, str] = {
    "adequacy": "adequacy decision",
    "unnamed": "a safeguard that is not named",
}
"""Those that are no instrument of the knowledge."""

DEROGATIONS: Mapping[str, str] = {
    "consent": "consent",
    "contract": "contract with the person",
    "contract_in_interest": "contract in the interest of the person",
    "public_interest": "public interest",
    "legal_claims": "legal claims",
    "vital_interests": "vital interests",
    "register": "public register",
    "compelling_interests": "compelling legitimate interests",
}

COPIES: Mapping[str, str] = {
    "stated": "a copy is told of",
    "link": "a copy is linked",
    "on_request": "a copy on request",
}

MEASURES: Mapping[str, str] = {
    "appropriate_measures": "appropriate measures",
    "organisational": "organisational measures",
    "technical": "technical measures",
    "encryption_in_transit": "encryption in transit",
    "encryption_at_rest": "encryption at rest",
    "access_control": "access control",
    "confidentiality_duty": "duty of confidentiality",
    "backups": "backups",
    "pseudonymisation": "pseudonymisation",
    "review": "regular review",
    "processors_bound": "processors are bound to measures",
    "virus_free": "protection against viruses",
    "other": "another measure",
}

COOKIES: Mapping[str, str] = {
    "strictly_necessary": "strictly necessary cookies",
    "functional": "functional cookies",
    "preferences": "cookies for preferences",
    "performance": "performance cookies",
    "analytics": "cookies that measure",
    "marketing": "marketing cookies",
    "social": "cookies of social networks",
    "unspecified": "cookies of no stated kind",
}

EMBEDS: Mapping[str, str] = {
    "trust_badge": "trust badge",
    "reviews": "reviews",
    "share_buttons": "share buttons",
    "map": "map",
    "video": "video",
    "fonts": "fonts",
    "captcha": "captcha",
    "chat": "chat",
    "pixel": "pixel",
    "other": "other content",
}

PLACES: Mapping[str, str] = {
    "EEA": "European Economic Area",
    "EU": "European Union",
    "unnamed": "a place that is not named",
}

CHANNELS: Mapping[str, str] = {
    "chat": "chat",
    "contact_form": "contact form",
    "email": "e-mail",
    "facebook": "Facebook",
    "fax": "fax",
    "instagram": "Instagram",
    "other": "another channel",
    "phone": "phone",
    "pinterest": "Pinterest",
    "post": "post",
    "push": "push messages",
    "sms": "text message",
    "social_media": "social media",
    "visit": "visit",
    "website": "the website",
    "whatsapp": "WhatsApp",
}

TECHNOLOGIES: Mapping[str, str] = {
    "web_beacons": "web beacons",
    "pixels": "pixels",
    "log_files": "log files",
    "local_storage": "local storage",
    "device_settings": "settings of the device",
    "fingerprinting": "fingerprinting",
    "files": "files",
}
