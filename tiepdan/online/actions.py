"""Acts of an online session: decided, announced, tried, connected, opened, interrupted, ended, moved."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.cases.models import Case
from tiepdan.documents.actions import issue_new_paper, record_delivery
from tiepdan.documents.models import DeliveryWay, Paper
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.matters.rules import MatterKind
from tiepdan.online.models import OnlineBreak, OnlinePoint, OnlineSession
from tiepdan.online.queries import facts_of, points_of
from tiepdan.online.rules import (
    CITIZEN,
    SessionState,
    deviations,
    may_announce,
    may_decide,
    may_end,
    may_open,
    online_book,
)
from tiepdan.reception.models import Reception
from tiepdan.submissions.actions import refuse_naming
from tiepdan.submissions.models import Party, Submission
from tiepdan.submissions.rules import SENDERS

_NOTICE: Final = "house/online-notice"
_INVITATION: Final = "house/online-invitation"
_MINUTES: Final = "house/online-minutes"
_HEADS: Final = (Role.HEAD, Role.DEPUTY)
_DESK: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, *_HEADS)
_SEALED_NAME: Final = "Công dân (giữ kín)"
_ADDRESSED: Final = {MatterKind.COMPLAINT: "complainant", MatterKind.DENUNCIATION: "denouncer"}


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody at a point."""

    role: str
    name: str
    post: str = ""


@transaction.atomic
def decide_session(
    *,
    submission_id: int,
    ground: str,
    reason: str,
    conditions: Collection[str],
    starts_at: datetime,
    place: str,
    platform: str,
    contact: str,
    by: Actor,
    at: datetime,
    protection_asked: bool = False,
    secrecy_kept: bool = False,
    complex_case: bool = False,
    moved_from: OnlineSession | None = None,
) -> OnlineSession:
    """Decide, as head, that a case is received online; the central point is the own agency.

    protection_asked, secrecy_kept, complex_case: of a denunciation; a complaint needs none of them
    Raises ActionRefused: online_head_only, online_reason_missing, online_place_missing, online_one_at_a_time, text_reveals_denouncer
        and those of `may_decide`.
    Rule: ON-12, ON-13 to ON-16, BV-14
    """
    if not by.is_one_of(*_HEADS):
        raise ActionRefused(Refused("online_head_only", rule="ON-12"))
    submission = Submission.objects.select_related("matter").filter(pk=submission_id, agency_id=by.agency_id).first()
    if submission is None:
        raise ActionRefused(Refused("online_submission_unknown"))
    if not reason.strip():
        raise ActionRefused(Refused("online_reason_missing", rule="ON-12"))
    if not (place.strip() and platform.strip() and contact.strip()):
        raise ActionRefused(Refused("online_place_missing", rule="ON-2"))
    refuse_naming(matter=submission.matter, by=by, at=at, texts=[reason, place, platform, contact])
    case = Case.objects.filter(matter_id=submission.matter_id).order_by("-pk").first()
    allow(
        may_decide(
            ground=ground,
            denunciation=submission.kind == MatterKind.DENUNCIATION or submission.matter.sealed,
            complex_case=complex_case or bool(case and case.complexity),
            protection_asked=protection_asked,
            secrecy_kept=secrecy_kept,
            conditions=conditions,
            held_on=starts_at.astimezone(VIETNAM).date(),
            today=at.date(),
        )
    )
    live = OnlineSession.objects.filter(matter_id=submission.matter_id, state__in=("decided", "announced", "open"))
    if live.exists():
        raise ActionRefused(Refused("online_one_at_a_time"))
    session = OnlineSession.objects.create(
        code=new_code(), matter_id=submission.matter_id, submission=submission, agency_id=by.agency_id,
        agency_path=by.agency_path, ground=ground, reason=reason.strip(), conditions=sorted(conditions),
        starts_at=starts_at, platform=tidy(platform)[:160], contact=tidy(contact)[:160], people=submission.people,
        decided_by_id=by.user_id, decided_at=at, moved_from=moved_from,
    )  # fmt: skip
    OnlinePoint.objects.create(
        matter_id=session.matter_id, session=session, session_code=session.code, starts_at=starts_at, central=True,
        agency_id=by.agency_id, agency_path=by.agency_path, name=tidy(place)[:160], contact=tidy(contact)[:160],
        citizen_here=True,
    )  # fmt: skip
    _note("online.decided", session, by=by, at=at, after={"ground": ground, "starts_at": starts_at}, rule=ground)
    return session


