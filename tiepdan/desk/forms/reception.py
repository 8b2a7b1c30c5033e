"""The reception form: twelve fields for an ordinary visit, the rest folded away, and how they become a visit."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.forms.folds import Fold
from tiepdan.desk.labels import written
from tiepdan.infra import clock
from tiepdan.infra.collation import given_name_key
from tiepdan.matters.rules import MatterKind
from tiepdan.privacy.rules import privacy_book
from tiepdan.reception.rules import Outcome, ReceptionKind, RefusalGround, Standing, parse_card, refusal_book
from tiepdan.reception.visit import ReceiptItem, Visit, VisitorData
from tiepdan.submissions.intake import Identity, Intake, PartyData
from tiepdan.submissions.rulebook import fields as field_book
from tiepdan.submissions.rules import SENDER_ROLES, IdentityKind, PartyRole, Signing, Source
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said

PURPOSES: Final = [
    (kind.value, written("kind", kind.value))
    for kind in (MatterKind.COMPLAINT, MatterKind.DENUNCIATION, MatterKind.PETITION_FEEDBACK)
]
OUTCOMES: Final = [
    (Outcome.ACCEPT, "Tiếp nhận"),
    (Outcome.GUIDE, "Hướng dẫn"),
    (Outcome.FORWARD, "Chuyển"),
    (Outcome.EXPLAIN, "Giải thích, trả lời ngay"),
    (Outcome.REFUSE, "Từ chối tiếp"),
]
STANDINGS: Final = [
    (Standing.SELF, "Tự mình"),
    (Standing.HEAD_OF_ORG, "Người đứng đầu tổ chức"),
    (Standing.DELEGATE_OF_HEAD, "Được người đứng đầu tổ chức cử"),
    (Standing.REPRESENTATIVE, "Người đại diện"),
    (Standing.AUTHORISED, "Người được ủy quyền"),
    (Standing.LAWYER, "Luật sư"),
    (Standing.LEGAL_AID, "Trợ giúp viên pháp lý"),
]
ID_KINDS: Final = [
    (IdentityKind.CAN_CUOC, "Căn cước"),
    (IdentityKind.GIAY_CHUNG_NHAN_CAN_CUOC, "Giấy chứng nhận căn cước"),
    (IdentityKind.SO_DINH_DANH_CA_NHAN, "Số định danh cá nhân"),
    (IdentityKind.HO_CHIEU, "Hộ chiếu"),
    (IdentityKind.GIAY_TO_KHAC, "Giấy tờ khác"),
]
KINDS: Final = [("regular", "Thường xuyên"), ("periodic", "Định kỳ của thủ trưởng"), ("extraordinary", "Đột xuất")]
MODES: Final = [("in_person", "Trực tiếp"), ("online", "Trực tuyến")]
RECEIVERS: Final = [
    ("officer", "Cán bộ tiếp công dân"), ("head", "Thủ trưởng"), ("delegate", "Người được thủ trưởng ủy quyền"),
]  # fmt: skip
SIGNINGS: Final = [("", "—"), (Signing.SIGNED, "Đã ký"), (Signing.FINGERPRINTED, "Đã điểm chỉ")]
MARKS: Final = [("petition", "Kiến nghị"), ("feedback", "Phản ánh")]
_STANDING_ROLES: Final = {
    Standing.AUTHORISED: PartyRole.AUTHORISED,
    Standing.DELEGATE_OF_HEAD: PartyRole.AUTHORISED,
    Standing.LAWYER: PartyRole.LAWYER,
    Standing.LEGAL_AID: PartyRole.LEGAL_AID,
}
MAIN: Final = (
    "card", "name", "number", "address", "phone", "purpose", "content", "demands", "has_paper", "items", "people",
    "outcome",
)  # fmt: skip


def field_choices() -> list[tuple[str, Any]]:
    """Return the fields of both levels, the second grouped under the first."""
    known = field_book().values()
    groups = [
        (
            said(one.title),
            [
                (one.code, _("{title} (chung)").format(title=said(one.title))),
                *((sub.code, said(sub.title)) for sub in known if sub.parent == one.code),
            ],
        )
        for one in known
        if not one.parent
    ]
    return [("", _("Chưa xác định")), *groups]


_FOLDS: Final = (  # what an ordinary visit leaves folded away: title, when it opens by itself, fields
    ("Giấy tờ tùy thân, tư cách", "",
     ("identity_kind", "issued_on", "issued_at", "born", "sex", "standing", "standing_papers")),
    ("Đoàn nhiều người", "people>1", ("representatives", "all_signed")),
    ("Người dân không tự viết được, cần phiên dịch", "", ("taken_down", "read_back", "signing", "interpreter")),
    ("Vụ việc", "",
     ("petition_mark", "field_code", "respondent_name", "respondent_post", "attacked_number", "attacked_on",
      "attacked_act", "denounced_users", "earlier_handling", "settled_by", "first_time", "competent",
      "concerns_event")),
    ("Hướng dẫn, chuyển đi đâu", "outcome=guide,forward", ("outcome_agency", "outcome_note")),
    ("Từ chối tiếp: căn cứ và chứng cứ", "outcome=refuse", ("refusal_code",)),
    ("Buổi tiếp", "", ("mode", "kind", "received_by_role")),
)  # fmt: skip
_SHORT: Final = frozenset({"issued_on", "born", "sex", "attacked_on"})


class ReceptionForm(Form):
    """One visit."""

    card = forms.CharField(
        label="Quét mã QR trên thẻ căn cước", required=False, max_length=500,
        help_text="Đặt con trỏ ở đây rồi quét: họ tên, số, địa chỉ được điền sẵn. Không có thẻ thì bỏ qua.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-card": "", "autofocus": True}),
    )  # fmt: skip
    name = TidyCharField(label="Họ và tên", max_length=160, required=False)
    number = TidyCharField(label="Số căn cước hoặc giấy tờ khác", max_length=40, required=False)
    address = TidyCharField(label="Địa chỉ", max_length=300, required=False)
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)
    purpose = forms.ChoiceField(label="Công dân đến để", choices=PURPOSES)
    content = TidyCharField(
        label="Nội dung", widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Ghi theo lời người đến hoặc theo đơn. Nội dung trùng với đơn đã nhận sẽ hiện bên cạnh.",
    )  # fmt: skip
    demands = TidyCharField(label="Yêu cầu, đề nghị", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    has_paper = forms.BooleanField(
        label="Nhận đơn hoặc bản ghi lời trình bày (cấp mã và giấy biên nhận)", required=False, initial=True
    )
    items = TidyCharField(
        label="Tài liệu nhận", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng một tài liệu: tên; số trang; tình trạng (bản chính, bản sao).",
    )  # fmt: skip
    people = forms.IntegerField(label="Số người cùng nội dung", min_value=1, max_value=100_000, initial=1)
    outcome = forms.ChoiceField(label="Kết quả", choices=OUTCOMES, initial=Outcome.ACCEPT)

    # The rest is folded away.
    identity_kind = forms.ChoiceField(
        label="Loại giấy tờ", choices=ID_KINDS, initial=IdentityKind.CAN_CUOC, required=False
    )
    issued_on = forms.DateField(label="Ngày cấp", required=False, widget=DayInput)
    issued_at = TidyCharField(label="Nơi cấp", max_length=120, required=False)
    born = TidyCharField(label="Ngày sinh", max_length=20, required=False)
    sex = TidyCharField(label="Giới tính", max_length=10, required=False)
    standing = forms.ChoiceField(label="Tư cách", choices=STANDINGS, initial=Standing.SELF, required=False)
    standing_papers = TidyCharField(
        label="Giấy tờ chứng minh tư cách", required=False, max_length=300, help_text="Số, ngày, nơi cấp."
    )
    representatives = TidyCharField(
        label="Người đại diện của đoàn", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một người: họ tên; số giấy tờ; địa chỉ. 2–4 người: ít nhất một; 5–10 người: một hoặc hai;"
        " trên 10 người: không quá năm.",
    )  # fmt: skip
    all_signed = forms.BooleanField(
        label="Đơn của đoàn đã có đủ chữ ký và văn bản cử người đại diện", required=False, initial=True
    )
    mode = forms.ChoiceField(label="Cách tiếp", choices=MODES, initial="in_person", required=False)
    kind = forms.ChoiceField(label="Loại buổi tiếp", choices=KINDS, initial="regular", required=False)
    received_by_role = forms.ChoiceField(label="Người tiếp", choices=RECEIVERS, initial="officer", required=False)
    petition_mark = forms.ChoiceField(label="Nếu là kiến nghị, phản ánh", choices=[("", "—"), *MARKS], required=False)
    earlier_handling = TidyCharField(
        label="Đã được xem xét, giải quyết thế nào", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    settled_by = TidyCharField(label="Cơ quan đã giải quyết hết thẩm quyền", max_length=200, required=False)
    first_time = forms.BooleanField(label="Đến lần đầu về việc này", required=False, initial=True)
    competent = forms.NullBooleanField(
        label="Thuộc thẩm quyền của cơ quan", required=False,
        widget=forms.Select(choices=[("unknown", "Chưa xác định"), ("true", "Thuộc"), ("false", "Không thuộc")]),
    )  # fmt: skip
    field_code = forms.ChoiceField(label="Lĩnh vực", choices=field_choices, required=False)
    respondent_name = TidyCharField(label="Bị khiếu nại, tố cáo: cơ quan hoặc họ tên", max_length=200, required=False)
    respondent_post = TidyCharField(label="Chức vụ", max_length=200, required=False)
    attacked_number = TidyCharField(label="Quyết định bị khiếu nại: số", max_length=60, required=False)
    attacked_on = forms.DateField(label="Ngày của quyết định", required=False, widget=DayInput)
    attacked_act = TidyCharField(label="Hành vi bị khiếu nại, tố cáo", max_length=300, required=False)
    denounced_users = forms.MultipleChoiceField(
        label="Người của cơ quan bị tố cáo hoặc có thể làm lộ (sẽ không xem được đơn)", required=False
    )
    concerns_event = forms.BooleanField(label="Liên quan nhân sự, ứng cử viên của sự kiện đang diễn ra", required=False)
    taken_down = forms.BooleanField(label="Cán bộ ghi lại lời trình bày", required=False)
    read_back = forms.BooleanField(label="Đã đọc lại cho người trình bày nghe", required=False)
    signing = forms.ChoiceField(label="Người trình bày", choices=SIGNINGS, required=False)
    interpreter = TidyCharField(label="Người phiên dịch", max_length=120, required=False)
    outcome_agency = AgencyField(label="Hướng dẫn, chuyển đến cơ quan", required=False)
    outcome_note = TidyCharField(label="Ghi chú kết quả", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    refusal_code = forms.ChoiceField(label="Căn cứ từ chối", required=False)
    refusal_complete_on = forms.DateField(
        label="Ngày căn cứ đầy đủ", required=False, widget=DayInput,
        help_text="Căn cứ này phải có thông báo bằng văn bản (mẫu 01/TCD trong 03 ngày làm việc).",
    )  # fmt: skip
    request_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    online = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)  # code of an online session

    def __init__(self, *args: Any, by: Actor, **options: Any) -> None:  # Django's signature
        super().__init__(*args, **options)
        self.fields["request_key"].initial = uuid.uuid4().hex
        grounds = refusal_book().in_force(on=clock.today())
        choices = [("", "—"), *((ground.code, said(ground.title)) for ground in grounds)]
        self.fields["refusal_code"].choices = choices  # type: ignore[attr-defined] # a choice field
        for name, words in refusal_book().facts.items():
            self.fields[f"fact_{name}"] = TidyCharField(label=said(words), required=False, max_length=500)
        if by.user_id > 0:
            self.fields["denounced_users"].choices = colleagues(by=by)  # type: ignore[attr-defined] # likewise

    def clean(self) -> dict[str, Any]:
        """Fill empty fields from the card, as the page does with JavaScript."""
        data = super().clean() or {}
        card = parse_card(data.get("card") or "")
        if card is not None:
            read = {"name": card.name, "number": card.number, "address": card.address, "born": card.born,
                    "sex": card.sex, "issued_on": card.issued_on}  # fmt: skip
            data |= {key: value for key, value in read.items() if value and not data.get(key)}
        return data

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The fields of an ordinary visit."""
        return [self[name] for name in MAIN]

    @property
    def folds(self) -> list[Fold]:
        """The rest, folded; what was typed or refused in it is never hidden when the page comes back."""
        given = {*self.errors, *self.changed_data} if self.is_bound else set()
        return [
            Fold(
                said(title), [(self[name], name in _SHORT) for name in names],
                not given.isdisjoint(names) or self._wants(open_when), open_when,
            )
            for title, open_when, names in _FOLDS
        ]  # fmt: skip

    def _wants(self, open_when: str) -> bool:
        """Say whether what was chosen opens a part, as the page does with JavaScript."""
        name, _sign, wanted = open_when.partition("=")
        return self.is_bound and bool(wanted) and self[name].value() in wanted.split(",")

    @property
    def ground(self) -> RefusalGround | None:
        """The chosen ground for refusing; None before one is chosen."""
        return refusal_book().grounds.get(self["refusal_code"].value() or "")

    @property
    def fact_fields(self) -> list[forms.BoundField]:
        """What must be on record for the chosen ground."""
        ground = self.ground
        return [self[f"fact_{name}"] for name in (*ground.needs, *ground.needs_one)] if ground else []

    def visit(self) -> Visit:
        """Return the visit typed. Call when valid."""
        data = self.cleaned_data
        return Visit(
            purpose=MatterKind(data["purpose"]),
            outcome=Outcome(data["outcome"]),
            visitors=self._visitors(),
            kind=ReceptionKind(data["kind"] or ReceptionKind.REGULAR),
            mode=data["mode"] or "in_person",
            received_by_role=data["received_by_role"] or "officer",
            people=data["people"],
            content=data["content"],
            demands=data["demands"],
            earlier_handling=data["earlier_handling"],
            settled_by=data["settled_by"],
            interpreter=data["interpreter"],
            taken_down=data["taken_down"],
            read_back=data["read_back"],
            signing=data["signing"],
            first_time=data["first_time"],
            competent=data["competent"],
            outcome_agency_id=data["outcome_agency"].pk if data["outcome_agency"] else None,
            outcome_note=data["outcome_note"],
            refusal_code=data["refusal_code"] if data["outcome"] == Outcome.REFUSE else "",
            refusal_facts=self._facts(),
            refusal_complete_on=data["refusal_complete_on"],
            items=receipt_items(data["items"]),
            notice_version=shown_notice(),
        )

    def intake(self) -> Intake | None:
        """Return what was submitted, None when nothing was. Call when valid."""
        data = self.cleaned_data
        if not data["has_paper"] or data["outcome"] == Outcome.REFUSE:
            return None
        kind = MatterKind(data["purpose"])
        return Intake(
            source=Source.DESK,
            notice_version=shown_notice(),
            kind=kind,
            petition_mark=data["petition_mark"] if kind is MatterKind.PETITION_FEEDBACK else "",
            content=data["content"],
            demands=data["demands"],
            earlier_handling=data["earlier_handling"],
            parties=tuple(_party(one, kind) for one in self._visitors()),
            people=data["people"],
            all_signed=data["all_signed"] or data["people"] == 1,
            signing=Signing(data["signing"] or Signing.SIGNED),
            respondent_name=data["respondent_name"],
            respondent_post=data["respondent_post"],
            attacked_number=data["attacked_number"],
            attacked_on=data["attacked_on"],
            attacked_act=data["attacked_act"],
            field_code=data["field_code"],
            concerns_event=data["concerns_event"],
            denounced_user_ids=tuple(int(pk) for pk in data["denounced_users"]),
        )

    def _visitors(self) -> tuple[VisitorData, ...]:
        data = self.cleaned_data
        people = []
        group = [line for line in data["representatives"].splitlines() if line.strip()]
        if data["name"]:
            identity = Identity(
                number=data["number"], issued_on=data["issued_on"], issued_at=data["issued_at"],
                address=data["address"], phone=data["phone"], born=data["born"], sex=data["sex"],
            )  # fmt: skip
            # Somebody who comes with others and names no representative speaks for them.
            speaks = data["people"] > 1 and not group
            standing = Standing.GROUP_REP if speaks else Standing(data["standing"] or Standing.SELF)
            papers = tuple(part for part in (data["standing_papers"],) if part)
            people.append(
                VisitorData(
                    name=data["name"], identity_kind=data["identity_kind"] if data["number"] else "",
                    identity=identity, standing=standing, standing_papers=papers,
                )
            )  # fmt: skip
        for line in group:
            name, number, address = [*(part.strip() for part in line.split(";", 2)), "", ""][:3]
            if people and name == people[0].name:
                people[0] = VisitorData(
                    name=name, identity_kind=people[0].identity_kind, identity=people[0].identity,
                    standing=Standing.GROUP_REP,
                )  # fmt: skip
                continue
            people.append(
                VisitorData(
                    name=name, identity=Identity(number=number, address=address), standing=Standing.GROUP_REP,
                    identity_kind=IdentityKind.CAN_CUOC if number else "",
                )
            )  # fmt: skip
        return tuple(people)

    def _facts(self) -> dict[str, str]:
        data = self.cleaned_data
        if data["outcome"] != Outcome.REFUSE:
            return {}
        return {name: data[f"fact_{name}"] for name in refusal_book().facts if data[f"fact_{name}"]}


