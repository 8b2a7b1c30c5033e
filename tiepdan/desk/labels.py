"""The words officers read for the codes of the domains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tiepdan.cases.rules import refusals as procedures
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.infra.verdict import Refused


@dataclass(frozen=True, slots=True)
class RefusalText:
    """A refusal as shown: what, why by which rule, what to do."""

    code: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A state as drawn by ui/badge.html: never colour alone."""

    tone: str  # neutral, info, good, due, late, sealed
    label: str


def refusal_text(verdict: Refused) -> RefusalText:
    """Return the sentence for a refusal."""
    from tiepdan.desk.refusals import SENTENCES

    of_procedure = procedures.refusals().get(verdict.code)
    # A procedure says more than the house where it knows who, until when or which ground.
    says_more = of_procedure is not None and any(f"{{{name}}}" in of_procedure.sentence for name in verdict.facts)
    if verdict.code in SENTENCES and not says_more:
        text = SENTENCES[verdict.code].format_map(_Facts(verdict.facts))
    elif "text" in verdict.facts:  # a rule of time or competence brings its own sentence
        text = verdict.facts["text"]
    elif of_procedure is not None:  # the rule is shown beside the sentence, not inside
        text = procedures.refusal_text(refused=Refused(code=verdict.code, facts=verdict.facts)).sentence
    else:
        text = verdict.code
    return RefusalText(code=verdict.code, text=text, rule=verdict.rule)


def label(group: str, code: str) -> str:
    """Return the word for a code of a group (role, kind, capacity …); the code itself when there is none."""
    return LABELS[group].get(code, code)


def state_badge(kind: str, state: str) -> Badge:
    """Return how a state of a line is drawn: words from the procedures, then from the states of submissions."""
    if state in _SUBMISSION_STATES:
        return _SUBMISSION_STATES[state]
    return _procedure_states().get((kind, state)) or _procedure_states().get(("", state)) or Badge("neutral", state)


def act_title(act: str) -> str:
    """Return the words for an act of the audit record."""
    return LABELS["act"].get(act) or _procedure_acts().get(act.removeprefix("case.")) or act


LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "role": {
        "reception_officer": "Cán bộ tiếp công dân",
        "processing_officer": "Cán bộ xử lý đơn",
        "handler": "Người thụ lý, xác minh",
        "head": "Thủ trưởng",
        "deputy": "Cấp phó",
        "oversight": "Thanh tra, theo dõi",
        "coordinator": "Điều phối kế hoạch",
        "records_clerk": "Văn thư",
        "administrator": "Quản trị",
        "system": "Hệ thống",
        "citizen": "Công dân",
        "client": "Hệ thống kết nối",
    },
    "kind": {
        "complaint": "Khiếu nại",
        "denunciation": "Tố cáo",
        "petition_feedback": "Kiến nghị, phản ánh",
        "petition": "Kiến nghị",
        "feedback": "Phản ánh",
        "unclassified": "Chưa phân loại",
    },
    "capacity": {
        "received": "Đang giữ đơn",
        "settling": "Chịu trách nhiệm giải quyết",
        "passed_on": "Đã chuyển, hướng dẫn",
        "assisting": "Phối hợp",
        "urging": "Theo dõi, đôn đốc",
    },
    "duty": {
        "processing": "Xử lý đơn",
        "handler": "Thụ lý, tham mưu",
        "verifier": "Xác minh",
        "leader": "Lãnh đạo phụ trách",
    },
    "source": {
        "desk": "Tại nơi tiếp công dân",
        "post": "Qua bưu điện",
        "box": "Hòm thư góp ý",
        "online": "Trực tuyến",
        "forwarded": "Cơ quan khác chuyển đến",
        "leader": "Lãnh đạo Đảng, Nhà nước chuyển",
        "deputy": "Đại biểu, cơ quan dân cử chuyển",
        "front": "Mặt trận và thành viên chuyển",
        "press": "Cơ quan báo chí chuyển",
        "system": "Hệ thống khác gửi",
    },
    "clock": {
        "open": "Đang tính",
        "paused": "Đang tạm dừng",
        "met": "Đã xong",
        "cancelled": "Không còn tính",
    },
    "level": {"central": "Trung ương", "province": "Cấp tỉnh", "district": "Cấp huyện (đến 30/06/2025)", "commune": "Cấp xã"},
    "agency_kind": {
        "commune_committee": "UBND cấp xã",
        "commune_body": "Cơ quan thuộc UBND cấp xã",
        "district_committee": "UBND cấp huyện (đến 30/06/2025)",
        "district_body": "Cơ quan thuộc UBND cấp huyện (đến 30/06/2025)",
        "provincial_committee": "UBND cấp tỉnh",
        "department": "Sở, cơ quan chuyên môn cấp tỉnh",
        "department_body": "Đơn vị thuộc sở",
        "reception_board": "Ban Tiếp công dân",
        "inspectorate": "Thanh tra",
        "police": "Công an",
        "army": "Quân đội",
        "border_guard": "Bộ đội Biên phòng",
        "party_body": "Cơ quan của Đảng",
        "elected_body": "Cơ quan dân cử",
        "front_or_union": "Mặt trận, đoàn thể",
        "court": "Tòa án",
        "procuracy": "Viện kiểm sát",
        "state_audit": "Kiểm toán nhà nước",
        "ministry": "Bộ, cơ quan ngang bộ",
        "ministry_body": "Cơ quan thuộc bộ",
        "government": "Chính phủ",
        "public_service_unit": "Đơn vị sự nghiệp công lập",
        "state_enterprise": "Doanh nghiệp nhà nước",
        "press": "Cơ quan báo chí",
        "task_force": "Tổ công tác",
    },
    "notice": {
        "assigned": "Bạn được phân công một việc",
        "forwarded_in": "Cơ quan khác chuyển đơn đến",
        "proposal_waiting": "Có đề xuất chờ phê duyệt",
        "approved": "Đề xuất đã được phê duyệt",
        "sent_back": "Đề xuất được trả lại để làm rõ",
        "opening_asked": "Có đề nghị mở thông tin người tố cáo",
        "opening_decided": "Đề nghị mở thông tin người tố cáo đã được trả lời",
        "urged": "Cơ quan cấp trên hoặc thanh tra đôn đốc",
        "urging_answered": "Cơ quan được đôn đốc đã trả lời",
        "due_soon": "Một thời hạn sắp đến",
        "late": "Một thời hạn đã quá",
        "unprocessed": "Đơn để lâu chưa xử lý",
        "forward_replied": "Nơi nhận đơn đã báo kết quả",
        "citizen_added": "Công dân bổ sung tài liệu",
        "citizen_withdrew": "Công dân xin rút đơn",
        "citizen_dissatisfied": "Công dân chưa hài lòng với trả lời",
        "citizen_confirmed": "Công dân xác nhận đã nhận văn bản",
        "submitted_online": "Công dân gửi đơn trực tuyến",
        "submission_received": "Có đơn mới",
        "forwarded_judged": "Nơi nhận đã thụ lý hoặc không thụ lý đơn cơ quan bạn chuyển",
        "report_submitted": "Đã có báo cáo kết quả xác minh",
        "dialogue_held": "Đã lập biên bản đối thoại",
        "decided": "Đã ra quyết định, kết luận hoặc trả lời",
        "suspended": "Vụ việc được tạm đình chỉ",
        "resumed": "Vụ việc được tiếp tục giải quyết",
        "terminated": "Vụ việc bị đình chỉ giải quyết",
        "withdrawn": "Có nội dung được rút",
        "effect_waiting": "Cần xác nhận quyết định có hiệu lực",
    },
    "act": {
        "submission.received": "Tiếp nhận đơn",
        "submission.screened": "Phân loại, kiểm tra điều kiện",
        "submission.linked": "Ghi nhận đơn trùng nội dung",
        "submission.split": "Tách đơn nhiều nội dung",
        "submission.voided": "Hủy bản ghi nhập nhầm",
        "submission.withdrawn": "Ghi nhận việc rút đơn",
        "submission.delay_explained": "Nêu lý do chậm xử lý",
        "attachment.added": "Thêm tài liệu",
        "attachment.removed": "Bỏ tài liệu",
        "attachment.read": "Đọc chữ trong tài liệu",
        "attachment.redacted_released": "Phát hành bản đã che",
        "party.revealed": "Xem số giấy tờ, địa chỉ, điện thoại",
        "party.contact_corrected": "Sửa địa chỉ liên hệ",
        "reception.entered": "Ghi sổ tiếp công dân",
        "reception.replied": "Trả lời người được tiếp",
        "reception.refusal_notified": "Thông báo từ chối tiếp",
        "reception.voided": "Hủy lượt tiếp ghi nhầm",
        "paper.drafted": "Soạn văn bản",
        "paper.issued": "Ban hành văn bản",
        "paper.cancelled": "Hủy văn bản",
        "delivery.recorded": "Ghi nhận việc gửi",
        "delivery.confirmed": "Xác nhận đã nhận",
        "identity.asked": "Đề nghị mở thông tin người tố cáo",
        "identity.granted": "Cho mở thông tin người tố cáo",
        "identity.denied": "Không cho mở thông tin người tố cáo",
        "identity.file_read": "Đọc tài liệu gốc được giữ kín",
        "case.effect_asked": "Chờ xác nhận hiệu lực",
        "number.cancelled": "Hủy số văn bản",
        "case.people_assigned": "Phân công lại người phụ trách",
        "case.assign_people": "Phân công lại người phụ trách",
        "case.evidence_added": "Bổ sung tài liệu, chứng cứ",
        "case.add_evidence": "Bổ sung tài liệu, chứng cứ",
        "case.obligation_fulfilled": "Ghi nhận đã thực hiện",
        "case.fulfil_obligation": "Ghi nhận đã thực hiện",
        "case.noted": "Ghi chú nội bộ",
        "case.urged": "Đôn đốc",
        "case.urging_answered": "Trả lời đôn đốc",
        "case.explained": "Giải thích vụ việc đã giải quyết",
        "case.explain_settled_case": "Giải thích vụ việc đã giải quyết",
        "case.receipt_recorded": "Ghi nhận đã nhận văn bản",
        "matter.assigned": "Phân công",
        "matter.released": "Thôi phân công",
        "matter.excluded": "Không cho tham gia",
        "identity.opened": "Mở thông tin người tố cáo",
        "user.added": "Thêm tài khoản",
        "user.closed": "Khóa tài khoản",
        "user.password_reset": "Đặt lại mật khẩu",
        "user.password_changed": "Tự đổi mật khẩu",
        "post.added": "Giao vị trí công tác",
        "post.ended": "Thôi vị trí công tác",
        "agency.added": "Thêm cơ quan",
        "agency.changed": "Sửa thông tin cơ quan",
        "agency.ended": "Cơ quan kết thúc hoạt động",
        "administrator.claimed": "Nhận quyền quản trị đầu tiên",
        "plan.uploaded": "Tải kế hoạch lên",
        "plan.queued_again": "Đọc lại kế hoạch",
        "plan.read": "Đọc xong kế hoạch",
        "plan.reading_failed": "Không đọc được kế hoạch",
        "plan.corrected": "Sửa nội dung đã đọc",
        "plan.confirmed": "Xác nhận nội dung kế hoạch",
        "plan.reopened": "Mở lại nội dung kế hoạch",
        "plan.discarded": "Bỏ văn bản kế hoạch",
        "submission.signature_recorded": "Ghi nhận đơn đã có chữ ký",
        "client.admitted": "Cấp khóa cho hệ thống kết nối",
        "client.revoked": "Thu hồi khóa của hệ thống kết nối",
        "submission.withdrawal_asked": "Công dân xin rút tại cổng",
        "submission.citizen_dissatisfied": "Công dân chưa hài lòng với trả lời",
        "submission.told_apart": "Kết luận khác nội dung với đơn trước",
        "proposal.made": "Trình đề xuất xử lý đơn",
        "proposal.approved": "Phê duyệt đề xuất",
        "proposal.sent_back": "Trả lại đề xuất",
        "submission.guided": "Hướng dẫn người gửi đơn",
        "submission.forwarded": "Chuyển đơn",
        "submission.returned": "Trả đơn cho nơi chuyển",
        "submission.filed": "Lưu đơn",
        "submission.refused": "Thông báo không thụ lý",
        "submission.guided_to_split": "Hướng dẫn tách đơn",
        "submission.taken": "Tiếp nhận đơn chuyển đến",
        "transfer.answered": "Ghi trả lời của nơi nhận đơn",
        "submission.reported_to_forwarder": "Báo kết quả cho nơi chuyển đơn",
    },
}  # fmt: skip

