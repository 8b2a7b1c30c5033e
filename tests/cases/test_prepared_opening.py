"""The notice of acceptance, or of its refusal: drafted, reviewed, approved, numbered; numbering opens the case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cases.build import complaint, denunciation, petition, submission
from tests.cases.test_prepared_papers import said, step
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import NAME, opened
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.cases import actions
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case, Step
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock
from tiepdan.routing.actions import propose, withdraw_submission
from tiepdan.routing.models import Proposal
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.intake import Intake
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
REFUSAL = {
    "grounds": ["not_own_rights"],
    "reason": "Không liên quan đến quyền, lợi ích của người khiếu nại.",
    "filing": "first_complaint",
}


@pytest.fixture
def cast() -> Cast:
    """Everybody."""
    return make_cast()


def came(cast: Cast, intake: Intake | None = None) -> Submission:
    """A submission received five days ago."""
    return submission(cast, intake, at=clock.now() - timedelta(days=5))


def typed(cast: Cast, **more: Any) -> dict[str, Any]:
    """What the form of acceptance asks."""
    return {"leader": cast.deputy.user_id, "handler": cast.handler.user_id, "filing": "first_complaint", **more}


def drafted(by: Actor, made: Submission, name: str = "case_accept", **values: Any) -> Paper:
    """Save the draft through the page."""
    response = client_of(by).post(reverse(f"desk:{name}", args=[made.code]), {**values, "soan": "1"})
    assert response.status_code == 302, said(response)
    with acting(by):
        return Paper.objects.get(act_of=f"submission:{made.pk}", status="draft")


def to_number(cast: Cast, paper: Paper, *, by: Actor | None = None, reviewer: Actor | None = None) -> None:
    """Submit, review, approve."""
    step(by or cast.processor, paper, "trinh")
    step(reviewer or cast.clerk, paper, "soat")
    step(cast.head, paper, "duyet")


def cases(cast: Cast, made: Submission) -> list[Case]:
    """The cases of a submission."""
    with acting(cast.head):
        return list(Case.objects.filter(submission_id=made.pk))


def test_acceptance_of_a_complaint_is_reviewed_approved_and_done_by_its_number(cast: Cast) -> None:
    made = came(cast)
    page = client_of(cast.processor).get(reverse("desk:case_accept", args=[made.code])).content.decode()
    assert "Lưu dự thảo để trình duyệt" in page
    assert "Trực tiếp thụ lý" not in page  # only a leader issues directly
    paper = drafted(cast.processor, made, **typed(cast))
    to_number(cast, paper)
    assert cases(cast, made) == []
    with acting(cast.head):
        assert not Clock.objects.filter(matter_id=made.matter_id, rule_id="KN-5").exists()
    step(cast.records, paper, "cap-so")
    (case,) = cases(cast, made)
    today = clock.today()
    assert (case.state, case.accepted_on, case.leader_id, case.handler_id) == (
        "accepted", today, cast.deputy.user_id, cast.handler.user_id,
    )  # fmt: skip
    with acting(cast.head):
        paper.refresh_from_db()
        done = Step.objects.get(case=case, act="accept_case")
        assert (paper.status, paper.signer_name, paper.act_typed) == ("issued", cast.head.name, None)
        assert (done.paper_id, done.by_id, done.facts.get("issued_directly")) == (paper.pk, cast.head.user_id, None)
        running = Clock.objects.get(matter_id=made.matter_id, rule_id="KN-5")
        assert (running.starts_on, running.status) == (today, "open")
        assert Clock.objects.get(matter_id=made.matter_id, rule_id__startswith="KN-3").status == "met"
        numbered, accepted = Entry.objects.get(act="paper.numbered"), Entry.objects.get(act="case.accept_case")
        assert (numbered.actor_id, accepted.actor_id) == (cast.records.user_id, cast.head.user_id)
        assert "issued_directly" not in accepted.after


def test_a_leader_who_accepts_directly_is_seen_to_have_done_so(cast: Cast) -> None:
    made = came(cast)
    waiting = drafted(cast.processor, made, **typed(cast))
    page = client_of(cast.head).get(reverse("desk:case_accept", args=[made.code])).content.decode()
    assert "Trực tiếp thụ lý, ban hành ngay" in page
    assert "Đã có dự thảo" in page
    assert client_of(cast.head).post(reverse("desk:case_accept", args=[made.code]), typed(cast)).status_code == 302
    (case,) = cases(cast, made)
    shown = client_of(cast.head).get(reverse("desk:case_detail", args=[case.code])).content.decode()
    assert "Lãnh đạo trực tiếp ban hành, không qua dự thảo" in shown
    with acting(cast.head):
        waiting.refresh_from_db()
        assert waiting.status == "cancelled"
        assert '"issued_directly": true' in Entry.objects.get(act="case.accept_case").after


def test_who_only_prepares_cannot_issue_directly(cast: Cast) -> None:
    made = came(cast)
    refused = client_of(cast.processor).post(reverse("desk:case_accept", args=[made.code]), typed(cast))
    assert refused.status_code == 409
    assert client_of(cast.processor).post(reverse("desk:case_refuse", args=[made.code]), REFUSAL).status_code == 409
    assert cases(cast, made) == []


def test_refusal_of_a_complaint_goes_the_same_way(cast: Cast) -> None:
    made = came(cast)
    paper = drafted(cast.processor, made, "case_refuse", **REFUSAL)
    assert paper.form_key == "ND124-2020/04"
    to_number(cast, paper)
    step(cast.records, paper, "cap-so")
    (case,) = cases(cast, made)
    assert (case.state, case.outcome) == ("not_accepted", "refused")
    with acting(cast.head):
        assert Submission.objects.get(pk=made.pk).status == "refused"
        assert Step.objects.get(case=case, act="refuse_case").facts["grounds"] == ["not_own_rights"]


@pytest.mark.parametrize("filing", ["second_complaint", "disciplinary_first", "disciplinary_second"])
def test_second_and_disciplinary_complaints_too(cast: Cast, filing: str) -> None:
    made = came(cast)
    more = {"first_decision": "Quyết định 12/QĐ-UBND của Chủ tịch UBND xã", "window_from": "", "competence_reason": ""}
    if "second" in filing:
        more["window_from"] = (clock.today() - timedelta(days=10)).isoformat()
    paper = drafted(cast.processor, made, **typed(cast, filing=filing, **more))
    to_number(cast, paper)
    step(cast.records, paper, "cap-so")
    (case,) = cases(cast, made)
    second = filing == "second_complaint"
    assert (case.procedure, case.state) == ("second_complaint" if second else "disciplinary_complaint", "accepted")
    with acting(cast.head):
        started = "KN-6" if second else "KL-4"
        assert Clock.objects.get(matter_id=made.matter_id, rule_id=started).starts_on == clock.today()


def test_the_decision_on_a_denunciation_is_prepared_sealed(cast: Cast) -> None:
    made = came(cast, denunciation())
    values: dict[str, Any] = {"leader": cast.head.user_id, "handler": cast.handler.user_id, "identity_checked": "on"}
    paper = drafted(cast.head, made, **values)
    assert (paper.sealed, paper.act, paper.form_key) == (True, "accept_denunciation", "ND31-2019/04")
    with acting(cast.clerk):
        assert NAME not in str(paper.values)
    step(cast.head, paper, "trinh")
    step(cast.clerk, paper, "soat")  # who received it reads it; the clerk of the books does not
    step(cast.records, paper, "cap-so", status=404)
    step(cast.head, paper, "duyet")
    step(cast.head, paper, "cap-so")
    (case,) = cases(cast, made)
    assert case.state == "accepted"
    with acting(cast.head):
        assert Clock.objects.get(matter_id=made.matter_id, rule_id="TC-6").starts_on == clock.today()
        assert [one.act for one in Step.objects.filter(case=case).order_by("pk")][-1] == "accept_denunciation"


def test_refusal_of_a_denunciation_names_nobody(cast: Cast) -> None:
    made = came(cast, denunciation())
    with acting(cast.head):
        opened(cast.head, made.matter_id)
    values: dict[str, Any] = {"grounds": ["no_new_facts"], "reason": f"{NAME} không nêu tình tiết mới."}
    form = client_of(cast.head).get(reverse("desk:case_refuse", args=[made.code])).content.decode()
    ground = form.split('name="grounds" value="')[1].split('"')[0]
    values["grounds"] = [ground]
    named = client_of(cast.head).post(reverse("desk:case_refuse", args=[made.code]), {**values, "soan": "1"})
    assert named.status_code == 409
    paper = drafted(cast.head, made, "case_refuse", **{**values, "reason": "Không nêu tình tiết mới."})
    step(cast.head, paper, "trinh")
    step(cast.clerk, paper, "soat")
    step(cast.head, paper, "duyet")
    step(cast.head, paper, "cap-so")
    (case,) = cases(cast, made)
    assert case.state == "not_accepted"


def test_an_open_proposal_to_accept_is_approved_by_the_number(cast: Cast) -> None:
    made = came(cast)
    with acting(cast.processor):
        Submission.objects.filter(pk=made.pk).update(status="screened", eligible=True)
        proposal = propose(
            submission_id=made.pk, act=RouteAct.ACCEPT, reason="Đủ điều kiện, thuộc thẩm quyền.", by=cast.processor,
            at=clock.now(),
        )  # fmt: skip
    paper = drafted(cast.processor, made, **typed(cast))
    with acting(cast.head):
        assert Proposal.objects.get(pk=proposal.pk).approved is None  # trying leaves nothing
    to_number(cast, paper)
    step(cast.records, paper, "cap-so")
    with acting(cast.head):
        decided = Proposal.objects.get(pk=proposal.pk)
        assert (decided.approved, decided.decided_by_id) == (True, cast.head.user_id)


def test_a_draft_is_written_anew_in_the_form_of_acceptance(cast: Cast) -> None:
    made = came(cast)
    paper = drafted(cast.processor, made, **typed(cast))
    where = client_of(cast.processor).get(reverse("desk:paper_rewrite", args=[paper.pk]))
    assert where["Location"] == f"{reverse('desk:case_accept', args=[made.code])}?du-thao={paper.pk}"
    again = typed(cast, handler=cast.second_handler.user_id, soan="1")
    address = reverse("desk:case_accept", args=[made.code])
    assert client_of(cast.processor).post(address, again).status_code == 409  # one draft at a time
    assert client_of(cast.processor).post(address, {**again, "du-thao": str(paper.pk)}).status_code == 302
    to_number(cast, paper)
    step(cast.records, paper, "cap-so")
    assert cases(cast, made)[0].handler_id == cast.second_handler.user_id


def test_a_draft_ends_with_its_submission(cast: Cast) -> None:
    made = came(cast)
    paper = drafted(cast.processor, made, **typed(cast))
    to_number(cast, paper)
    with acting(cast.clerk):
        withdraw_submission(submission_id=made.pk, reason="Xin rút", by=cast.clerk, at=clock.now())
    step(cast.records, paper, "cap-so", status=409)
    with acting(cast.head):
        paper.refresh_from_db()
        assert (paper.status, paper.act_typed) == ("cancelled", None)
    assert cases(cast, made) == []


def test_what_changed_since_approval_wants_a_new_one(cast: Cast) -> None:
    made = came(cast)
    paper = drafted(cast.processor, made, **typed(cast))
    to_number(cast, paper)
    with acting(cast.head):
        one = Submission.objects.get(pk=made.pk)
        one.attacked_number, one.summary = "99/QĐ-UBND", "Nội dung khác hẳn"
        one.save()
        record(
            act="submission.changed", by=cast.head, at=clock.now(), subject=f"submission:{made.pk}",
            matter_id=made.matter_id,
        )  # fmt: skip
    assert "đã thay đổi từ khi dự thảo được duyệt" in step(cast.records, paper, "cap-so", status=409)
    assert cases(cast, made) == []


def test_a_denunciation_taken_up_meanwhile_wants_a_new_draft(cast: Cast) -> None:
    made = came(cast, denunciation())
    values: dict[str, Any] = {"leader": cast.head.user_id, "handler": cast.handler.user_id, "identity_checked": "on"}
    paper = drafted(cast.head, made, **values)
    with acting(cast.head):
        actions.take_up(submission_id=made.pk, by=cast.head, at=clock.now())
    step(cast.head, paper, "trinh")
    step(cast.clerk, paper, "soat")
    step(cast.head, paper, "duyet", status=409)


def test_refusals_of_preparing(cast: Cast) -> None:
    asked = came(cast, petition())
    page = client_of(cast.processor).get(reverse("desk:case_accept", args=[asked.code])).content.decode()
    assert "Lưu dự thảo" not in page  # a petition is accepted without a paper
    other = came(cast)
    with acting(cast.records), pytest.raises(ActionRefused) as caught:
        _prepare(other, cast.records)
    assert caught.value.code == "wrong_role"
    with acting(cast.head), pytest.raises(ActionRefused) as caught:
        _prepare(asked, cast.head)
    assert caught.value.code == "act_has_no_draft"
    made = came(cast)
    paper = drafted(cast.processor, made, **typed(cast))
    step(cast.records, paper, "cap-so", status=409)  # not approved
    to_number(cast, paper)
    step(cast.processor, paper, "cap-so", status=409)  # does not number
    Post.objects.filter(user_id=cast.head.user_id).update(ends_before=clock.today())
    assert "không còn giữ chức vụ" in step(cast.records, paper, "cap-so", status=409)
    with acting(cast.deputy):
        assert not Case.objects.filter(submission_id=made.pk).exists()


def test_nobody_to_approve(cast: Cast) -> None:
    made = came(cast)
    Post.objects.filter(user_id=cast.head.user_id).update(ends_before=clock.today())
    with acting(cast.processor), pytest.raises(ActionRefused) as caught:
        _prepare(made, cast.processor)
    assert caught.value.code == "no_approver"


def test_the_outsider_meets_nothing(cast: Cast) -> None:
    made = came(cast, complaint())
    paper = drafted(cast.processor, made, **typed(cast))
    for name in ("case_accept", "case_refuse"):
        assert client_of(cast.outsider).get(reverse(f"desk:{name}", args=[made.code])).status_code == 404
    assert client_of(cast.outsider).get(reverse("desk:paper_detail", args=[paper.pk])).status_code == 404
    step(cast.outsider, paper, "duyet", status=404)
    step(cast.outsider, paper, "cap-so", status=404)


def _prepare(made: Submission, by: Actor) -> Paper:
    return actions.prepare_opening(
        submission_id=made.pk, act="accept_case", typed={}, by=by, at=clock.now(),
        run=lambda leader: actions.accept_submission(
            submission_id=made.pk, leader_id=leader.user_id, handler_id=leader.user_id, by=leader, at=clock.now(),
            intent=Intent(),
        ),
    )  # fmt: skip
