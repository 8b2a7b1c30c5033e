"""What the clients must know of the installation: sessions, codes, and the fields its own forms would send."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from dataclasses import dataclass, replace
from typing import Any, Final

import lxml.html

from tiepdan.infra.errors import TiepdanError

TEXT: Final = (
    "Ngày {day}/10/2026 tôi nhận Quyết định số {number}/QĐ-UBND thu hồi {area} m2 đất trồng cây lâu năm của gia đình tôi tại"
    " thôn {number}. Tôi không đồng ý vì diện tích đo lại thiếu {area} m2 so với giấy chứng nhận, đơn giá bồi thường thấp hơn"
    " hộ liền kề số {day}, và không ai họp với các hộ trước khi ra quyết định."
)
DESK: Final = "/ban-lam-viec"
Fields = tuple[tuple[str, str], ...]


class NotAsExpected(TiepdanError):
    """A page does not look as the measure needs it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the installation told about itself."""

    token: str
    officer: str
    head: str
    csrf: str
    agency: str
    agency_id: str
    cases: tuple[str, ...]
    received: tuple[str, ...]
    deep: str  # where the deep page begins
    pairs: tuple[tuple[str, str], ...] = ()  # code and PIN of submissions sent for the look-up
    screening: Fields = ()
    screening_petition: Fields = ()
    accepting: Fields = ()
    answering: Fields = ()
    answer_slug: str = ""
    citizen: Fields = ()
    citizen_path: str = ""
    intake: Fields = ()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


@dataclass
class Visitor:
    """Somebody with a session who opens pages one after the other."""

    address: str
    csrf: str
    session: str = ""

    def get(self, path: str) -> bytes:
        """Open a page."""
        with urllib.request.urlopen(urllib.request.Request(f"{self.address}{path}", headers=self._headers())) as answer:  # noqa: S310
            return bytes(answer.read())

    def fields(self, path: str, having: str) -> dict[str, str]:
        """Return what the form on a page would send as it stands."""
        page = lxml.html.fromstring(self.get(path).decode())
        form = next((form for form in page.forms if having in form.fields), None)
        if form is None:
            raise NotAsExpected(f"không thấy biểu mẫu ở {path}")
        return {name: value for name, value in form.form_values() if isinstance(value, str)}

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Send a form; returns where it leads."""
        kept = {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"}
        data = urllib.parse.urlencode(kept).encode()
        headers = {**self._headers(), "X-CSRFToken": self.csrf}
        opener = urllib.request.build_opener(_Stay)
        try:
            with opener.open(urllib.request.Request(f"{self.address}{path}", data=data, headers=headers)) as answer:  # noqa: S310
                raise NotAsExpected(f"{path}: {answer.status}")
        except urllib.request.HTTPError as told:
            if told.code not in {302, 303}:
                raise NotAsExpected(f"{path}: {told.code} {told.read()[-400:]!r}") from told
            return str(told.headers["Location"])

    def _headers(self) -> dict[str, str]:
        session = f"sessionid={self.session}; " if self.session else ""
        return {"Cookie": f"{session}csrftoken={self.csrf}"}


def get_to_know(*, told: dict[str, Any], port: int, with_forms: bool) -> Known:
    """Learn the rest by sending a few submissions and, for the forms, going once through the life of one."""
    from tiepdan.ops.bench.operations import create

    known = Known(**{**told, "cases": tuple(told["cases"]), "received": tuple(told["received"])})
    address = f"http://127.0.0.1:{port}"

    def sent(turn: int, kind: str) -> tuple[str, str]:
        text = TEXT.format(day=1, number=turn, area=turn)
        request = create(known, text, f"{known.officer[:8]}-{turn}", turn, kind=kind)
        asked = urllib.request.Request(  # noqa: S310
            f"{address}{request.path}", data=request.body, headers=request.headers, method="POST"
        )
        with urllib.request.urlopen(asked) as answer:  # noqa: S310
            stored = json.loads(answer.read())
        return stored["code"], stored["pin"]

    known = replace(known, pairs=tuple(sent(turn, "complaint") for turn in range(40)))
    if not with_forms:
        return known
    officer, head = Visitor(address, known.csrf, known.officer), Visitor(address, known.csrf, known.head)
    received = known.received or tuple(code for code, _ in known.pairs)
    path = f"/gui-don/khieu-nai/{known.agency}/"
    citizen = Visitor(address, known.csrf).fields(path, "content") | {
        "name": "Người Thử", "address": "Thôn Sen, xã Hoa Sen", "respondent_name": "Chủ tịch UBND phường",
        "attacked_number": "15/QĐ-UBND", "demands": "Xem xét lại quyết định.", "people": "1",
    }  # fmt: skip
    intake = officer.fields(f"{DESK}/tiep-dan/moi/", "content") | {
        "name": "Người Thử", "number": "000123456789", "address": "Thôn Sen", "purpose": "complaint",
        "demands": "Xem xét lại quyết định.",
    }  # fmt: skip
    known = replace(
        known, received=received, citizen=tuple(citizen.items()), citizen_path=path, intake=tuple(intake.items()),
        screening=tuple(officer.fields(f"{DESK}/xu-ly/{received[0]}/phan-loai/?loai=complaint", "field_code").items()),
    )  # fmt: skip
    return _one_life(known, sent(1000, "petition_feedback")[0], officer, head)


def _one_life(known: Known, code: str, officer: Visitor, head: Visitor) -> Known:
    """Go once from screening to the answer, and keep what each form sends."""
    screening = f"{DESK}/xu-ly/{code}/phan-loai/?loai=petition_feedback"
    judged = officer.fields(screening, "field_code")
    officer.post(screening, judged)
    accepting = f"{DESK}/vu-viec/mo/{code}/thu-ly/"
    accepted = _chosen(head.get(accepting).decode())
    place = head.post(accepting, accepted)
    page = lxml.html.fromstring(head.get(place).decode())
    links = [str(link) for link in page.xpath("//a/@href") if str(link).startswith(place) and "tra-loi" in str(link)]
    if not links:
        raise NotAsExpected(f"{place}: không có nút trả lời")
    slug = links[0].removeprefix(place).strip("/")
    answer = head.fields(f"{place}{slug}/", "text") | {"text": "Đã kiểm tra và giao bộ phận chuyên môn thực hiện."}
    head.post(f"{place}{slug}/", answer)
    return replace(
        known, screening_petition=tuple(judged.items()), accepting=tuple(accepted.items()), answering=tuple(answer.items()),
        answer_slug=slug, cases=known.cases or (place.rstrip("/").rsplit("/", 1)[1],),
    )  # fmt: skip


def _chosen(page: str) -> dict[str, str]:
    """Fill the form of acceptance: who leads and who handles, the first that each list offers."""
    form = next(form for form in lxml.html.fromstring(page).forms if "handler" in form.fields)
    values = {name: value for name, value in form.form_values() if isinstance(value, str)}
    for select in form.xpath(".//select"):
        offered = [value for value in select.value_options if value]
        if offered and not values.get(select.name):
            values[select.name] = offered[0]
    return values
