"""The registry: adding, correcting and ending agencies, and finding them without diacritics."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import factories
from tests.factories import moment
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies import actions, queries
from tiepdan.agencies.access import UnknownAgency
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, child_number, child_path
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
DAY = AT.date()
NEW = actions.NewAgency(
    code="X900", name="Trạm Y tế phường Hoa Sen", short_name="Trạm Y tế", kind=AgencyKind.COMMUNE_BODY,
    level=AgencyLevel.COMMUNE, starts_on=date(2026, 1, 1),
)  # fmt: skip


def add(cast: Cast, by: Actor, *, new: actions.NewAgency = NEW, parent: Agency | None = None) -> Agency:
    with acting(by):
        return actions.add_agency(new=new, parent_id=(parent or cast.commune).pk, by=by, at=AT)


def test_a_new_agency_stands_under_its_parent_and_is_on_record() -> None:
    cast = make_cast()
    made = add(cast, cast.administrator)
    second = add(cast, cast.administrator, new=replace(NEW, code="X901"))
    assert made.path.startswith(cast.commune.path)
    assert child_number(second.path) == child_number(made.path) + 1
    assert list(Agency.objects.below(path=cast.commune.path).order_by("path")) == [cast.commune, made, second]
    with acting(cast.administrator):
        assert list(Entry.objects.values_list("act", flat=True)) == ["agency.added", "agency.added"]


@pytest.mark.parametrize("who", ["head", "clerk", "overseer", "coordinator"])
def test_only_administrators_change_the_registry(who: str) -> None:
    cast = make_cast()
    with pytest.raises(ActionRefused) as caught:
        add(cast, getattr(cast, who))
    assert caught.value.code == "not_administrator"


def test_agencies_elsewhere_do_not_exist_for_an_administrator() -> None:
    cast = make_cast()
    for parent in (cast.neighbour, cast.province):
        with pytest.raises(UnknownAgency):
            add(cast, cast.administrator, parent=parent)


@pytest.mark.parametrize(
    "new, code",
    [(replace(NEW, starts_on=date(2027, 1, 1)), "agency_ended"), (replace(NEW, code="TAKEN"), "agency_code_taken")],
)
def test_adding_is_refused_under_an_ended_agency_or_with_a_taken_code(new: actions.NewAgency, code: str) -> None:
    cast = make_cast()
    parent = factories.agency("Trạm cũ", parent=cast.commune, code="TAKEN", ends_before=date(2026, 12, 1))
    with pytest.raises(ActionRefused) as caught:
        add(cast, cast.administrator, new=new, parent=parent if code == "agency_ended" else None)
    assert caught.value.code == code


def test_only_an_empty_registry_gets_a_top() -> None:
    cast = make_cast()
    with pytest.raises(ActionRefused) as caught, acting(cast.administrator):
        actions.add_agency(new=NEW, parent_id=None, by=cast.administrator, at=AT)
    assert caught.value.code == "registry_not_empty"


def test_corrections_keep_what_was_there_before() -> None:
    cast = make_cast()
    made = add(cast, cast.administrator)
    details = actions.AgencyDetails(name="Trạm Y tế Hoa Sen", short_name="Trạm Y tế")
    with acting(cast.administrator):
        changed = actions.change_agency(agency_id=made.pk, details=details, by=cast.administrator, at=AT)
        entry = Entry.objects.get(act="agency.changed")
        with pytest.raises(ActionRefused) as caught:
            actions.change_agency(agency_id=made.pk, details=details, by=cast.administrator, at=AT)
    assert changed.folded_name == "tram y te hoa sen"
    assert "Trạm Y tế phường Hoa Sen" in entry.before
    assert caught.value.code == "nothing_changed"


def end(by: Actor, agency: Agency, *, ends_before: date = DAY, open_lines: int = 0) -> Agency:
    with acting(by):
        return actions.end_agency(agency_id=agency.pk, ends_before=ends_before, open_lines=open_lines, by=by, at=AT)


def test_an_agency_ends_when_nothing_hangs_on_it() -> None:
    cast = make_cast()
    made = add(cast, cast.administrator)

    def code(agency: Agency, by: Actor = cast.administrator, **values: object) -> str:
        with pytest.raises(ActionRefused) as caught:
            end(by, agency, **values)  # type: ignore[arg-type]
        return caught.value.code

    assert code(cast.commune) == "own_agency"
    assert code(cast.commune, by=factories.post(Role.ADMINISTRATOR, cast.province)) == "agency_has_children"
    assert code(made, open_lines=2) == "agency_has_open_matters"
    assert code(made, ends_before=date(2026, 1, 1)) == "ends_before_start"
    assert end(cast.administrator, made).ends_before == DAY
    assert code(made) == "agency_ended"
    with pytest.raises(UnknownAgency):
        end(cast.administrator, cast.neighbour)


@pytest.mark.parametrize("text", ["hoa sen", "HOA SEN", "phường hoa sen", "sen phuong", "Hoa Sen "])
def test_look_up_needs_no_diacritics_and_no_order(text: str) -> None:
    cast = make_cast()
    assert cast.commune in queries.look_up(text=text, on=DAY)
    assert cast.neighbour not in queries.look_up(text=text, on=DAY)


def test_look_up_leaves_out_the_ended_and_the_empty() -> None:
    cast = make_cast()
    ended = factories.agency("UBND xã Sen Cũ", parent=cast.province, ends_before=date(2025, 7, 1))
    assert ended not in queries.look_up(text="sen cu", on=DAY)
    assert ended in queries.look_up(text="sen cu", on=date(2025, 1, 1))
    assert queries.look_up(text="  ", on=DAY) == []
    assert queries.by_name(text="ubnd phuong hoa sen", on=DAY) == cast.commune
    assert queries.by_name(text="hoa", on=DAY) is None


def test_the_tree_is_walked_up_and_down() -> None:
    cast = make_cast()
    made = add(cast, cast.administrator)
    assert queries.ancestors(agency=made) == [cast.province, cast.commune]
    assert cast.commune in list(queries.children(parent=cast.province, on=DAY))
    counts = {one.pk: one.below_count for one in queries.children(parent=cast.province, on=DAY)}  # type: ignore[attr-defined]
    assert counts[cast.commune.pk] == 1
    assert queries.found_below(path=cast.commune.path, text="y te") == [made]
    assert queries.found_below(path=cast.neighbour.path, text="y te") == []
    assert queries.count_below(agency=cast.commune) == 2


@pytest.mark.parametrize("number", [1, 35, 36, 37, 20_000, 36**6 - 1])
def test_the_number_of_a_path_is_read_back(number: int) -> None:
    assert child_number(child_path("/000001/", number)) == number
