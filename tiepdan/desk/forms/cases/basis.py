"""What every form on a case stands on: the setting, the fields, questions and paper fields added by the procedure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.desk.forms.folds import Fold
from tiepdan.documents.rendering.forms import FieldType, FieldValue, FormField
from tiepdan.infra.folding import tidy
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said, said_choices

YES_NO: Final = [("yes", "Có"), ("no", "Không")]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form needs to know of the case and of who fills it."""

    denunciation: bool = False
    complaint: bool = False
    leaders: Sequence[tuple[int, str]] = ()
    handlers: Sequence[tuple[int, str]] = ()
    verifiers: Sequence[tuple[int, str]] = ()
    grounds: Sequence[tuple[str, str]] = ()
    reason_required: bool = False
    questions: Sequence[tuple[str, str]] = ()  # facts to answer: field of Situation, question
    paper_fields: Sequence[FormField] = ()  # of the act's paper, not known from the file
    addressees: Sequence[str] = ()
    mandates: Sequence[tuple[int, str]] = ()  # who acts for the complainants now
    sender_code: str = ""
    settler_elsewhere: str = ""  # whom the table of competence names, when not the own agency
    first: Mapping[str, Any] = field(default_factory=dict)  # initial values; Any because fields differ


class TextField(forms.CharField):
    """One line with composed letters and no control characters."""

    def to_python(self, value: object) -> str:
        """Return the text as it is to be kept."""
        return tidy(super().to_python(value) or "").strip()


class LongField(TextField):
    """Paragraphs."""

    def __init__(self, *, rows: int = 5, **options: Any) -> None:  # Any: passed on to Django
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)


class DayField(forms.DateField):
    """A day."""

    widget = DayInput


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class TimeField(forms.TimeField):
    """A time of day."""

    widget = forms.TimeInput(attrs={"type": "time"})


def yes_no(label: str, *, required: bool = True) -> forms.ChoiceField:
    """Return a question with two answers and none chosen."""
    return forms.ChoiceField(
        label=label,
        choices=said_choices(YES_NO),
        widget=forms.RadioSelect,
        required=required,
    )


def answered(value: object) -> bool | None:
    """Read the answer to a question."""
    return {"yes": True, "no": False}.get(str(value))


class ActForm(Form):
    """Base: knows the setting; what the procedure asks besides is added under the act's own fields."""

    asks_questions: ClassVar[bool] = True
    asks_paper: ClassVar[bool] = True

    def __init__(self, *args: Any, setting: Setting, **options: Any) -> None:  # Any: passed on to Django
        self.setting = setting
        options.setdefault("initial", dict(setting.first))
        super().__init__(*args, **options)
        self.prepare()
        if self.asks_questions:
            for name, question in setting.questions:
                if name not in self.fields:
                    self.fields[f"fact_{name}"] = yes_no(_capital(said(question)))
        if self.asks_paper:
            for item in setting.paper_fields:
                made = _field_of(item)
                if made is not None and item.name not in self.fields:
                    self.fields[f"paper_{item.name}"] = made

    def prepare(self) -> None:
        """Fill choices from the setting."""

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """Fields that stand open, in their order."""
        return [bound for bound in self if not self._fold_of(bound.name)]

    @property
    def folds(self) -> list[Fold]:
        """Repeated groups that most officers leave empty."""
        found: dict[str, list[forms.BoundField]] = {}
        for bound in self:
            if title := self._fold_of(bound.name):
                found.setdefault(title, []).append(bound)
        return [
            Fold(title, [(bound, False) for bound in fields], any(bound.errors or bound.value() for bound in fields))
            for title, fields in found.items()
        ]

    def _fold_of(self, name: str) -> str:
        if name in {"dismissal", "first_code", "first_decision", "window_from", "late_reason"}:
            if self.setting.first.get("filing") == "second_complaint":
                return ""  # classified as such: what it follows is asked at once
            return _("Khiếu nại lần hai, khiếu nại kỷ luật: vụ việc lần đầu và thời hạn")
        stem, place = name.rpartition("_")[::2]
        if stem in {"what", "money", "land", "persons", "to_state", "due_on"} and place.isdecimal():
            return _("Nội dung phải thi hành {place}").format(place=place)
        if stem in {"issue", "finding", "basis"} and place.isdecimal() and place != "1":
            return _("Thêm nội dung {place}").format(place=place)
        return ""

    @property
    def facts(self) -> dict[str, bool | None]:
        """Facts answered, by field of Situation."""
        return {name: answered(self.cleaned_data.get(f"fact_{name}")) for name, _ in self.setting.questions}

    @property
    def values(self) -> dict[str, FieldValue]:
        """Values for the paper, by field of its form."""
        found: dict[str, FieldValue] = {}
        for item in self.setting.paper_fields:
            value = self.cleaned_data.get(f"paper_{item.name}")
            if value in (None, "", []):
                continue
            if item.type is FieldType.LIST:
                value = lines_of(value)
            elif item.type in {FieldType.ROWS, FieldType.TABLE}:
                first = next(iter(item.columns))
                named = "name" if "name" in item.columns else first
                value = [{named: line} for line in lines_of(value)]
            found[item.name] = value
        return found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _field_of(item: FormField) -> forms.Field | None:
    """Return an input for a field of a paper."""
    match item.type:
        case FieldType.TEXT | FieldType.PERSON:
            return TextField(label=said(item.label), required=item.required, max_length=300)
        case FieldType.LONG_TEXT:
            return LongField(label=said(item.label), required=item.required)
        case FieldType.NUMBER:
            return forms.IntegerField(label=said(item.label), required=item.required, min_value=0)
        case FieldType.DATE:
            return DayField(label=said(item.label), required=item.required)
        case FieldType.TIME:
            return TimeField(label=said(item.label), required=item.required)
        case FieldType.CHOICE:
            return forms.ChoiceField(
                label=said(item.label),
                required=item.required,
                choices=said_choices(item.options.items()),
            )
        case _:
            return LongField(
                label=_("{label} (mỗi dòng một mục)").format(label=said(item.label)), required=item.required, rows=3
            )


class PlainForm(ActForm):
    """An act without data of its own: ground, reason, note, and whatever its rule and paper still lack."""

    def prepare(self) -> None:
        if self.setting.grounds:
            self.fields["grounds"] = forms.MultipleChoiceField(
                label=_("Căn cứ"), choices=list(self.setting.grounds), widget=forms.CheckboxSelectMultiple
            )
        if self.setting.reason_required:
            self.fields["reason"] = LongField(label=_("Lý do"), rows=4)
        self.fields["note"] = LongField(label=_("Nội dung ghi vào tiến trình"), required=False, rows=3)


class NoteForm(ActForm):
    """A few words; the act itself knows the rest of its paper."""

    asks_paper = False
    text = LongField(label="Nội dung", rows=4)


class ReasonForm(ActForm):
    """A reason."""

    asks_questions = False
    asks_paper = False
    reason = LongField(label="Lý do", rows=4)
