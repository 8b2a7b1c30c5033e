"""A page of the portal: written by an officer, approved by somebody else who heads, read by everybody, taken away."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tests.permissions.doors import bare
from tests.submissions.build import NAME, complaint, denunciation, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Notice
from tiepdan.pages import actions
from tiepdan.pages.access import page_for
from tiepdan.pages.actions import PageText
from tiepdan.pages.models import PortalPage
from tiepdan.pages.queries import list_pages, public_page, public_pages
from tiepdan.pages.rules import LONGEST, PageKind, PageState

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
TEXT = "Ông/bà gửi đơn tại phòng 101 hoặc qua bưu điện."


DECISION = {"kind": PageKind.DECISION, "decision": "12/QĐ-UBND ngày 01/7/2026", "redacted": True}


def told(**changes: Any) -> PageText:
    return PageText(**{"kind": PageKind.GUIDE, "title": "Khiếu nại ở đâu", "text": TEXT, **changes})


def written(by: Actor, **changes: Any) -> PortalPage:
    with acting(by):
        return actions.write_page(content=told(**changes), by=by, at=AT)


def step(act: Any, by: Actor, page: PortalPage, **more: Any) -> PortalPage:
    with acting(by):
        done: PortalPage = act(page_id=page.pk, by=by, at=AT, **more)
        return done


def published(cast: Cast, **changes: Any) -> PortalPage:
    page = written(cast.clerk, **changes)
    step(actions.submit_page, cast.clerk, page)
    return step(actions.publish_page, cast.head, page)


def refused(act: Any, by: Actor, page: PortalPage, **more: Any) -> str:
    with pytest.raises(ActionRefused) as error:
        step(act, by, page, **more)
    return error.value.verdict.code


def test_a_page_is_written_approved_and_read_by_everybody_until_it_is_withdrawn() -> None:
    cast = make_cast()
    page = published(cast)
    assert [row.title for row in public_pages(agency_id=cast.commune.pk)] == ["Khiếu nại ở đâu"]
    shown = public_page(code=page.code)
    assert shown is not None
    assert (shown.text, shown.agency_name) == (TEXT, cast.commune.name)
    citizen = Client()
    assert TEXT in citizen.get(reverse("portal:page", args=[page.code])).content.decode()
    assert page.title in citizen.get(reverse("portal:pages", args=[cast.commune.code])).content.decode()
    step(actions.withdraw_page, cast.deputy, page, reason="Đổi phòng")
    assert public_pages(agency_id=cast.commune.pk) == []
    with acting(cast.head):
        acts = Entry.objects.filter(subject=f"page:{page.pk}").order_by("pk").values_list("act", flat=True)
        assert list(acts) == ["page.written", "page.submitted", "page.published", "page.withdrawn"]
        assert Notice.objects.filter(kind="page_waits", code=page.code).count() == 1


def test_drafts_waiting_withdrawn_and_absent_pages_are_the_same_to_a_citizen() -> None:
    cast = make_cast()
    draft, waiting, gone = written(cast.clerk), written(cast.clerk), published(cast)
    step(actions.submit_page, cast.clerk, waiting)
    step(actions.withdraw_page, cast.head, gone, reason="Hết hạn")
    codes = [draft.code, waiting.code, gone.code, new_code(), "khong-phai-ma"]
    answers: list[Any] = [Client().get(reverse("portal:page", args=[code])) for code in codes]
    assert {answer.status_code for answer in answers} == {404}
    assert len({bare(answer, {"code": code}) for answer, code in zip(answers, codes, strict=True)}) == 1
    assert Client().get(reverse("portal:pages", args=["khong-co"])).status_code == 404


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("page_empty", {"title": "  "}),
        ("page_empty", {"text": ""}),
        ("page_too_long", {"text": "a" * (LONGEST + 1)}),
        ("page_decision_missing", {"kind": PageKind.DECISION, "redacted": True}),
        ("page_not_redacted", {"kind": PageKind.DECISION, "decision": "12/QĐ-UBND ngày 01/7/2026"}),
        ("page_matter_unknown", {"kind": PageKind.DECISION, "decision": "12/QĐ-UBND", "redacted": True}),
        ("page_shows_identity", {"text": "Ông A, căn cước 001234567890, khiếu nại."}),
        ("page_shows_identity", {"title": "Số CMND 123456789"}),
        ("page_shows_identity", {**DECISION, "decision": "12/QĐ-UBND, 001234567890"}),
    ],
)
def test_what_may_not_be_told_is_refused(code: str, changes: dict[str, Any]) -> None:
    cast = make_cast()
    with acting(cast.clerk), pytest.raises(ActionRefused) as error:
        actions.write_page(content=told(**changes), by=cast.clerk, at=AT)
    assert error.value.verdict.code == code


def refused_writing(by: Actor, **changes: Any) -> str:
    with acting(by), pytest.raises(ActionRefused) as error:
        actions.write_page(content=told(**changes), by=by, at=AT)
    return error.value.verdict.code


def test_a_decision_about_a_denunciation_is_never_a_page() -> None:
    cast = make_cast()
    code = received(cast.clerk, denunciation()).submission.code
    for by in (cast.clerk, cast.records, cast.head):
        assert refused_writing(by, **DECISION, matter_code=code) == "page_matter_sealed"
        assert refused_writing(by, **DECISION, matter_code=code, text=f"Ông {NAME} tố cáo.") == "page_matter_sealed"


def test_a_decision_names_nobody_who_sent_a_paper_of_the_matter() -> None:
    cast = make_cast()
    code = received(cast.clerk, complaint()).submission.code
    for text in (f"Ông {NAME} khiếu nại.", "Ông NGUYEN VAN AN khiếu nại.", "Người khiếu nại gọi 0900 000 001."):
        assert refused_writing(cast.clerk, **DECISION, matter_code=code, text=text) == "page_names_person"
    assert (
        refused_writing(cast.clerk, **DECISION, matter_code=code, title=f"Giải quyết đơn của {NAME}")
        == "page_names_person"
    )
    assert refused_writing(cast.outsider, **DECISION, matter_code=code) == "page_matter_unknown"
    page = written(cast.clerk, **DECISION, matter_code=code, text="Ông A khiếu nại việc bồi thường.")
    assert (
        refused(actions.revise_page, cast.clerk, page, content=told(**DECISION, matter_code=code, text=NAME))
        == "page_names_person"
    )
    assert page.decided_code == code


def test_a_matter_sealed_since_the_draft_is_not_published() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    page = written(cast.clerk, **DECISION, matter_code=got.submission.code)
    step(actions.submit_page, cast.clerk, page)
    other = received(cast.clerk, denunciation())
    with acting(cast.head):
        PortalPage.objects.filter(pk=page.pk).update(decided_code=other.submission.code)
        record(act="page.revised", by=cast.head, at=AT, subject=f"page:{page.pk}")
    assert refused(actions.publish_page, cast.head, page) == "page_matter_sealed"
    assert public_page(code=page.code) is None


def test_what_was_typed_is_text_on_every_screen() -> None:
    cast = make_cast()
    bad = "<script>alert(1)</script>"
    page = published(cast, title=bad, text=f"{bad}\n\n<b>đậm</b> javascript:alert(1)")
    desk = client_of(cast.head)
    shown = [
        Client().get(reverse("portal:page", args=[page.code])),
        Client().get(reverse("portal:pages", args=[cast.commune.code])),
        desk.get(reverse("desk:page_detail", args=[page.code])),
        desk.get(reverse("desk:page_list")),
    ]
    for answer in shown:
        text = answer.content.decode()
        assert "&lt;script&gt;alert(1)" in text
        assert bad not in text
        assert "<b>đậm" not in text


def test_a_telephone_is_no_identity() -> None:
    assert written(make_cast().clerk, text="Điện thoại 0227 383 1234, 02273831234.").state == PageState.DRAFT


def test_only_who_works_on_submissions_writes() -> None:
    cast = make_cast()
    for by in (cast.handler, cast.coordinator, cast.administrator, cast.overseer):
        with acting(by), pytest.raises(ActionRefused) as error:
            actions.write_page(content=told(), by=by, at=AT)
        assert error.value.verdict.code == "page_role_not_allowed"
        assert client_of(by).get(reverse("desk:page_list")).status_code == 404


def test_nobody_approves_what_they_wrote_and_only_heads_approve() -> None:
    cast = make_cast()
    page = written(cast.head)
    assert refused(actions.publish_page, cast.deputy, page) == "page_not_waiting"
    step(actions.submit_page, cast.head, page)
    assert refused(actions.submit_page, cast.head, page) == "page_not_draft"
    assert refused(actions.publish_page, cast.head, page) == "page_own"
    assert refused(actions.send_back_page, cast.head, page, reason="x") == "page_own"
    assert refused(actions.publish_page, cast.records, page) == "page_needs_head"
    step(actions.publish_page, cast.deputy, page)
    assert refused(actions.publish_page, cast.deputy, page) == "page_not_waiting"


def test_a_page_sent_back_is_changed_and_submitted_again_and_whoever_changed_it_is_its_writer() -> None:
    cast = make_cast()
    page = written(cast.clerk)
    step(actions.submit_page, cast.clerk, page)
    assert refused(actions.send_back_page, cast.head, page, reason=" ") == "reason_missing"
    assert refused(actions.revise_page, cast.clerk, page, content=told()) == "page_not_draft"
    step(actions.send_back_page, cast.head, page, reason="Thêm số phòng")
    step(actions.revise_page, cast.head, page, content=told(text="Phòng 102."))
    step(actions.submit_page, cast.head, page)
    assert refused(actions.publish_page, cast.head, page) == "page_own"


def test_published_text_is_replaced_never_changed() -> None:
    cast = make_cast()
    page = published(cast)
    assert refused(actions.revise_page, cast.clerk, page, content=told()) == "page_not_draft"
    with acting(cast.clerk):
        newer = actions.write_page(
            content=told(title="Khiếu nại ở phòng nào"), by=cast.clerk, at=AT, replaces_id=page.pk
        )
    step(actions.submit_page, cast.clerk, newer)
    assert [row.code for row in public_pages(agency_id=cast.commune.pk)] == [page.code]
    step(actions.publish_page, cast.head, newer)
    assert [row.code for row in public_pages(agency_id=cast.commune.pk)] == [newer.code]
    with acting(cast.clerk):
        assert page_for(code=page.code).withdrawn_reason == "Có trang mới thay thế"
        with pytest.raises(ActionRefused) as error:
            actions.write_page(content=told(), by=cast.clerk, at=AT, replaces_id=page.pk)
    assert error.value.verdict.code == "page_not_published"


def test_withdrawing_needs_a_head_a_reason_and_a_published_page() -> None:
    cast = make_cast()
    page = published(cast)
    assert refused(actions.withdraw_page, cast.clerk, page, reason="x") == "page_needs_head"
    assert refused(actions.withdraw_page, cast.head, page, reason=" ") == "reason_missing"
    step(actions.withdraw_page, cast.head, page, reason="Sai số")
    assert refused(actions.withdraw_page, cast.head, page, reason="x") == "page_not_published"


def test_another_office_meets_what_does_not_exist() -> None:
    cast = make_cast()
    page = written(cast.clerk)
    assert refused(actions.submit_page, cast.outsider_clerk, page) == "page_unknown"
    client = client_of(cast.outsider)
    for name, args in (("page_detail", []), ("page_revise", []), ("page_act", ["trinh"])):
        way = client.post if name == "page_act" else client.get
        found = way(reverse(f"desk:{name}", args=[page.code, *args]), {"reason": "x"})
        absent = way(reverse(f"desk:{name}", args=[new_code(), *args]), {"reason": "x"})
        assert (found.status_code, absent.status_code) == (404, 404)
    assert client.get(reverse("desk:page_new") + f"?thay={page.code}").status_code == 404
    with acting(cast.outsider):
        assert list_pages(by=cast.outsider) == []
        with pytest.raises(NotFound):
            page_for(code=page.code)
    with acting(cast.handler), connection.cursor() as cursor:  # works there, but not on pages
        cursor.execute("SELECT count(*) FROM pages_portalpage")
        assert cursor.fetchone() == (0,)


def test_the_office_does_all_of_it_on_its_pages() -> None:
    cast = make_cast()
    clerk, head = client_of(cast.clerk), client_of(cast.head)
    values = {"kind": "decision", "title": "Quyết định giải quyết khiếu nại", "text": TEXT, "decision": "12/QĐ-UBND"}
    values["matter_code"] = received(cast.clerk, complaint()).submission.code
    assert clerk.post(reverse("desk:page_new"), {"kind": "guide"}).status_code == 422
    assert clerk.post(reverse("desk:page_new"), values).status_code == 409  # not said to be redacted
    made = clerk.post(reverse("desk:page_new"), {**values, "redacted": "on"})
    code = made.headers["Location"].rstrip("/").rpartition("/")[2]
    assert (
        clerk.post(reverse("desk:page_revise", args=[code]), {**values, "title": "", "redacted": "on"}).status_code
        == 422
    )
    assert clerk.post(reverse("desk:page_revise", args=[code]), {**values, "redacted": "on"}).status_code == 302
    assert clerk.post(reverse("desk:page_act", args=[code, "trinh"])).status_code == 302
    assert clerk.post(reverse("desk:page_act", args=[code, "dang"])).status_code == 409
    assert head.post(reverse("desk:page_act", args=[code, "tra-lai"])).status_code == 422
    assert "Duyệt, đăng lên cổng" in head.get(reverse("desk:page_detail", args=[code])).content.decode()
    assert head.post(reverse("desk:page_act", args=[code, "dang"])).status_code == 302
    assert "Quyết định giải quyết khiếu nại" in head.get(reverse("desk:page_list") + "?muc=published").content.decode()
    assert head.post(reverse("desk:page_act", args=[code, "xoa"])).status_code == 404
    assert "Gỡ khỏi cổng" in head.get(reverse("desk:page_detail", args=[code])).content.decode()
    assert head.post(reverse("desk:page_act", args=[code, "go"]), {"reason": "Sai số"}).status_code == 302
    assert Client().get(reverse("portal:page", args=[code])).status_code == 404
