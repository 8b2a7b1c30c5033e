"""Run inside the measured installation: what the clients need to be an officer, a connected system and a citizen."""

from __future__ import annotations

import json
import secrets
import string

import django

DEEPEST = 50_000  # lines before the deep page


def main() -> None:
    """Print one JSON document: token, sessions, codes."""
    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from tiepdan.accounts.acting import acting, actor_of
    from tiepdan.accounts.actions import issue_api_client
    from tiepdan.accounts.models import Post
    from tiepdan.accounts.rules import Role, Scope
    from tiepdan.cases.models import Case
    from tiepdan.infra import clock
    from tiepdan.matters.models import Participation
    from tiepdan.matters.queries import page_key
    from tiepdan.submissions.models import Submission
    from tiepdan.submissions.rules import SubmissionStatus

    def session_of(post: Post) -> str:
        session = SessionStore()
        session[SESSION_KEY] = str(post.user_id)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = post.user.get_session_auth_hash()
        session.create()
        return str(session.session_key)

    at = clock.now()
    posts = Post.objects.select_related("user", "agency")
    administrator = posts.filter(role=Role.ADMINISTRATOR, agency__kind="commune_committee").order_by("pk")[0]
    office = posts.filter(agency=administrator.agency)
    officer = office.filter(role=Role.PROCESSING_OFFICER)[0]
    head = office.filter(role=Role.HEAD)[0]
    boss = actor_of(post=administrator)
    with acting(boss):
        client = issue_api_client(
            agency_id=boss.agency_id, name="Đo tốc độ", scopes=list(Scope), days=30, by=boss, at=at
        )
    own_cases = Case.objects.filter(agency_id=boss.agency_id, matter__sealed=False)
    with acting(actor_of(post=head)):
        cases = list(own_cases.order_by("-pk").values_list("code", flat=True)[:40])
        received = list(
            Submission.objects.filter(agency_id=boss.agency_id, status=SubmissionStatus.RECEIVED, kind="complaint")
            .order_by("-pk")
            .values_list("code", flat=True)[:40]
        )
        lines = Participation.objects.filter(
            agency_path=boss.agency_path, kind="complaint", state=SubmissionStatus.RECEIVED
        ).order_by("-received_on", "-pk")
        deep = lines.values_list("received_on", "pk")[min(lines.count() * 9 // 10, DEEPEST) :].first()
    letters = string.ascii_letters + string.digits
    csrf = "".join(secrets.choice(letters) for _ in range(32))
    print(
        json.dumps(
            {
                "token": client.token,
                "officer": session_of(officer),
                "head": session_of(head),
                "csrf": csrf,
                "agency": administrator.agency.code,
                "cases": cases,
                "received": received,
                "deep": page_key(deep[0], deep[1]) if deep else "",
                "agency_id": str(boss.agency_id),
            }
        )
    )


if __name__ == "__main__":
    main()
