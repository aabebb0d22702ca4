"""By which ways one reaches the controller, and how people are identified."""

from privlint.exporters.statement.marking import mark

WAY = {
    "email": mark("by e-mail"),
    "post": mark("by post"),
    "phone": mark("by phone"),
    "sms": mark("by text message"),
    "form": mark("with a form"),
    "contact_form": mark("with the contact form"),
    "account": mark("in your account"),
    "visit": mark("by visiting us"),
    "unsubscribe_link": mark("with the unsubscribe link"),
    "contact_person": mark("through the contact person"),
    "cookie_tool": mark("with the cookie tool"),
    "browser_settings": mark("in your browser settings"),
    "reply": mark("by replying to the message"),
    "social_media": mark("on social media"),
    "whatsapp": mark("on WhatsApp"),
    "facebook": mark("on Facebook"),
    "instagram": mark("on Instagram"),
    "pinterest": mark("on Pinterest"),
    "chat": mark("by chat"),
    "push": mark("by push message"),
    "website": mark("on the website"),
    "fax": mark("by fax"),
    "other": mark("in another way"),
}

TRACKED = {
    "sent": mark("We record what we sent you."),
    "opens": mark("We record whether you open our messages."),
    "clicks": mark("We record what you click in our messages."),
    "purchases": mark("We record what you buy after our messages."),
    "interaction": mark("We record how you respond to our messages."),
}

IDENTIFICATION = {
    "id_document_copy": mark("with a copy of your identity document"),
    "id_document_front_copy": mark("with a copy of the front of your identity document"),
    "identify": mark("you have to say who you are"),
    "known_email": mark("from an e-mail address that we know"),
    "account_login": mark("by logging in to your account"),
    "code": mark("with a code"),
    "cookie_copy": mark("with a copy of the cookie"),
    "other": mark("in another way"),
}

NOTICE = {
    "check_page": mark("on this page"),
    "website": mark("on the website"),
    "email": mark("by e-mail"),
    "announcement": mark("with an announcement"),
}

DOCUMENT = {
    "cookie_policy": mark("cookie policy"),
    "terms": mark("terms and conditions"),
    "privacy_statement_of_another": mark("privacy statement of another party"),
    "contest_terms": mark("terms of the contest"),
    "other": mark("other document"),
}
