"""A denunciation, over HTTP: sealed identity, redacted copy, one opening, conclusion; who the denouncer is stays in form 05."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.cases.build import denunciation, submission
from tests.factories import moment
from tests.journeys.officers import Office
from tests.journeys.test_complaint_from_desk_to_decision import slug
from tests.people import Cast, make_cast
from tests.submissions.build import IDENTITY, NAME
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.cases.models import Session
from tiepdan.documents.access import files
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.infra.folding import fold
from tiepdan.submissions.actions import ask_opening
from tiepdan.submissions.models import Opening

pytestmark = pytest.mark.django_db
SAID = "Tận mắt thấy phong bì trao ở quán nước."
PIECES = (NAME, IDENTITY.number, IDENTITY.address, IDENTITY.phone)
STORY = f"Ông Phạm Văn Bê, Trưởng phòng, nhận tiền khi cấp phép. Tôi là {NAME}, ở {IDENTITY.address}, tận mắt thấy."


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    """Their desks."""
    return Office(monkeypatch)


def shows(text: str) -> list[str]:
    """Return the pieces of the identity in a text, whatever its diacritics and blanks."""
    bare = "".join(fold(text).split())
    return [piece for piece in PIECES if "".join(fold(piece).split()) in bare]


def test_denunciation_with_sealed_identity_redacted_copy_and_conclusion(cast: Cast, office: Office) -> None:
    code = submission(cast, denunciation(content=STORY), at=moment("2026-07-14")).code
    real_now = clock.now()
    pages: list[str] = []
    office.on("2026-07-20")
    accept = {"leader": cast.head.user_id, "handler": cast.handler.user_id}
    told = office.send(cast.head, f"vu-viec/mo/{code}/thu-ly/", accept, status=422)
    assert "nhân thân" in told
    office.send(cast.head, f"vu-viec/mo/{code}/thu-ly/", {**accept, "identity_checked": "on"})
    case_path = f"vu-viec/{code}/"
    office.see(cast.processor, case_path, status=404)
    assert "Đơn tố cáo" in office.see(cast.processor, "vu-viec/")
    pages.append(office.see(cast.handler, case_path))
    assert "Người tố cáo (danh tính niêm phong)" in pages[-1]
    redaction = {"text": "Ông Phạm Văn Bê nhận tiền khi cấp phép."}
    assert "mở thông tin người tố cáo" in office.send(cast.handler, f"{case_path}ban-che/", redaction, status=409)

    notices = case_path + slug("Thông báo thụ lý và nội dung tố cáo") + "/"
    content = {"denunciation_content": "Nhận tiền khi cấp phép.", "explain_by": "2026-07-31"}
    assert "niêm phong" in office.send(cast.handler, notices, content, status=409)
    # Openings lapse by the database's own clock, so this one is asked for today.
    with acting(cast.handler):
        matter_id = Paper.objects.filter(matter__cases__code=code).values_list("matter_id", flat=True)[0]
        ask_opening(matter_id=matter_id, reason="Gửi thông báo thụ lý cho người tố cáo", by=cast.handler, at=real_now)
    told = office.send(cast.handler, f"{case_path}ban-che/", {"text": f"Theo lời bà {NAME.split()[-1]}"}, status=409)
    assert "bản che" in told.lower() or "danh tính" in told
    office.send(cast.handler, f"{case_path}ban-che/", redaction)
    told = office.send(cast.handler, notices, {**content, "denunciation_content": STORY}, status=409)
    assert "làm lộ" in told
    office.send(cast.handler, notices, content)
    with acting(cast.handler):
        named = Paper.objects.get(matter_id=matter_id, form_key="ND31-2019/05").pk
    assert shows(office.see(cast.handler, f"{case_path}van-ban/{named}/"))
    with acting(cast.handler):
        assert Entry.objects.filter(act="identity.file_read", subject=f"paper:{named}").count() == 1  # BV-3
        Opening.objects.update(ends_at=moment("2026-07-20", 10))  # lapsed

    office.on("2026-07-22")
    verify = case_path + slug("Thành lập tổ xác minh hoặc giao xác minh") + "/"
    alone = {"head": cast.handler.user_id, "days": "20", "impartial": "on"}
    assert "từ 2 người" in office.send(cast.head, verify, alone, status=409)
    office.send(cast.head, verify, {**alone, "members": [cast.second_handler.user_id]})
    pages.append(office.see(cast.second_handler, case_path))
    session = {
        "kind": "working",
        "held_on": "2026-07-22",
        "held_at": "08:30",
        "ended_at": "10:00",
        "minutes": "Giải trình.",
    }
    for with_whom, title in (("denouncer", "Làm việc với người tố cáo"), ("denounced", "Làm việc với người bị tố cáo")):
        filled = {**session, "with_whom": with_whom, "present": NAME if with_whom == "denouncer" else "Phạm Văn Bê"}
        if with_whom == "denouncer":
            filled["minutes"] = f"{SAID} Tôi là {NAME}."
        office.send(cast.handler, case_path + slug(title) + "/", filled)
    office.on("2026-08-03")
    report = {
        "issue_1": "Nhận tiền", "finding_1": "right", "basis_1": "Sao kê.", "explanation": "Thừa nhận.",
        "recommendation": "Kỷ luật.",
    }  # fmt: skip
    office.send(cast.handler, case_path + slug("Nộp báo cáo kết quả xác minh") + "/", report)
    office.on("2026-08-10")
    conclusion = {"outcome": "right", "assessment": "Tố cáo đúng.", "measures": "Kỷ luật, thu hồi tiền."}
    office.send(cast.head, case_path + slug("Ban hành kết luận nội dung tố cáo") + "/", conclusion)
    send = {"addressees": ["denounced", "denouncer"], "way": "post", "sent_on": "2026-08-10"}
    office.send(cast.handler, case_path + slug("Gửi kết luận và thông báo cho người tố cáo") + "/", send)

    with acting(cast.head):
        papers = list(Paper.objects.select_related("file").filter(matter_id=matter_id).order_by("pk"))
        entries = list(Entry.objects.filter(matter_id=matter_id).values_list("before", "after", "reason"))
        issued = {paper.form_key for paper in papers if paper.file is not None}
        naming = {
            paper.pk: paper.form_key for paper in papers if paper.file and shows(_text(files().get(paper.file.key)))
        }
        spoken = Session.objects.get(matter_id=matter_id, with_whom="denouncer")
    assert naming.pop(spoken.paper_id or 0)  # the minutes with the denouncer, sealed like the notice of acceptance
    assert list(naming.values()) == ["ND31-2019/05"]
    assert issued >= {
        "ND31-2019/04",
        "ND31-2019/06",
        "ND31-2019/07",
        "ND31-2019/08",
        "ND31-2019/10",
        "ND31-2019/12",
    }
    for paper in papers:
        assert paper.file is None or paper.file.key.startswith("sealed-")
        pages.append(office.see(cast.head, f"{case_path}van-ban/{paper.pk}/"))
        drawn = office.browser(cast.second_handler).get(f"/ban-lam-viec/{case_path}van-ban/{paper.pk}/pdf/")
        assert not shows(_text(drawn.content)), paper.form_key
    pages += [
        office.see(cast.head, case_path),
        office.see(cast.head, "vu-viec/"),
        office.see(cast.overseer, "vu-viec/"),
    ]
    assert not any(SAID in text for text in pages)  # what a denouncer says is sealed with who says it
    assert not spoken.minutes
    assert SAID.encode() not in bytes(spoken.envelope or b"")
    assert SAID not in str(next(paper.values for paper in papers if paper.pk == spoken.paper_id))
    assert [shows(text) for text in pages] == [[]] * len(pages)
    assert shows(" ".join(" ".join(entry) for entry in entries)) == []
    office.see(cast.overseer, case_path, status=404)
    office.see(cast.outsider, case_path, status=404)


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