@transaction.atomic
def add_point(
    *, session_id: int, name: str, address: str, contact: str, by: Actor, at: datetime, agency_id: int | None = None
) -> OnlinePoint:
    """Set up a member point: an agency, or another place that meets the conditions (ON-11).

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_place_missing, online_point_twice,
        text_reveals_denouncer.
    Rule: ON-12, ON-20
    """
    session = _session(session_id, by, states=(SessionState.DECIDED,))
    if not name.strip():
        raise ActionRefused(Refused("online_place_missing", rule="ON-11"))
    if agency_id is not None and session.points.filter(agency_id=agency_id).exists():
        raise ActionRefused(Refused("online_point_twice"))
    _refuse_naming(session, [name, address, contact], by=by, at=at)
    agency = Agency.objects.filter(pk=agency_id).first() if agency_id is not None else None
    point = OnlinePoint.objects.create(
        matter_id=session.matter_id, session=session, session_code=session.code, starts_at=session.starts_at,
        agency=agency, agency_path=agency.path if agency else by.agency_path, name=tidy(name)[:160],
        address=tidy(address)[:200], contact=tidy(contact)[:160],
    )  # fmt: skip
    _note("online.point_added", session, by=by, at=at, after={"point": point.name}, rule="ON-12")
    return point


@transaction.atomic
def announce_session(*, session_id: int, by: Actor, at: datetime) -> OnlineSession:
    """Tell the citizen and every member point, by letter and in the program; the citizen also reads it at the portal.

    Raises ActionRefused: online_unknown, online_not_yours, online_head_only, those of `may_announce` and of `issue_paper`.
    Rule: ON-23, LI-2
    """
    session = _session(session_id, by)
    if not by.is_one_of(*_HEADS):
        raise ActionRefused(Refused("online_head_only", rule="ON-12"))
    points = points_of(session=session)
    members = [one for one in points if not one.central]
    starts = session.starts_at.astimezone(VIETNAM)
    allow(may_announce(state=session.state, members=len(members), held_on=starts.date(), today=at.date()))
    central = points[0]
    common: dict[str, FieldValue] = {
        "held_on": starts.date(), "held_at": f"{starts:%H:%M}", "central_point": central.name,
        "platform": session.platform, "contact_of_organiser": session.contact, "conduct": list(online_book().conduct),
        "points": [_line_of(one) for one in members],
    }  # fmt: skip
    submission = session.submission
    sealed = submission.matter.sealed
    kind = MatterKind(submission.kind)
    session.notice = _issue(
        session, _NOTICE, by=by, at=at,
        values={**common, "addressee": _citizen_of(submission), "submission_code": submission.code},
    )  # fmt: skip
    record_delivery(
        paper_id=session.notice.pk, addressee=_ADDRESSED.get(kind, "petitioner"), way=DeliveryWay.PORTAL,
        sent_on=at.date(), by=by, at=at,
    )  # fmt: skip
    session.invitation = _issue(
        session, _INVITATION, by=by, at=at,
        values={**common, "addressee": "; ".join(one.name for one in members),
                "matter": "tố cáo" if sealed else submission.summary},
    )  # fmt: skip
    when = f"{starts:%H:%M} ngày {starts:%d/%m/%Y}, điểm cầu trung tâm: {central.name}"
    for one in members:
        one.told = when[:200]
        one.save(update_fields=["told"])
        if one.agency_id is None:
            continue
        record_delivery(
            paper_id=session.invitation.pk, addressee="agency", addressee_name=one.name, way=DeliveryWay.ELECTRONIC,
            sent_on=at.date(), to_agency_id=one.agency_id, by=by, at=at,
        )  # fmt: skip
        for role in (Role.RECEPTION_OFFICER, Role.HEAD):
            notify(
                agency_id=one.agency_id, kind="online_invited", at=at, code=session.code, matter_id=session.matter_id,
                role=role,
            )  # fmt: skip
    session.state, session.announced_on = SessionState.ANNOUNCED, at.date()
    session.save(update_fields=["state", "announced_on", "notice", "invitation"])
    _note("online.announced", session, by=by, at=at, after={"announced_on": at.date()}, rule="LI-2")
    return session


