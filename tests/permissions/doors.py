"""Every door of the program that names something of a matter, and every list, with the degree it needs."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, quote_plus

import docx
from django.http import HttpResponse
from pypdf import PdfReader

from tests.permissions.world import Made, pieces_of
from tiepdan.infra.codes import new_code
from tiepdan.infra.folding import fold

DESK: Final = "/ban-lam-viec"
NOWHERE: Final = 987_654_321  # an id that no row has


@dataclass(frozen=True, slots=True)
class Door:
    """An address with what it names: {code}, {reception}, {paper}, {attachment}, {party}, {urging}, {notice} …"""

    path: str
    needs: str = "content"
    data: dict[str, Any] | None = None  # posted when given

    @property
    def names(self) -> list[str]:
        """What of a matter the address names."""
        return re.findall(r"{(\w+)}", self.path)


DOORS: Final = (
    Door("don/{code}/"),
    Door("don/{code}/tach/"),
    Door("don/{code}/danh-tinh/"),
    Door("don/{code}/danh-tinh/", data={"reason": "Gửi thông báo cho người tố cáo"}),
    Door("don/{code}/chu-ky/"),
    Door("don/{code}/tep/", data={"role": "evidence"}),
    Door("don/{code}/ban-che/", data={"text": "x"}),
    Door("don/{code}/ket-thuc/huy/", data={"reason": "Nhập nhầm"}),
    Door("don/{code}/nguoi/{party}/", data={}),
    Door("don/{code}/nguoi/{party}/lien-he/", data={"phone": "0900000009"}),
    Door("don/{code}/ho-so/"),
    Door("tiep-truc-tuyen/moi/{code}/"),
    Door("tep/{attachment}/"),
    Door("tep/{attachment}/anh/"),
    Door("tep/{attachment}/bo/", data={"reason": "Nhập nhầm"}),
    Door("xu-ly/{code}/"),
    Door("xu-ly/{code}/bang/"),
    Door("xu-ly/{code}/phan-loai/", data={"kind": "complaint"}),
    Door("xu-ly/{code}/de-xuat/", data={"act": "accept"}),
    Door("xu-ly/{code}/trung-lap/", data={"earlier": "1", "same": "1"}),
    Door("xu-ly/{code}/ly-do/", data={"reason": "x"}),
    Door("xu-ly/{code}/bao-ket-qua/", data={"result": "x"}),
    Door("xu-ly/chuyen-den/{transfer}/nhan/", data={}),
    Door("xu-ly/da-chuyen/{transfer}/tra-loi/", "line", data={"reply": "x"}),
    Door("phe-duyet/{proposal}/", data={"decision": "approve"}),
    Door("vu-viec/mo/{code}/thu-ly/"),
    Door("vu-viec/mo/{code}/khong-thu-ly/"),
    Door("vu-viec/mo/{code}/kiem-tra/"),
    Door("vu-viec/{code}/"),
    Door("vu-viec/{code}/don-doc/", "line"),
    Door("vu-viec/{code}/danh-tinh/", data={"reason": "Gửi thông báo"}),
    Door("vu-viec/{code}/danh-tinh/{opening}/", data={"grant": "1"}),
    Door("vu-viec/{code}/van-ban/{paper}/"),
    Door("vu-viec/{code}/van-ban/{paper}/pdf/"),
    Door("vu-viec/{code}/ghi-chu/"),
    Door("vu-viec/{code}/da-nhan/{delivery}/"),
    Door("vu-viec/{code}/thuc-hien/{obligation}/"),
    Door("vu-viec/don-doc/{urging}/tra-loi/", "line"),
    Door("van-ban/{paper}/"),
    Door("van-ban/{paper}/tep.pdf"),
    Door("van-ban/{paper}/tep.docx"),
    Door("van-ban/{paper}/gui/", data={"addressee": "complainant", "way": "post", "sent_on": "2026-07-14"}),
    Door("van-ban/{paper}/sua/"),
    Door("van-ban/{paper}/buoc/trinh/", data={}),
    Door("van-ban/{paper}/buoc/thu-hoi/", data={"reason": "x"}),
    Door("van-ban/{paper}/ban-ky/", data={}),
    Door("van-ban/{paper}/da-thu-hoi/{delivery}/", data={}),
    Door("van-ban/moi/house/urging/?don={code}"),
    Door("niem-phong/{opening}/", data={"grant": "1"}),
    Door("tiep-dan/{reception}/", "line"),
    Door("tiep-dan/{reception}/xong/", "line"),
    Door("tiep-dan/{reception}/bien-nhan.pdf"),
    Door("tiep-dan/{reception}/tra-loi/", "line", data={"replied_on": "2026-07-14", "note": "x"}),
    Door("tiep-dan/{reception}/huy/", "line", data={"reason": "Nhập nhầm"}),
    Door("hop-tin/{notice}/da-xem/", "line", data={}),
)
# Pages that gather lines of several matters.
LISTS: Final = (
    "", "bang-dieu-hanh/", "hop-tin/", "don/", "don/?kind=denunciation", "don/?sap=don",
    "don/?sap=nguoi", "vu-viec/", "vu-viec/?sap=-han", "vu-viec/?loc=dong-nguoi", "xu-ly/",
    "xu-ly/?muc=chuyen-den", "xu-ly/?muc=da-chuyen", "phe-duyet/", "tiep-dan/", "tiep-truc-tuyen/",
    "tiep-dan/so/?tu=2020-01-01&den=2100-01-01",
    "so/", "van-ban/", "thu-dich-danh/", "niem-phong/", "ke-hoach/", "bo-quy-tac/thoi-han-doi/",
)  # fmt: skip
# Work that is no matter; `needs` is the table whose readers may open it.
WORK_DOORS: Final = (
    Door("truc/to/{force}/", "rosters_taskforce"),
    Door("truc/to/{force}/quyet-dinh.docx", "rosters_taskforce"),
    Door("truc/to/{force}/quyet-dinh/", "rosters_taskforce", data={"number": "1", "symbol": "QĐ", "on": "2026-07-14"}),
    Door("truc/to/{force}/thanh-vien/", "rosters_taskforce", data={"name": "x", "body": "y", "function": "member"}),
    Door("truc/to/{force}/thanh-vien/{member}/thoi/", "rosters_taskforce", data={"reason": ""}),
    Door("truc/to/{force}/ket-thuc/", "rosters_taskforce", data={"reason": ""}),
    Door("truc/to/{force}/lich-moi/", "rosters_taskforce"),
    Door("truc/lich/{roster}/", "rosters_roster"),
    Door("truc/lich/{roster}/ca/", "rosters_roster"),
    Door("truc/lich/{roster}/xep/", "rosters_roster", data={}),
    Door("truc/lich/{roster}/cong-bo/", "rosters_roster", data={}),
    Door("truc/lich/{roster}/dang-ky/", "rosters_roster", data={"member": "0"}),
    Door("truc/lich/{roster}/dang-ky/{wish}/bo/", "rosters_roster", data={}),
    Door("truc/lich/{roster}/lich.docx", "rosters_roster"),
    Door("truc/lich/{roster}/gio/", "rosters_roster"),
    Door("truc/lich/{roster}/gio.docx", "rosters_roster"),
    Door("truc/lich/{roster}/ngay/{day}/", "rosters_roster"),
    Door("truc/lich/{roster}/ngay/{day}/ban-giao/", "rosters_roster", data={"shift": "c1", "text": ""}),
    Door("truc/ca/{duty}/", "rosters_dutyshift"),
    Door("truc/ca/{duty}/doi/", "rosters_dutyshift", data={"member": "0"}),
    Door("truc/ca/{duty}/diem-danh/", "rosters_dutyshift", data={"attendance": "x"}),
    Door("truc/doi-ca/{swap}/", "rosters_swap", data={"said": "agree"}),
    Door("tinh-huong/{incident}/", "incidents_incident"),
    Door("tinh-huong/{incident}/dien-bien/", "incidents_incident", data={"kind": "note", "text": ""}),
    Door("tinh-huong/{incident}/goi/{call}/", "incidents_incident", data={"came": "0"}),
    Door("tinh-huong/{incident}/tra-loi/", "incidents_incident", data={"answer": ""}),
    Door("tinh-huong/{incident}/da-xem/", "incidents_incident", data={}),
    Door("tinh-huong/{incident}/dong/", "incidents_incident", data={"lessons": ""}),
    Door("tinh-huong/dia-diem/{office}/", "incidents_office"),
    Door("tinh-hinh/{series}/", "situation_reportseries"),
    Door("tinh-hinh/{series}/{today}/", "situation_reportseries"),
    Door("tinh-hinh/{series}/{today}/so-lieu/receptions/", "situation_reportseries"),
    Door("tinh-hinh/{series}/{today}/bao-cao.docx", "situation_reportseries"),
    Door("tinh-hinh/{series}/{today}/gui/", "situation_reportseries", data={}),
    Door("tinh-hinh/{series}/yeu-cau/", "situation_reportseries"),
    Door("tinh-hinh/{asking}/duoc-yeu-cau/", "situation_expected"),
    Door("ke-hoach/{document}/", "plans_plandocument"),
    Door("ke-hoach/{document}/tep/", "plans_plandocument"),
    Door("theo-doi/{plan}/", "plans_plan"),
    Door("theo-doi/{plan}/co-quan/", "plans_planbody"),
    Door("theo-doi/{plan}/do-phu/", "plans_plan"),
    Door("theo-doi/{plan}/ket-qua.docx", "plans_planbody"),
    Door("theo-doi/ten/{body}/", "plans_planbody"),
    Door("nhiem-vu/{task}/", "plans_task"),
    Door("nhiem-vu/dong/{line}/tien-do/", "plans_taskagency"),
    Door("nhiem-vu/dong/{line}/don-doc/", "plans_taskagency", data={"text": ""}),
    Door("nhiem-vu/don-doc/{urging}/tra-loi/", "plans_taskurging", data={"text": ""}),
    Door("nhiem-vu/vuong-mac/{obstacle}/chuyen/", "plans_obstacle"),
    Door("nhiem-vu/vuong-mac/{obstacle}/tra-loi/", "plans_obstacle"),
    Door("bao-cao-ke-hoach/{report}/", "plans_report"),
    Door("bao-cao-ke-hoach/{report}/tep.docx", "plans_report"),
    Door("so-theo-doi/dong/{entry}/", "plans_registerentry"),
    Door("so-theo-doi/dong/{entry}/huy/", "plans_registerentry", data={"text": ""}),
    Door("phong-xe/{booking}/huy/", "plans_booking", data={}),
    Door("ra-soat/{campaign}/", "plans_reviewcampaign"),
    Door("bo-loc/{filter}/bo/", "matters_savedfilter", data={}),
    Door("trang-cong/{page}/", "pages_portalpage"),
    Door("trang-cong/{page}/sua/", "pages_portalpage"),
    Door("trang-cong/{page}/viec/go/", "pages_portalpage", data={}),
    Door("du-lieu-ca-nhan/{request}/", "privacy_datarequest"),
    Door("du-lieu-ca-nhan/vi-pham/{breach}/xong/", "privacy_breach", data={}),
)
# What of a table a name in an address means, where the oracle tells its rows apart.
WORK_KEYS: Final = {"series": "Kỳ họp", "asking": "Lễ hội", "task": "commune", "line": "commune"}
# Pages that gather work of several offices or several kinds, and the files of them.
WORK_LISTS: Final = (
    "", "bang-dieu-hanh/", "hop-tin/", "truc/", "truc/lich-dien-thoai/", "tinh-huong/", "tinh-hinh/", "ke-hoach/", "theo-doi/",
    "nhiem-vu/", "bao-cao-ke-hoach/", "so-theo-doi/", "so-theo-doi/training/", "phong-xe/", "ra-soat/", "su-kien/",
    "du-lieu-ca-nhan/", "du-lieu-ca-nhan/vi-pham/", "soan-ke-hoach/", "so/", "tiep-dan/", "don/", "trang-cong/",
)  # fmt: skip
API_DOORS: Final = (
    Door("/submissions/{code}"),
    Door("/submissions/{code}/deadlines"),
    Door("/cases/{code}"),
    Door("/cases/{code}/deadlines"),
    Door("/documents/{paper}"),
    Door("/documents/{paper}/file"),
    Door("/receptions/{reception}", "line"),
)
API_LISTS: Final = ("/submissions", "/cases", "/receptions")

_TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value="|"X-CSRFToken": "|nonce="|nonce-)[A-Za-z0-9+/=_-]+')
_CHANGING = {"Content-Length", "ETag", "Expires"}


@dataclass
class Things:
    """What hangs on a matter, by the names that addresses use."""

    known: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, door: Door) -> list[tuple[str, dict[str, str]]]:
        """Return the address for everything it may name of the matter."""
        choices: list[dict[str, str]] = [{}]
        for name in door.names:
            choices = [{**one, name: value} for one in choices for value in self.known.get(name, [])]
        return [(door.path.format(**one), one) for one in choices]


def absent(door: Door) -> tuple[str, dict[str, str]]:
    """The same address for what does not exist."""
    names = {name: new_code() if name in {"code", "reception"} else str(NOWHERE) for name in door.names}
    return door.path.format(**names), names


def bare(response: HttpResponse, named: dict[str, str]) -> bytes:
    """An answer without what differs by request: tokens, and what was asked for."""
    text = f"{response.status_code} {response.headers.get('Location', '')}\n{text_of(response)}"
    text = _TOKEN.sub(r"\1", text)
    for value in sorted(named.values(), key=len, reverse=True):
        if value.isdecimal() and len(value) < 10:  # an id, only where it stands in an address
            text = re.sub(rf"(?<=[/F]){value}(?=[/.%])", "NAMED", text)
        else:
            text = text.replace(value, "NAMED").replace(quote(value), "NAMED").replace(quote_plus(value), "NAMED")
    return text.encode()


def text_of(response: HttpResponse) -> str:
    """Everything an answer says: headers, and the words of a page, a PDF or a DOCX."""
    data = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    head = "\n".join(f"{name}: {value}" for name, value in response.headers.items() if name not in _CHANGING)
    if data.startswith(b"%PDF"):
        return head + " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if data.startswith(b"PK"):
        document = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return head + " ".join([*(line.text for line in document.paragraphs), *cells])
    return head + "\n" + data.decode(errors="replace")


def reveals(text: str, made: Made) -> list[str]:
    """Pieces of the author's identity in a text, whatever its diacritics and blanks."""
    folded = "".join(fold(text).split())
    return [piece for piece in pieces_of(made.key) if "".join(fold(piece).split()) in folded]
