"""Whose page an address names: the agency itself, or, of one that has ended, who followed it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tiepdan.agencies.queries import successions_of, successors
from tiepdan.infra import clock
from tiepdan.portal.queries import agency_ended, agency_named

View = Callable[..., HttpResponse]  # of a page whose address ends in the code of an agency
GONE = 410


def for_agency(view: View) -> View:
    """Hand a page the agency that its address names; of one that has ended a page says who followed it."""

    @wraps(view)
    def found(request: HttpRequest, *, agency: str, **rest: str) -> HttpResponse:
        today = clock.today()
        here = agency_named(code=agency, on=today)
        if here is not None:
            return view(request, agency=here, **rest)
        ended = agency_ended(code=agency, on=today)
        if ended is None:
            raise Http404
        shares = {one.successor_id: one.share for one in successions_of(agency=ended) if one.predecessor_id == ended.pk}
        heirs = [(one, shares.get(one.pk, "")) for one in successors(agency_id=ended.pk, on=today)]
        return render(request, "portal/agency_ended.html", {"agency": ended, "heirs": heirs}, status=GONE)

    return found