@transaction.atomic
def choose_point(*, session_id: int, point_id: int, by: Actor, at: datetime) -> OnlinePoint:
    """Register the point to which the citizen comes: the citizen at the portal, or an officer asked by telephone.

    Raises ActionRefused: online_unknown, online_step_wrong, online_point_unknown, online_point_same.
    Rule: ON-21
    """
    session = _locked(session_id)
    if session.state not in {SessionState.DECIDED, SessionState.ANNOUNCED}:
        raise ActionRefused(Refused("online_step_wrong", rule="ON-21"))
    point = session.points.filter(pk=point_id).first()
    if point is None:
        raise ActionRefused(Refused("online_point_unknown", rule="ON-21"))
    if point.citizen_here:
        raise ActionRefused(Refused("online_point_same"))
    session.points.filter(citizen_here=True).update(citizen_here=False)
    point.citizen_here = True
    point.save(update_fields=["citizen_here"])
    _note("online.point_chosen", session, by=by, at=at, after={"point": point.name}, rule="ON-21")
    notify(
        agency_id=session.agency_id, kind="online_point_chosen", at=at, code=session.code, matter_id=session.matter_id,
        role=Role.RECEPTION_OFFICER,
    )  # fmt: skip
    return point


@transaction.atomic
def record_trial(*, session_id: int, point_id: int, worked: bool, note: str, by: Actor, at: datetime) -> OnlinePoint:
    """Record a trial connection of a member point with the central point; one that failed is repeated.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_point_unknown, reason_missing,
        text_reveals_denouncer.
    Rule: ON-24, LI-3
    """
    session = _session(session_id, by, states=(SessionState.ANNOUNCED,))
    point = _point(session, point_id)
    if not worked and not note.strip():
        raise ActionRefused(Refused("reason_missing"))
    _refuse_naming(session, [note], by=by, at=at)
    point.tested_on = at.date() if worked else None
    point.test_note = note.strip()[:300]
    point.save(update_fields=["tested_on", "test_note"])
    _note("online.tried", session, by=by, at=at, after={"point": point.name, "worked": worked}, rule="LI-3")
    return point


@transaction.atomic
def connect_point(*, session_id: int, point_id: int, by: Actor, at: datetime) -> OnlinePoint:
    """Record that a point is connected: it sees and hears the others, mute and unmute work.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_point_unknown, online_other_day.
    Rule: ON-25, LI-4
    """
    session = _session(session_id, by, states=(SessionState.ANNOUNCED,))
    day = session.starts_at.astimezone(VIETNAM).date()
    if at.date() != day:
        raise ActionRefused(Refused("online_other_day", rule="LI-4", facts={"day": f"{day:%d/%m/%Y}"}))
    point = _point(session, point_id)
    point.connected_at = at
    point.save(update_fields=["connected_at"])
    _note("online.connected", session, by=by, at=at, after={"point": point.name}, rule="LI-4")
    return point


@transaction.atomic
def seat(*, session_id: int, point_id: int, people: Sequence[Seated], by: Actor, at: datetime) -> OnlinePoint:
    """Write who sits at a point. Of a denunciation the citizen's side is kept without names.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_point_unknown, online_role_unknown,
        text_reveals_denouncer.
    Rule: ON-18 to ON-21
    """
    session = _session(session_id, by, states=(SessionState.ANNOUNCED, SessionState.OPEN))
    point = _point(session, point_id)
    if any(one.role not in online_book().roles or not one.name.strip() for one in people):
        raise ActionRefused(Refused("online_role_unknown", rule="ON-19"))
    sealed = session.submission.matter.sealed
    shown = [text for one in people if one.role != CITIZEN for text in (one.name, one.post)]
    _refuse_naming(session, shown, by=by, at=at)
    point.attendance = [
        {"role": one.role, "name": _SEALED_NAME, "post": ""}
        if sealed and one.role == CITIZEN
        else {"role": one.role, "name": tidy(one.name)[:160], "post": tidy(one.post)[:160]}
        for one in people
    ]
    point.save(update_fields=["attendance"])
    _note("online.seated", session, by=by, at=at, after={"point": point.name, "people": len(people)}, rule="ON-19")
    return point


