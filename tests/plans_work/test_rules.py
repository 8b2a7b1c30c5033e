"""Pure rules of plans at work: what a name means, when something is due, which days a report tells of, what form 06 counts."""

from __future__ import annotations

import io
import itertools
import zipfile
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.documents.rendering.compose import Letterhead
from tiepdan.plans.printing import as_docx, as_pdf, plan_paper
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.files import read_bytes
from tiepdan.plans.reading.output import reading_json
from tiepdan.plans.rules.changes import Told, compared
from tiepdan.plans.rules.due import Anchor, Due, DueKind, occurrences, understood
from tiepdan.plans.rules.matching import Body, MatchKind, Registry
from tiepdan.plans.rules.registers import Entered, RegisterKind, form_06
from tiepdan.plans.rules.report_periods import ReportPeriod, Rhythm, spans
from tiepdan.plans.rules.windows import Phase, Window
from tiepdan.plans.rules.writing import TEMPLATES, Group, WrittenPlan

K, L = AgencyKind, AgencyLevel
WINDOW = Window(date(2026, 3, 5), date(2026, 4, 5), date(2026, 4, 25), date(2026, 5, 9))
PROVINCE = Body(1, "UBND tỉnh Hồng Sơn", "UBND tỉnh", K.PROVINCIAL_COMMITTEE, L.PROVINCE, "/000001/")
BODIES = (
    PROVINCE,
    Body(2, "Thanh tra tỉnh Hồng Sơn", "", K.INSPECTORATE, L.PROVINCE, "/000001/000002/"),
    Body(
        3,
        "Sở Nông nghiệp và Môi trường",
        "",
        K.DEPARTMENT,
        L.PROVINCE,
        "/000001/000003/",
        ("Sở Tài nguyên và Môi trường",),
    ),
    Body(4, "Công an tỉnh Hồng Sơn", "", K.POLICE, L.PROVINCE, "/000001/000004/"),
    Body(5, "UBND xã An Hòa", "", K.COMMUNE_COMMITTEE, L.COMMUNE, "/000001/000005/"),
    Body(6, "Công an xã An Hòa", "", K.POLICE, L.COMMUNE, "/000001/000005/000001/"),
    Body(7, "UBND phường Hoa Sen", "", K.COMMUNE_COMMITTEE, L.COMMUNE, "/000001/000006/"),
    Body(8, "Văn phòng HĐND và UBND", "", K.COMMUNE_BODY, L.COMMUNE, "/000001/000006/000001/"),
)


@pytest.mark.parametrize(
    "name, kind, ids",
    [
        ("Thanh tra tỉnh", MatchKind.ONE, (2,)),
        ("Chánh Thanh tra tỉnh", MatchKind.ONE, (2,)),
        ("Sở NN&MT", MatchKind.ONE, (3,)),
        ("Sở TN&MT", MatchKind.ONE, (3,)),  # ended; its work went on
        ("UBND tỉnh", MatchKind.ONE, (1,)),
        ("Công an tỉnh", MatchKind.ONE, (4,)),
        ("UBND các xã, phường", MatchKind.SET, (5, 7)),
        ("Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu", MatchKind.SET, (5, 7)),
        ("UBND các phường", MatchKind.SET, (7,)),
        ("Công an các xã", MatchKind.SET, (6,)),
        ("UBND các huyện, thành phố", MatchKind.NONE, ()),  # none on a day of 2026
        ("các sở, ban, ngành", MatchKind.SET, (2, 3)),
        ("các cơ quan, đơn vị liên quan", MatchKind.VAGUE, ()),
        ("Cục Hàng hải", MatchKind.NONE, ()),
        ("", MatchKind.NONE, ()),
    ],
)
def test_a_printed_name_means_a_body_a_set_or_nobody(name: str, kind: MatchKind, ids: tuple[int, ...]) -> None:
    found = Registry(bodies=BODIES, home=PROVINCE).match(name)
    assert (found.kind, found.ids) == (kind, ids)


def test_a_ward_means_its_own_bodies_and_those_above_it() -> None:
    seen = Registry(bodies=BODIES, home=BODIES[6])
    assert seen.match("Văn phòng HĐND-UBND phường").ids == (8,)
    assert seen.match("Thanh tra tỉnh").ids == (2,)
    assert seen.match("Công an xã An Hòa").is_sure is False
    assert seen.match("Tổ trưởng").ids == (7,)
    assert not seen.match("Tổ trưởng").is_sure


