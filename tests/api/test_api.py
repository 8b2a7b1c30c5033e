"""The API: same acts, same rights, problems instead of pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.api.calling import BASE, NAME, NUMBER, body_of, caller, commune_caller, complaint, denunciation, stored
from tests.factories import post
from tests.people import make_cast
from tests.regenerate import OPENAPI, openapi_text
from tests.routing.build import answers
from tiepdan.accounts.acting import acting
from tiepdan.accounts.actions import issue_api_client, revoke_api_client
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor, Role, Scope
from tiepdan.audit.models import Entry
from tiepdan.documents.actions import draft_paper, issue_paper
from tiepdan.documents.rendering.forms import Values
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock, Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions import screen_submission, void_reception
from tiepdan.reception.models import Receipt, Reception
from tiepdan.submissions.actions import screen
from tiepdan.submissions.intake import Screening
from tiepdan.submissions.models import Party, Submission

pytestmark = pytest.mark.django_db
KEY = "lan-gui-0001"


def test_a_submission_is_stored_by_the_same_act(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    response = api.post("/submissions", complaint(), Idempotency_Key=KEY)
    assert response.status_code == 201, response.content
    got = body_of(response)
    assert got["register_number"] == 1  # a system acts for the office, so it takes a số đến
    assert {limit["rule"] for limit in got["limits"]} == {"LI-5", "KN-3b"}
    with acting(cast.clerk):
        entry = Entry.objects.get(act="submission.received")
        assert (entry.actor_role, entry.actor_name) == ("client", "Hệ thống thử")
        assert Party.objects.get().name == NAME
        assert Clock.objects.count() == 2
    with django_assert_max_num_queries(15):
        shown = body_of(api.get(f"/submissions/{got['code']}"))
    assert shown["content"].startswith("Đề nghị")
    assert NUMBER not in str(shown)
    explained = body_of(api.get(f"/submissions/{got['code']}/deadlines"))
    assert explained[0]["steps"]


def test_the_same_key_gets_the_same_answer_and_another_body_is_refused(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    first, again = (api.post("/submissions", complaint(), Idempotency_Key=KEY) for _ in range(2))
    assert first.content == again.content
    other = api.post("/submissions", complaint(content="Việc khác hẳn."), Idempotency_Key=KEY)
    assert (other.status_code, body_of(other)["code"]) == (422, "idempotency_key_reused")
    with acting(cast.clerk):
        assert Submission.objects.count() == 1
    missing = api.post("/submissions", complaint())
    assert missing.status_code == 422


def test_a_replay_gets_the_first_answer_also_after_the_row_changed(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    first = api.post("/submissions", complaint(), Idempotency_Key=KEY)
    finding = Screening(
        kind=MatterKind.PETITION_FEEDBACK, petition_mark="feedback", answers=answers(MatterKind.PETITION_FEEDBACK)
    )
    with acting(cast.clerk):
        row = Submission.objects.get()
        screen(submission_id=row.pk, finding=finding, by=cast.clerk, at=clock.now())
    # Found to be of another kind since: the same request is still the same, and another still another.
    again = api.post("/submissions", complaint(), Idempotency_Key=KEY)
    assert again.status_code == 201
    same = ("code", "pin", "received_on", "register_number")
    assert [body_of(again)[name] for name in same] == [body_of(first)[name] for name in same]
    for changed in (
        {"kind": "petition_feedback"},
        {"demands": "Việc khác."},
        {"parties": [{**complaint()["parties"][0], "name": "Ai Khác"}]},
    ):
        other = api.post("/submissions", complaint(**changed), Idempotency_Key=KEY)
        assert (other.status_code, body_of(other)["code"]) == (422, "idempotency_key_reused"), changed
    with acting(cast.clerk):
        assert Submission.objects.count() == 1


def test_a_replay_of_what_was_sealed_since_gets_the_first_answer(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    visit = _visit(cast.clerk, submission=complaint())
    first = api.post("/submissions", complaint(), Idempotency_Key=KEY)
    entered = api.post("/receptions", visit, Idempotency_Key="lan-gui-0009")
    finding = Screening(kind=MatterKind.DENUNCIATION, answers=answers(MatterKind.DENUNCIATION))
    with acting(cast.head):
        for key in Submission.objects.values_list("pk", flat=True):
            screen_submission(submission_id=key, finding=finding, by=cast.head, at=clock.now())
    again = api.post("/submissions", complaint(), Idempotency_Key=KEY)
    assert (again.status_code, body_of(again)["code"]) == (201, body_of(first)["code"])
    again = api.post("/receptions", visit, Idempotency_Key="lan-gui-0009")
    assert (again.status_code, again.content) == (201, entered.content)
    other = api.post("/receptions", visit | {"content": "Việc khác."}, Idempotency_Key="lan-gui-0009")
    assert (other.status_code, body_of(other)["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize("changed", [
    {"content": "Việc khác."}, {"outcome_note": "Ghi khác."}, {"visitors": [{"name": "Ai Khác"}]}, {"people": 2},
])  # fmt: skip
def test_a_visit_sent_again_is_compared_with_what_was_first_sent(client: Client, changed: dict[str, Any]) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    visit = _visit(cast.clerk, outcome="explain", outcome_note="Đã giải thích.")
    first = api.post("/receptions", visit, Idempotency_Key=KEY)
    with acting(cast.clerk):
        void_reception(reception_id=Reception.objects.get().pk, reason="nhập nhầm", by=cast.clerk, at=clock.now())
    assert api.post("/receptions", visit, Idempotency_Key=KEY).content == first.content
    other = api.post("/receptions", visit | changed, Idempotency_Key=KEY)
    assert (other.status_code, body_of(other)["code"]) == (422, "idempotency_key_reused")
    with acting(cast.clerk):
        assert Reception.objects.count() == 1


def test_an_outsider_gets_the_answer_for_what_does_not_exist(client: Client) -> None:
    cast = make_cast()
    ours = commune_caller(client, cast)
    admin = post(Role.ADMINISTRATOR, cast.neighbour)
    theirs = caller(client, by=admin, agency_id=cast.neighbour.pk)
    code = stored(ours, complaint())
    for path in ("/submissions/{}", "/submissions/{}/deadlines", "/cases/{}", "/cases/{}/timeline", "/receptions/{}"):
        foreign, absent = theirs.get(path.format(code)), theirs.get(path.format(new_code()))
        assert foreign.status_code == absent.status_code == 404, path
        assert foreign.content == absent.content
    assert body_of(theirs.get("/submissions"))["items"] == []


def test_a_denunciation_shows_no_content_and_no_identity(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    code = stored(api, denunciation())
    shown = api.get(f"/submissions/{code}").content.decode() + api.get("/submissions").content.decode()
    for words in (NAME, NUMBER, "nhận tiền", "Ông Bê"):
        assert words not in shown
    assert body_of(api.get("/submissions"))["items"][0]["title"] == "Đơn tố cáo"
    other = caller(client, by=cast.administrator, agency_id=cast.commune.pk)  # the same office, another system
    assert other.get(f"/submissions/{code}").status_code == 404


def test_pages_follow_each_other_without_gap_or_repeat(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    codes = [stored(api, complaint(), f"lan-gui-{n:04}") for n in range(5)]
    seen: list[str] = []
    cursor = ""
    while True:
        page = body_of(api.get(f"/submissions?limit=2&cursor={cursor}"))
        seen += [item["code"] for item in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert seen == codes[::-1]
    agencies = body_of(api.get("/agencies?limit=2"))
    following = body_of(api.get(f"/agencies?limit=100&cursor={agencies['next_cursor']}"))
    assert len(agencies["items"]) + len(following["items"]) == 5


def test_an_unchanged_thing_is_not_sent_again(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    code = stored(api, complaint())
    for path in (f"/submissions/{code}", f"/agencies/{cast.commune.code}"):
        first = api.get(path)
        again = api.get(path, If_None_Match=first.headers["ETag"])
        assert (again.status_code, again.content) == (304, b"")
        assert api.get(path, If_None_Match='"other"').status_code == 200


def test_tokens_end(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    assert api.get("/agencies").status_code == 200
    with acting(cast.administrator):
        revoke_api_client(client_id=api.client.pk, reason="Đổi hệ thống", by=cast.administrator, at=clock.now())
        with pytest.raises(ActionRefused, match="client_revoked"):
            revoke_api_client(client_id=api.client.pk, reason="x", by=cast.administrator, at=clock.now())
    assert api.get("/agencies").status_code == 401
    with acting(cast.administrator):
        old = issue_api_client(
            agency_id=cast.commune.pk, name="Cũ", scopes=[Scope.CASES_READ], days=1, by=cast.administrator,
            at=clock.now() - timedelta(days=2),
        )  # fmt: skip
    expired = client.get(f"{BASE}/agencies", headers={"Authorization": f"Bearer {old.token}"})
    assert expired.status_code == 401
    assert client.get(f"{BASE}/agencies").headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "scope, path",
    [
        (Scope.SUBMISSIONS_READ, "/submissions"), (Scope.CASES_READ, "/cases"), (Scope.RECEPTIONS_READ, "/receptions"),
        (Scope.DOCUMENTS_READ, "/documents/1"),
    ],
)  # fmt: skip
def test_each_door_needs_its_scope(client: Client, scope: Scope, path: str) -> None:
    cast = make_cast()
    without = commune_caller(client, cast, [one for one in Scope if one is not scope])
    answer = without.get(path)
    assert (answer.status_code, body_of(answer)["code"]) == (403, "scope_missing")
    assert commune_caller(client, cast, [scope]).get(path).status_code in {200, 404}


def test_writing_needs_its_scope(client: Client) -> None:
    cast = make_cast()
    reader = commune_caller(client, cast, [Scope.SUBMISSIONS_READ, Scope.RECEPTIONS_READ])
    assert reader.post("/submissions", complaint(), Idempotency_Key=KEY).status_code == 403
    visit = {"officer": "x", "purpose": "complaint", "outcome": "guide", "visitors": [{"name": "A"}]}
    assert reader.post("/receptions", visit, Idempotency_Key=KEY).status_code == 403


def test_everything_that_goes_wrong_is_a_problem(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    answers = {
        401: client.get(f"{BASE}/submissions"),
        404: api.get("/khong-co"),
        405: client.delete(f"{BASE}/submissions", headers={"Authorization": f"Bearer {api.token}"}),
        409: api.post("/submissions", complaint(parties=[]), Idempotency_Key=KEY),
        422: api.get("/submissions?limit=1000"),
        400: client.post(
            f"{BASE}/submissions", "{", content_type="application/json",
            headers={"Authorization": f"Bearer {api.token}", "Idempotency-Key": KEY},
        ),
    }  # fmt: skip
    for status, answer in answers.items():
        assert answer.status_code == status
        assert answer.headers["Content-Type"] == "application/problem+json"
        got = body_of(answer)  # type: ignore[arg-type]
        assert got["status"] == status
        assert {"type", "title", "detail", "code", "rule"} <= set(got)
    refused = body_of(answers[409])  # type: ignore[arg-type]
    assert (refused["code"], refused["rule"]) == ("sender_missing", "ND-1")
    assert refused["detail"] != refused["code"]


def test_requests_of_one_system_are_limited(client: Client, settings: Settings) -> None:
    settings.API_PER_MINUTE = 2
    api = commune_caller(client, make_cast())
    answers = [api.get("/agencies") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "60"


def test_guessing_tokens_is_limited(client: Client) -> None:
    statuses = [
        client.get(f"{BASE}/agencies", headers={"Authorization": f"Bearer td_{n}"}).status_code for n in range(31)
    ]
    assert statuses == [401] * 30 + [429]


def test_an_issued_paper_is_read_and_a_draft_is_not(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    code = stored(api, complaint())
    by, now = cast.processor, clock.now()
    values: Values = {
        "addressee": "Ông An", "received_on": now.date(), "complainant_name": "Nguyễn Văn An", "complainant_address": "Số 7",
        "id_number": "000123456789", "round": "first", "matter": "Bồi thường đất", "legal_ground": "Điều 27",
        "settler": "Chủ tịch UBND",
    }  # fmt: skip
    with acting(by):
        matter_id = Submission.objects.get(code=code).matter_id
        paper = draft_paper(form_key="ND124-2020/03", values=values, by=by, at=now, matter_id=matter_id)
    assert api.get(f"/documents/{paper.pk}").status_code == 404
    with acting(by):
        issue_paper(paper_id=paper.pk, by=by, at=now)
    assert body_of(api.get(f"/documents/{paper.pk}"))["number"] == 1
    file = api.get(f"/documents/{paper.pk}/file")
    assert file.content.startswith(b"%PDF")
    outside = caller(client, by=post(Role.ADMINISTRATOR, cast.neighbour), agency_id=cast.neighbour.pk)
    assert outside.get(f"/documents/{paper.pk}/file").content == outside.get("/documents/999999/file").content


def test_a_file_is_added(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    code = stored(api, complaint())
    response = client.post(
        f"{BASE}/submissions/{code}/attachments?role=original",
        {"file": SimpleUploadedFile("x.exe", b"MZ", "application/pdf")},
        headers={"Authorization": f"Bearer {api.token}"},
    )
    assert response.status_code == 409
    assert body_of(response)["code"] == "file_type_not_allowed"  # type: ignore[arg-type]


def test_a_visit_is_entered_for_an_officer_of_the_agency(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    officer = User.objects.get(pk=cast.clerk.user_id).username
    visit = {
        "officer": officer, "purpose": "complaint", "outcome": "explain", "content": "Hỏi về bồi thường đất.",
        "visitors": [{"name": NAME, "identity_kind": "can_cuoc", "identity": {"number": NUMBER, "address": "Số 7"}}],
        "outcome_note": "Đã giải thích.",
    }  # fmt: skip
    first = api.post("/receptions", visit, Idempotency_Key=KEY)
    assert first.status_code == 201, first.content
    assert api.post("/receptions", visit, Idempotency_Key=KEY).content == first.content
    code = body_of(first)["code"]
    shown = body_of(api.get(f"/receptions/{code}"))
    assert (shown["officer"], shown["outcome"]) == ("Lê Thị Tiếp", "explain")
    assert NAME not in str(shown)
    assert [line["code"] for line in body_of(api.get("/receptions"))["items"]] == [code]
    stranger = User.objects.get(pk=cast.outsider_clerk.user_id).username
    refused = api.post("/receptions", visit | {"officer": stranger}, Idempotency_Key="lan-gui-0002")
    assert (refused.status_code, body_of(refused)["code"]) == (422, "officer_unknown")


def _visit(officer: Actor, **changes: Any) -> dict[str, Any]:
    name = User.objects.get(pk=officer.user_id).username
    return {
        "officer": name, "purpose": "complaint", "outcome": "accept", "content": "Hỏi về bồi thường đất.",
        "visitors": [{"name": NAME}], **changes,
    }  # fmt: skip


def test_a_visit_with_a_submission_needs_the_scope_of_submissions_too(client: Client) -> None:
    cast = make_cast()
    desk_only = commune_caller(client, cast, [Scope.RECEPTIONS_WRITE])
    refused = desk_only.post("/receptions", _visit(cast.clerk, submission=complaint()), Idempotency_Key=KEY)
    assert (refused.status_code, body_of(refused)["code"]) == (403, "scope_missing")
    with acting(cast.head):
        assert not Submission.objects.exists()
        assert not Reception.objects.exists()
    both = commune_caller(client, cast, [Scope.RECEPTIONS_WRITE, Scope.SUBMISSIONS_WRITE])
    assert both.post("/receptions", _visit(cast.clerk, submission=complaint()), Idempotency_Key=KEY).status_code == 201


def test_the_system_is_on_record_as_itself_and_the_officer_beside_it(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    first = api.post("/receptions", _visit(cast.clerk, submission=complaint()), Idempotency_Key=KEY)
    assert first.status_code == 201, first.content
    with acting(cast.head):
        line, receipt = Reception.objects.get(), Receipt.objects.get()
        entry = Entry.objects.get(act="reception.entered")
    assert (line.officer_id, receipt.officer_id) == (cast.clerk.user_id, cast.clerk.user_id)
    assert (entry.actor_id < 0, entry.actor_name) == (True, "Hệ thống thử")
    assert cast.clerk.name in entry.after
    # The key is the system's: naming another officer the second time makes no second visit.
    again = api.post("/receptions", _visit(cast.processor, submission=complaint()), Idempotency_Key=KEY)
    assert again.content == first.content
    with acting(cast.head):
        assert Reception.objects.count() == 1


def test_a_deadline_is_explained(client: Client) -> None:
    api = commune_caller(client, make_cast())
    got = body_of(api.get("/deadlines/explain?rule=KN-5&start=2026-07-14"))
    assert got["steps_en"][-1] == "Thursday 13/08/2026: day 30"
    assert (got["due"], got["length"]) == ("2026-08-13", 30)  # KN-5: 30 days after 14/07
    unknown = api.get("/deadlines/explain?rule=KN-99&start=2026-07-14")
    assert (unknown.status_code, body_of(unknown)["code"]) == (422, "rule_unknown")


def test_agencies_are_found_by_name(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    assert [one["code"] for one in body_of(api.get("/agencies/lookup?q=hoa+sen"))] == [cast.commune.code]
    assert body_of(api.get(f"/agencies/{cast.commune.code}"))["parent"]["code"] == cast.province.code


@pytest.mark.parametrize(
    "changes, code",
    [({"scopes": []}, "client_without_scope"), ({"days": 0}, "client_too_long"), ({"days": 400}, "client_too_long")],
)
def test_tokens_are_given_within_bounds(changes: dict[str, object], code: str) -> None:
    cast = make_cast()
    asked: dict[str, object] = {
        "agency_id": cast.commune.pk,
        "name": "A",
        "scopes": [Scope.CASES_READ],
        "days": 30,
        **changes,
    }
    with acting(cast.administrator), pytest.raises(ActionRefused, match=code):
        issue_api_client(**asked, by=cast.administrator, at=clock.now())  # type: ignore[arg-type]


def test_only_administrators_give_tokens_and_only_below_them() -> None:
    cast = make_cast()
    for by, agency, code in (
        (cast.head, cast.commune, "not_administrator"), (cast.administrator, cast.neighbour, "agency_out_of_scope"),
    ):  # fmt: skip
        with acting(by), pytest.raises(ActionRefused, match=code):
            issue_api_client(agency_id=agency.pk, name="A", scopes=[Scope.CASES_READ], days=9, by=by, at=clock.now())


def test_an_administrator_admits_and_revokes_on_screen(client: Client) -> None:
    cast = make_cast()
    client.force_login(User.objects.get(pk=cast.administrator.user_id))
    base = "/ban-lam-viec/quan-tri/he-thong-ket-noi/"
    assert client.get(base).status_code == 200
    assert client.post(f"{base}moi/", {"name": "X"}).status_code == 422
    form = {
        "name": "Cổng tỉnh",
        "scopes": ["cases:read"],
        "days": "30",
        "agency": str(cast.commune.pk),
        "agency_text": cast.commune.name,
    }
    made = client.post(f"{base}moi/", form)
    assert made.status_code == 201, made.content.decode()[-3000:]
    assert "td_" in made.content.decode()
    page = client.get(base).content.decode()
    assert "Cổng tỉnh" in page
    assert "td_" not in page
    number = page.split("/thu-hoi/")[0].rsplit("/", 1)[1]
    assert client.post(f"{base}{number}/thu-hoi/", {"reason": "Hết dùng"}).status_code == 302
    assert client.post(f"{base}{number}/thu-hoi/", {"reason": "Hết dùng"}).status_code == 409
    client.force_login(User.objects.get(pk=cast.head.user_id))
    assert client.get(base).status_code == 404


def test_the_description_is_the_committed_one() -> None:
    assert OPENAPI.read_text(encoding="utf-8") == openapi_text(), "openapi.json is stale: run `make fix`"


def test_lines_of_a_list_are_the_desks_lines(client: Client) -> None:
    cast = make_cast()
    api = commune_caller(client, cast)
    api.post("/submissions", complaint(), Idempotency_Key=KEY)
    with acting(cast.clerk):
        line = Participation.objects.get()
    shown = body_of(api.get("/submissions?kind=complaint&open_only=true"))["items"][0]
    assert (shown["title"], shown["due_on"]) == (line.title, str(line.due_on))
    assert body_of(api.get("/submissions?kind=denunciation"))["items"] == []
