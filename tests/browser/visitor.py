"""A visitor without browser or JavaScript: follows links, fills in forms as they stand, keeps cookies."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar

import lxml.html


@dataclass
class Visitor:
    """One person at one site."""

    address: str
    cookies: CookieJar = field(default_factory=CookieJar)
    status: int = 0
    url: str = ""
    text: str = ""

    def get(self, path: str) -> str:
        """Open a page and return its text."""
        return self._open(urllib.request.Request(urllib.parse.urljoin(self.address, path)))

    def submit(self, *, having: str, **values: str) -> str:
        """Fill in the form on the present page that has a field of this name, and send it."""
        page = lxml.html.fromstring(self.text)
        page.make_links_absolute(self.url)
        found = next((form for form in page.forms if having in form.fields), None)
        assert found is not None, f"no form with a field {having!r} at {self.url}:\n{self.text[:1500]}"
        filled = {name: value for name, value in found.form_values() if value is not None} | values
        unknown = set(values) - set(found.fields)
        assert not unknown, f"the form at {self.url} has no fields {unknown}; it has {sorted(found.fields)}"
        return self._open(
            urllib.request.Request(
                found.action or self.url, data=urllib.parse.urlencode(filled).encode(), headers={"Referer": self.url}
            )
        )

    def log_in(self, user: str, password: str) -> str:
        """Log in."""
        self.get("/tai-khoan/login/")
        return self.submit(having="password", login=user, password=password)

    def _open(self, request: urllib.request.Request) -> str:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        try:
            with opener.open(request, timeout=60) as answer:
                self.status, self.url, body = answer.status, answer.url, answer.read()
        except urllib.error.HTTPError as error:
            self.status, self.url, body = error.code, error.url or "", error.read()
        self.text = body.decode(errors="replace")
        return self.text