@transaction.atomic
def open_session(
    *,
    session_id: int,
    recording: bool,
    late_reason: str,
    by: Actor,
    at: datetime,
    private_recording_banned: bool = False,
) -> OnlineSession:
    """Open the session.

    recording: sound and picture are recorded; late_reason: when a trial or connection came late
    private_recording_banned: the chair forbids others to record, to protect a denouncer
    Raises ActionRefused: online_unknown, online_not_yours, text_reveals_denouncer and those of `may_open`.
    Rule: ON-19, ON-24, ON-25, ON-27
    """
    session = _session(session_id, by)
    held = points_of(session=session)
    points = [facts_of(one) for one in held]
    seated = [one for point in held for one in point.attendance if one["role"] == CITIZEN]
    starts = session.starts_at.astimezone(VIETNAM)
    allow(
        may_open(
            state=session.state, points=points, starts_at=starts, now=at, recording=recording, people=session.people,
            representatives=len(seated), reason=late_reason,
        )
    )  # fmt: skip
    _refuse_naming(session, [late_reason], by=by, at=at)
    session.state, session.opened_at = SessionState.OPEN, at
    session.late_reason = late_reason.strip()[:300] if deviations(points=points, starts_at=starts) else ""
    session.private_recording_banned = private_recording_banned
    session.save(update_fields=["state", "opened_at", "late_reason", "private_recording_banned"])
    _note("online.opened", session, by=by, at=at, reason=session.late_reason, rule="ON-25")
    return session


@transaction.atomic
def record_break(*, session_id: int, point_id: int, note: str, by: Actor, at: datetime) -> OnlineBreak:
    """Write down that the line of a point is lost.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_point_unknown, online_line_lost,
        text_reveals_denouncer.
    """
    session = _session(session_id, by, states=(SessionState.OPEN,))
    point = _point(session, point_id)
    if point.breaks.filter(restored_at__isnull=True).exists():
        raise ActionRefused(Refused("online_line_lost"))
    _refuse_naming(session, [note], by=by, at=at)
    made = OnlineBreak.objects.create(
        matter_id=session.matter_id, session=session, point=point, lost_at=at, note=note.strip()[:300]
    )
    _note("online.line_lost", session, by=by, at=at, after={"point": point.name})
    return made


@transaction.atomic
def restore_line(*, session_id: int, point_id: int, agreed: bool, by: Actor, at: datetime) -> OnlineBreak:
    """Write down that a line is restored; the session goes on the same day with the consent of all sides.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_point_unknown, online_no_break,
        online_no_consent, online_break_other_day.
    """
    session = _session(session_id, by, states=(SessionState.OPEN,))
    point = _point(session, point_id)
    found = point.breaks.filter(restored_at__isnull=True).first()
    if found is None:
        raise ActionRefused(Refused("online_no_break"))
    if not agreed:
        raise ActionRefused(Refused("online_no_consent"))
    if found.lost_at.astimezone(VIETNAM).date() != at.date():
        raise ActionRefused(Refused("online_break_other_day"))
    found.restored_at = at
    found.save(update_fields=["restored_at"])
    _note("online.line_restored", session, by=by, at=at, after={"point": point.name})
    return found


