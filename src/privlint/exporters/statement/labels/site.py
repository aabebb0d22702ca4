"""What cookies and what else happens on a website is called."""

from privlint.exporters.statement.marking import mark

COOKIE = {
    "strictly_necessary": mark("strictly necessary"),
    "functional": mark("functional"),
    "preferences": mark("for preferences"),
    "performance": mark("for performance"),
    "analytics": mark("for measuring visits"),
    "marketing": mark("for marketing"),
    "social": mark("for social media"),
    "unspecified": mark("of a kind that is not stated"),
}

SERVES = {
    "authentication": mark("login"),
    "cart": mark("shopping basket"),
    "preferences": mark("your preferences"),
    "security": mark("security"),
    "statistics": mark("statistics"),
    "personalisation": mark("content that suits you"),
    "advertising": mark("advertising"),
    "social": mark("social media"),
    "technical": mark("technical working of the website"),
}

PARTY = {
    "first": mark("by us"),
    "third": mark("by others"),
    "both": mark("by us and by others"),
}

TECHNOLOGY = {
    "web_beacons": mark("web beacons"),
    "pixels": mark("pixels"),
    "log_files": mark("log files"),
    "local_storage": mark("local storage of the browser"),
    "device_settings": mark("settings of the device"),
    "fingerprinting": mark("recognition of the device (fingerprinting)"),
    "files": mark("other files"),
}

MECHANISM = {
    "cookie_tool": mark("You choose in a cookie tool."),
    "cookie_banner": mark("You choose in a cookie banner."),
    "informing_banner": mark("A banner informs you, but leaves no choice."),
    "browser_settings": mark("You can only choose in your browser settings."),
    "continued_use": mark("Using the website is taken for consent."),
    "opt_out": mark("Cookies are placed until you refuse them."),
    "none": mark("You are not asked for consent."),
}

REFUSE = {
    "equal": mark("Refusing is as easy as accepting."),
    "possible": mark("You can refuse."),
    "harder": mark("Refusing takes more steps than accepting."),
    "not_possible": mark("You cannot refuse."),
}

EMBED = {
    "trust_badge": mark("trust mark"),
    "reviews": mark("reviews"),
    "share_buttons": mark("share buttons"),
    "map": mark("map"),
    "video": mark("video"),
    "fonts": mark("fonts"),
    "captcha": mark("captcha"),
    "chat": mark("chat"),
    "pixel": mark("pixel"),
    "other": mark("other content"),
}

LOADS = {
    "with_page": mark("This content loads with the page."),
    "on_click": mark("This content loads only when you click."),
}
