"""One sentence per refusal code: what happened, why, what to do. docs/refusals.md is compared with this table."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "not_at_agency": "Người được chọn không có vị trí công tác tại cơ quan này: chọn người khác.",
    "conflict_of_interest": (
        "Người được chọn bị tố cáo, có quan hệ lợi ích hoặc thuộc đơn vị liên quan nên không được tham gia: chọn người khác."
    ),
    "not_assigned": "Người này không được phân công việc này.",
    "not_administrator": "Chỉ người quản trị mới làm được việc này: đổi sang vị trí quản trị.",
    "agency_out_of_scope": "Cơ quan này không thuộc phạm vi quản trị của bạn: chọn cơ quan của bạn hoặc cơ quan trực thuộc.",
    "agency_ended": "Cơ quan này đã kết thúc hoạt động: chọn cơ quan khác hoặc ngày sớm hơn.",
    "username_taken": "Tên đăng nhập “{username}” đã có người dùng: chọn tên khác.",
    "account_closed": "Tài khoản này đã khóa: lập tài khoản mới nếu người này trở lại làm việc.",
    "account_elsewhere": (
        "Người này còn vị trí công tác ở cơ quan ngoài phạm vi quản trị của bạn: đề nghị người quản trị cấp trên."
    ),
    "own_account": "Không tự khóa tài khoản của mình: đề nghị người quản trị khác.",
    "own_post": "Không tự thôi vị trí đang dùng để quản trị: đề nghị người quản trị khác.",
    "post_held": "Người này đang giữ đúng vị trí đó tại {agency}: không cần giao lần nữa.",
    "post_already_ended": "Vị trí này đã thôi từ ngày {day}.",
    "ends_before_start": "Ngày kết thúc phải sau ngày bắt đầu {day}: chọn ngày muộn hơn.",
    "administrator_exists": "Chương trình đã có người quản trị: đăng nhập, hoặc đề nghị người đó lập tài khoản.",
    "first_code_wrong": "Mã một lần không đúng hoặc đã dùng: xem lại mã mà lệnh `tiepdan init` đã in.",
    "password_weak": "Mật khẩu chưa đủ mạnh: {why}",
    "registry_not_empty": "Danh mục đã có cơ quan: chọn cơ quan cấp trên cho cơ quan mới.",
    "agency_code_taken": "Mã định danh {code} đã thuộc cơ quan khác: kiểm tra lại mã.",
    "nothing_changed": "Chưa có gì thay đổi so với thông tin đang lưu.",
    "own_agency": "Không kết thúc được cơ quan mà bạn đang quản trị: đề nghị người quản trị cấp trên.",
    "agency_has_children": "Còn {count} cơ quan trực thuộc đang hoạt động: kết thúc các cơ quan đó trước.",
    "agency_has_open_matters": "Cơ quan còn {count} việc đang mở: chuyển hoặc kết thúc các việc đó trước.",
    "absence_unknown": "Chưa rõ người khiếu nại có mặt hay vắng mặt: chọn một trong các trường hợp đã liệt kê.",
    "act_needs_its_form": "Việc này có biểu mẫu riêng: mở lại trang vụ việc và chọn việc cần làm.",
    "addressee_missing": (
        "Chưa đủ nơi nhận bắt buộc: ghi ngày gửi cho người khiếu nại, hoặc cho người tố cáo và người bị tố cáo."
    ),
    "answer_day_passed": "Ngày yêu cầu trả lời phải sau hôm nay: chọn ngày muộn hơn.",
    "case_ended": "Vụ việc đã kết thúc nên hồ sơ không thay đổi nữa: có nội dung mới thì nhận đơn mới.",
    "criterion_unknown": "Tiêu chí không có trong danh mục bảy tiêu chí phức tạp: chọn lại.",
    "days_missing": "Chưa ghi thời hạn xác minh: nhập số ngày, ít nhất là 1.",
    "decision_missing": "Vụ việc chưa có quyết định, kết luận hoặc văn bản trả lời: ban hành trước.",
    "dialogue_in_past": "Ngày đối thoại đã qua: chọn ngày từ hôm nay trở đi.",
    "done_in_future": "Ngày thực hiện xong không thể ở sau hôm nay: ghi khi đã thực hiện.",
    "extension_days": "Mỗi lần gia hạn từ 1 đến {most} ngày: nhập lại số ngày.",
    "findings_missing": (
        "Báo cáo phải nêu kết quả của từng nội dung: ghi ít nhất một nội dung và kết quả đúng, đúng một phần hoặc sai."
    ),
    "leader_must_lead": "Lãnh đạo phụ trách phải là thủ trưởng hoặc cấp phó của cơ quan: chọn người khác.",
    "minutes_missing": "Biên bản chưa có nội dung: ghi lại diễn biến.",
    "no_expertise_asked": "Không có lần trưng cầu giám định nào đang chờ kết quả.",
    "no_part_in_case": "Bạn không được phân công trong vụ việc này: đề nghị lãnh đạo phân công.",
    "not_classified": (
        "Đơn chưa được phân loại là khiếu nại, tố cáo hay kiến nghị, phản ánh: phân loại theo nội dung trước."
    ),
    "not_settled": "Chỉ giải thích vụ việc đã có kết quả giải quyết: tiếp tục giải quyết vụ việc.",
    "not_waiting": "Đơn này đã được xử lý xong nên không thụ lý hay từ chối lần nữa: xem kết quả tại trang của đơn.",
    "note_empty": "Chưa có nội dung: ghi nội dung rồi gửi lại.",
    "nothing_owed": "Không còn nội dung nào phải thi hành: kết thúc vụ việc.",
    "nothing_to_assign": "Người phụ trách không thay đổi: chọn người khác hoặc quay lại.",
    "nothing_to_urge": "Việc này đã kết thúc nên không cần đôn đốc.",
    "nothing_withdrawn": "Chưa ghi nội dung nào được rút: chọn phần được rút.",
    "obligation_fulfilled": "Nội dung này đã được ghi nhận là thực hiện xong.",
    "only_leaders_assign": "Chỉ thủ trưởng hoặc cấp phó được phân công: trình lãnh đạo.",
    "only_oversight_urges": "Chỉ cơ quan thanh tra, theo dõi hoặc lãnh đạo cấp trên được đôn đốc.",
    "opening_needed": (
        "Thông báo cho người tố cáo cần họ tên, địa chỉ đang niêm phong: mở thông tin người tố cáo (có lý do) rồi làm lại ngay sau đó."
    ),
    "other_agency": "Việc này thuộc cơ quan khác: chỉ cơ quan chịu trách nhiệm giải quyết được làm.",
    "outcome_missing": "Chưa chọn kết quả: đúng, đúng một phần hoặc sai.",
    "own_matter": "Cơ quan của bạn đang giải quyết việc này: phân công hoặc nhắc người phụ trách thay cho đôn đốc.",
    "paper_reveals_denouncer": (
        "Nội dung gửi người bị tố cáo có chi tiết làm lộ người tố cáo: bỏ họ tên, địa chỉ, số điện thoại rồi gửi lại."
    ),
    "proof_missing": "Chưa ghi bằng chứng: số bưu gửi, chữ ký nhận hoặc chứng từ.",
    "publication_missing": "Chưa ghi hình thức công khai hoặc ngày kết thúc trước ngày bắt đầu: kiểm tra lại.",
    "reason_missing": "Chưa ghi lý do: ghi lý do cụ thể rồi làm lại.",
    "ruling_missing": "Chưa có nội dung văn bản: ghi nội dung rồi làm lại.",
    "session_in_future": "Ngày làm việc không thể ở sau hôm nay: ghi biên bản khi buổi làm việc đã diễn ra.",
    "suspension_open": "Đang chờ một kết quả giám định: nhận kết quả đó trước.",
    "team_too_small": "Tổ xác minh tố cáo phải có từ {least} người: chọn thêm người.",
    "title_missing": "Chưa ghi tên tài liệu, chứng cứ.",
    "urging_answered": "Văn bản đôn đốc này đã được trả lời.",
    "withdrawal_unclear": "Chưa rõ phần được rút và cách rút (đơn hoặc biên bản): chọn lại.",
    "not_held_here": "Đơn đang do cơ quan khác giữ: cơ quan của bạn chỉ theo dõi kết quả.",
    "proposal_open": "Đơn đang có đề xuất chờ phê duyệt: chờ quyết định, hoặc đề nghị thủ trưởng trả lại đề xuất.",
    "not_screened": "Chưa kiểm tra điều kiện và phân loại đơn: làm bước phân loại trước.",
    "already_processed": "Đơn đã được xử lý xong hoặc đang ở bước khác: tải lại trang để xem kết quả.",
    "kind_unknown": "Chưa xác định loại đơn: phân loại theo nội dung trước.",
    "not_eligible": "Đơn không đủ điều kiện xử lý: lưu đơn, ghi rõ căn cứ.",
    "eligible_here": "Đơn đủ điều kiện xử lý và chưa được hướng dẫn hay chuyển đi nơi khác nên không được lưu.",
    "not_competent": (
        "Nội dung không thuộc thẩm quyền của cơ quan: hướng dẫn hoặc chuyển đơn đến cơ quan có thẩm quyền."
    ),
    "competent_here": (
        "Nội dung thuộc thẩm quyền của cơ quan nên không hướng dẫn, chuyển, trả đi nơi khác: xem xét thụ lý."
    ),
    "already_guided": (
        "Nội dung này đã được {agency} hướng dẫn đến {to} bằng văn bản {letter} ngày {on}; chỉ hướng "
        "dẫn một lần. Lưu đơn, hoặc xử lý như đơn mới nếu có tình tiết mới."
    ),
    "already_forwarded": (
        "Nội dung này đã được {agency} chuyển đến {to} bằng phiếu {letter} ngày {on}; chỉ chuyển một "
        "lần. Xem kết quả ở nơi đã nhận, hoặc trả lại nơi chuyển nếu chuyển sai."
    ),
    "would_loop": (
        "Cơ quan được chọn đã từng giữ đơn này: chọn cơ quan khác, hoặc đề nghị cấp trên xác định thẩm quyền."
    ),
    "same_agency": "Không hướng dẫn, chuyển đơn đến chính cơ quan mình: chọn cơ quan khác.",
    "no_target": "Chưa chọn cơ quan có thẩm quyền: chọn trong danh mục hoặc ghi tên cơ quan.",
    "no_ground": "Chưa chọn căn cứ hợp lệ: chọn một căn cứ trong danh sách của luật.",
    "no_forwarder": "Đơn không do cơ quan, cá nhân nào chuyển đến nên không có nơi để trả lại hoặc báo kết quả.",
    "complaint_is_guided": (
        "Đơn khiếu nại không thuộc thẩm quyền thì hướng dẫn người khiếu nại; chỉ đơn nhận tại nơi tiếp "
        "công dân từ 01/7/2026 mới được chuyển."
    ),
    "denunciation_is_forwarded": (
        "Đơn tố cáo gửi đến mà không thuộc thẩm quyền thì chuyển đơn và báo cho người tố cáo, không hướng dẫn."
    ),
    "petition_is_forwarded": (
        "Kiến nghị, phản ánh không thuộc thẩm quyền thì chuyển đến cơ quan có trách nhiệm, không hướng dẫn."
    ),
    "sender_not_on_return_list": (
        "Nơi chuyển đơn không thuộc diện trả lại: hướng dẫn hoặc chuyển đến cơ quan có thẩm quyền."
    ),
    "not_signed": "Đơn khiếu nại chưa có chữ ký hoặc điểm chỉ: yêu cầu bổ sung trước khi thụ lý.",
    "group_incomplete": (
        "Đơn nhiều người chưa đủ chữ ký và văn bản cử người đại diện: yêu cầu bổ sung trước khi thụ lý."
    ),
    "denouncer_unknown": (
        "Không rõ họ tên, địa chỉ người tố cáo nên không thụ lý theo thủ tục tố cáo: lưu đơn, hoặc "
        "thanh tra, kiểm tra nếu có chứng cứ."
    ),
    "not_in_force": "Cách xử lý này chưa có hiệu lực vào ngày thực hiện.",
    "not_head": "Chỉ thủ trưởng hoặc cấp phó của cơ quan giữ đơn mới quyết định được đề xuất.",
    "proposal_absent": "Không có đề xuất này tại cơ quan của bạn.",
    "proposal_decided": "Đề xuất này đã được quyết định: tải lại trang để xem.",
    "not_an_acceptance": "Đây không phải đề xuất thụ lý: phê duyệt tại trang phê duyệt.",
    "not_forwarded_here": "Không có đơn này được chuyển đến cơ quan của bạn.",
    "already_taken": "Đơn này đã được tiếp nhận hoặc không còn chờ tiếp nhận.",
    "reply_missing": "Chưa ghi nội dung trả lời.",
    "not_sent_from_here": "Không có lần chuyển đơn nào của cơ quan bạn đang chờ trả lời ứng với yêu cầu này.",
    "already_answered": "Đã báo kết quả cho nơi chuyển đơn: không cần báo lại.",
    "submission_absent": "Không có đơn này trong phạm vi của bạn.",
    "earlier_absent": "Không tìm thấy đơn trước có cùng nội dung với đơn này.",
    "same_submission": "Không liên kết một đơn với chính nó.",
    "already_linked": "Hai đơn này đã được kết luận là cùng hoặc khác nội dung.",
    "same_circle": "Đơn trước đã được ghi là trùng với đơn này: không liên kết ngược lại.",
    "wrong_role": "Vị trí công tác của bạn không làm được bước này: trình người có thẩm quyền.",
    "proposal_waits": "Đơn đang có đề xuất chờ phê duyệt: quyết định đề xuất đó trước.",
    "client_without_scope": "Chưa chọn phạm vi nào cho hệ thống kết nối: chọn ít nhất một.",
    "client_too_long": "Khóa của hệ thống kết nối dùng nhiều nhất {days} ngày: ghi số ngày nhỏ hơn, hết hạn thì cấp khóa mới.",
    "client_revoked": "Khóa này đã được thu hồi trước đó.",
    "plan_role_not_allowed": "Vị trí công tác của bạn không làm việc này với kế hoạch: trình người điều phối hoặc thủ trưởng.",
    "plan_file_empty": "Chưa lưu gì: trong tệp “{name}” không có nội dung. Kiểm tra lại tệp gốc rồi chọn lại.",
    "plan_file_too_large": (
        "Chưa lưu gì: tệp “{name}” có {size}, lớn hơn mức nhận là {limit}. Bỏ bớt phụ lục, hình ảnh hoặc tách tệp rồi "
        "chọn lại."
    ),
    "plan_file_wrong_type": "Chưa lưu gì: “{name}”: {why} Chọn tệp DOCX, PDF, TXT, HTML, PNG, JPEG hoặc TIFF.",
    "plan_file_damaged": "Chưa lưu gì: “{name}”: {why} Mở lại tệp gốc bằng phần mềm soạn thảo, lưu bản mới rồi chọn lại.",
    "plan_file_encrypted": "Chưa lưu gì: “{name}”: {why} Bỏ mật khẩu của tệp rồi chọn lại.",
    "plan_file_no_text": "Chưa lưu gì: “{name}”: {why} Hoặc chọn bản có chữ: DOCX, PDF lưu từ phần mềm soạn thảo.",
    "plan_file_ocr_failed": "Chưa lưu gì: “{name}”: {why} Quét lại rõ hơn (300 dpi) rồi chọn lại.",
    "plan_absent": "Không có kế hoạch này tại cơ quan của bạn.",
    "plan_being_read": "Tệp đang được đọc: chờ đọc xong.",
    "plan_already_read": "Tệp đã đọc xong: sửa từng chỗ chưa đúng thay vì đọc lại.",
    "plan_not_read": "Tệp chưa đọc xong nên chưa sửa, chưa xác nhận được.",
    "plan_confirmed": "Nội dung kế hoạch đã được xác nhận: người có thẩm quyền mở lại rồi mới sửa hoặc bỏ.",
    "plan_not_confirmed": "Nội dung kế hoạch chưa được xác nhận nên không có gì để mở lại.",
    "not_a_plan": "Văn bản này không phải kế hoạch nên không có nhiệm vụ để xác nhận.",
    "plan_place_unknown": "Chỗ cần sửa không còn trong nội dung đã đọc: tải lại trang rồi chọn lại.",
    "plan_value_wrong": "Giá trị “{typed}” chưa đúng mẫu: ghi lại theo ví dụ dưới tên ô.",
    "plan_value_too_long": "Nội dung dài quá {most} ký tự: rút gọn hoặc tách thành nhiều nhiệm vụ.",
    "plan_value_missing": "Chưa ghi nội dung nhiệm vụ: nếu đây không phải nhiệm vụ, dùng nút Không phải.",
    "plan_too_many_corrections": "Kế hoạch này đã có quá nhiều lần sửa: đọc lại từ tệp tốt hơn.",
    "signature_missing": "Chưa chọn đã thấy chữ ký, điểm chỉ hay chữ ký số.",
    "number_unknown": "Không có số này trong sổ của cơ quan: kiểm tra lại số, loại và năm.",
    "number_cancelled": "Số này đã được hủy trước đó.",
    "form_unknown": "Mẫu {form} không có hiệu lực vào ngày này: chọn mẫu khác.",
    "paper_value_unknown": "Mẫu không có mục: {fields}.",
    "paper_value_wrong": "Có mục chưa đúng: {text}",
    "paper_incomplete": "Văn bản còn thiếu: {fields}. Bổ sung rồi ban hành lại.",
    "paper_unknown": "Không có văn bản này.",
    "paper_not_draft": "Văn bản không còn là dự thảo nên không ban hành lại được.",
    "paper_cancelled": "Văn bản đã được hủy trước đó.",
    "paper_delivered": "Văn bản đã có người nhận nên không hủy được: ban hành văn bản thay thế.",
    "paper_not_issued": "Văn bản chưa ban hành nên chưa gửi được: ban hành trước.",
    "sent_before_issue": "Ngày gửi trước ngày của văn bản: kiểm tra lại ngày.",
    "received_before_sent": "Ngày nhận trước ngày gửi: kiểm tra lại ngày.",
    "received_in_future": "Ngày nhận ở sau hôm nay: kiểm tra lại ngày.",
    "delivery_unknown": "Không có lần gửi này.",
    "delivery_confirmed": "Việc nhận đã được xác nhận trước đó.",
    "content_missing": "Chưa ghi nội dung: ghi nội dung trình bày hoặc nội dung đơn.",
    "forwarder_missing": "Chưa chọn cơ quan chuyển đơn đến.",
    "sender_missing": "Chưa ghi họ tên người gửi: ghi họ tên, hoặc đánh dấu không rõ người gửi.",
    "people_missing": "Số người không đúng: phải từ một người, và không ít hơn số người đại diện.",
    "representatives_missing": "Đoàn chưa cử người đại diện: hướng dẫn cử ít nhất một người rồi ghi họ tên.",
    "representatives_too_many": "Quá nhiều người đại diện: 5 đến 10 người cử một hoặc hai, trên 10 người cử không quá năm.",
    "submission_processed": "Đơn đã qua bước này nên không sửa được nữa.",
    "submission_unknown": "Không có đơn này.",
    "kind_missing": "Chưa chọn loại đơn theo nội dung.",
    "checklist_incomplete": "Chưa xem hết điều kiện: {items}.",
    "field_unknown": "Không có lĩnh vực này: chọn trong danh sách.",
    "too_few_parts": "Tách đơn cần ít nhất hai nội dung.",
    "opening_refused": "Không mở được thông tin: chỉ người được phân công, khi có lý do và còn thời hạn mở.",
    "opening_decided": "Đề nghị này đã được trả lời.",
    "withdraw_in_case": "Đơn đã thành vụ việc: ghi nhận rút đơn tại trang vụ việc.",
    "party_unknown": "Không có người này trong đơn, hoặc không xem được.",
    "nothing_given": "Chưa ghi liên hệ mới.",
    "file_empty": "Tệp không có nội dung: chọn tệp khác.",
    "file_too_large": "Tệp lớn hơn {limit}: nén hoặc tách tệp.",
    "file_type_not_allowed": "Loại tệp này không nhận: dùng PDF, JPEG, PNG, TIFF, WEBP hoặc DOCX.",
    "file_damaged": "Tệp hỏng, không đọc được: quét hoặc lưu lại.",
    "file_has_macros": "Tệp có chứa macro: lưu lại dạng không có macro.",
    "too_many_files": "Đơn đã có {most} tệp: gộp tệp lại.",
    "attachment_unknown": "Không có tệp này.",
    "not_sealed": "Đơn này không niêm phong nên không cần bản che.",
    "role_not_allowed": "Vị trí công tác này không được thực hiện việc này.",
    "identity_in_text": "Bản che còn để lộ danh tính: bỏ họ tên, số giấy tờ, địa chỉ, điện thoại.",
    "visitor_missing": "Chưa ghi họ tên người đến.",
    "standing_not_shown": "Chưa ghi giấy tờ chứng minh tư cách: ghi số, ngày giấy tờ, hoặc chọn tư cách khác.",
    "not_read_back": "Lời trình bày do cán bộ ghi phải được đọc lại và có chữ ký hoặc điểm chỉ.",
    "nothing_to_accept": "Không có đơn hoặc bản ghi để tiếp nhận: đánh dấu nhận đơn, hoặc chọn kết quả khác.",
    "outcome_body_missing": "Chưa chọn cơ quan chuyển đến.",
    "purpose_differs": "Loại việc của lượt tiếp và của đơn khác nhau: một bên là tố cáo thì cả hai phải là tố cáo.",
    "refusal_ground_missing": "Chưa chọn căn cứ từ chối có hiệu lực vào ngày này.",
    "refusal_ground_other_kind": "Căn cứ này không áp dụng cho loại việc đang trình bày: chọn căn cứ khác hoặc tiếp nhận.",
    "refusal_not_evidenced": "Chưa đủ chứng cứ cho căn cứ từ chối, còn thiếu: {facts}.",
    "refusal_names_own_body": "Cơ quan đang giải quyết chính là cơ quan này nên không từ chối theo căn cứ này.",
    "refusal_day_missing": "Chưa ghi ngày căn cứ đầy đủ, hoặc ngày đó ở sau hôm nay.",
    "notice_not_needed": "Căn cứ này chỉ cần giải thích trực tiếp, không ban hành thông báo.",
    "head_only": "Chỉ thủ trưởng hoặc cấp phó ban hành thông báo này.",
    "notice_issued": "Thông báo từ chối đã được ban hành.",
    "reception_unknown": "Không có lượt tiếp này.",
    "reception_voided": "Lượt tiếp đã bị hủy.",
    "replied_already": "Đã ghi việc trả lời trước đó.",
    "reply_day_wrong": "Ngày trả lời phải từ ngày tiếp đến hôm nay.",
    "submission_stands": "Lượt tiếp có đơn: hủy bản ghi đơn trước.",
}
