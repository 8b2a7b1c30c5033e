"""What people of the demo write about: topics with their sentences. Slots in braces are filled by `texts`."""
# ruff: noqa: E501 # sentences are easier to read and count unbroken

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiepdan.matters.rules import MatterKind

_C: Final = MatterKind.COMPLAINT
_D: Final = MatterKind.DENUNCIATION
_P: Final = MatterKind.PETITION_FEEDBACK


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject: who decides about it, and the sentences a text of it is made from."""

    key: str
    kind: MatterKind
    weight: int  # how often, against the other topics of its kind
    against: str  # row of rules/competence for a commune's doing
    handles: str  # key of the department that knows the field
    titles: tuple[str, ...]
    facts: tuple[str, ...]
    details: tuple[str, ...]
    harms: tuple[str, ...]
    demands: tuple[str, ...]
    attacked: tuple[str, ...] = ()  # contested decisions (complaints)
    post: str = ""  # post of the person denounced
    mark: str = ""  # petition or feedback


LAND_DETAILS: Final = (
    "Thửa đất số {plot}, tờ bản đồ số {sheet}, diện tích {area} m², gia đình sử dụng ổn định từ năm {old_year} và đóng thuế đầy đủ hằng năm.",
    "Ranh giới phía bắc giáp nhà {neighbour}, phía nam giáp {street}, từ trước đến nay không tranh chấp với ai.",
    "Khi đo đạc năm {year}, tổ đo vẽ không mời chủ đất ra chỉ ranh, biên bản ký giáp ranh thiếu chữ ký của hai hộ liền kề.",
    "Bản đồ địa chính năm {old_year} ghi {area} m², nhưng hồ sơ mới chỉ còn lại {small} m² mà không ai giải thích phần chênh lệch.",
    "Trên đất có một ngôi nhà cấp bốn {small} m², giếng khoan và {trees} cây ăn quả đang cho thu hoạch.",
    "Năm {year} gia đình được mời lên nhận {papers} tờ thông báo, nội dung tờ sau khác hẳn tờ trước.",
    "Cha mẹ tôi khai hoang mảnh đất này, có giấy xác nhận của hợp tác xã nông nghiệp lập ngày {old_date}.",
)

TOPICS: Final[tuple[Topic, ...]] = (
    Topic(
        "land_recovery", _C, 5, "commune_chair", "land",
        (
            "Khiếu nại quyết định thu hồi {area} m² đất tại {hamlet}",
            "Khiếu nại việc thu hồi đất làm {project} ở {hamlet}",
            "Không đồng ý quyết định thu hồi đất số {number}/QĐ-UBND",
        ),
        (
            "Ngày {date}, Chủ tịch {respondent} ký Quyết định số {number}/QĐ-UBND thu hồi {area} m² đất của gia đình để thực hiện {project}.",
            "Quyết định thu hồi đất được đưa đến nhà vào buổi tối, không kèm bản vẽ, không có biên bản giao nhận.",
            "{respondent} ban hành quyết định thu hồi khi chưa có kế hoạch sử dụng đất năm được duyệt cho {project}.",
            "Thông báo thu hồi đất niêm yết tại {hamlet} chỉ {days} ngày đã có quyết định chính thức, trong khi gia đình đi làm ăn xa.",
        ),
        LAND_DETAILS,
        (
            "Mất mảnh đất này, {members} khẩu trong nhà không còn chỗ canh tác và không được bố trí đất khác.",
            "Vườn cây {trees} gốc phải chặt bỏ khi chưa đến vụ, thiệt hại chừng {money} triệu đồng.",
            "Con tôi đang học phải nghỉ vì gia đình chuyển về ở nhờ nhà người thân tại {other_hamlet}.",
        ),
        (
            "Đề nghị hủy Quyết định số {number}/QĐ-UBND và lập lại hồ sơ thu hồi đúng trình tự.",
            "Đề nghị xác định lại diện tích bị thu hồi theo hiện trạng sử dụng {area} m².",
            "Đề nghị dừng việc cưỡng chế cho đến khi có kết quả giải quyết khiếu nại.",
            "Đề nghị bố trí một lô đất ở tại khu tái định cư gần {hamlet}.",
        ),
        ("{number}/QĐ-UBND",),
    ),
    Topic(
        "compensation", _C, 5, "commune_chair", "land",
        (
            "Khiếu nại mức bồi thường {project}",
            "Khiếu nại phương án bồi thường, hỗ trợ, tái định cư tại {hamlet}",
            "Khiếu nại việc không tính bồi thường {trees} cây ăn quả",
        ),
        (
            "Phương án bồi thường kèm Quyết định số {number}/QĐ-UBND ngày {date} tính giá đất của gia đình theo loại đất trồng cây lâu năm, trong khi đó là đất ở.",
            "Bảng kiểm đếm do tổ công tác lập ngày {date} bỏ sót nhà kho {small} m² và hệ thống tưới nhỏ giọt.",
            "Đơn giá áp dụng cho {street} thấp hơn {percent}% so với các hộ ở {other_hamlet} cùng dự án.",
            "{respondent} không tính khoản hỗ trợ chuyển đổi nghề cho {members} lao động trong hộ.",
        ),
        LAND_DETAILS,
        (
            "Số tiền nhận được chỉ {money} triệu đồng, không đủ mua một nền nhà ở nơi khác trong xã.",
            "Gia đình phải vay {money} triệu đồng để dựng nhà tạm, đến nay chưa trả được.",
            "Vợ chồng tôi đã {age} tuổi, nguồn sống duy nhất là vườn cây nay không còn.",
        ),
        (
            "Đề nghị tính lại giá đất theo vị trí mặt tiền {street}.",
            "Đề nghị kiểm đếm bổ sung nhà kho, giếng khoan và {trees} cây trồng còn thiếu.",
            "Đề nghị chi trả phần chênh lệch {money} triệu đồng và tiền chậm trả.",
            "Đề nghị cho xem công khai bảng giá và biên bản họp hội đồng bồi thường.",
        ),
        ("{number}/QĐ-UBND",),
    ),
    Topic(
        "certificate", _C, 4, "commune_committee", "land",
        (
            "Khiếu nại việc không cấp giấy chứng nhận quyền sử dụng đất",
            "Khiếu nại việc trả hồ sơ đăng ký đất đai thửa số {plot}",
            "Khiếu nại cấp giấy chứng nhận chồng lên đất của gia đình",
        ),
        (
            "Tôi nộp hồ sơ xin cấp giấy chứng nhận ngày {date}, mã biên nhận {number}, quá hẹn {days} ngày vẫn không có kết quả.",
            "{respondent} trả hồ sơ với lý do đất có nguồn gốc do tập thể quản lý mà không đưa ra tài liệu nào.",
            "Giấy chứng nhận cấp cho hộ {neighbour} năm {year} chồng lên {small} m² đất gia đình đang sử dụng.",
            "Sau ba lần bổ sung giấy tờ, cán bộ tiếp nhận lại yêu cầu xác nhận của những người đã mất.",
        ),
        LAND_DETAILS,
        (
            "Vì không có giấy chứng nhận, gia đình không vay được vốn sửa nhà trước mùa mưa.",
            "Việc chia thừa kế cho {members} anh chị em phải dừng lại đã hơn một năm.",
        ),
        (
            "Đề nghị cấp giấy chứng nhận đúng diện tích {area} m² đang sử dụng.",
            "Đề nghị thu hồi giấy chứng nhận đã cấp chồng và đo đạc lại ranh giới.",
            "Đề nghị trả lời bằng văn bản lý do không đủ điều kiện cấp giấy.",
        ),
        ("{number}/TB-UBND",),
    ),
    Topic(
        "construction_fine", _C, 3, "commune_chair", "building",
        (
            "Khiếu nại quyết định xử phạt về xây dựng",
            "Khiếu nại quyết định buộc tháo dỡ công trình tại {street}",
            "Khiếu nại việc đình chỉ thi công nhà ở",
        ),
        (
            "Ngày {date}, tôi nhận Quyết định số {number}/QĐ-XPHC phạt {small} triệu đồng vì cho rằng nhà xây sai phép.",
            "Biên bản vi phạm lập khi tôi vắng nhà, người làm chứng là nhân viên cùng đoàn kiểm tra.",
            "Giấy phép xây dựng cho phép {floors} tầng, công trình đang thi công đúng {floors} tầng và đúng khoảng lùi.",
            "Đoàn kiểm tra đo bằng thước dây, không lập bản vẽ hoàn công, rồi kết luận nhà vượt {percent}% diện tích.",
        ),
        (
            "Nhà nằm tại số {plot} {street}, khởi công ngày {date2}, thợ đã làm xong phần móng.",
            "Ba nhà bên cạnh xây cùng thời điểm, cùng mẫu, không nhà nào bị lập biên bản.",
            "Tôi đã nộp bản vẽ cho bộ phận một cửa, giấy tiếp nhận số {number}.",
            "Chiều cao tầng một là {floors} mét rưỡi, đúng như bản vẽ kèm theo giấy phép.",
            "Hàng rào phía sau do chủ cũ dựng từ năm {old_year}, không phải phần tôi mới xây.",
        ),
        (
            "Vật tư trị giá {money} triệu đồng phơi ngoài trời từ ngày dừng thi công.",
            "Gia đình {members} người phải thuê trọ trong lúc nhà bỏ dở.",
        ),
        (
            "Đề nghị hủy quyết định xử phạt và cho tiếp tục thi công theo giấy phép.",
            "Đề nghị đo đạc lại có mặt chủ nhà và đơn vị thiết kế.",
            "Đề nghị hoãn việc tháo dỡ trong thời gian giải quyết.",
        ),
        ("{number}/QĐ-XPHC",),
    ),
    Topic(
        "policy", _C, 3, "commune_committee", "home",
        (
            "Khiếu nại việc dừng trợ cấp hằng tháng",
            "Khiếu nại việc không công nhận hộ nghèo năm {year}",
            "Khiếu nại kết quả xét trợ cấp người khuyết tật",
        ),
        (
            "Từ tháng {month} năm {year}, {respondent} dừng chi trợ cấp hằng tháng mà không có quyết định bằng văn bản.",
            "Hội đồng xét duyệt họp ngày {date} kết luận gia đình không thuộc diện trợ giúp, biên bản không ghi ý kiến của tổ dân phố.",
            "Kết quả bình xét hộ nghèo tại {hamlet} tính cả {small} m² đất đã bán từ năm {old_year} vào tài sản của hộ.",
            "Cán bộ chính sách nói hồ sơ thương binh của cha tôi bị thất lạc khi bàn giao giữa huyện và xã.",
        ),
        (
            "Gia đình có {members} khẩu, trong đó một người khuyết tật nặng không tự phục vụ được.",
            "Sổ lĩnh tiền số {number} vẫn còn hiệu lực, lần nhận cuối ngày {date2}.",
            "Thu nhập cả nhà trông vào {small} mét vuông ruộng và tiền làm thuê theo ngày.",
            "Tôi {age} tuổi, sống một mình, hằng tháng phải mua thuốc huyết áp.",
        ),
        (
            "Ba tháng nay tôi phải vay hàng xóm tiền thuốc, tổng cộng hơn {small} triệu đồng.",
            "Cháu nhỏ trong nhà không được miễn học phí vì tên bị rút khỏi danh sách.",
        ),
        (
            "Đề nghị khôi phục trợ cấp và truy lĩnh các tháng chưa nhận.",
            "Đề nghị xét lại hộ nghèo có sự tham gia của tổ dân phố.",
            "Đề nghị tìm lại và sao y hồ sơ người có công của gia đình.",
        ),
        ("{number}/QĐ-UBND",),
    ),
    Topic(
        "discipline", _C, 1, "disciplinary_decision", "home",
        ("Khiếu nại quyết định kỷ luật cảnh cáo", "Khiếu nại quyết định kỷ luật buộc thôi việc"),
        (
            "Ngày {date} tôi nhận Quyết định số {number}/QĐ-KL kỷ luật hình thức cảnh cáo do vắng họp {papers} buổi.",
            "Hội đồng kỷ luật họp khi tôi đang điều trị tại bệnh viện, có giấy ra viện ngày {date2}.",
            "Bản kiểm điểm của tôi không được đọc trong cuộc họp, biên bản chỉ có {members} chữ ký.",
        ),
        (
            "Tôi công tác tại cơ quan {years} năm, các năm đều xếp loại hoàn thành tốt nhiệm vụ.",
            "Lịch trực tháng {month} năm {year} cho thấy tôi được phân công đi cơ sở vào đúng những ngày bị coi là vắng.",
            "Quyết định căn cứ một văn bản đã hết hiệu lực từ năm {old_year}.",
        ),
        (
            "Vì quyết định này tôi bị kéo dài thời hạn nâng lương và không được dự kỳ thi nâng ngạch.",
            "Tôi mất phụ cấp {small} triệu đồng trong năm và danh dự bị ảnh hưởng.",
        ),
        ("Đề nghị hủy quyết định kỷ luật và xem xét lại theo đúng trình tự.", "Đề nghị xác minh lại lịch công tác tháng {month}/{year}."),
        ("{number}/QĐ-KL",),
    ),
    Topic(
        "bribe", _D, 3, "commune_staff", "land",
        ("Đơn tố cáo",),
        (
            "Ông {denounced}, {denounced_post}, nhận {small} triệu đồng của các hộ ở {hamlet} để làm nhanh hồ sơ đất đai.",
            "Từ tháng {month} năm {year}, ông {denounced} hẹn người dân ra quán nước ở {street} để đưa tiền thay vì nộp tại quầy một cửa.",
            "Ai không đưa tiền thì bị {denounced_post} trả hồ sơ nhiều lần với lý do thiếu giấy xác nhận.",
        ),
        (
            "Có {members} hộ đã viết giấy xác nhận số tiền, hộ ít nhất {papers} triệu, hộ nhiều nhất {small} triệu đồng.",
            "Cuộc hẹn ngày {date} có người chứng kiến, tin nhắn hẹn giờ vẫn còn lưu trong điện thoại.",
            "Số tiền không có biên lai, không ghi vào sổ thu phí của xã.",
            "Hồ sơ thửa số {plot} nộp sau {days} ngày lại được trả kết quả trước các hộ khác.",
        ),
        ("Việc làm này khiến người nghèo không làm được giấy tờ và mất lòng tin vào cán bộ.", "Nhiều hộ phải vay nóng để có tiền đưa cho cán bộ."),
        ("Đề nghị xác minh, kết luận và xử lý nghiêm theo quy định của pháp luật.", "Đề nghị buộc trả lại số tiền {small} triệu đồng cho các hộ dân."),
        post="công chức địa chính",
    ),
    Topic(
        "funds", _D, 3, "commune_chair", "finance",
        ("Đơn tố cáo",),
        (
            "Quỹ đóng góp làm {project} thu {small} triệu đồng mỗi hộ nhưng đến nay không công khai thu chi.",
            "{denounced_post} {denounced} ký khống {papers} hóa đơn vật liệu, tổng số {money} triệu đồng, cho công trình tại {hamlet}.",
            "Danh sách nhận tiền hỗ trợ thiên tai tháng {month} năm {year} có tên người đã chuyển đi và người đã mất.",
        ),
        (
            "Đoạn đường {papers} trăm mét quyết toán dày {small} phân, người dân đo thực tế mỏng hơn một nửa.",
            "Ban giám sát cộng đồng yêu cầu xem hồ sơ ngày {date} nhưng bị từ chối.",
            "Chữ ký trong danh sách số {number} khác hẳn chữ ký của người được ghi tên.",
            "Cùng một chiếc máy xúc được tính công {days} ca trong một tuần ở hai nơi.",
        ),
        ("Tiền của dân góp bị sử dụng sai, đường làm xong một mùa mưa đã hỏng.", "Hộ thực sự khó khăn tại {other_hamlet} không nhận được đồng nào."),
        ("Đề nghị thanh tra toàn bộ khoản thu chi của công trình.", "Đề nghị kết luận rõ trách nhiệm và thu hồi số tiền chi sai."),
        post="Chủ tịch UBND",
    ),
    Topic(
        "cover_up", _D, 2, "provincial_agency_unit_head", "building",
        ("Đơn tố cáo",),
        (
            "{denounced_post} {denounced} biết công trình tại số {plot} {street} xây trái phép {floors} tầng nhưng không xử lý.",
            "Người dân báo tin ba lần từ ngày {date}, lần nào đoàn kiểm tra cũng đến sau khi thợ đã nghỉ.",
            "Biên bản ngày {date2} bị thay bằng biên bản khác ghi công trình đúng phép.",
        ),
        (
            "Chủ công trình là người quen, thường xuyên lui tới cơ quan ngoài giờ.",
            "Ảnh chụp ngày {date} cho thấy phần xây lấn ra {small} mét vuông đất công.",
            "Hai công trình nhỏ hơn ở {hamlet} đã bị tháo dỡ trong cùng tháng.",
            "Văn bản trả lời số {number} ghi sai số nhà và sai tên chủ đầu tư.",
        ),
        ("Nhà bên cạnh bị nứt tường, nước mưa tràn sang {members} hộ phía sau.", "Việc bao che làm người dân cho rằng pháp luật chỉ áp dụng với người yếu thế."),
        ("Đề nghị kiểm tra hồ sơ xử lý vi phạm và trách nhiệm của người có thẩm quyền.", "Đề nghị tháo dỡ phần công trình lấn đất công."),
        post="Chi cục trưởng",
    ),
    Topic(
        "waste", _P, 4, "anything_else", "land",
        ("Phản ánh ô nhiễm từ cơ sở {company}", "Phản ánh rác thải ứ đọng tại {hamlet}", "Phản ánh nước thải chăn nuôi ở {street}"),
        (
            "Cơ sở {company} xả nước thải màu đen xuống mương tưới của {hamlet}, nhiều nhất vào khoảng {hour} giờ đêm.",
            "Bãi tập kết rác đầu {street} đã {days} ngày không có xe đến chở.",
            "Trại nuôi hơn {trees} con lợn cách khu dân cư chưa đầy {small} mét, mùi hôi cả ngày lẫn đêm.",
            "Lò đốt phế liệu của {company} hoạt động không có ống khói, bụi đen phủ kín mái nhà.",
        ),
        (
            "Tổ trưởng dân phố đã ghi biên bản ngày {date} với {members} hộ ký tên.",
            "Cá trong ao của gia đình chết hàng loạt ngày {date2}, ước chừng {papers} tạ.",
            "Giếng nước của {members} hộ có váng, phải mua nước đóng bình để ăn uống.",
            "Trường mầm non gần đó phải đóng kín cửa trong giờ ngủ trưa của các cháu.",
        ),
        ("Trẻ nhỏ và người già trong xóm thường xuyên ho, phải đi khám nhiều lần.", "Ruộng lúa {area} m² cuối mương bị vàng lá, năng suất giảm {percent}%."),
        ("Đề nghị kiểm tra việc xả thải và công bố kết quả cho người dân.", "Đề nghị bố trí xe thu gom cố định và đặt thêm thùng chứa.", "Đề nghị di dời cơ sở ra khỏi khu dân cư."),
        mark="feedback",
    ),
    Topic(
        "road", _P, 4, "anything_else", "building",
        ("Kiến nghị sửa chữa {street}", "Phản ánh đèn đường hỏng tại {hamlet}", "Kiến nghị làm cống thoát nước {hamlet}"),
        (
            "{street} đoạn qua {hamlet} xuất hiện {papers} ổ gà lớn sau đợt mưa tháng {month}.",
            "Từ ngày {date}, {trees} bóng đèn chiếu sáng không hoạt động, buổi tối học sinh đi học về rất nguy hiểm.",
            "Cống thoát nước bị đất bồi lấp, mưa khoảng một giờ là nước ngập {small} phân vào nhà.",
            "Xe chở vật liệu cho {project} chạy quá tải làm vỡ mặt đường bê tông mới đổ năm {year}.",
        ),
        (
            "Trong tháng {month} đã có {papers} người ngã xe, một người phải nhập viện.",
            "Bà con tự góp tiền rải đá nhưng chỉ được ít hôm.",
            "Đơn vị thi công hứa hoàn trả mặt đường trước ngày {date2} nhưng chưa làm.",
            "Con đường này là lối duy nhất ra {other_hamlet} và trạm y tế.",
        ),
        ("Hàng quán hai bên đường vắng khách, bụi bám đầy nhà cửa.", "Xe cứu thương có lần phải quay lại vì không qua được."),
        ("Đề nghị sửa chữa mặt đường trước mùa mưa năm nay.", "Đề nghị thay bóng đèn và kiểm tra định kỳ hằng tháng.", "Đề nghị nạo vét cống và mở rộng cửa xả."),
        mark="petition",
    ),
    Topic(
        "school", _P, 2, "anything_else", "education",
        ("Kiến nghị về khoản thu đầu năm học", "Kiến nghị về điểm trường lẻ tại {hamlet}"),
        (
            "Đầu năm học {year}, phụ huynh được yêu cầu nộp {papers} khoản, trong đó có khoản tự nguyện chia đều {small} trăm nghìn đồng một em.",
            "Điểm trường {hamlet} dự kiến đóng cửa, các cháu sẽ phải đi xa thêm {papers} cây số.",
            "Bếp ăn bán trú đổi đơn vị cung cấp từ ngày {date} mà không họp phụ huynh.",
        ),
        (
            "Lớp có {trees} cháu nhưng chỉ còn {papers} quạt chạy được.",
            "Ban đại diện cha mẹ học sinh đã góp ý tại cuộc họp ngày {date2}, có ghi biên bản.",
            "Giá suất ăn tăng {percent}% mà lượng thức ăn không đổi.",
        ),
        ("Nhiều gia đình ở {other_hamlet} cho con nghỉ buổi chiều vì không có người đón.",),
        ("Đề nghị công khai các khoản thu và trả lại khoản chưa đúng quy định.", "Đề nghị giữ điểm trường lẻ ít nhất hết năm học.", "Đề nghị kiểm tra bếp ăn bán trú."),
        mark="petition",
    ),
    Topic(
        "procedure", _P, 3, "anything_else", "home",
        ("Kiến nghị cải tiến việc trả kết quả hồ sơ", "Phản ánh thái độ phục vụ tại bộ phận một cửa", "Kiến nghị về cấp nước sinh hoạt tại {hamlet}"),
        (
            "Sáng ngày {date} tôi lấy số thứ tự {papers} nhưng đến {hour} giờ vẫn chưa được gọi, phần mềm báo lỗi liên tục.",
            "Từ khi sắp xếp lại địa giới, người dân {hamlet} phải đi {small} cây số để chứng thực một tờ giấy.",
            "Nước máy ở {hamlet} chỉ chảy vài giờ ban đêm suốt {days} ngày qua, hóa đơn tháng {month} lại tăng {percent}%.",
            "Nhân viên hướng dẫn mỗi lần một kiểu, tôi phải làm lại tờ khai {papers} lần.",
        ),
        (
            "Người cao tuổi không dùng được điện thoại thông minh nên không biết tra kết quả.",
            "Tổng đài hỗ trợ gọi từ ngày {date2} không ai nhấc máy.",
            "Bảng niêm yết thủ tục ghi thời hạn khác với giấy hẹn số {number}.",
            "Khu vực chờ chỉ có {members} ghế, nhiều người phải đứng ngoài nắng.",
        ),
        ("Mỗi lần đi lại tôi mất một ngày công, tính ra gần {small} trăm nghìn đồng.",),
        ("Đề nghị mở điểm tiếp nhận hồ sơ lưu động mỗi tuần một buổi.", "Đề nghị bố trí người hướng dẫn trực tiếp cho người già.", "Đề nghị cấp nước đúng giờ đã cam kết trong hợp đồng."),
        mark="petition",
    ),
)  # fmt: skip

OPENINGS: Final = (
    "Tôi viết đơn này trình bày với quý cơ quan sự việc sau.",
    "Gia đình tôi sinh sống tại {hamlet} từ năm {old_year}, nay xin trình bày như sau.",
    "Tôi là người dân {hamlet}, làm nghề {job}, xin gửi đến cơ quan nội dung dưới đây.",
    "Kính mong cơ quan có thẩm quyền xem xét việc đã kéo dài {days} ngày nay ở {hamlet}.",
    "Sau nhiều lần hỏi miệng không được trả lời, tôi làm đơn này.",
    "Nay tôi đã {age} tuổi, lần đầu tiên phải làm đơn gửi cơ quan nhà nước.",
)
GROUP_OPENINGS: Final = (
    "Chúng tôi gồm {people} người dân {hamlet} cùng ký tên vào đơn này và cử người đại diện như giấy kèm theo.",
    "Tập thể {people} hộ ở {hamlet} và {other_hamlet} thống nhất trình bày chung một nội dung.",
)
SECRET_OPENINGS: Final = (
    "Tôi tố cáo hành vi sau đây và cam đoan nội dung là đúng sự thật.",
    "Tôi đề nghị giữ kín thông tin của tôi và xem xét những việc sau.",
    "Tôi biết rõ sự việc và chịu trách nhiệm trước pháp luật về nội dung tố cáo.",
)
EARLIER: Final = (
    "Ngày {date2} tôi đã hỏi cán bộ địa bàn, được trả lời miệng là chờ hướng dẫn của cấp trên.",
    "Tổ hòa giải {hamlet} họp {papers} lần nhưng không thành.",
    "Trước đây tôi đã gửi thư ngày {old_date}, chưa nhận được phúc đáp nào.",
    "Buổi làm việc ngày {date} có lập biên bản nhưng tôi không được giữ một bản.",
    "Việc này cử tri đã nêu tại cuộc tiếp xúc tháng {month} năm {year}.",
)
EVIDENCE: Final = (
    "Kèm theo đơn có {papers} tờ bản sao và {members} ảnh chụp hiện trạng.",
    "Tôi gửi kèm bản sao giấy hẹn, biên bản và sơ đồ tự vẽ.",
    "Những người ở {other_hamlet} sẵn sàng làm chứng khi được mời.",
    "Bản gốc tôi đang giữ, sẽ xuất trình khi cơ quan yêu cầu.",
)
CLOSINGS: Final = (
    "Rất mong được xem xét sớm và thông báo kết quả bằng văn bản.",
    "Tôi sẵn sàng đối thoại để làm rõ sự việc.",
    "Xin trân trọng cảm ơn.",
    "Nếu cần thêm giấy tờ, xin báo cho tôi theo số điện thoại đã ghi.",
)
JOBS: Final = (
    "làm ruộng",
    "buôn bán nhỏ",
    "thợ xây",
    "giáo viên đã nghỉ hưu",
    "lái xe",
    "công nhân may",
    "nuôi trồng thủy sản",
    "thợ mộc",
)
PROJECTS: Final = (
    "đường nối khu công nghiệp", "khu dân cư mới", "hồ chứa nước", "trường mầm non", "chợ trung tâm", "kè chống sạt lở",
    "bến xe", "nhà văn hóa thôn", "trạm bơm tưới", "công viên cây xanh", "đường dây 110 kV", "cầu qua suối",
)  # fmt: skip
COMPANIES: Final = (
    "chế biến gỗ Ván Xanh", "sơ chế mủ Hạt Dẻ", "nhuộm vải Sắc Chàm", "giết mổ Bình Minh Đỏ", "tái chế nhựa Vòng Tròn", "nung gạch Đất Son",
    "xay xát Hạt Ngọc", "nuôi gà Mào Đỏ",
)  # fmt: skip