@transaction.atomic
def end_session(
    *,
    session_id: int,
    proceedings: str,
    conclusion: str,
    recording_ref: str,
    recording_place: str,
    recording_hash: str,
    recording_proof: str,
    read_back: bool,
    signing: str,
    signing_refusal: str,
    by: Actor,
    at: datetime,
) -> OnlineSession:
    """End the session with its minutes: who sat where, what was said, interruptions, the reference of the recording.

    recording_place: a server or cloud of the State (ON-28); recording_proof: signed, authenticated, or empty (ON-29)
    signing: how the citizen signed at their point; signing_refusal: why not
    Raises ActionRefused: online_unknown, online_not_yours, minutes_missing, text_reveals_denouncer, those of `may_end` and of
        `issue_paper`.
    Rule: ON-27 to ON-29, TN-3
    """
    session = _session(session_id, by)
    lost = session.breaks.filter(restored_at__isnull=True).exists()
    allow(
        may_end(
            state=session.state, line_lost=lost, recording_ref=recording_ref, recording_place=recording_place,
            read_back=read_back, signing=signing, refusal=signing_refusal,
        )
    )  # fmt: skip
    if not proceedings.strip():
        raise ActionRefused(Refused("minutes_missing"))
    _refuse_naming(session, [recording_ref, recording_place, recording_hash, signing_refusal], by=by, at=at)
    session.state, session.ended_at, session.read_back_at = SessionState.ENDED, at, at
    session.recording_ref, session.recording_place = tidy(recording_ref)[:200], tidy(recording_place)[:160]
    session.recording_hash, session.recording_proof = recording_hash.strip().lower()[:64], recording_proof
    session.signing, session.signing_refusal = signing, signing_refusal.strip()[:300]
    session.minutes = _minutes(session, proceedings=proceedings, conclusion=conclusion, by=by, at=at)
    session.save()
    _note("online.ended", session, by=by, at=at, after={"recording": session.recording_ref}, rule="ON-27")
    return session


@transaction.atomic
def break_off(*, session_id: int, reason: str, by: Actor, at: datetime) -> OnlineSession:
    """End an open session whose line was not restored; a new session is decided and announced afresh.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_no_break, reason_missing, text_reveals_denouncer.
    """
    session = _session(session_id, by, states=(SessionState.OPEN,))
    if not session.breaks.exists():
        raise ActionRefused(Refused("online_no_break"))
    return _close(session, SessionState.BROKEN_OFF, "online.broken_off", reason=reason, by=by, at=at)


@transaction.atomic
def cancel_session(*, session_id: int, reason: str, by: Actor, at: datetime) -> OnlineSession:
    """Cancel a session that is not open; who was told is told.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, reason_missing, text_reveals_denouncer.
    """
    session = _session(session_id, by, states=(SessionState.DECIDED, SessionState.ANNOUNCED))
    return _close(session, SessionState.CANCELLED, "online.cancelled", reason=reason, by=by, at=at)


@transaction.atomic
def link_reception(*, session_id: int, reception_code: str, by: Actor, at: datetime) -> OnlineSession:
    """Tie the session to its line of the reception book.

    Raises ActionRefused: online_unknown, online_not_yours, online_step_wrong, online_reception_unknown.
    Rule: ON-3, SO-1
    """
    session = _session(session_id, by, states=(SessionState.ENDED, SessionState.BROKEN_OFF))
    day = session.starts_at.astimezone(VIETNAM).date()
    found = Reception.objects.filter(
        code=reception_code.strip().upper(), agency_id=by.agency_id, mode="online", received_on__gte=day
    ).first()
    if found is None:
        raise ActionRefused(Refused("online_reception_unknown"))
    session.reception = found
    session.save(update_fields=["reception"])
    _note("online.booked", session, by=by, at=at, after={"reception": found.code}, rule="ON-3")
    return session


def _minutes(session: OnlineSession, *, proceedings: str, conclusion: str, by: Actor, at: datetime) -> Paper:
    points = points_of(session=session)
    roles = online_book().roles
    opened, ended = (session.opened_at or at).astimezone(VIETNAM), at.astimezone(VIETNAM)
    people: list[dict[str, str | int | date]] = [
        {"name": one["name"], "post": one["post"] or point.name, "role": roles[one["role"]]}
        for point in points
        for one in point.attendance
    ]
    breaks = [
        f"{one.point.name}: mất tín hiệu từ {one.lost_at.astimezone(VIETNAM):%H:%M} đến "
        + (f"{one.restored_at.astimezone(VIETNAM):%H:%M}" if one.restored_at else "khi kết thúc")
        for one in session.breaks.select_related("point").order_by("lost_at")
    ]
    signed = {"signed": "đã ký", "fingerprinted": "đã điểm chỉ", "digital": "đã ký số"}.get(session.signing, "")
    values: dict[str, FieldValue] = {
        "held_on": opened.date(), "held_at": f"{opened:%H:%M}", "ended_at": f"{ended:%H:%M}",
        "central_point": points[0].name, "points": [_line_of(one) for one in points if not one.central],
        "platform": session.platform, "participants": people, "proceedings": proceedings.strip(),
        "recording": f"{session.recording_ref}, lưu tại {session.recording_place}",
        "signed_how": signed or f"không ký, lý do: {session.signing_refusal}",
    }  # fmt: skip
    if conclusion.strip():
        values["conclusion"] = conclusion.strip()
    if breaks:
        values["interruptions"] = breaks
    if session.late_reason:
        values["late_reason"] = session.late_reason
    # What a denouncer said is shown to an opening only.
    secret = ("proceedings", "conclusion") if session.submission.matter.sealed else ()
    return _issue(session, _MINUTES, by=by, at=at, values=values, secret=secret)


