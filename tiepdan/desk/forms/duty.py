"""Forms of duty: task forces, members, rosters, wishes, swaps, attendance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.accounts.models import Post
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.infra import clock
from tiepdan.infra.collation import given_name_key
from tiepdan.rosters.models import Member
from tiepdan.rosters.printing import FUNCTIONS
from tiepdan.rosters.rules import DEFAULT_SHIFTS, Attendance, DayKind, PostKind, Setup, ShiftKind
from tiepdan.rosters.solving.values import WishKind
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import Words

SHIFT_ROWS: Final = 4
POST_ROWS: Final = 4
DAY_KINDS: Final = Words({DayKind.WORKING: "Ngày thường", DayKind.WEEKEND: "Cuối tuần", DayKind.HOLIDAY: "Lễ, Tết"})
WISHES: Final = Words(
    {
        WishKind.LEAVE: "Nghỉ, không trực được",
        WishKind.AVOID: "Mong không phải trực",
        WishKind.PREFER: "Mong được trực",
    }
)
ATTENDANCE: Final = Words({Attendance.CAME: "Có mặt", Attendance.LATE: "Đến muộn", Attendance.ABSENT: "Vắng"})


class ForceForm(Form):
    """A task force."""

    name = TidyCharField(
        label="Tên Tổ công tác", max_length=300, help_text="Ví dụ: Tổ công tác tiếp công dân phục vụ kỳ họp."
    )
    starts_on = forms.DateField(label="Hoạt động từ ngày", widget=DayInput, initial=clock.today)
    ends_on = forms.DateField(label="Đến ngày", widget=DayInput)
    bases = forms.CharField(label="Căn cứ", widget=forms.Textarea(attrs={"rows": 4}), help_text="Mỗi dòng một căn cứ.")
    duties = forms.CharField(
        label="Nhiệm vụ của Tổ", widget=forms.Textarea(attrs={"rows": 4}), help_text="Mỗi dòng một nhiệm vụ."
    )
    signer_authority = TidyCharField(
        label="Thẩm quyền ký", max_length=120, required=False, help_text="Ví dụ: TM. ỦY BAN NHÂN DÂN."
    )
    signer_title = TidyCharField(label="Chức vụ người ký", max_length=120, required=False)
    signer_name = TidyCharField(label="Người ký", max_length=120, required=False)


class DecisionForm(Form):
    """Number and day of the signed decision."""

    number = forms.IntegerField(label="Số quyết định", min_value=1)
    symbol = TidyCharField(label="Ký hiệu", max_length=40, initial="QĐ-UBND")
    on = forms.DateField(label="Ngày ký", widget=DayInput, initial=clock.today)


class MemberForm(Form):
    """Somebody who joins: with an account here, or from another body."""

    person = forms.ChoiceField(
        label="Cán bộ của cơ quan", required=False, help_text="Để trống khi người từ cơ quan khác."
    )
    name = TidyCharField(
        label="Họ và tên", max_length=120, required=False, help_text="Cần ghi khi người từ cơ quan khác."
    )
    title = TidyCharField(label="Chức vụ", max_length=160, required=False)
    body = TidyCharField(label="Cơ quan", max_length=200, required=False)
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)
    function = forms.ChoiceField(label="Nhiệm vụ trong Tổ", choices=list(FUNCTIONS.items()), initial="member")
    leads = forms.BooleanField(label="Có thể làm lãnh đạo trực", required=False)
    skills = TidyCharField(label="Chuyên môn", max_length=200, required=False, help_text="Cách nhau bằng dấu phẩy.")
    asked_letter = TidyCharField(
        label="Công văn đề nghị cử người", max_length=80, required=False, help_text="Số văn bản gửi cơ quan của người này.",
    )  # fmt: skip

    def __init__(self, *args: Any, agency_id: int, agency_name: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self._here = agency_name
        posts = Post.objects.in_force(on=clock.today()).filter(agency_id=agency_id, user__is_active=True)
        found = sorted(posts.select_related("user"), key=lambda post: given_name_key(post.user.name))
        self._people = {str(post.user_id): post for post in found}
        choices = [
            (key, f"{post.user.name}{', ' + post.title if post.title else ''}") for key, post in self._people.items()
        ]
        self.fields["person"].choices = [("", _("– người từ cơ quan khác –")), *choices]  # type: ignore[attr-defined] # a choice field

    def clean(self) -> dict[str, Any]:
        """Somebody must be named; who is from here brings name and body along."""
        typed: dict[str, Any] = super().clean() or {}
        post = self._people.get(typed.get("person") or "")
        if post is not None:
            typed["name"] = post.user.name
            typed["title"] = typed.get("title") or post.title
            typed["body"] = self._here
            typed["phone"] = typed.get("phone") or post.user.phone
        elif not typed.get("name") or not typed.get("body"):
            self.add_error("name", _("Chọn cán bộ của cơ quan, hoặc ghi họ tên và cơ quan của người được đề nghị cử."))
        typed["user_id"] = post.user_id if post else None
        typed["asked"] = post is None
        return typed


class ReplyForm(Form):
    """What the body asked wrote back."""

    agreed = forms.TypedChoiceField(
        label="Trả lời", choices=[("1", "Cử người"), ("0", "Không cử")], coerce=lambda given: given == "1", initial="1"
    )
    on = forms.DateField(label="Ngày trả lời", widget=DayInput, initial=clock.today)
    letter = TidyCharField(label="Số văn bản trả lời", max_length=80)
    name = TidyCharField(label="Người được cử", max_length=120)
    title = TidyCharField(label="Chức vụ", max_length=160, required=False)
    scope = TidyCharField(
        label="Phạm vi", max_length=300, required=False, help_text="Được cử làm gì, trong thời gian nào."
    )
    account = TidyCharField(
        label="Tên đăng nhập", max_length=150, required=False,
        help_text="Nếu người được cử dùng chương trình này: họ thấy lịch và được nhắc ca.",
    )  # fmt: skip


class RosterForm(Form):
    """A roster: its days, shifts, posts and limits."""

    title = TidyCharField(label="Tên lịch trực", max_length=200)
    starts_on = forms.DateField(label="Từ ngày", widget=DayInput)
    ends_on = forms.DateField(
        label="Đến ngày", widget=DayInput, help_text="Lịch gồm mọi ngày, kể cả cuối tuần, ngày lễ, Tết."
    )
    per_day = forms.IntegerField(label="Số ca tối đa một ngày", min_value=1, max_value=3, initial=1)
    rest_hours = forms.IntegerField(
        label="Nghỉ ít nhất giữa hai ca khác ngày (giờ)", min_value=0, max_value=48, initial=11
    )
    in_row = forms.IntegerField(label="Số ngày trực liên tiếp tối đa", min_value=1, max_value=31, initial=5)
    consecutive_nights = forms.BooleanField(label="Cho phép trực tối hai ngày liền", required=False)
    together = forms.CharField(
        label="Trực cùng ca", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng hai họ tên, cách nhau bằng dấu phẩy.",
    )  # fmt: skip
    apart = forms.CharField(
        label="Không trực cùng ca", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng hai họ tên, cách nhau bằng dấu phẩy.",
    )  # fmt: skip

    def __init__(self, *args: Any, members: Sequence[Member], setup: Setup | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._members = {member.name.casefold(): member.pk for member in members}
        names = {member.pk: member.name for member in members}
        shifts = setup.shifts if setup else DEFAULT_SHIFTS[:2]
        posts = setup.posts if setup else (PostKind("v1", _("Bàn tiếp công dân"), "", 2, ("c1", "c2")),)
        keys = [shift.key for shift in shifts] if setup else ["c1", "c2"]
        if setup:
            for name in ("per_day", "rest_hours", "in_row", "consecutive_nights"):
                self.fields[name].initial = getattr(setup, name)
            for name, together in (("together", True), ("apart", False)):
                self.fields[name].initial = "\n".join(
                    f"{names[one]}, {names[two]}"
                    for one, two, kind in setup.pairs
                    if kind is together and {one, two} <= set(names)
                )
        for number in range(SHIFT_ROWS):
            shift = shifts[number] if number < len(shifts) else None
            self._shift(number, shift)
        for number in range(POST_ROWS):
            self._post(number, posts[number] if number < len(posts) else None, keys)

    def shift_rows(self) -> list[tuple[str, bool, list[forms.BoundField]]]:
        """Fields of each shift, and whether it is used."""
        parts = ("name", "starts", "ends", "night")
        return [(_("Ca {n}").format(n=n + 1), *self._row(f"shift{n}", parts)) for n in range(SHIFT_ROWS)]

    def post_rows(self) -> list[tuple[str, bool, list[forms.BoundField]]]:
        """Fields of each post, and whether it is used."""
        parts = ("name", "place", "need", "shifts", "leader", "standby", "agencies", "skills")
        return [(_("Vị trí {value}").format(value=n + 1), *self._row(f"post{n}", parts)) for n in range(POST_ROWS)]

    def _row(self, key: str, parts: Sequence[str]) -> tuple[bool, list[forms.BoundField]]:
        fields = [self[f"{key}_{part}"] for part in parts]
        return bool(fields[0].value()) or any(field.errors for field in fields), fields

    def head_fields(self) -> list[forms.BoundField]:
        """Name and days."""
        return [self[name] for name in ("title", "starts_on", "ends_on") if name in self.fields]

    def limit_fields(self) -> list[forms.BoundField]:
        """Limits and pairs."""
        return [self[name] for name in ("per_day", "rest_hours", "in_row", "consecutive_nights", "together", "apart")]

    def clean(self) -> dict[str, Any]:
        """Gather the rows into a setup."""
        typed: dict[str, Any] = super().clean() or {}
        shifts = []
        for number in range(SHIFT_ROWS):
            name, starts, ends = (typed.get(f"shift{number}_{part}") for part in ("name", "starts", "ends"))
            if not name:
                continue
            if not starts or not ends or starts == ends:
                self.add_error(f"shift{number}_starts", _("Ghi giờ bắt đầu và giờ kết thúc của ca."))
                continue
            shifts.append(ShiftKind(f"c{number + 1}", name, starts, ends, bool(typed.get(f"shift{number}_night"))))
        known = {shift.key for shift in shifts}
        posts = []
        for number in range(POST_ROWS):
            own = {part: typed.get(f"post{number}_{part}") for part in ("name", "place", "need", "agencies", "skills")}
            if not own["name"]:
                continue
            posts.append(
                PostKind(
                    f"v{number + 1}", own["name"], own["place"] or "", own["need"] or 1,
                    tuple(key for key in typed.get(f"post{number}_shifts") or () if key in known),
                    bool(typed.get(f"post{number}_leader")), bool(typed.get(f"post{number}_standby")),
                    _parts(own["agencies"]), _parts(own["skills"]),
                )
            )  # fmt: skip
        pairs = [*self._pairs("together", typed, True), *self._pairs("apart", typed, False)]
        if not self.errors:
            typed["setup"] = Setup(
                tuple(shifts), tuple(posts), typed["per_day"], typed["rest_hours"], typed["in_row"],
                typed["consecutive_nights"], tuple(pairs),
            )  # fmt: skip
        return typed

    def _pairs(self, name: str, typed: dict[str, Any], together: bool) -> list[tuple[int, int, bool]]:
        found = []
        for line in (typed.get(name) or "").splitlines():
            if not line.strip():
                continue
            people = [self._members.get(part.strip().casefold()) for part in line.split(",")]
            if len(people) != 2 or None in people or people[0] == people[1]:
                self.add_error(
                    name, _("Dòng “{strip}” phải có đúng hai họ tên thành viên của Tổ.").format(strip=line.strip())
                )
                continue
            found.append((int(people[0] or 0), int(people[1] or 0), together))
        return found

    def _shift(self, number: int, shift: ShiftKind | None) -> None:
        key = f"shift{number}"
        self.fields[f"{key}_name"] = TidyCharField(
            label=_("Tên ca"), max_length=40, required=False, initial=shift.name if shift else ""
        )
        for part, label in (("starts", _("Giờ bắt đầu")), ("ends", _("Giờ kết thúc"))):
            value = f"{getattr(shift, part):%H:%M}" if shift else ""
            self.fields[f"{key}_{part}"] = forms.TimeField(
                label=label, required=False, initial=value, widget=forms.TimeInput(attrs={"type": "time"})
            )
        self.fields[f"{key}_night"] = forms.BooleanField(
            label=_("Ca tối, đêm"), required=False, initial=bool(shift and shift.night)
        )

    def _post(self, number: int, post: PostKind | None, keys: Sequence[str]) -> None:
        key = f"post{number}"
        self.fields[f"{key}_name"] = TidyCharField(
            label=_("Tên vị trí"), max_length=80, required=False, initial=post.name if post else ""
        )
        self.fields[f"{key}_place"] = TidyCharField(
            label=_("Nơi trực"), max_length=160, required=False, initial=post.place if post else ""
        )
        self.fields[f"{key}_need"] = forms.IntegerField(
            label=_("Số người mỗi ca"), min_value=1, max_value=200, required=False, initial=post.need if post else 1
        )
        chosen = [f"c{keys.index(one) + 1}" if one in keys else one for one in post.shifts] if post else []
        self.fields[f"{key}_shifts"] = forms.MultipleChoiceField(
            label=_("Trực các ca"), choices=[(f"c{n + 1}", _("Ca {n}").format(n=n + 1)) for n in range(SHIFT_ROWS)], required=False,
            initial=chosen, widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
        self.fields[f"{key}_leader"] = forms.BooleanField(
            label=_("Có một lãnh đạo trực trong mỗi ca"), required=False, initial=bool(post and post.leader)
        )
        self.fields[f"{key}_standby"] = forms.BooleanField(
            label=_("Trực qua điện thoại, không cần có mặt"), required=False, initial=bool(post and post.standby)
        )
        self.fields[f"{key}_agencies"] = TidyCharField(
            label=_("Mỗi ca có người của"), max_length=300, required=False,
            initial=", ".join(post.agencies) if post else "", help_text=_("Tên cơ quan như ghi ở thành viên, cách nhau bằng dấu phẩy."),
        )  # fmt: skip
        self.fields[f"{key}_skills"] = TidyCharField(
            label=_("Mỗi ca có người biết"), max_length=300, required=False, initial=", ".join(post.skills) if post else "",
            help_text=_("Chuyên môn như ghi ở thành viên."),
        )  # fmt: skip


class WishForm(Form):
    """Leave or a preference."""

    member = forms.ChoiceField(label="Người")
    on = forms.DateField(label="Ngày", widget=DayInput)
    shift = forms.ChoiceField(label="Ca", required=False)
    kind = forms.ChoiceField(label="Đăng ký", choices=list(WISHES.items()))

    def __init__(self, *args: Any, members: Sequence[Member], setup: Setup, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["member"].choices = [(member.pk, member.name) for member in members]  # type: ignore[attr-defined] # a choice field
        shifts = [(shift.key, shift.name) for shift in setup.shifts]
        self.fields["shift"].choices = [("", _("Cả ngày")), *shifts]  # type: ignore[attr-defined] # the same


class RateForm(Form):
    """What a shift is paid, by which paper."""

    kind = forms.ChoiceField(label="Loại ngày", choices=list(DAY_KINDS.items()))
    standby = forms.BooleanField(label="Trực qua điện thoại", required=False)
    amount = forms.IntegerField(label="Mức một ca (đồng)", min_value=0, max_value=100_000_000)
    basis = TidyCharField(label="Văn bản quy định", max_length=200)
    starts_on = forms.DateField(label="Áp dụng từ ngày", widget=DayInput, initial=clock.today)


class ReasonForm(Form):
    """A reason."""

    reason = TidyCharField(label="Lý do", max_length=300)


def _parts(text: object) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(text or "").split(",") if part.strip())
