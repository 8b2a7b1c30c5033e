"""Talking with people: the dialogue, explaining what is settled."""

from __future__ import annotations

from django import forms

from tiepdan.cases.intent import DialogueData, InvitationData
from tiepdan.desk.forms.cases.basis import ActForm, DayField, LongField, TextField, TimeField, lines_of


class InvitationForm(ActForm):
    """Inviting to a dialogue."""

    asks_questions = False
    asks_paper = False
    held_on = DayField(label="Ngày đối thoại", help_text="Thông báo phải gửi trước ít nhất 5 ngày (KN-9).")
    held_at = TimeField(label="Giờ")
    place = TextField(label="Địa điểm", required=False, max_length=160)

    @property
    def invitation(self) -> InvitationData:
        """The invitation as the act takes it."""
        return InvitationData(**{name: self.cleaned_data[name] for name in ("held_on", "held_at", "place")})


class DialogueForm(ActForm):
    """Minutes of a dialogue, or of an absence."""

    asks_questions = False
    asks_paper = False
    absence = forms.ChoiceField(
        label="Người khiếu nại", widget=forms.RadioSelect,
        choices=[
            ("present", "Có mặt"), ("without_reason", "Vắng mặt không có lý do chính đáng"),
            ("valid_reason", "Vắng mặt có lý do chính đáng: hoãn đối thoại"),
        ],
    )  # fmt: skip
    absence_reason = TextField(label="Lý do vắng mặt", required=False, max_length=300)
    held_at = TimeField(label="Bắt đầu lúc")
    ended_at = TimeField(label="Kết thúc lúc")
    secretary = TextField(label="Người ghi biên bản", max_length=120)
    present = LongField(label="Thành phần khác (mỗi dòng một người)", required=False, rows=3)
    minutes = LongField(label="Ý kiến của các bên", rows=8)
    agreed = LongField(label="Nội dung đã thống nhất", required=False, rows=3)
    still_open = LongField(label="Nội dung còn ý kiến khác nhau", required=False, rows=3)

    @property
    def dialogue(self) -> DialogueData:
        """The dialogue as the act takes it."""
        data = {key: value for key, value in self.cleaned_data.items() if not key.startswith(("fact_", "paper_"))}
        absence = "" if data["absence"] == "present" else data["absence"]
        return DialogueData(**{**data, "absence": absence, "present": tuple(lines_of(data["present"]))})


class ExplainForm(ActForm):
    """Explaining a settled case."""

    to = TextField(label="Giải thích cho", max_length=160)
    held_on = DayField(label="Ngày")
    text = LongField(label="Nội dung giải thích và ý kiến của người dân", rows=6)

    def prepare(self) -> None:
        if self.setting.denunciation:
            del self.fields["to"]
