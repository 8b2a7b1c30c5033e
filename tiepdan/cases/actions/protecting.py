"""Protection of who denounced: the request, the decision, the measures, the end. Persons and places are sealed."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Final

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.turn import begin, finish, issue, lock_case
from tiepdan.cases.intent import Intent, ProtectionData
from tiepdan.cases.models import Case, Protection, ProtectionDetail
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.submissions.access import current_opening
from tiepdan.submissions.actions.parties import ring

GOODS: Final = {
    "secrecy": "Bí mật thông tin",
    "job": "Vị trí công tác, việc làm",
    "life": "Tính mạng, sức khỏe",
    "property": "Tài sản",
    "honour": "Danh dự, nhân phẩm",
}
WAYS: Final = {"written": "Bằng văn bản", "in_person": "Trực tiếp (khẩn cấp)", "phone": "Qua điện thoại (khẩn cấp)"}
MEASURES: Final = {
    "keep_secret": "Giữ bí mật thông tin; lược bỏ họ tên, địa chỉ, bút tích khỏi tài liệu",
    "arrange_contact": "Bố trí thời gian, địa điểm, phương thức làm việc phù hợp",
    "stop_decision": "Tạm đình chỉ, hủy bỏ quyết định xâm phạm việc làm, vị trí công tác",
    "restore_job": "Khôi phục vị trí công tác, việc làm và quyền lợi",
    "guard": "Bố trí lực lượng bảo vệ tại nơi cần thiết",
    "safe_place": "Đưa đến nơi an toàn",
    "stop_harm": "Yêu cầu chấm dứt, ngăn chặn hành vi xâm hại, đe dọa",
}
_SEAL: Final = "INSERT INTO cases_protectiondetail (matter_id, protection_id, envelope) VALUES (%s, %s, %s)"


@transaction.atomic
def request_protection(*, case_id: int, request: ProtectionData, by: Actor, at: datetime) -> Case:
    """Record a request for protection; who and from what goes into an envelope that only an opening shows.

    Raises NotFound; ActionRefused: protection_unclear, done_in_future, protection_waits and those of the procedure
    Rule: BV-8, BV-9
    """
    known = request.how in WAYS and request.goods and set(request.goods) <= set(GOODS)
    if not known or not request.persons.strip() or not request.danger.strip():
        raise ActionRefused(Refused("protection_unclear", rule="BV-9"))
    if request.asked_on > at.date():
        raise ActionRefused(Refused("done_in_future"))
    turn = begin(
        case_id=case_id, act="request_protection", by=by, at=at, intent=Intent(facts={"needs_protection": True})
    )
    case = turn.case
    if Protection.objects.filter(case=case, granted__isnull=True).exists():
        raise ActionRefused(Refused("protection_waits", rule="BV-9"))
    made = Protection.objects.create(
        matter_id=case.matter_id, case=case, asked_on=request.asked_on, asked_how=request.how,
        written_on=request.asked_on if request.how == "written" else None, goods=sorted(request.goods),
    )  # fmt: skip
    plain = json.dumps({"persons": request.persons.strip(), "danger": request.danger.strip()}).encode()
    with connection.cursor() as cursor:  # without RETURNING: whoever writes it may not read it back
        envelope = ring().close(plain=plain, bound_to=f"protection:{made.pk}")
        cursor.execute(_SEAL, [case.matter_id, made.pk, envelope])
    turn.facts |= {"goods": sorted(request.goods), "asked_on": request.asked_on}
    done = finish(turn)
    notify(
        agency_id=case.agency_id, kind="protection_asked", at=at, code=case.code, matter_id=case.matter_id,
        role=Role.HEAD,
    )  # fmt: skip
    return done


@transaction.atomic
def decide_protection(
    *, case_id: int, granted: bool, measures: tuple[str, ...], protector: str, reason: str, by: Actor, at: datetime
) -> Case:
    """Order protection with its measures, or refuse it in writing with reasons.

    reason: of a refusal; it must name nobody
    Raises NotFound; ActionRefused: measures_missing, reason_missing, no_protection_asked and those of the procedure
    Rule: BV-9, BV-10
    """
    if granted and (not measures or not set(measures) <= set(MEASURES) or not protector.strip()):
        raise ActionRefused(Refused("measures_missing", rule="BV-9"))
    act = "order_protection" if granted else "refuse_protection"
    turn = begin(case_id=case_id, act=act, by=by, at=at, intent=Intent(reason=reason))
    refuse_naming(case=turn.case, by=by, at=at, texts=[protector])
    waiting = Protection.objects.filter(case=turn.case, granted__isnull=True).order_by("pk").first()
    if waiting is None:
        raise ActionRefused(Refused("no_protection_asked", rule="BV-9"))
    waiting.granted, waiting.decided_on = granted, at.date()
    waiting.measures = sorted(measures) if granted else []
    waiting.protector, waiting.reason = protector.strip()[:200], reason.strip()
    waiting.save(update_fields=["granted", "decided_on", "measures", "protector", "reason"])
    turn.facts["measures"] = waiting.measures
    issue(
        turn,
        values={
            "asked_on": waiting.asked_on, "goods": [GOODS[one] for one in waiting.goods],
            "measures": [MEASURES[one] for one in waiting.measures], "protector": waiting.protector,
            "reason": waiting.reason,
        },
    )  # fmt: skip
    return finish(turn)


@transaction.atomic
def end_protection(*, case_id: int, ground: str, by: Actor, at: datetime) -> Case:
    """End the protection on a ground of the closed list.

    Raises NotFound; ActionRefused: ground_missing, no_protection_ordered, not_concluded and those of the procedure
    Rule: BV-11
    """
    case = lock_case(case_id=case_id)
    ended = case.decided_on is not None or case.state == "terminated"
    if ground == "conclusion_or_termination" and not ended:
        raise ActionRefused(Refused("not_concluded", rule="BV-11"))
    turn = begin(case_id=case_id, act="end_protection", by=by, at=at, intent=Intent(grounds=frozenset({ground})))
    running = Protection.objects.filter(case=turn.case, granted=True, ended_on__isnull=True)
    protectors = list(dict.fromkeys(running.order_by("pk").values_list("protector", flat=True)))
    running.update(ended_on=at.date(), end_ground=ground)
    turn.facts["ground"] = ground
    words = next((one.title_vi for one in turn.act.grounds if one.code == ground), ground)
    issue(turn, values={"reason": words, "protector": "; ".join(protectors) or turn.case.agency.name})
    return finish(turn)


@transaction.atomic
def read_protection(*, case_id: int, by: Actor, at: datetime) -> list[tuple[date, str, str]]:
    """Show who is protected and from what, to the holder of an opening; each reading is recorded.

    Returns: day of the request, persons, danger; newest first
    Raises NotFound; ActionRefused: opening_needed
    Rule: BV-1, BV-3
    """
    case = lock_case(case_id=case_id)
    opening = current_opening(matter_id=case.matter_id, by=by, at=at)
    if opening is None:
        raise ActionRefused(Refused("opening_needed", rule="BV-1"))
    record(
        act="case.protection_read", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        reason=opening.reason, rule="BV-3",
    )  # fmt: skip
    found = []
    for row in ProtectionDetail.objects.filter(matter_id=case.matter_id).select_related("protection").order_by("-pk"):
        plain = ring().open(envelope=bytes(row.envelope), bound_to=f"protection:{row.protection_id}")
        words = json.loads(plain)
        found.append((row.protection.asked_on, str(words["persons"]), str(words["danger"])))
    return found