@given(st.text(max_size=80))
def test_no_name_breaks_the_matching_and_a_match_names_known_bodies(name: str) -> None:
    found = Registry(bodies=BODIES, home=PROVINCE).match(name)
    assert set(found.ids) <= {body.id for body in BODIES}
    assert (found.kind in {MatchKind.ONE, MatchKind.SET}) == bool(found.ids)
    assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    "due, days",
    [
        (Due(kind=DueKind.FIXED, day=date(2026, 4, 5)), [date(2026, 4, 5)]),  # a Sunday stays: the plan says so
        (Due(kind=DueKind.YEARLY, month=12, month_day=10), [date(2026, 12, 10), date(2027, 12, 10)]),
        (Due(kind=DueKind.MONTHLY, month_day=31), [date(2026, 3, 31), date(2026, 4, 30)]),
        (Due(kind=DueKind.QUARTERLY, month_day=15), [date(2026, 3, 15), date(2026, 6, 15)]),
        (Due(kind=DueKind.RELATIVE, anchor=Anchor.STARTS, offset_days=-5), [date(2026, 3, 31)]),
        # From 25/04 (Saturday): 26 Sunday, 27 in lieu of Hùng Kings, 30/4 and 1/5 off.
        (Due(kind=DueKind.RELATIVE, anchor=Anchor.ENDS, offset_days=3, working_days=True), None),
        (
            Due(kind=DueKind.RELATIVE, anchor=Anchor.NAMED, event_on=date(2026, 6, 1), offset_days=10),
            [date(2026, 6, 11)],
        ),
        (Due(kind=DueKind.AS_NEEDED), []),
    ],
)
def test_deadlines_fall_on_their_days(due: Due, days: list[date] | None) -> None:
    calendar = national_calendar()
    found = occurrences(due=due, since=date(2026, 3, 5), until=date(2027, 12, 31), window=WINDOW, calendar=calendar)
    if days is None:
        assert found == (calendar.add_working_days(date(2026, 4, 25), 3),)
    else:
        assert list(found[: len(days)]) == days


def test_daily_during_an_event_has_no_weekend() -> None:
    due = Due(kind=DueKind.DAILY)
    found = occurrences(
        due=due, since=date(2026, 1, 1), until=date(2026, 12, 31), window=WINDOW, calendar=national_calendar()
    )
    assert len(found) == 21
    assert {day.weekday() for day in found} == set(range(7))


@pytest.mark.parametrize(
    "text, kind, more",
    [
        ("trước 16 giờ 00 hằng ngày", DueKind.DAILY, {"at_time": time(16, 0)}),
        ("trước 15h30 thứ năm hằng tuần", DueKind.WEEKLY, {"weekday": 3, "at_time": time(15, 30)}),
        ("trước ngày 25 hằng tháng", DueKind.MONTHLY, {}),
        ("trước ngày bầu cử 05 ngày", DueKind.RELATIVE, {"anchor": Anchor.STARTS, "offset_days": -5}),
        ("chậm nhất 05 ngày làm việc sau khi kết thúc kỳ họp", DueKind.RELATIVE,
         {"anchor": Anchor.ENDS, "offset_days": 5, "working_days": True}),
        ("trong thời hạn 10 ngày kể từ ngày có kết luận", DueKind.RELATIVE, {"anchor": Anchor.NAMED, "offset_days": 10}),
    ],
)  # fmt: skip
def test_relative_deadlines_are_understood(text: str, kind: DueKind, more: dict[str, object]) -> None:
    due = understood(text=text)
    assert due.kind is kind
    assert {name: getattr(due, name) for name in more} == more


