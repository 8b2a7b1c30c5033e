"""Verifying: the order, sessions, evidence, the report, complexity."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiepdan.cases.intent import FindingData, SessionData
from tiepdan.cases.rules.complexity import criteria
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.forms.cases.basis import ActForm, DayField, LongField, TextField, TimeField, lines_of, yes_no
from tiepdan.desk.forms.cases.outcome import OUTCOMES, ROWS
from tiepdan.ui.words import said, said_choices


class VerificationForm(ActForm):
    """The order to verify."""

    asks_questions = False
    asks_paper = False
    head = forms.TypedChoiceField(label="Trưởng đoàn, tổ trưởng hoặc người xác minh", coerce=int)
    members = forms.TypedMultipleChoiceField(
        label="Thành viên", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(label="Thời hạn xác minh (ngày)", min_value=1, max_value=90, initial=20)
    impartial = forms.BooleanField(
        label="Không ai trong số này là người thân thích hoặc có quyền, lợi ích liên quan với các bên"
    )

    def prepare(self) -> None:
        self.fields["head"].choices = list(self.setting.verifiers)  # type: ignore[attr-defined] # a choice field
        self.fields["members"].choices = list(self.setting.verifiers)  # type: ignore[attr-defined] # a choice field


class SessionForm(ActForm):
    """Minutes of a working session."""

    asks_paper = False
    with_whom = forms.ChoiceField(label="Làm việc với", choices=())
    kind = forms.ChoiceField(
        label="Hình thức", choices=[("working", "Buổi làm việc"), ("site_check", "Kiểm tra, xác minh tại chỗ")]
    )
    held_on = DayField(label="Ngày")
    held_at = TimeField(label="Bắt đầu lúc")
    ended_at = TimeField(label="Kết thúc lúc")
    place = TextField(label="Địa điểm", required=False, max_length=160)
    present = LongField(
        label="Thành phần (mỗi dòng một người)", required=False, rows=3,
        help_text="Buổi làm việc với người tố cáo không ghi tên ai: biên bản tự ghi là danh tính niêm phong.",
    )  # fmt: skip
    minutes = LongField(label="Nội dung làm việc", rows=8)

    def prepare(self) -> None:
        parties = (
            [("denounced", _("Người bị tố cáo")), ("denouncer", _("Người tố cáo"))]
            if self.setting.denunciation
            else [("complainant", _("Người khiếu nại")), ("respondent", _("Người bị khiếu nại"))]
        )
        self.fields["with_whom"].choices = [*parties, ("other", _("Người, cơ quan liên quan"))]  # type: ignore[attr-defined]
        if not self.setting.denunciation:
            self.fields["present"].help_text = ""
        else:
            self.fields["with_whom"].choices = parties  # type: ignore[attr-defined] # a choice field

    @property
    def session(self) -> SessionData:
        """The session as the act takes it."""
        data = {key: value for key, value in self.cleaned_data.items() if not key.startswith("fact_")}
        return SessionData(**{**data, "present": tuple(lines_of(data["present"]))})


class EvidenceForm(ActForm):
    """Information or a document for the file."""

    title = TextField(label="Tên tài liệu, chứng cứ", max_length=200)
    supplied_by = TextField(label="Người, cơ quan cung cấp", required=False, max_length=160)
    note = LongField(label="Ghi chú", required=False, rows=3)
    file = forms.FileField(label="Tệp", required=False)


class ReportForm(ActForm):
    """The verification report."""

    asks_questions = False
    asks_paper = False

    def prepare(self) -> None:
        for place in range(1, ROWS + 1):
            needed = place == 1
            self.fields[f"issue_{place}"] = TextField(
                label=_("Nội dung {place}").format(place=place), required=needed, max_length=300
            )
            self.fields[f"finding_{place}"] = forms.ChoiceField(
                label=_("Kết quả nội dung {place}").format(place=place),
                choices=said_choices(OUTCOMES),
                widget=forms.RadioSelect,
                required=needed,
            )
            self.fields[f"basis_{place}"] = LongField(
                label=_("Căn cứ của nội dung {place}").format(place=place), required=needed, rows=3
            )
        if self.setting.denunciation:
            self.fields["explanation"] = LongField(label=_("Giải trình của người bị tố cáo"), rows=4)
        if self.setting.complaint:
            self.fields["demand_differs"] = yes_no(_("Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau?"))
        self.fields["recommendation"] = LongField(label=_("Kiến nghị"), rows=4)

    def clean(self) -> dict[str, Any]:  # Any: Django's signature
        data: dict[str, Any] = super().clean() or {}
        for place in range(2, ROWS + 1):
            if data.get(f"issue_{place}") and not data.get(f"finding_{place}"):
                self.add_error(f"finding_{place}", _("Chọn kết quả của nội dung này."))
        return data

    @property
    def findings(self) -> list[FindingData]:
        """Findings as the act takes them."""
        data = self.cleaned_data
        return [
            FindingData(issue=data[f"issue_{n}"], finding=data[f"finding_{n}"], basis=data.get(f"basis_{n}") or "")
            for n in range(1, ROWS + 1)
            if data.get(f"issue_{n}")
        ]


class ComplexityForm(ActForm):
    """The seven criteria."""

    asks_questions = False
    found = forms.MultipleChoiceField(label="Tiêu chí có trong vụ việc", widget=forms.CheckboxSelectMultiple)
    reason = LongField(label="Căn cứ ghi vào hồ sơ", rows=4)

    def prepare(self) -> None:
        self.fields["found"].choices = [(row.code, said(row.title_vi)) for row in criteria()]  # type: ignore[attr-defined]


class ExpertForm(ActForm):
    """Asking an expert."""

    asks_paper = False
    expert_body = TextField(label="Cơ quan, tổ chức giám định", max_length=200)
    subject = LongField(label="Nội dung giám định", rows=4)
    due_on = DayField(label="Đề nghị gửi kết quả trước ngày")


class EntrustForm(ActForm):
    """Another body verifies."""

    asks_questions = False
    asks_paper = False
    agency = AgencyField(label="Cơ quan được giao xác minh")
    content = LongField(label="Nội dung cần xác minh", rows=4, help_text="Không ghi gì làm lộ người tố cáo.")
    days = forms.IntegerField(label="Thời gian xác minh (ngày)", min_value=1, max_value=90)