def _issue(
    session: OnlineSession,
    form_key: str,
    *,
    values: dict[str, FieldValue],
    by: Actor,
    at: datetime,
    secret: Collection[str] = (),
) -> Paper:
    return issue_new_paper(
        form_key=form_key, values=values, by=by, at=at, matter_id=session.matter_id,
        sealed=session.submission.matter.sealed, secret=secret,
    )  # fmt: skip


def _close(
    session: OnlineSession, state: SessionState, act: str, *, reason: str, by: Actor, at: datetime
) -> OnlineSession:
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    _refuse_naming(session, [reason], by=by, at=at)
    told = session.announced_on is not None
    session.state, session.closing_reason = state, reason.strip()[:300]
    session.save(update_fields=["state", "closing_reason"])
    for one in session.points.filter(central=False, agency__isnull=False) if told else ():
        one.told = f"Buổi tiếp không tiếp tục: {session.closing_reason}"[:200]
        one.save(update_fields=["told"])
        if one.agency_id is not None:
            notify(
                agency_id=one.agency_id, kind="online_called_off", at=at, code=session.code,
                matter_id=session.matter_id, role=Role.RECEPTION_OFFICER,
            )  # fmt: skip
    _note(act, session, by=by, at=at, reason=reason)
    return session


def _citizen_of(submission: Submission) -> str:
    """Address a letter without a sealed name."""
    if submission.matter.sealed:
        return f"Người gửi đơn mã {submission.code}"
    party = Party.objects.filter(submission=submission, role__in=SENDERS).order_by("pk").first()
    return f"Ông (bà) {party.name}" if party is not None and party.name else f"Người gửi đơn mã {submission.code}"


def _line_of(point: OnlinePoint) -> str:
    return ", ".join(part for part in (point.name, point.address) if part)


def _locked(session_id: int) -> OnlineSession:
    found = OnlineSession.objects.select_for_update(of=("self",)).select_related("submission__matter", "agency")
    session = found.filter(pk=session_id).first()
    if session is None:
        raise ActionRefused(Refused("online_unknown"))
    return session


def _session(session_id: int, by: Actor, *, states: Collection[SessionState] = ()) -> OnlineSession:
    session = _locked(session_id)
    if session.agency_id != by.agency_id or not by.is_one_of(*_DESK):
        raise ActionRefused(Refused("online_not_yours", rule="ON-12"))
    if states and session.state not in states:
        raise ActionRefused(Refused("online_step_wrong", rule="ON-23"))
    return session


def _refuse_naming(session: OnlineSession, texts: Collection[str], *, by: Actor, at: datetime) -> None:
    """Refuse text that stands in the open and shows who denounced; the minutes' own words lie in an envelope. Rule: BV-2"""
    refuse_naming(matter=session.submission.matter, by=by, at=at, texts=texts)


def _point(session: OnlineSession, point_id: int) -> OnlinePoint:
    point = session.points.filter(pk=point_id).first()
    if point is None:
        raise ActionRefused(Refused("online_point_unknown"))
    return point


def _note(
    act: str,
    session: OnlineSession,
    *,
    by: Actor,
    at: datetime,
    after: dict[str, object] | None = None,
    reason: str = "",
    rule: str = "",
) -> None:
    record(
        act=act, by=by, at=at, subject=f"online:{session.pk}", matter_id=session.matter_id, after=after, reason=reason,
        rule=rule,
    )  # fmt: skip