@pytest.mark.parametrize(
    "rhythm, first",
    [
        (Rhythm(period=ReportPeriod.DAILY, starts_on=date(2026, 4, 5), ends_on=date(2026, 4, 25), at_time=time(16)),
         ("2026-04-05", "2026-04-05", "2026-04-05T16:00")),
        (Rhythm(period=ReportPeriod.WEEKLY, starts_on=date(2026, 4, 6), ends_on=None, weekday=4),
         ("2026-04-06", "2026-04-10", "2026-04-10T17:00")),
        (Rhythm(period=ReportPeriod.YEARLY, starts_on=date(2025, 12, 11), ends_on=None, month=12, month_day=10),
         ("2025-12-11", "2026-12-10", "2026-12-10T17:00")),
        (Rhythm(period=ReportPeriod.YEARLY, starts_on=date(2026, 1, 1), ends_on=None, month=3, month_day=15),
         ("2026-01-01", "2026-03-15", "2026-03-15T17:00")),
        (Rhythm(period=ReportPeriod.FINAL, starts_on=date(2026, 3, 5), ends_on=date(2026, 5, 9)),
         ("2026-03-05", "2026-05-09", "2026-05-09T17:00")),
    ],
)  # fmt: skip
def test_reports_tell_of_their_days(rhythm: Rhythm, first: tuple[str, str, str]) -> None:
    found = spans(rhythm=rhythm, until=date(2026, 5, 1))
    one = found[0]
    assert (one.starts_on.isoformat(), one.ends_on.isoformat(), f"{one.due_at:%Y-%m-%dT%H:%M}") == first


@given(
    period=st.sampled_from([one for one in ReportPeriod if one not in {ReportPeriod.ONCE, ReportPeriod.FINAL}]),
    days=st.integers(0, 400), weekday=st.integers(0, 6), month_day=st.integers(1, 31),
)  # fmt: skip
def test_reports_leave_no_day_out_and_tell_no_day_twice(
    period: ReportPeriod, days: int, weekday: int, month_day: int
) -> None:
    first = date(2026, 1, 7)
    rhythm = Rhythm(
        period=period,
        starts_on=first,
        ends_on=first + timedelta(days=days),
        weekday=weekday,
        month_day=month_day,
        month=6,
    )
    found = spans(rhythm=rhythm, until=first + timedelta(days=days))
    assert found[0].starts_on == first
    assert found[-1].ends_on == first + timedelta(days=days)
    for one, after in itertools.pairwise(found):
        assert after.starts_on == one.ends_on + timedelta(days=1)


def test_a_window_has_a_phase_for_each_of_its_days() -> None:
    spans_of = [WINDOW.span(phase) for phase in Phase]
    assert spans_of[0][0] == WINDOW.prepares_on
    assert spans_of[-1][1] == WINDOW.follows_until
    for day in range((WINDOW.follows_until - WINDOW.prepares_on).days + 1):
        phase = WINDOW.phase(WINDOW.prepares_on + timedelta(days=day))
        assert phase is not None
        first, last = WINDOW.span(phase)
        assert first <= WINDOW.prepares_on + timedelta(days=day) <= last


def test_form_06_counts_what_the_registers_hold() -> None:
    since, until = date(2025, 12, 15), date(2026, 12, 14)
    rows = [
        Entered(RegisterKind.DOCUMENT, date(2026, 2, 1), details={"act": "new"}),
        Entered(RegisterKind.DOCUMENT, date(2026, 2, 1), details={"act": "amended"}),
        Entered(RegisterKind.DOCUMENT, date(2025, 2, 1), details={"act": "new"}),  # before the period
        Entered(RegisterKind.TRAINING, date(2026, 5, 1), details={"classes": 2, "people": 64}),
        # begun before, concluded in the period, its conclusion not carried out yet
        Entered(
            RegisterKind.INSPECTION,
            date(2025, 11, 1),
            date(2026, 1, 5),
            details={"units": 3, "admin_people": 2, "done_people": 1},
        ),
        # begun and not concluded
        Entered(RegisterKind.INSPECTION, date(2026, 6, 1), details={"units": 1}),
        # concluded and carried out before: no longer counted
        Entered(RegisterKind.INSPECTION, date(2024, 6, 1), date(2024, 9, 1), date(2025, 3, 1), {"units": 9}),
    ]
    found = form_06(entries=rows, since=since, until=until)
    assert {column: value for column, value in found.items() if value} == {
        1: 1, 2: 1, 4: 2, 5: 64, 6: 2, 7: 4, 8: 1, 10: 2, 13: 1, 15: 1,
    }  # fmt: skip
    assert found[8] <= found[6]


