"""An online session from the head's decision to the book, each refusal on the way, and who sees what of it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tests.permissions.doors import bare
from tests.submissions.build import complaint, denunciation, received
from tests.submissions.build import opened as may_read
from tiepdan.accounts.acting import acting, at_portal, citizen_actor
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.documents.models import Delivery
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import assign
from tiepdan.matters.models import Notice
from tiepdan.matters.rules import Duty
from tiepdan.online import actions
from tiepdan.online.access import own_point, session_for
from tiepdan.online.actions import Seated
from tiepdan.online.models import OnlinePoint, OnlineSession
from tiepdan.online.queries import announced_for
from tiepdan.online.rules import announce_by, connect_by, may_decide, online_book, try_by
from tiepdan.submissions.actions import Received

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
STARTS = moment("2026-07-28", 9)
DAY = moment("2026-07-28", 7)
ALL = tuple(online_book().conditions)
PAGES = "/ban-lam-viec/tiep-truc-tuyen/"


def refused(code: str) -> Any:
    return pytest.raises(ActionRefused, match=code)


def decided(cast: Cast, got: Received, *, ground: str = "ON-13", **changes: Any) -> OnlineSession:
    given_values: dict[str, Any] = {
        "submission_id": got.submission.pk, "ground": ground, "reason": "Cần Sở cùng trả lời", "conditions": ALL,
        "starts_at": STARTS, "place": "Phòng tiếp công dân phường", "platform": "Truyền hình hội nghị tỉnh",
        "contact": "Lê Thị Tiếp, 0900 000 002", "by": cast.head, "at": AT,
    }  # fmt: skip
    given_values |= changes
    with acting(given_values["by"]):
        return actions.decide_session(**given_values)


def announced(cast: Cast, got: Received, **changes: Any) -> tuple[OnlineSession, OnlinePoint]:
    session = decided(cast, got, **changes)
    with acting(cast.clerk):
        point = actions.add_point(
            session_id=session.pk, name=cast.department.name, address="", contact="Dương Xử Đơn",
            agency_id=cast.department.pk, by=cast.clerk, at=AT,
        )  # fmt: skip
    with acting(cast.head):
        actions.announce_session(session_id=session.pk, by=cast.head, at=AT)
    return session, point


def ready(cast: Cast, session: OnlineSession, point: OnlinePoint, *, at: datetime = DAY) -> None:
    by, central = cast.clerk, OnlinePoint.objects
    with acting(by):
        central_id = central.get(session=session, central=True).pk
        for one in (central_id, point.pk):
            actions.record_trial(
                session_id=session.pk, point_id=one, worked=True, note="", by=by, at=moment("2026-07-24")
            )
            actions.connect_point(session_id=session.pk, point_id=one, by=by, at=at)
        seats = [
            Seated("receptionist", "Lê Thị Tiếp"),
            Seated("adviser", "Phạm Văn Xử", "Chuyên viên"),
            Seated("citizen", "Nguyễn Văn An"),
        ]
        actions.seat(session_id=session.pk, point_id=central_id, people=seats, by=by, at=at)


def opened(cast: Cast, session: OnlineSession, by: Actor, **changes: Any) -> OnlineSession:
    values: dict[str, Any] = {"recording": True, "late_reason": "", "at": STARTS} | changes
    with acting(by):
        return actions.open_session(session_id=session.pk, by=by, **values)


ENDING: dict[str, Any] = {
    "proceedings": "Ông An trình bày về diện tích đất.", "conclusion": "Giao Sở kiểm tra.", "recording_ref": "GH-0012",
    "recording_place": "Máy chủ của Sở Khoa học và Công nghệ", "recording_hash": "", "recording_proof": "signed", "read_back": True,
    "signing": "signed", "signing_refusal": "",
}  # fmt: skip


# LI-2, LI-3, LI-4: Tuesday 28/07/2026 at 9.
def test_the_three_limits_of_a_session() -> None:
    assert announce_by(held_on=date(2026, 7, 28)) == date(2026, 7, 21)
    assert try_by(held_on=date(2026, 7, 28)) == date(2026, 7, 27)
    assert try_by(held_on=date(2026, 7, 27)) == date(2026, 7, 24)
    assert connect_by(starts_at=STARTS) == moment("2026-07-28", 8)


@given(st.dates(date(2026, 7, 10), date(2027, 11, 1)))
def test_notice_leaves_five_working_days(held_on: date) -> None:
    last = announce_by(held_on=held_on)
    between = national_calendar().working_days_between(
        after=last - timedelta(days=1), through=held_on - timedelta(days=1)
    )
    assert between == 5


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"held_on": date(2026, 6, 30), "today": date(2026, 6, 1)}, "online_not_in_force"),
        ({"ground": "ON-99"}, "online_ground_unknown"),
        ({"ground": "ON-15"}, "online_ground_unknown"),
        ({"denunciation": True}, "online_denunciation_ground"),
        ({"denunciation": True, "ground": "ON-15", "complex_case": False}, "online_denunciation_ground"),
        ({"denunciation": True, "ground": "ON-15", "protection_asked": True}, "online_denunciation_protected"),
        ({"denunciation": True, "ground": "ON-15", "secrecy_kept": False}, "online_denunciation_secrecy"),
        ({"conditions": ALL[:-1]}, "online_conditions_missing"),
        ({"today": date(2026, 7, 22)}, "online_too_soon"),
    ],
)
def test_when_a_case_may_not_be_received_online(changes: dict[str, Any], code: str) -> None:
    known: dict[str, Any] = {
        "ground": "ON-13", "denunciation": False, "complex_case": True, "protection_asked": False, "secrecy_kept": True,
        "conditions": ALL, "held_on": date(2026, 7, 28), "today": date(2026, 7, 21),
    }  # fmt: skip
    assert may_decide(**known)
    verdict = may_decide(**(known | changes))
    assert isinstance(verdict, Refused)
    assert verdict.code == code


def test_from_decision_to_minutes() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    session, point = announced(cast, got)
    ready(cast, session, point)
    opened(cast, session, cast.clerk)
    with acting(cast.clerk):
        actions.record_break(
            session_id=session.pk, point_id=point.pk, note="Mất điện", by=cast.clerk, at=moment("2026-07-28", 10)
        )
        with refused("online_line_lost"):
            actions.end_session(session_id=session.pk, by=cast.clerk, at=moment("2026-07-28", 11), **ENDING)
        with refused("online_no_consent"):
            actions.restore_line(
                session_id=session.pk, point_id=point.pk, agreed=False, by=cast.clerk, at=moment("2026-07-28", 10)
            )
        actions.restore_line(
            session_id=session.pk, point_id=point.pk, agreed=True, by=cast.clerk, at=moment("2026-07-28", 10)
        )
        done = actions.end_session(session_id=session.pk, by=cast.clerk, at=moment("2026-07-28", 11), **ENDING)
        assert (done.state, done.recording_ref) == ("ended", "GH-0012")
        assert done.minutes is not None
        assert "Mất" not in done.minutes.values["proceedings"]
        assert "mất tín hiệu" in done.minutes.values["interruptions"][0]
        told = Delivery.objects.filter(paper=done.notice).values_list("addressee", "way")
        assert list(told) == [("complainant", "portal")]
    with acting(cast.department_head):
        assert Notice.objects.filter(kind="online_invited", role="head").exists()
    with acting(cast.head):
        acts = list(Entry.objects.filter(subject=f"online:{session.pk}").order_by("pk").values_list("act", flat=True))
    assert acts[:3] == ["online.decided", "online.point_added", "online.announced"]
    assert acts[-1] == "online.ended"


def test_a_session_is_decided_by_the_head_with_reason_once() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    with refused("online_head_only"):
        decided(cast, got, by=cast.clerk)
    with refused("online_reason_missing"):
        decided(cast, got, reason=" ")
    with refused("online_place_missing"):
        decided(cast, got, platform="")
    with refused("online_submission_unknown"):
        decided(cast, got, by=cast.outsider)
    decided(cast, got)
    with refused("online_one_at_a_time"):
        decided(cast, got)


def test_notice_needs_a_point_and_its_five_days() -> None:
    cast = make_cast()
    session = decided(cast, received(cast.clerk, complaint()))
    with acting(cast.head), refused("online_points_missing"):
        actions.announce_session(session_id=session.pk, by=cast.head, at=AT)
    with acting(cast.clerk):
        with refused("online_place_missing"):
            actions.add_point(session_id=session.pk, name=" ", address="", contact="", by=cast.clerk, at=AT)
        actions.add_point(
            session_id=session.pk, name="A", address="", contact="", agency_id=cast.department.pk, by=cast.clerk, at=AT
        )
        with refused("online_point_twice"):
            actions.add_point(
                session_id=session.pk,
                name="A",
                address="",
                contact="",
                agency_id=cast.department.pk,
                by=cast.clerk,
                at=AT,
            )
        with refused("online_head_only"):
            actions.announce_session(session_id=session.pk, by=cast.clerk, at=AT)
    with acting(cast.head), refused("online_notice_late"):
        actions.announce_session(session_id=session.pk, by=cast.head, at=moment("2026-07-22"))


def test_the_session_opens_when_everybody_is_there_and_recorded() -> None:
    cast = make_cast()
    session, point = announced(cast, received(cast.clerk, complaint()))
    by = cast.clerk
    with refused("online_other_day"):
        opened(cast, session, by, at=moment("2026-07-27"))
    with refused("online_trial_missing"):
        opened(cast, session, by)
    with acting(by), refused("reason_missing"):
        actions.record_trial(session_id=session.pk, point_id=point.pk, worked=False, note="", by=by, at=AT)
    with acting(by), refused("online_other_day"):
        actions.connect_point(session_id=session.pk, point_id=point.pk, by=by, at=AT)
    ready(cast, session, point, at=moment("2026-07-28", 8) + timedelta(minutes=10))
    with refused("online_not_recorded"):
        opened(cast, session, by, recording=False)
    with refused("online_late_reason"):
        opened(cast, session, by)
    done = opened(cast, session, by, late_reason="Mất điện đầu giờ")
    assert done.late_reason == "Mất điện đầu giờ"
    with acting(by), refused("online_step_wrong"):
        actions.cancel_session(session_id=session.pk, reason="x", by=by, at=STARTS)


@pytest.mark.parametrize(
    "seats, people, code",
    [
        ([Seated("receptionist", "A"), Seated("citizen", "B")], 1, "online_central_incomplete"),
        ([Seated("receptionist", "A"), Seated("adviser", "B")], 1, "online_citizen_absent"),
        ([Seated("receptionist", "A"), Seated("adviser", "B"), *(Seated("citizen", f"C{n}") for n in range(3))], 7,
         "representatives_too_many"),
    ],
)  # fmt: skip
def test_who_must_sit_there(seats: list[Seated], people: int, code: str) -> None:
    cast = make_cast()
    session, point = announced(cast, received(cast.clerk, complaint()))
    ready(cast, session, point)
    with acting(cast.clerk):
        OnlineSession.objects.filter(pk=session.pk).update(people=people)
        central = OnlinePoint.objects.get(session=session, central=True)
        actions.seat(session_id=session.pk, point_id=central.pk, people=seats, by=cast.clerk, at=DAY)
        with refused("online_role_unknown"):
            actions.seat(session_id=session.pk, point_id=central.pk, people=[Seated("x", "A")], by=cast.clerk, at=DAY)
    with refused(code):
        opened(cast, session, cast.clerk)


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"recording_ref": ""}, "online_recording_missing"), ({"read_back": False}, "online_not_read_back"),
        ({"signing": ""}, "online_unsigned"), ({"proceedings": " "}, "minutes_missing"),
    ],
)  # fmt: skip
def test_it_ends_with_recording_minutes_and_signature(changes: dict[str, Any], code: str) -> None:
    cast = make_cast()
    session, point = announced(cast, received(cast.clerk, complaint()))
    ready(cast, session, point)
    opened(cast, session, cast.clerk)
    with acting(cast.clerk), refused(code):
        actions.end_session(session_id=session.pk, by=cast.clerk, at=moment("2026-07-28", 11), **(ENDING | changes))


def test_a_lost_line_ends_it_and_a_new_session_is_decided() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    session, point = announced(cast, got)
    ready(cast, session, point)
    opened(cast, session, cast.clerk)
    with acting(cast.clerk):
        with refused("online_no_break"):
            actions.break_off(session_id=session.pk, reason="Mất mạng", by=cast.clerk, at=STARTS)
        with refused("online_no_break"):
            actions.restore_line(session_id=session.pk, point_id=point.pk, agreed=True, by=cast.clerk, at=STARTS)
        actions.record_break(session_id=session.pk, point_id=point.pk, note="", by=cast.clerk, at=STARTS)
        with refused("online_break_other_day"):
            actions.restore_line(
                session_id=session.pk, point_id=point.pk, agreed=True, by=cast.clerk, at=moment("2026-07-29")
            )
        with refused("reason_missing"):
            actions.break_off(session_id=session.pk, reason=" ", by=cast.clerk, at=STARTS)
        actions.break_off(session_id=session.pk, reason="Mất mạng cả ngày", by=cast.clerk, at=STARTS)
    again = decided(cast, got, starts_at=moment("2026-08-11", 9), at=moment("2026-07-29"), moved_from=session)
    assert again.moved_from == session
    with acting(cast.department_head):
        assert "Mất mạng" in own_point(code=session.code, agency_id=cast.department.pk).told


# BV-14: only when complex, nobody asked for secrecy, and the office can keep it.
def test_a_denunciation_shows_its_author_nowhere() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation())
    extra: dict[str, Any] = {"ground": "ON-15", "complex_case": True, "secrecy_kept": True}
    with refused("online_denunciation_protected"):
        decided(cast, got, protection_asked=True, **extra)
    session, point = announced(cast, got, **extra)
    ready(cast, session, point)
    opened(cast, session, cast.clerk, private_recording_banned=True)
    with acting(cast.clerk):
        done = actions.end_session(session_id=session.pk, by=cast.clerk, at=moment("2026-07-28", 11), **ENDING)
        central = OnlinePoint.objects.get(session=session, central=True)
    assert "Nguyễn Văn An" not in str(central.attendance)
    assert done.minutes is not None
    assert done.minutes.sealed
    assert "proceedings" not in done.minutes.values
    page = client_of(cast.clerk).get(f"{PAGES}{session.code}/").content.decode()
    assert "Nguyễn Văn An" not in page
    with acting(cast.processor), pytest.raises(NotFound):
        session_for(code=session.code)


# BV-2: only who holds an opening is told, to anybody else the answer would confirm a guess.
def test_what_an_opening_holder_writes_of_a_session_names_no_denouncer() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation())
    extra: dict[str, Any] = {"ground": "ON-15", "complex_case": True, "secrecy_kept": True}
    named = "Nguyễn Văn An xin dời"
    session, point = announced(cast, got, **extra)
    key: dict[str, Any] = {"session_id": session.pk, "by": cast.clerk}
    with acting(cast.clerk):
        actions.record_trial(**key, point_id=point.pk, worked=False, note=named, at=DAY)
    may_read(cast.clerk, got.submission.matter_id)
    with acting(cast.clerk):
        with refused("text_reveals_denouncer"):
            actions.record_trial(**key, point_id=point.pk, worked=False, note=named, at=clock.now())
        with refused("text_reveals_denouncer"):
            actions.seat(**key, point_id=point.pk, people=[Seated("adviser", "Nguyễn Văn An")], at=clock.now())
        with refused("text_reveals_denouncer"):
            actions.cancel_session(**key, reason=named, at=clock.now())
    ready(cast, session, point)
    opened(cast, session, cast.clerk)
    with acting(cast.clerk):
        with refused("text_reveals_denouncer"):
            actions.record_break(**key, point_id=point.pk, note=named, at=clock.now())
        with refused("text_reveals_denouncer"):
            unsigned = ENDING | {"signing": "", "signing_refusal": named}
            actions.end_session(**key, at=clock.now(), **unsigned)
        # The minutes' own words lie in an envelope: there the name may stand.
        done = actions.end_session(**key, at=clock.now(), **(ENDING | {"proceedings": named}))
    assert done.minutes is not None
    assert named not in str(done.minutes.values)


def test_the_decision_on_a_session_names_no_denouncer_either() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation())
    may_read(cast.clerk, got.submission.matter_id)
    with acting(cast.clerk):
        assign(
            matter_id=got.submission.matter_id, user_id=cast.head.user_id, agency_id=cast.commune.pk,
            duty=Duty.PROCESSING, by=cast.clerk, at=clock.now(),
        )  # fmt: skip
    may_read(cast.head, got.submission.matter_id)
    starts = clock.now() + timedelta(days=30)
    extra: dict[str, Any] = {"ground": "ON-15", "complex_case": True, "secrecy_kept": True, "at": clock.now()}
    for changed in ({"reason": "Nguyễn Văn An đi lại khó"}, {"contact": "Nguyễn Văn An"}):
        with refused("text_reveals_denouncer"):
            decided(cast, got, starts_at=starts, **extra, **changed)
    assert decided(cast, got, starts_at=starts, **extra).code


def test_the_citizen_chooses_the_point_at_the_portal() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    session, point = announced(cast, got)
    with at_portal(matter_id=got.submission.matter_id):
        found = announced_for(submission=got.submission)
        assert found is not None
        assert [one.central for one in found[1]] == [True, False]
        by = citizen_actor(agency=cast.commune)
        actions.choose_point(session_id=session.pk, point_id=point.pk, by=by, at=AT)
        with refused("online_point_same"):
            actions.choose_point(session_id=session.pk, point_id=point.pk, by=by, at=AT)
        with refused("online_point_unknown"):
            actions.choose_point(session_id=session.pk, point_id=0, by=by, at=AT)
    with acting(cast.clerk):
        assert Notice.objects.filter(kind="online_point_chosen").exists()


def test_who_is_invited_sees_the_point_and_nothing_of_the_case() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    session, point = announced(cast, got)
    page = client_of(cast.department_head).get(f"{PAGES}{session.code}/").content.decode()
    assert point.name in page
    assert got.submission.code not in page
    with acting(cast.department_head):
        assert not OnlineSession.objects.exists()
        with refused("online_unknown"):
            actions.cancel_session(session_id=session.pk, reason="x", by=cast.department_head, at=AT)
    with acting(cast.overseer), refused("online_not_yours"):
        actions.cancel_session(session_id=session.pk, reason="x", by=cast.overseer, at=AT)
    outside, nothing = client_of(cast.outsider), new_code()
    answers = [bare(outside.get(f"{PAGES}{code}/"), {"code": code}) for code in (session.code, nothing)]  # type: ignore[arg-type]
    assert answers[0] == answers[1]
    assert outside.get(f"{PAGES}{session.code}/").status_code == 404
    assert outside.post(f"{PAGES}{session.code}/huy/", {"reason": "x"}).status_code == 404


def test_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    from tiepdan.infra import clock

    monkeypatch.setattr(clock, "now", lambda: AT)
    cast = make_cast()
    got = received(cast.clerk, complaint())
    head, clerk = client_of(cast.head), client_of(cast.clerk)
    assert "Chưa có buổi tiếp trực tuyến nào" in head.get(PAGES).content.decode()
    new = f"{PAGES}moi/{got.submission.code}/"
    assert head.post(new, {}).status_code == 422
    form = {
        "ground": "ON-13", "reason": "Cần Sở cùng dự", "day": "2026-07-28", "hour": "09:00", "place": "Phòng tiếp dân", "platform": "THHN",
        "contact": "Tiếp, 0900", "conditions": ALL,
    }  # fmt: skip
    assert head.post(new, form | {"day": "2026-07-15"}).status_code == 409
    page = head.post(new, form, follow=True)
    code = page.request["PATH_INFO"].rstrip("/").rsplit("/", 1)[-1]
    assert "Thêm điểm cầu" in page.content.decode()
    at = f"{PAGES}{code}/"
    assert clerk.post(f"{at}bao/").status_code == 409
    nowhere = clerk.post(f"{at}diem-cau/", {"name": "", "agency": "", "agency_text": ""})
    assert "Chọn cơ quan, hoặc ghi nơi khác." in nowhere.content.decode()
    assert head.post(f"{at}bao/").status_code == 409
    assert (
        clerk.post(f"{at}diem-cau/", {"name": "Nhà văn hóa thôn Đông", "agency": "", "agency_text": ""}).status_code
        == 302
    )
    assert head.post(f"{at}bao/").status_code == 302
    with acting(cast.clerk):
        points = [one.pk for one in OnlinePoint.objects.order_by("-central", "pk")]
    for one in points:
        assert clerk.post(f"{at}diem-cau/{one}/thu/", {"worked": "1"}).status_code == 302
    assert clerk.post(f"{at}diem-cau/{points[0]}/nguoi-du/", {"people": "ai đó"}).status_code == 422
    monkeypatch.setattr(clock, "now", lambda: DAY)
    for one in points:
        assert clerk.post(f"{at}diem-cau/{one}/ket-noi/").status_code == 302
    lines = "tiếp dân; Lê Thị Tiếp\ntham mưu; Phạm Văn Xử; Chuyên viên\ncông dân; Nguyễn Văn An"
    assert clerk.post(f"{at}diem-cau/{points[0]}/nguoi-du/", {"people": lines}).status_code == 302
    monkeypatch.setattr(clock, "now", lambda: STARTS)
    assert clerk.post(f"{at}bat-dau/", {"recording": "on"}).status_code == 302
    monkeypatch.setattr(clock, "now", lambda: moment("2026-07-28", 11))
    ending = {name: value for name, value in ENDING.items() if name != "read_back"} | {"read_back": "on"}
    assert clerk.post(f"{at}ket-thuc/", ending).status_code == 302
    page_text = clerk.get(at).content.decode()
    assert "GH-0012" in page_text
    assert "ghi lượt tiếp vào sổ" in page_text
    visit = {
        "name": "Nguyễn Văn An",
        "purpose": "complaint",
        "outcome": "explain",
        "people": "1",
        "content": "Về đất",
        "online": code,
        "mode": "online",
    }
    line = clerk.get(f"/ban-lam-viec/tiep-dan/moi/?phien={code}").content.decode()
    assert 'value="online" selected' in line
    assert 'value="explain" selected' in line
    assert "checked" not in re.findall(r'<input[^>]*name="has_paper"[^>]*>', line)[0]  # it was taken long before
    assert clerk.post("/ban-lam-viec/tiep-dan/moi/", visit).status_code == 302
    with acting(cast.clerk):
        assert OnlineSession.objects.get(code=code).reception is not None
