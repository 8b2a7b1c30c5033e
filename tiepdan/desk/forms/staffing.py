"""What a head types about people: whose work goes to whom, who acts for the head and how long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import SEES_NO_CASE, Actor, Role
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.infra import clock
from tiepdan.infra.collation import given_name_key
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput


def people_at(*, by: Actor, leave_out: int | None = None) -> list[tuple[int, str]]:
    """List who works on matters at the agency today, by name in the order of given names."""
    posts = (
        Post.objects.in_force(on=clock.today())
        .filter(agency_id=by.agency_id, user__is_active=True)
        .exclude(role__in=SEES_NO_CASE)
        .select_related("user")
    )
    found: dict[int, User] = {post.user_id: post.user for post in posts if post.user_id != leave_out}
    return [(key, one.name) for key, one in sorted(found.items(), key=lambda row: given_name_key(row[1].name))]


class HandWorkForm(Form):
    """To whom everything chosen goes, and why."""

    to = forms.ChoiceField(label="Giao cho")
    tasks = forms.BooleanField(label="Giao cả nhiệm vụ kế hoạch đang làm", required=False, initial=True)
    reason = TidyCharField(label="Lý do", max_length=300, help_text="Ví dụ: nghỉ hưu, chuyển công tác từ ngày …")

    def __init__(self, *args: Any, by: Actor, leaving: int, **options: Any) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        choices = [(str(key), name) for key, name in people_at(by=by, leave_out=leaving)]
        self.fields["to"].choices = [("", _("Chọn người")), *choices]  # type: ignore[attr-defined]


class DelegationForm(Form):
    """A deputy, two days and a paper."""

    deputy = forms.ChoiceField(label="Cấp phó được ủy quyền")
    starts_on = forms.DateField(label="Từ ngày", widget=DayInput, initial=clock.today)
    until_on = forms.DateField(label="Hết ngày", widget=DayInput)
    paper = TidyCharField(label="Số, ngày văn bản ủy quyền", max_length=120)

    def __init__(self, *args: Any, by: Actor, **options: Any) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        deputies = Post.objects.in_force(on=clock.today()).filter(
            agency_id=by.agency_id, role=Role.DEPUTY, user__is_active=True
        )
        choices = [
            (str(post.user_id), f"{post.user.name}, {post.title or _('cấp phó')}")
            for post in deputies.select_related("user")
        ]
        self.fields["deputy"].choices = choices  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """Return what `delegate_headship` asks for; the last day typed is the last one of acting."""
        typed = self.cleaned_data
        return {
            "deputy_id": int(typed["deputy"]), "starts_on": typed["starts_on"], "paper": typed["paper"],
            "ends_before": typed["until_on"] + timedelta(days=1),
        }  # fmt: skip
