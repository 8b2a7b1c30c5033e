"""Prints of duty: the decision that sets up a task force, the roster on A4 landscape, the table of hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from tiepdan.documents.rendering.compose import Letterhead, Paper, Table
from tiepdan.documents.rendering.office_paper import Block, basis, bold, centred, item, office_paper, words
from tiepdan.rosters.models import DutyShift, Member, Roster, TaskForce
from tiepdan.rosters.rules import DayKind, Function, Sum

FUNCTIONS: Final[Mapping[str, str]] = {
    Function.LEADER: "Tổ trưởng",
    Function.DEPUTY: "Tổ phó",
    Function.SECRETARY: "Thư ký",
    Function.MEMBER: "Thành viên",
}
_DAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def decision_paper(*, force: TaskForce, members: Sequence[Member], place: str, parent: str, demo: bool) -> Paper:
    """Lay out QUYẾT ĐỊNH: bases, articles, who is in it. Without a number it is a draft."""
    letterhead = Letterhead(
        agency=force.agency.name, parent_agency=parent, place=place, number=force.decision_number,
        symbol=force.decision_symbol or "QĐ", dated_on=force.decided_on, signer_authority=force.signer_authority,
        signer_title=force.signer_title, signer_name=force.signer_name,
        recipients=("Như Điều 3;", "Lưu: VT."),
    )  # fmt: skip
    return office_paper(
        heading="Quyết định", subject=f"Về việc thành lập {force.name}", blocks=tuple(_decision(force, members)),
        letterhead=letterhead, draft=force.decision_number is None, demo=demo,
    )  # fmt: skip


def _decision(force: TaskForce, members: Sequence[Member]) -> Iterator[Block]:
    authority = force.signer_title.upper()
    if authority:
        yield centred(authority)
    for line in force.bases:
        yield basis(f"Căn cứ {line.rstrip(';. ')};" if not line.casefold().startswith(("căn cứ", "theo")) else line)
    yield centred("QUYẾT ĐỊNH:")
    yield bold(f"Điều 1. Thành lập {force.name}, gồm các ông, bà có tên sau:")
    yield Table(
        ("STT", "Họ và tên", "Chức vụ, cơ quan", "Nhiệm vụ trong Tổ"),
        (1, 5, 8, 4),
        tuple(
            (
                str(number), member.name, ", ".join(part for part in (member.title, member.body) if part),
                FUNCTIONS[member.function],
            )
            for number, member in enumerate(members, 1)
        ) or (("", "", "", ""),),
    )  # fmt: skip
    yield bold("Điều 2. Nhiệm vụ và thời gian hoạt động")
    for line in force.duties:
        yield item(line)
    yield words(
        f"Tổ hoạt động từ ngày {force.starts_on:%d/%m/%Y} đến ngày {force.ends_on:%d/%m/%Y} và tự kết thúc khi hoàn thành"
        " nhiệm vụ."
    )
    yield words(
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị có liên quan và các ông, bà có tên tại Điều 1"
        " chịu trách nhiệm thi hành Quyết định này./."
    )


def roster_paper(*, roster: Roster, duties: Sequence[DutyShift], parent: str, place: str, demo: bool) -> Paper:
    """Lay out the roster: a line for each day, a column for each shift, A4 landscape."""
    setup = roster.made_by()
    found: dict[tuple[date, str], list[DutyShift]] = {}
    for duty in duties:
        found.setdefault((duty.on, duty.shift), []).append(duty)
    days = sorted({duty.on for duty in duties})
    rows = []
    for on in days:
        line = [f"{_DAYS[on.weekday()]}\n{on:%d/%m/%Y}"]
        for shift in setup.shifts:
            names = []
            for post in setup.posts:
                own = [duty for duty in found.get((on, shift.key), ()) if duty.post == post.key]
                if own:
                    people = ", ".join(
                        duty.member.name + (f" ({duty.member.phone})" if post.standby and duty.member.phone else "")
                        for duty in own
                    )
                    names.append(f"{post.name}: {people}")
            line.append("\n".join(names))
        rows.append(tuple(line))
    headers = ("Ngày", *(f"{one.name} ({one.starts:%H:%M}–{one.ends:%H:%M})" for one in setup.shifts))
    table = Table(headers, (2, *(5 for _ in setup.shifts)), tuple(rows) or (("",) * len(headers),))
    places = "; ".join(sorted({f"{post.name} – {post.place}" for post in setup.posts if post.place}))
    blocks: list[Block] = [table]
    if places:
        blocks.append(words(f"Địa điểm: {places}."))
    letterhead = Letterhead(
        agency=roster.agency.name, parent_agency=parent, place=place,
        dated_on=roster.published_at.date() if roster.published_at else None,
        signer_authority=roster.force.signer_authority, signer_title=roster.force.signer_title,
        signer_name=roster.force.signer_name,
    )  # fmt: skip
    return office_paper(
        heading="Lịch trực", subject=roster.title, blocks=blocks, letterhead=letterhead, landscape=True,
        draft=roster.published_at is None, demo=demo,
    )  # fmt: skip


def hours_paper(
    *, roster: Roster, rows: Sequence[tuple[Member, Sum]], parent: str, place: str, on: date, demo: bool
) -> Paper:
    """Lay out the table of hours and allowance."""
    table = Table(
        ("STT", "Họ và tên", "Cơ quan", "Ca ngày thường", "Ca cuối tuần", "Ca lễ, Tết", "Trực điện thoại", "Giờ", "Bồi dưỡng (đồng)"),
        (1, 5, 5, 2, 2, 2, 2, 2, 3),
        tuple(
            (
                str(number), member.name, member.body, str(one.shifts[DayKind.WORKING]), str(one.shifts[DayKind.WEEKEND]),
                str(one.shifts[DayKind.HOLIDAY]), str(one.standby), f"{one.hours:.1f}".replace(".0", "").replace(".", ","),
                "chưa có mức" if one.amount is None else f"{one.amount:,}".replace(",", "."),
            )
            for number, (member, one) in enumerate(rows, 1)
        ) or (("",) * 9,),
    )  # fmt: skip
    letterhead = Letterhead(agency=roster.agency.name, parent_agency=parent, place=place, dated_on=on)
    return office_paper(
        heading="Bảng tổng hợp giờ trực", subject=roster.title, blocks=[table], letterhead=letterhead, landscape=True,
        demo=demo,
    )  # fmt: skip
