"""The words officers read for the codes of the domains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tiepdan.cases.rules import refusals as procedures
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.desk import plan_words
from tiepdan.desk.rule_words import rule_words
from tiepdan.infra.verdict import Refused
from tiepdan.ui.words import Words, said


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
        facts = {name: _fact(name, value) for name, value in verdict.facts.items()}
        if verdict.sentence is not None:
            facts["text"] = verdict.sentence.by(said)
        text = said(SENTENCES[verdict.code]).format_map(_Facts(facts))
    elif verdict.sentence is not None:  # a rule of time or competence brings its own
        text = verdict.sentence.by(said)
    elif of_procedure is not None:  # the rule is shown beside the sentence, not inside
        told = (of_procedure.what, of_procedure.why, of_procedure.to_do)
        facts = {name: _fact(name, value) for name, value in verdict.facts.items()}
        text = " ".join(procedures.filled(said(one), facts) for one in told)
    else:
        text = verdict.code
    return RefusalText(code=verdict.code, text=text, rule=rule_words(verdict.rule))


def label(group: str, code: str) -> str:
    """Return the word for a code of a group (role, kind, capacity …); the code itself when there is none."""
    return str(LABELS[group].get(code, code))


def written(group: str, code: str) -> str:
    """Return the word as written, for choices that a form puts into the reader's language."""
    return dict(LABELS[group])[code]


def state_badge(kind: str, state: str) -> Badge:
    """Return how a state of a line is drawn: words from the procedures, then from the states of submissions."""
    found = (
        _SUBMISSION_STATES.get(state)
        or _procedure_states().get((kind, state))
        or _procedure_states().get(("", state))
        or Badge("neutral", state)
    )
    return Badge(found.tone, said(found.label))


def act_title(act: str) -> str:
    """Return the words for an act of the audit record."""
    return str(LABELS["act"].get(act) or said(_procedure_acts().get(act.removeprefix("case."), act)))


LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    **plan_words.GROUPS,
    "role": Words({
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
    }),
    "kind": Words({
        "complaint": "Khiếu nại",
        "denunciation": "Tố cáo",
        "petition_feedback": "Kiến nghị, phản ánh",
        "petition": "Kiến nghị",
        "feedback": "Phản ánh",
        "unclassified": "Chưa phân loại",
    }),
    "capacity": Words({
        "received": "Đang giữ đơn",
        "settling": "Chịu trách nhiệm giải quyết",
        "passed_on": "Đã chuyển, hướng dẫn",
        "assisting": "Phối hợp",
        "urging": "Theo dõi, đôn đốc",
    }),
    "duty": Words({
        "processing": "Xử lý đơn",
        "handler": "Thụ lý, tham mưu",
        "verifier": "Xác minh",
        "leader": "Lãnh đạo phụ trách",
    }),
    "source": Words({
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
    }),
    "clock": Words({
        "open": "Đang tính",
        "paused": "Đang tạm dừng",
        "met": "Đã xong",
        "cancelled": "Không còn tính",
    }),
    "level": Words({"central": "Trung ương", "province": "Cấp tỉnh", "district": "Cấp huyện (đến 30/06/2025)", "commune": "Cấp xã"}),
    "agency_kind": Words({
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
    }),
    "notice": Words({
        **plan_words.NOTICES,
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
        "post_given": "Có người vừa được giao vị trí xem được hồ sơ của cơ quan: xem nhật ký hoặc hỏi người quản trị",
        "page_waits": "Có trang trên cổng chờ bạn duyệt",
        "post_waits": "Có vị trí công tác vừa được giao, chờ bạn hoặc một người khác xác nhận",
        "password_reset": "Mật khẩu của một người xem được hồ sơ vừa được đặt lại: hỏi người đó có nhờ không",
        "second_complaint": "Có khiếu nại lần hai đối với quyết định của vụ việc",
        "follow_up": "Có tố cáo tiếp cần cấp trên xem xét",
        "taken_over": "Cấp trên đã lấy vụ việc lên giải quyết",
        "review_ordered": "Cấp trên yêu cầu kiểm tra lại việc giải quyết",
        "protection_asked": "Có đề nghị bảo vệ người tố cáo cần quyết định",
        "court_accepted": "Tòa án đã thụ lý vụ việc",
        "court_judged": "Tòa án đã có bản án, quyết định",
        "duty_joined": "Bạn là thành viên của một Tổ công tác",
        "verification_entrusted": "Được giao xác minh nội dung tố cáo",
        "online_invited": "Mời dự buổi tiếp công dân trực tuyến",
        "online_called_off": "Buổi tiếp công dân trực tuyến không tiếp tục",
        "online_point_chosen": "Công dân đã chọn điểm cầu của buổi tiếp trực tuyến",
        "duty_published": "Lịch trực có ca của bạn đã công bố",
        "duty_tomorrow": "Ngày mai bạn có ca trực",
        "duty_changed": "Ca trực của bạn đã thay đổi",
        "duty_swap_asked": "Có người đề nghị bạn trực thay",
        "duty_swap_agreed": "Có đề nghị đổi ca chờ duyệt",
        "duty_swap_decided": "Đề nghị đổi ca đã được trả lời",
        "incident_urgent": "TIN KHẨN: có tình huống tại nơi tiếp công dân",
        "incident_called": "Bạn được gọi đến nơi tiếp công dân",
        "incident_home": "Công dân của địa phương bạn đang ở cơ quan khác",
        "incident_home_answered": "Địa phương đã trả lời ai đến",
        "incident_ended": "Tình huống đã kết thúc",
        "situation_received": "Có báo cáo tình hình ngày",
        "handover_waits": "Có bàn giao giữa các cơ quan chờ duyệt",
        "handover_done": "Cơ quan khác đã bàn giao việc cho cơ quan bạn",
        "situation_asked": "Cấp trên yêu cầu báo cáo tình hình hằng ngày",
        "situation_urged": "Chưa gửi báo cáo tình hình của ngày: cấp trên đôn đốc",
        "effect_waiting": "Cần xác nhận quyết định có hiệu lực",
    }),
    "act": Words({
        "post.delegated": "Ủy quyền thay thủ trưởng",
        "post.delegation_ended": "Kết thúc ủy quyền",
        "work.handed_over": "Bàn giao việc của một người",
        "import.opened": "Đọc tệp sổ cũ",
        "import.rehearsed": "Thử nhập sổ cũ",
        "import.started": "Bắt đầu nhập sổ cũ",
        "import.done": "Nhập xong sổ cũ",
        "import.stopped": "Dừng nhập sổ cũ",
        "import.undone": "Hủy cả lần nhập sổ cũ",
        "import.row_undone": "Hủy một dòng nhập từ sổ cũ",
        "handover.prepared": "Lập bàn giao giữa các cơ quan",
        "handover.placed": "Chọn nơi nhận khi bàn giao",
        "handover.approved": "Duyệt bàn giao",
        "handover.withdrawn": "Rút bàn giao",
        "handover.done": "Bàn giao xong, cơ quan kết thúc",
        "matter.handed_over": "Chuyển sang cơ quan kế thừa",
        "incident.handed_over": "Chuyển tình huống sang cơ quan kế thừa",
        "follow_up.handed_over": "Chuyển việc sau buổi tiếp sang cơ quan kế thừa",
        "task_force.drafted": "Dự thảo quyết định lập Tổ công tác",
        "task_force.decided": "Ghi số, ngày quyết định lập Tổ công tác",
        "task_force.member_added": "Thêm thành viên Tổ công tác",
        "task_force.reply_noted": "Ghi trả lời của cơ quan cử người",
        "task_force.member_released": "Cho thôi thành viên Tổ công tác",
        "task_force.ended": "Kết thúc Tổ công tác",
        "roster.opened": "Mở lịch trực",
        "roster.set_up": "Sửa ca, vị trí trực",
        "roster.wish_noted": "Ghi nghỉ, nguyện vọng trực",
        "roster.wish_taken_back": "Bỏ nghỉ, nguyện vọng trực",
        "roster.solving_asked": "Yêu cầu xếp lịch trực",
        "roster.solved": "Xếp xong lịch trực",
        "roster.solving_failed": "Không xếp được lịch trực",
        "roster.published": "Công bố lịch trực",
        "duty.swap_asked": "Đề nghị đổi ca",
        "duty.swap_answered": "Trả lời đề nghị đổi ca",
        "duty.swap_decided": "Duyệt đổi ca",
        "duty.replaced": "Thay người trực",
        "duty.attended": "Điểm danh ca trực",
        "duty.handed_over": "Bàn giao ca trực",
        "allowance.set": "Ghi mức bồi dưỡng trực",
        "office.opened": "Ghi địa điểm tiếp công dân",
        "office.sheet_written": "Ghi phương án ứng phó",
        "incident.reported": "Ghi nhận tình huống",
        "incident.acknowledged": "Nhận tin khẩn",
        "incident.logged": "Ghi diễn biến",
        "incident.matter_linked": "Gắn vụ việc vào tình huống",
        "incident.called_out": "Gọi người đến",
        "incident.call_answered": "Trả lời lượt gọi",
        "incident.home_told": "Báo địa phương của công dân",
        "incident.home_answered": "Địa phương trả lời ai đến",
        "incident.agreed": "Ghi nội dung thống nhất",
        "incident.ended": "Ghi kết thúc tình huống",
        "incident.end_seen": "Địa phương xem kết thúc",
        "incident.closed": "Đóng tình huống",
        "session.planned": "Đưa buổi tiếp vào lịch",
        "session.announced": "Thông báo lịch tiếp công dân",
        "session.moved": "Dời buổi tiếp",
        "session.cancelled": "Hủy buổi tiếp",
        "session.delegated": "Ghi người tiếp thay",
        "session.held": "Ghi đã tiếp",
        "session.visit_linked": "Gắn lượt tiếp vào buổi tiếp",
        "session.follow_up_added": "Giao việc sau buổi tiếp",
        "session.follow_up_done": "Ghi kết quả việc sau buổi tiếp",
        "appointment.booked": "Giữ giờ hẹn",
        "appointment.cancelled": "Hủy giờ hẹn",
        "queue.drawn": "Lấy số",
        "queue.called": "Mời vào",
        "queue.ended": "Xong một số",
        "hours.set": "Ghi giờ tiếp công dân",
        "hours.ended": "Ngừng giờ tiếp công dân",
        "session.concluded": "Ban hành thông báo kết luận buổi tiếp",
        "situation.opened": "Mở đợt báo cáo tình hình",
        "situation.made": "Lập báo cáo tình hình ngày",
        "situation.noted": "Ghi nhận định vào báo cáo tình hình",
        "situation.sent": "Gửi báo cáo tình hình ngày",
        "situation.asked": "Yêu cầu cơ quan báo cáo tình hình ngày",
        "situation.urged": "Đôn đốc báo cáo tình hình ngày",
        "calendar.made": "Tạo địa chỉ lịch riêng",
        "calendar.revoked": "Ngừng địa chỉ lịch riêng",
        **plan_words.ACTS,
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
        "reception.book_read": "Xem số giấy tờ, địa chỉ trong sổ tiếp công dân",
        "reception.replied": "Trả lời người được tiếp",
        "reception.refusal_notified": "Thông báo từ chối tiếp",
        "reception.voided": "Hủy lượt tiếp ghi nhầm",
        "paper.drafted": "Soạn văn bản",
        "case.competence_overridden": "Thụ lý khác bảng thẩm quyền",
        "case.override_competence": "Thụ lý khác bảng thẩm quyền",
        "paper.numbered": "Cấp số văn bản đã duyệt, thực hiện việc kèm theo",
        "paper.issued": "Ban hành văn bản",
        "paper.cancelled": "Hủy văn bản",
        "delivery.recorded": "Ghi nhận việc gửi",
        "delivery.confirmed": "Xác nhận đã nhận",
        "identity.asked": "Đề nghị mở thông tin người tố cáo",
        "identity.granted": "Cho mở thông tin người tố cáo",
        "identity.denied": "Không cho mở thông tin người tố cáo",
        "identity.file_read": "Đọc tài liệu gốc được giữ kín",
        "case.effect_asked": "Chờ xác nhận hiệu lực",
        "book.drawn": "In sổ ra tệp",
        "number.cancelled": "Hủy số văn bản",
        "case.people_assigned": "Phân công lại người phụ trách",
        "case.assign_people": "Phân công lại người phụ trách",
        "case.evidence_read": "Đọc tài liệu, chứng cứ của vụ việc được giữ kín",
        "case.minutes_read": "Đọc biên bản làm việc, đối thoại với người tố cáo",
        "case.protection_read": "Đọc đề nghị bảo vệ người tố cáo",
        "case.evidence_added": "Bổ sung tài liệu, chứng cứ",
        "case.entrust_verification": "Giao cơ quan khác xác minh",
        "case.add_evidence": "Bổ sung tài liệu, chứng cứ",
        "case.obligation_fulfilled": "Ghi nhận đã thực hiện",
        "case.fulfil_obligation": "Ghi nhận đã thực hiện",
        "case.noted": "Ghi chú nội bộ",
        "case.record_destroyed": "Tiêu hủy hồ sơ vụ việc",
        "case.urged": "Đôn đốc",
        "case.urging_answered": "Trả lời đôn đốc",
        "case.explained": "Giải thích vụ việc đã giải quyết",
        "case.explain_settled_case": "Giải thích vụ việc đã giải quyết",
        "case.receipt_recorded": "Ghi nhận đã nhận văn bản",
        "matter.assigned": "Phân công",
        "page.written": "Soạn trang trên cổng",
        "page.revised": "Sửa trang trên cổng",
        "page.submitted": "Trình trang trên cổng",
        "page.published": "Duyệt, đăng trang trên cổng",
        "page.sent_back": "Trả lại trang trên cổng",
        "page.withdrawn": "Gỡ trang khỏi cổng",
        "filter.kept": "Lưu bộ lọc danh sách",
        "filter.dropped": "Bỏ bộ lọc danh sách",
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
        "agency.local_rule_set": "Đặt mặc định của địa phương",
        "agency.local_rule_withdrawn": "Thôi áp dụng mặc định của địa phương",
        "agency.succession_recorded": "Ghi việc kế thừa giữa các cơ quan",
        "matter.limit_moved": "Thời hạn đổi theo lịch nghỉ",
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
    }),
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


def _fact(name: str, value: str) -> str:
    """Facts that a procedure names are the program's words; days, numbers and names stay as they are."""
    if name not in {"state", "who", "grounds", "question", "fields"}:
        return value
    between = "; " if name in {"grounds", "fields"} else ", "
    return said(value) if name in {"state", "question"} else between.join(said(one) for one in value.split(between))


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