_SUBMISSION_STATES: Final[Mapping[str, Badge]] = {
    "received": Badge("info", "Mới tiếp nhận"),
    "screened": Badge("info", "Đã phân loại"),
    "proposed": Badge("due", "Chờ phê duyệt"),
    "accepted": Badge("good", "Đã thụ lý"),
    "refused": Badge("neutral", "Không thụ lý"),
    "guided": Badge("good", "Đã hướng dẫn"),
    "forwarded": Badge("good", "Đã chuyển đơn"),
    "returned": Badge("neutral", "Đã trả đơn"),
    "filed": Badge("neutral", "Lưu đơn"),
    "withdrawn": Badge("neutral", "Đã rút đơn"),
    "split": Badge("neutral", "Đã tách đơn"),
    "voided": Badge("neutral", "Đã hủy (nhập nhầm)"),
}


class _Facts(dict[str, str]):
    """Leaves a placeholder without fact readable instead of failing on screen."""

    def __missing__(self, key: str) -> str:
        return "…"


@lru_cache(maxsize=1)
def _procedure_states() -> Mapping[tuple[str, str], Badge]:
    """Words of states by kind of matter; under the empty kind the first procedure that has the state."""
    found: dict[tuple[str, str], Badge] = {}
    for procedure in all_procedures():
        for state in procedure.states.values():
            tone = "due" if "suspended" in state.code else "neutral" if state.is_end else "info"
            badge = Badge(tone, state.title_vi)
            for kind in (*_KINDS_OF.get(procedure.kind.value, ()), ""):
                found.setdefault((kind, state.code), badge)
    return found


@lru_cache(maxsize=1)
def _procedure_acts() -> Mapping[str, str]:
    return {act.code: act.title_vi for procedure in all_procedures() for act in procedure.acts.values()}


_KINDS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "first_complaint": ("complaint",),
    "second_complaint": ("complaint",),
    "disciplinary_complaint": ("complaint",),
    "denunciation": ("denunciation",),
    "petition_feedback": ("petition_feedback", "petition", "feedback"),
}