class ReplyForm(Form):
    """The answer to a visitor."""

    replied_on = forms.DateField(label="Ngày trả lời", widget=DayInput, initial=clock.today)
    note = TidyCharField(label="Nội dung trả lời", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class NoticeForm(Form):
    """The notice of refusal."""

    matter = TidyCharField(label="Về việc", max_length=300)
    reason = TidyCharField(label="Lý do từ chối", widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(Form):
    """One reason."""

    reason = TidyCharField(label="Lý do", max_length=300)


def colleagues(*, by: Actor) -> list[tuple[str, str]]:
    """List the people of the actor's agency, by given name. Cost: 1 query."""
    held = Post.objects.in_force(on=clock.today()).filter(agency_id=by.agency_id, user__is_active=True)
    found = held.exclude(user_id=by.user_id).values_list("user_id", "user__name", "title")
    rows = sorted(found, key=lambda row: given_name_key(row[1]))
    return list({str(pk): f"{name}{', ' if title else ''}{title}" for pk, name, title in rows}.items())


def receipt_items(text: str) -> tuple[ReceiptItem, ...]:
    """Read `name; pages; condition` lines."""
    found = []
    for line in text.splitlines():
        name, pages, condition = [*(part.strip() for part in line.split(";", 2)), "", ""][:3]
        if name:
            count = "".join(char for char in pages if char.isdecimal())[:4]
            found.append(ReceiptItem(name=name[:200], pages=int(count) if count else None, condition=condition[:60]))
    return tuple(found)


def _party(visitor: VisitorData, kind: MatterKind) -> PartyData:
    role = SENDER_ROLES[kind]
    if visitor.standing is Standing.GROUP_REP:
        role = PartyRole.REPRESENTATIVE
    role = _STANDING_ROLES.get(visitor.standing, role)
    return PartyData(
        name=visitor.name, role=role, identity_kind=visitor.identity_kind, identity=visitor.identity,
        standing=visitor.standing_papers,
    )  # fmt: skip


def shown_notice() -> str:
    """Return the version of the privacy notice that stands above the reception form."""
    notice = privacy_book().notice(on=clock.today())
    return notice.version if notice is not None else ""
