"""Conditions that are one recorded yes or no, as a table: name, fact, wanted answer, refusal, question, row of the law."""

from __future__ import annotations

from typing import Final

from tiepdan.cases.rules.guards.registry import FactGuard

_COMPETENCE = "vụ việc có thuộc thẩm quyền giải quyết của cơ quan hay không"
_ELIGIBLE = "đơn có đủ điều kiện xử lý hay không"
_IN_PERSON = "nội dung được trình bày trực tiếp tại nơi tiếp công dân hay gửi đến"
_ANONYMOUS = "họ tên, địa chỉ người tố cáo có rõ và đúng hay không"
_BASIS = "nội dung có rõ người, có tài liệu, chứng cứ cụ thể và cơ sở để thẩm tra, xác minh hay không"
_HARM = "việc thi hành quyết định bị khiếu nại có gây hậu quả khó khắc phục hay không"
_STOPPED = "quyết định bị khiếu nại đang được tạm đình chỉ thi hành hay không"
_STAGE = "đây là khiếu nại lần đầu hay lần hai"
_RESETTLED = "vụ việc có do cấp trên lấy lên giải quyết hay không"
_NEW_FACTS = "đơn có thông tin, tài liệu, chứng cứ mới hay không"

FACT_GUARDS: Final = (
    # Intake
    FactGuard("is_competent", "is_competent", True, "not_competent", _COMPETENCE, "complaints §3.2/4"),
    FactGuard("not_competent", "is_competent", False, "competent_here", _COMPETENCE, "complaints §3.2/2"),
    FactGuard("is_eligible", "is_eligible", True, "not_eligible", _ELIGIBLE, "reports §2.2"),
    FactGuard("not_eligible", "is_eligible", False, "eligible_here", _ELIGIBLE, "reports §2.3/20"),
    FactGuard("came_in_person", "came_in_person", True, "not_in_person", _IN_PERSON, "KN-22"),
    FactGuard(
        "not_guided_before",
        "guided_before",
        False,
        "guided_already",
        "nội dung này đã được hướng dẫn lần nào chưa",
        "reports §2.3/4",
    ),
    FactGuard(
        "not_forwarded_before",
        "forwarded_before",
        False,
        "forwarded_already",
        "nội dung này đã được chuyển đơn lần nào chưa",
        "reports §2.3/12",
    ),
    FactGuard(
        "is_duplicate",
        "is_duplicate",
        True,
        "not_duplicate",
        "đơn có trùng nội dung với đơn đã nhận hay không",
        "reports §2.6",
    ),
    FactGuard("has_new_facts", "has_new_facts", True, "no_new_facts", _NEW_FACTS, "reports §2.3/9"),
    FactGuard(
        "has_forwarder",
        "has_forwarder",
        True,
        "nobody_forwarded",
        "đơn có do cơ quan, đại biểu, báo chí chuyển đến hay không",
        "KN-20",
    ),
    FactGuard(
        "forwarder_needs_return",
        "forwarder_needs_return",
        True,
        "sender_not_on_return_list",
        "nơi chuyển đơn có thuộc diện trả lại đơn hay không",
        "reports §2.3/5",
    ),
    FactGuard(
        "lower_body_is_late",
        "lower_body_is_late",
        True,
        "lower_body_in_time",
        "cấp dưới có thẩm quyền đã quá thời hạn mà chưa giải quyết hay không",
        "reports §2.3/3",
    ),
    FactGuard(
        "has_original_papers",
        "has_original_papers",
        True,
        "no_original_papers",
        "kèm theo đơn có giấy tờ gốc hay không",
        "reports §2.3/8",
    ),
    FactGuard(
        "is_written",
        "is_written",
        True,
        "written_petition_required",
        "khiếu nại được gửi bằng đơn hay trình bày bằng lời",
        "PA-3",
    ),
    FactGuard("first_stage", "is_second_stage", False, "second_stage_already", _STAGE, "complaints §3.4"),
    FactGuard("second_stage", "is_second_stage", True, "still_first_stage", _STAGE, "complaints §3.4"),
    FactGuard(
        "second_in_time",
        "second_in_time",
        True,
        "second_complaint_late",
        "khiếu nại lần hai còn trong thời hạn, hoặc quá hạn vì lý do chính đáng, hay không",
        "KN-2",
    ),
    FactGuard(
        "court_has_matter",
        "in_court",
        True,
        "no_court_file",
        "Tòa án đã thụ lý vụ việc hay chưa",
        "complaints §3.2/21",
    ),
    FactGuard("resettled", "is_resettled", True, "not_resettled", _RESETTLED, "TC-20"),
    FactGuard("not_resettled", "is_resettled", False, "resettled_here", _RESETTLED, "TC-6"),
    # Parties
    FactGuard(
        "identity_checked",
        "identity_checked",
        True,
        "identity_not_checked",
        "nhân thân người tố cáo đã được kiểm tra, xác minh hay chưa",
        "TC-1",
    ),
    FactGuard("is_anonymous", "is_anonymous", True, "denouncer_known", _ANONYMOUS, "complaints §4.2/5"),
    FactGuard("not_anonymous", "is_anonymous", False, "denouncer_unknown", _ANONYMOUS, "complaints §4.2/5"),
    FactGuard("has_inspection_basis", "has_inspection_basis", True, "no_inspection_basis", _BASIS, "complaints §4.2/6"),
    FactGuard(
        "no_inspection_basis", "has_inspection_basis", False, "inspection_basis_found", _BASIS, "complaints §4.2/7"
    ),
    FactGuard(
        "no_conflict_of_interest",
        "conflict_of_interest",
        False,
        "verifier_not_impartial",
        "người xác minh có là người thân thích hoặc có quyền, lợi ích liên quan với người bị tố cáo hay không",
        "complaints §4.2/15",
    ),
    FactGuard(
        "not_inherited",
        "not_inherited",
        True,
        "rights_inherited",
        "quyền, nghĩa vụ của người khiếu nại có người thừa kế, kế thừa hay không",
        "complaints §3.2/21",
    ),
    FactGuard(
        "needs_protection",
        "needs_protection",
        True,
        "no_protection_needed",
        "người tố cáo có đề nghị hoặc cần được bảo vệ hay không",
        "BV-9",
    ),
    FactGuard(
        "protection_asked",
        "protection_asked",
        True,
        "no_protection_asked",
        "có đề nghị bảo vệ nào đang chờ quyết định hay không",
        "BV-9",
    ),
    FactGuard(
        "protection_ordered",
        "protection_ordered",
        True,
        "no_protection_ordered",
        "biện pháp bảo vệ người tố cáo đã được quyết định hay chưa",
        "BV-11",
    ),
    # Verification
    FactGuard(
        "clearly_right",
        "clearly_right",
        True,
        "not_clearly_right",
        "qua kiểm tra lại, khiếu nại có đúng hay không",
        "complaints §3.2/6",
    ),
    FactGuard(
        "not_clearly_right",
        "clearly_right",
        False,
        "clearly_right_decide_now",
        "qua kiểm tra lại, khiếu nại có đúng hay không",
        "complaints §3.2/7",
    ),
    FactGuard(
        "report_submitted",
        "report_submitted",
        True,
        "report_missing",
        "báo cáo kết quả xác minh đã được nộp hay chưa",
        "complaints §3.2/8",
    ),
    FactGuard(
        "worked_with_denounced",
        "worked_with_denounced",
        True,
        "denounced_not_heard",
        "đã làm việc với người bị tố cáo và để họ giải trình hay chưa",
        "complaints §4.2/16",
    ),
    FactGuard("execution_harmful", "contested_execution_harmful", True, "execution_not_harmful", _HARM, "KN-16"),
    FactGuard("execution_harm_gone", "contested_execution_harmful", False, "execution_still_harmful", _HARM, "KN-16"),
    FactGuard(
        "execution_suspended", "contested_execution_suspended", True, "execution_not_suspended", _STOPPED, "KN-16"
    ),
    FactGuard(
        "execution_running",
        "contested_execution_suspended",
        False,
        "execution_suspended_already",
        _STOPPED,
        "KN-16",
    ),
    FactGuard(
        "urgent_harm",
        "urgent_harm",
        True,
        "no_urgent_harm",
        "hành vi có gây hoặc đe dọa gây thiệt hại hay không",
        "complaints §4.2/9",
    ),
    FactGuard("crime_signs", "crime_signs", True, "no_crime_signs", "vụ việc có dấu hiệu tội phạm hay không", "TC-14"),
    FactGuard(
        "fast_track_fits",
        "fast_track_fits",
        True,
        "fast_track_not_fit",
        "nội dung rõ ràng, chứng cứ cụ thể để xử lý ngay hay không",
        "complaints §4.2/29",
    ),
    # Suspension and the time after the decision
    FactGuard(
        "suspension_ground_gone",
        "suspension_ground_gone",
        True,
        "suspension_ground_stands",
        "căn cứ tạm đình chỉ đã hết hay chưa",
        "complaints §3.2/20",
    ),
    FactGuard(
        "not_contested",
        "contested",
        False,
        "decision_contested",
        "có khiếu nại lần hai hoặc khởi kiện hay không",
        "KN-13",
    ),
    FactGuard(
        "execution_done",
        "execution_done",
        True,
        "execution_unfinished",
        "quyết định, kết luận đã được thực hiện xong hay chưa",
        "complaints §3.2/18",
    ),
    FactGuard(
        "nothing_to_execute",
        "nothing_to_execute",
        True,
        "something_to_execute",
        "quyết định có nội dung nào phải thi hành hay không",
        "complaints §3.2/18",
    ),
    FactGuard(
        "may_sue",
        "may_sue",
        True,
        "lawsuit_only_for_dismissal",
        "quyết định kỷ luật có phải buộc thôi việc đối với công chức được khởi kiện hay không",
        "complaints §3.4",
    ),
    FactGuard(
        "review_open",
        "review_open",
        True,
        "no_review_open",
        "có yêu cầu kiểm tra lại việc giải quyết đang thực hiện hay không",
        "complaints §3.3",
    ),
    FactGuard(
        "redaction_checked",
        "redaction_checked",
        True,
        "redaction_unchecked",
        "bản công khai đã được kiểm tra không lộ thông tin người tố cáo hay chưa",
        "BV-7",
    ),
    FactGuard(
        "is_superior_body",
        "is_superior_body",
        True,
        "only_superior_body",
        "người thực hiện thuộc cơ quan cấp trên trực tiếp của người giải quyết hay không",
        "TC-17",
    ),
)