def test_texts_are_paired_by_their_words() -> None:
    old = [
        Told(1, "Rà soát các vụ việc tồn đọng, kéo dài.", "II.1", "Thanh tra tỉnh", "20/3/2026"),
        Told(2, "Bố trí kinh phí thực hiện.", "II.2", "Sở Tài chính", ""),
        Told(3, "Bảo đảm an ninh, trật tự.", "II.3", "Công an tỉnh", ""),
    ]
    new = [
        Told(0, "Bảo đảm an ninh, trật tự tại trụ sở.", "II.2", "Công an tỉnh", ""),
        Told(1, "Rà soát các vụ việc tồn đọng, kéo dài", "II.1", "Ban Tiếp công dân tỉnh", "25/3/2026"),
        Told(2, "Mở chuyên mục giải đáp pháp luật.", "II.4", "Sở Văn hóa", ""),
    ]
    found = compared(old=old, new=new)
    assert {(pair.old, pair.new): pair.differs for pair in found.pairs} == {
        (1, 1): ("lead", "deadline"),
        (3, 0): ("text",),
    }
    assert (found.added, found.gone) == ((2,), (2,))
    assert compared(old=old, new=[replace(one, key=k) for k, one in enumerate(old)]).is_empty


WRITTEN = WrittenPlan(
    title="Tiếp công dân phục vụ kỳ họp thứ Hai của Hội đồng nhân dân tỉnh",
    bases=("Luật Tiếp công dân số 42/2013/QH13", "Luật Khiếu nại số 02/2011/QH13"),
    purposes=("Bảo đảm quyền khiếu nại, tố cáo của công dân.",),
    demands=("Việc tiếp công dân công khai, đúng pháp luật.",),
    groups=(
        Group(("Thanh tra tỉnh",), (
            "Chủ trì, phối hợp với Sở Tài chính rà soát các vụ việc tồn đọng; hoàn thành trước ngày 20/3/2026.",
            "Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước 16 giờ 00 hằng ngày.",
        )),
        Group(("Ủy ban nhân dân các xã, phường",), ("Tổ chức tiếp công dân tại tất cả các ngày diễn ra kỳ họp.",)),
        Group(("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",), ("Vận động đoàn viên, hội viên chấp hành pháp luật.",), request=True),
    ),
    funding=("Kinh phí do ngân sách tỉnh bảo đảm.",),
    organisation=("Giao Thanh tra tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này.",),
    recipients=("Thanh tra Chính phủ (b/c)", "Các sở, ban, ngành (t/h)", "Lưu: VT"),
    signer_title="CHỦ TỊCH", signer_name="Đỗ Thanh Hà",
)  # fmt: skip


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("key", ["whole", *(key for key in TEMPLATES if key != "blank")])
def test_reading_the_print_of_a_written_plan_gives_the_same_plan(form: str, key: str) -> None:
    plan = (
        WRITTEN
        if key == "whole"
        else replace(
            TEMPLATES[key][1], title="Tiếp công dân năm 2026", signer_name="Đỗ Thanh Hà", signer_title="CHỦ TỊCH"
        )
    )
    on = date(2026, 3, 5)
    head = Letterhead(
        agency="Ủy ban nhân dân tỉnh Hồng Sơn", place="Hồng Sơn", number=87, symbol="KH-UBND", dated_on=on,
        signer_authority="TM. ỦY BAN NHÂN DÂN", signer_title=plan.signer_title, signer_name=plan.signer_name,
        recipients=plan.recipients,
    )  # fmt: skip
    paper = plan_paper(plan=plan, letterhead=head, issuer="Ủy ban nhân dân tỉnh", draft=False, demo=True)
    data = as_docx(paper, on=on) if form == "docx" else as_pdf(paper, on=on)
    read = reading_json(read_plan(read_bytes(data=data, name=f"ke-hoach.{form}").text))
    document = read["document"]
    assert (document["title"], document["number"], document["date"]) == (plan.title, "87/KH-UBND", "2026-03-05")
    assert document["issuer"] == "Ủy ban nhân dân tỉnh Hồng Sơn"
    assert document["signer"]["name"] == "Đỗ Thanh Hà"
    assert tuple(document["recipients"]) == plan.recipients
    assert [row["number"] for row in read["legal_bases"]] == [basis.rsplit(" ", 1)[1] for basis in plan.bases]
    told = [
        (tuple(row.get("agencies") or [row["agency"]]), tuple(task["text"] for task in row["tasks"]))
        for row in read["assignments"]
        if row["section"].startswith("II.")
    ]
    assert told == [(group.agencies, group.tasks) for group in plan.groups]
    assert [row["title"] for row in read["sections"] if row["level"] == 1] == [
        "MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ", "KINH PHÍ", "TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip
    assert _inside(data) == _inside(as_docx(paper, on=on) if form == "docx" else as_pdf(paper, on=on))


def _inside(data: bytes) -> object:
    """Return what a file says: of a DOCX its members, since the package notes the second in which it was written."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
