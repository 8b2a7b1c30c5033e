"""Every plan in the browser, from its text to its final report: a database, a day and a registry of its own kind for each.

The project's own five plans run everywhere, the five of the shared folder where it is present. The server runs in this process,
so that its clock can stand on the days of the plan; jobs are run where a worker would.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.look import DESK, faults, too_wide
from tests.browser.office import fill, press
from tests.factories import moment, post
from tests.people import client_of
from tests.plans_work.registry import Realm, realm
from tests.plans_work.simulated import Simulated
from tests.plans_work.test_simulated_windows import OWN, SEEDS, Kind, beside, everybody_reports, everybody_works
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.plans import jobs as plan_jobs
from tiepdan.plans.models import EventWindow, Plan, PlanDocument
from tiepdan.rosters import actions as rosters
from tiepdan.rosters import jobs as roster_jobs
from tiepdan.rosters.models import DutyShift, Roster, TaskForce
from tiepdan.rosters.rules import Function, PostKind, Setup, ShiftKind
from tiepdan.situation import jobs as situation_jobs
from tiepdan.situation.models import ReportSeries, SituationReport

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAYS = 7  # of a roster
SETUP = Setup(
    (ShiftKind("c1", "Sáng", time(7, 30), time(12, 0)), ShiftKind("c2", "Chiều", time(13, 0), time(16, 30))),
    (
        PostKind("v1", "Bàn tiếp công dân", "Trụ sở tiếp công dân", 1, ("c1", "c2")),
        PostKind("v2", "Lãnh đạo trực", "", 1, ("c1", "c2"), leader=True, standby=True),
    ),
)
Enter = Callable[..., Page]


class Calendar:
    """The day that the program believes."""

    at: datetime

    def now(self) -> datetime:
        """Return it."""
        return self.at

    def stand_on(self, day: date, hour: int = 9) -> datetime:
        """Move to an hour of a day."""
        self.at = moment(day.isoformat(), hour)
        return self.at


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    """The clock of the server, set by hand."""
    held = Calendar()
    held.at = clock.now()
    monkeypatch.setattr(clock, "now", held.now)
    return held


@pytest.fixture
def enter(chromium: Browser, live_server: LiveServer) -> Iterator[Enter]:
    """Open a page as somebody: enter(actor, "/…", narrow=False)."""
    contexts: list[BrowserContext] = []

    def opened(who: Actor, address: str, *, narrow: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": 360, "height": 780} if narrow else {"width": 1366, "height": 900}, base_url=live_server.url, locale="vi-VN"
        )  # fmt: skip
        contexts.append(context)
        cookie = client_of(who).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


# One plan in every run of the tests; all of them, minutes each, by `make journeys`.
FIRST = [kind for kind in OWN if kind.path.stem == "province"]
REST = [kind for kind in OWN if kind not in FIRST]


@pytest.mark.parametrize("kind", FIRST, ids=lambda kind: kind.path.stem)
def test_a_plan_of_our_own_runs_through_its_window_in_every_run(kind: Kind, calendar: Calendar, enter: Enter) -> None:
    runs(kind, calendar, enter)


@pytest.mark.long
@pytest.mark.parametrize("kind", REST, ids=lambda kind: kind.path.stem)
def test_a_plan_of_our_own_runs_through_its_window(kind: Kind, calendar: Calendar, enter: Enter) -> None:
    runs(kind, calendar, enter)


@pytest.mark.long
@pytest.mark.parametrize("kind", SEEDS, ids=lambda kind: kind.path.stem)
def test_a_shared_plan_runs_through_its_window(kind: Kind, calendar: Calendar, enter: Enter) -> None:
    if not kind.path.is_file():
        pytest.skip("the shared plans are absent")
    runs(kind, calendar, enter)


def runs(kind: Kind, calendar: Calendar, enter: Enter) -> None:
    signed = date.fromisoformat(kind.on)
    calendar.stand_on(signed)
    made = realm(on=signed, units=kind.units)
    office = made.agencies[kind.office]
    beside(made, office)
    coordinator = made.coordinator(office)
    page = enter(coordinator, f"{DESK}/su-kien/them/")
    window = make_window(page, kind, coordinator)
    document = bring_in(page, kind, coordinator)
    plan = follow(page, document, coordinator, office)
    run = Simulated(made, office, coordinator, window, document, plan, calendar.at)
    named = run.agencies()
    assert named
    one_works_on_screen(enter, run, named, calendar)
    everybody_works(run, named)
    force, roster = duty(page, run, calendar)
    series = daily_reports(page, run, calendar)
    the_first_day(enter, page, run, calendar, force, roster)
    the_day_is_counted(page, run, series, calendar)
    calendar.stand_on(window.starts_on, 9)
    everybody_reports(run, named)
    page.goto(f"{DESK}/theo-doi/{plan.code}/bao-cao/")
    good(page)
    the_plan_ends(page, run, calendar)


def good(page: Page) -> None:
    """Nothing that axe finds, nothing wider than the window."""
    assert faults(page) == []
    assert not too_wide(page)


def make_window(page: Page, kind: Kind, by: Actor) -> EventWindow:
    starts, ends = date.fromisoformat(kind.starts_on), date.fromisoformat(kind.ends_on)
    fill(
        page, name="Đợt phục vụ", kind=kind.event.value, prepares_on=(starts - timedelta(days=15)).isoformat(),
        starts_on=starts.isoformat(), ends_on=ends.isoformat(), follows_until=(ends + timedelta(days=14)).isoformat(),
    )  # fmt: skip
    press(page, "Lưu")
    expect(page.get_by_text("Đã lưu sự kiện.")).to_be_visible()
    with acting(by):
        return EventWindow.objects.get()


def bring_in(page: Page, kind: Kind, by: Actor) -> PlanDocument:
    """Upload the text, read it, look at what was understood, confirm it."""
    page.goto(f"{DESK}/ke-hoach/tai-len/")
    text = kind.path.read_bytes()
    page.locator("[name=file]").set_input_files({"name": "ke-hoach.txt", "mimeType": "text/plain", "buffer": text})
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.wait_for_url(re.compile(r"/ke-hoach/[0-9A-Z-]{12}/"))
    with acting(by):
        document = PlanDocument.objects.get()
    plan_jobs.read_plan.func(plan_id=document.pk, agency_id=by.agency_id)  # type: ignore[attr-defined,unused-ignore]
    page.goto(f"{DESK}/ke-hoach/{document.code}/")
    expect(page.locator(".reading-paper")).to_be_visible()
    good(page)
    page.get_by_role("button", name="Xác nhận nội dung").first.click()
    expect(page.get_by_text("Đã xác nhận nội dung kế hoạch.")).to_be_visible()
    return document


def follow(page: Page, document: PlanDocument, by: Actor, office: Agency) -> Plan:
    """Match the names, give every duty a lead, issue the plan."""
    page.get_by_role("link", name="Đưa vào theo dõi").click()
    page.locator("[name=window]").select_option(index=1)
    press(page, "Đưa vào theo dõi")
    expect(page.get_by_role("heading", name="Đối chiếu cơ quan")).to_be_visible()
    good(page)
    with acting(by):
        plan = Plan.objects.get()
    address = f"{DESK}/theo-doi/{plan.code}/"
    for _ in range(60):
        settle_names(page, f"{address}co-quan/")
        page.goto(address)
        without = page.locator("li").filter(has_text="Chưa có cơ quan chủ trì")
        if not without.count():
            break
        without.first.get_by_role("link", name="Sửa").click()
        fill(page, leads=office.name)
        press(page, "Lưu")
    page.get_by_role("button", name="Giao kế hoạch").click()
    expect(page.get_by_text("Đã giao kế hoạch")).to_be_visible()
    good(page)
    with acting(by):
        return Plan.objects.get()


def settle_names(page: Page, address: str) -> None:
    """Take the sure ones at once; each of the others as the registry proposes, or as outside it."""
    page.goto(address)
    sure = page.get_by_role("button", name=re.compile("Xác nhận cả"))
    if sure.count():
        sure.first.click()
    for _ in range(60):
        section = page.locator("section[aria-labelledby=chua]")
        if not section.count():
            return
        section.get_by_role("link", name=re.compile("^Xác nhận")).first.click()
        if not page.locator("[name=agencies]:checked").count():
            page.locator("[name=outside]").check()
        press(page, "Xác nhận")


def one_works_on_screen(enter: Enter, run: Simulated, named: list[Agency], calendar: Calendar) -> None:
    """An agency finds its duty on a phone, accepts it and tells its progress; the others do it through the acts."""
    calendar.stand_on(calendar.at.date() + timedelta(days=1))
    one = next((agency for agency in named if agency.pk != run.agency.pk), named[0])
    page = enter(run.realm.coordinator(one), f"{DESK}/nhiem-vu/", narrow=True)
    good(page)
    page.locator("ul.tasks a[href*='/nhiem-vu/']").first.click()
    press(page, "Nhận nhiệm vụ")
    page.get_by_role("link", name="Báo tiến độ").click()
    fill(page, percent="60", text="Đã bố trí người, phòng tiếp.")
    press(page, "Lưu tiến độ")
    expect(page.get_by_text("Đã bố trí người, phòng tiếp.").first).to_be_visible()
    good(page)


def duty(page: Page, run: Simulated, calendar: Calendar) -> tuple[TaskForce, Roster]:
    """A task force by decision, a roster of the first week of the window, solved, looked at and made public on screen."""
    first = run.window.starts_on
    at = calendar.stand_on(first - timedelta(days=3))
    by = run.coordinator
    people = [
        by,
        *(
            post(Role.RECEPTION_OFFICER, run.agency, name=f"Cán Bộ Trực {word}")
            for word in ("Một", "Hai", "Ba", "Bốn", "Năm")
        ),
    ]
    with acting(by):
        force = rosters.set_up_force(
            name="Tổ công tác tiếp công dân", starts_on=first, ends_on=run.window.ends_on, bases=[run.plan.title[:200]],
            duties=["Tiếp công dân hằng ngày, kể cả ngày nghỉ"], signer_authority="", signer_title="Thủ trưởng", signer_name="Người Ký",
            by=by, at=at,
        )  # fmt: skip
        for number, one in enumerate(people):
            rosters.add_member(
                force_id=force.pk, name=one.name, title="", body=one.agency_name, phone=f"090000000{number}", function=Function.MEMBER,
                leads=number < 3, skills=[], user_id=one.user_id, asked=False, asked_letter="", by=by, at=at,
            )  # fmt: skip
        rosters.decide_force(force_id=force.pk, number=7, symbol="QĐ", on=at.date(), by=by, at=at)
        roster = rosters.open_roster(
            force_id=force.pk, title="Lịch trực", starts_on=first, ends_on=min(first + timedelta(days=DAYS - 1), run.window.ends_on),
            setup=SETUP, by=by, at=at,
        )  # fmt: skip
        rosters.solve_roster(roster_id=roster.pk, by=by, at=at)
    roster_jobs.solve_roster(roster_id=roster.pk, agency_id=roster.agency_id)
    page.goto(f"{DESK}/truc/lich/{roster.code}/")
    good(page)
    press(page, "Công bố")
    expect(page.get_by_text("Đã công bố lịch trực.")).to_be_visible()
    with acting(by):
        days = set(DutyShift.objects.filter(roster=roster, published=True).values_list("on", flat=True))
        assert days == {
            roster.starts_on + timedelta(days=n) for n in range((roster.ends_on - roster.starts_on).days + 1)
        }
    return force, roster


def daily_reports(page: Page, run: Simulated, calendar: Calendar) -> ReportSeries:
    """A series of daily reports, opened on screen."""
    window = run.window
    calendar.stand_on(window.starts_on - timedelta(days=2))
    page.goto(f"{DESK}/tinh-hinh/moi/")
    ends = min(window.ends_on, window.starts_on + timedelta(days=60))
    fill(
        page, title="Đợt phục vụ", starts_on=window.starts_on.isoformat(), during_from=window.starts_on.isoformat(),
        during_to=ends.isoformat(), ends_on=ends.isoformat(), send_at="17:00",
    )  # fmt: skip
    press(page, "Mở đợt")
    expect(page.get_by_role("heading", name=re.compile("Đợt phục vụ"))).to_be_visible()
    with acting(run.coordinator):
        return ReportSeries.objects.get()


def the_first_day(
    enter: Enter, page: Page, run: Simulated, calendar: Calendar, force: TaskForce, roster: Roster
) -> None:
    """Who is on duty is shown; a group comes, is written down on a phone, ends; attendance is noted."""
    calendar.stand_on(run.window.starts_on, 8)
    page.goto(f"{DESK}/truc/")
    expect(page.get_by_text("Bàn tiếp công dân").first).to_be_visible()
    good(page)
    page.goto(f"{DESK}/truc/lich/{roster.code}/ngay/{run.window.starts_on.isoformat()}/")
    page.get_by_role("button", name=re.compile("^Có mặt")).first.click()
    expect(page.get_by_text("Đã ghi điểm danh").first).to_be_visible()
    phone = enter(post(Role.RECEPTION_OFFICER, run.agency), f"{DESK}/tinh-huong/moi/", narrow=True)
    good(phone)
    fill(phone, people="14", place="Cổng trụ sở", about="Bồi thường khi thu hồi đất")
    press(phone, "Lưu tình huống")
    expect(phone.get_by_text("Cổng trụ sở").first).to_be_visible()
    good(phone)
    assert force.code


def the_day_is_counted(page: Page, run: Simulated, series: ReportSeries, calendar: Calendar) -> None:
    """At the hour set the job counts the day; the page and the printed report say it."""
    on = run.window.starts_on
    calendar.stand_on(on, 17)
    situation_jobs.count_day(series_id=series.pk, agency_id=series.agency_id, on=on.isoformat())
    address = f"{DESK}/tinh-hinh/{series.code}/{on.isoformat()}/"
    page.goto(address)
    good(page)
    with acting(run.coordinator):
        told = SituationReport.objects.get(series=series, on=on).figures
    assert (told["incidents"], told["most_present"], told["came"]) == (1, 14, 1)
    printed = docx.Document(io.BytesIO(page.request.get(f"{address}bao-cao.docx").body()))
    words = "\n".join(
        [*(p.text for p in printed.paragraphs), *(c.text for t in printed.tables for r in t.rows for c in r.cells)]
    )
    assert "Tình huống" in words


def the_plan_ends(page: Page, run: Simulated, calendar: Calendar) -> None:
    """Evaluated and closed on screen; the final report opens in a word processor."""
    calendar.stand_on(run.window.follows_until)
    page.goto(f"{DESK}/theo-doi/{run.plan.code}/ket-thuc/")
    fill(page, evaluation="Hoàn thành các nhiệm vụ.", lessons="Giao việc sớm hơn.")
    press(page, "Kết thúc kế hoạch")
    expect(page.get_by_text("Kế hoạch đã kết thúc.")).to_be_visible()
    good(page)
    body = page.request.get(f"{DESK}/theo-doi/{run.plan.code}/ket-qua.docx").body()
    words = "\n".join(line.text for line in docx.Document(io.BytesIO(body)).paragraphs)
    assert "BÁO CÁO" in words
    assert "Giao việc sớm hơn." in words
    assert isinstance(run.realm, Realm)
