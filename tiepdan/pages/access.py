"""Pages named by a user. Absent and not yours are the same."""

from __future__ import annotations

from tiepdan.infra.codes import parse_code
from tiepdan.matters.access import NotFound
from tiepdan.pages.models import PortalPage


def page_for(*, code: str) -> PortalPage:
    """Return a page that the acting post may see. Raises NotFound."""
    found = PortalPage.objects.select_related("agency", "written_by", "approved_by", "replaces")
    page = found.filter(code=parse_code(code) or "").first()
    if page is None:
        raise NotFound(code)
    return page
