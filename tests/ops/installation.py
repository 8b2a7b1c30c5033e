"""Run inside a started installation's environment: makes an agency and a connected system, prints the token."""

from __future__ import annotations

import json
from datetime import date

import django


def main() -> None:
    """Claim the first administrator and admit one client with every scope."""
    django.setup()
    from tiepdan.accounts.acting import acting, actor_of
    from tiepdan.accounts.actions import claim_first_administrator, issue_api_client, offer_first_administrator
    from tiepdan.accounts.rules import Scope
    from tiepdan.agencies.actions import NewAgency
    from tiepdan.agencies.rules import AgencyKind, AgencyLevel
    from tiepdan.infra import clock

    at = clock.now()
    offer_first_administrator(code="ma-mot-lan", at=at)
    agency = NewAgency(
        name="UBND phường Hoa Sen", short_name="P. Hoa Sen", symbol="UBND", head_title="Chủ tịch", address="", phone="",
        area_code="", receives=True, code="X1", kind=AgencyKind.COMMUNE_COMMITTEE, level=AgencyLevel.COMMUNE,
        starts_on=date(2025, 7, 1),
    )  # fmt: skip
    post = claim_first_administrator(
        code="ma-mot-lan", username="quantri", password="Hoa-Sen-2026-an-toan", name="Hồ Quản Trị", agency=agency, at=at
    )
    actor = actor_of(post=post)
    with acting(actor):
        new = issue_api_client(
            agency_id=actor.agency_id, name="Hệ thống thử", scopes=list(Scope), days=30, by=actor, at=at
        )
    print(json.dumps({"token": new.token}))


if __name__ == "__main__":
    main()
