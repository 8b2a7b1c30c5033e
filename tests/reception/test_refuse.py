"""Refusing to receive: every ground needs its evidence, fits its visits, and two of them need the head's notice."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import moment
from tests.people import make_cast
from tests.reception.build import NAME, denunciation, entered, secret_visit, visit
from tests.submissions.build import opened
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents.access import files
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.rules import MatterKind
from tiepdan.reception import actions
from tiepdan.reception.models import Reception
from tiepdan.reception.rules import Outcome, may_refuse, parse_card, refusal_book
from tiepdan.submissions.actions import receive

ON = date(2026, 7, 14)
GROUNDS = refusal_book().grounds


def ask(code: str, **changes: Any) -> Any:
    ground = GROUNDS[code]
    values: dict[str, Any] = {
        "code": code,
        "purpose": next(iter(sorted(ground.purposes)), MatterKind.COMPLAINT),
        "facts": {name: f"có {name}" for name in (*ground.needs, *ground.needs_one)},
        "on": ON,
        "complete_on": ON if ground.notice else None,
        "own_agency": "UBND phường Hoa Sen",
    }
    return may_refuse(**{**values, **changes})


@pytest.mark.parametrize("code", GROUNDS)
def test_a_ground_on_record_allows_refusal(code: str) -> None:
    assert ask(code)


@pytest.mark.parametrize("code, fact", [(code, fact) for code, ground in GROUNDS.items() for fact in ground.needs])
def test_each_missing_fact_stops_it(code: str, fact: str) -> None:
    facts = {name: "có" for name in GROUNDS[code].needs if name != fact}
    verdict = ask(code, facts=facts)
    assert isinstance(verdict, Refused)
    assert (verdict.code, verdict.rule) == ("refusal_not_evidenced", GROUNDS[code].rule)


def test_recording_needs_the_request_or_the_effect() -> None:
    assert ask("R4c", facts={"request": "có"})
    assert ask("R4c", facts={"effect": "có"})
    assert ask("R4c", facts={}).code == "refusal_not_evidenced"


@pytest.mark.parametrize(
    "code, purpose",
    [
        ("R3", MatterKind.PETITION_FEEDBACK),
        ("R4e", MatterKind.DENUNCIATION),
        ("R4h", MatterKind.COMPLAINT),
        ("R4h", MatterKind.DENUNCIATION),
    ],
)
def test_some_grounds_fit_some_visits_only(code: str, purpose: MatterKind) -> None:
    assert ask(code, purpose=purpose).code == "refusal_ground_other_kind"


def test_the_other_body_is_not_one_self() -> None:
    facts = {"body": "ubnd phường hoa sen", "paper": "12/TB"}
    assert ask("R4k", facts=facts).code == "refusal_names_own_body"


@pytest.mark.parametrize("code", ["R3", "R4h"])
def test_the_written_grounds_need_the_day_they_were_complete(code: str) -> None:
    assert ask(code, complete_on=None).code == "refusal_day_missing"  # LI-1
    assert ask(code, complete_on=date(2026, 7, 15)).code == "refusal_day_missing"


def test_grounds_of_the_decree_do_not_exist_before_it() -> None:
    assert ask("R4g", on=date(2026, 6, 30)).code == "refusal_ground_missing"
    assert ask("R1", on=date(2026, 6, 30))
    unknown = may_refuse(code="R9", purpose=MatterKind.COMPLAINT, facts={}, on=ON, complete_on=None, own_agency="")
    assert isinstance(unknown, Refused)
    assert unknown.code == "refusal_ground_missing"


def refuse(by: Actor, code: str, *, complete_on: date | None = None) -> Reception:
    ground = GROUNDS[code]
    made = visit(
        outcome=Outcome.REFUSE,
        purpose=next(iter(sorted(ground.purposes)), MatterKind.COMPLAINT),
        refusal_code=code,
        refusal_facts=dict.fromkeys((*ground.needs, *ground.needs_one), "có"),
        refusal_complete_on=complete_on,
        items=(),
    )
    return entered(by, made).reception


@pytest.mark.django_db
@pytest.mark.parametrize("code", GROUNDS)
def test_every_refusal_is_entered_with_its_rule(code: str) -> None:
    cast = make_cast()
    line = refuse(cast.clerk, code, complete_on=date(2026, 7, 3) if GROUNDS[code].notice else None)
    assert line.refusal_code == code
    assert (line.reply_due_on is not None) == GROUNDS[code].notice
    if GROUNDS[code].notice:
        assert line.reply_due_on == date(2026, 7, 8)  # LI-1: complete Friday 03/07, three working days
    with acting(cast.head):
        entry = Entry.objects.filter(act="reception.entered").first()
    if line.matter_id is None:
        assert entry is not None
        assert entry.rule == GROUNDS[code].rule


# LI-1
@pytest.mark.django_db
def test_before_the_decree_a_refusal_is_entered_without_a_limit() -> None:
    cast = make_cast()
    facts = dict.fromkeys((*GROUNDS["R3"].needs, *GROUNDS["R3"].needs_one), "có")
    made = visit(
        outcome=Outcome.REFUSE, refusal_code="R3", refusal_facts=facts, refusal_complete_on=date(2026, 6, 30), items=()
    )
    assert entered(cast.clerk, made, at=moment("2026-06-30")).reception.reply_due_on is None


def notice(by: Actor, line: Reception, reason: str = "Đã giải quyết hết thẩm quyền") -> Any:
    with acting(by):
        return actions.issue_refusal_notice(
            reception_id=line.pk, reason=reason, matter="bồi thường", by=by, at=moment("2026-07-16")
        )


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["R3", "R4h"])
def test_the_head_issues_the_notice(code: str) -> None:
    cast = make_cast()
    line = refuse(cast.clerk, code, complete_on=ON)
    paper = notice(cast.head, line)
    with acting(cast.head):
        stored = Reception.objects.get()
        text = pypdf.PdfReader(io.BytesIO(files().get(paper.file.key))).pages[0].extract_text()
        assert Entry.objects.get(act="reception.refusal_notified").rule == "LI-1"
    assert stored.refusal_paper_id == paper.pk
    assert stored.replied_on == date(2026, 7, 16)
    assert (paper.number, paper.symbol) == (1, "TB-UBND")
    assert NAME in text or stored.sealed


@pytest.mark.django_db
@pytest.mark.parametrize(
    "who, code, reason, expected",
    [
        ("clerk", "R3", "x", "head_only"),
        ("head", "R1", "x", "notice_not_needed"),
        ("head", "R3", " ", "reason_missing"),
        ("outsider", "R3", "x", "reception_unknown"),
    ],
)
def test_when_no_notice_is_issued(who: str, code: str, reason: str, expected: str) -> None:
    cast = make_cast()
    line = refuse(cast.clerk, code, complete_on=ON)
    with pytest.raises(ActionRefused) as refused:
        notice(getattr(cast, who), line, reason)
    assert refused.value.code == expected


SEALED_LINE = "Người có tên tại dòng số 1 Sổ tiếp công dân năm 2026"


def refused_denouncer(by: Actor) -> Reception:
    """Somebody who came to denounce is turned away on a ground that needs the head's notice."""
    facts = dict.fromkeys((*GROUNDS["R3"].needs, *GROUNDS["R3"].needs_one), "có")
    made = secret_visit(
        outcome=Outcome.REFUSE, refusal_code="R3", refusal_facts=facts, refusal_complete_on=ON, items=()
    )
    return entered(by, made).reception


@pytest.mark.django_db
def test_the_notice_of_a_sealed_visit_is_issued_without_reading_who_came() -> None:
    cast = make_cast()
    paper = notice(cast.head, refused_denouncer(cast.clerk))
    with acting(cast.head):
        text = pypdf.PdfReader(io.BytesIO(files().get(paper.file.key))).pages[0].extract_text()
        assert Entry.objects.filter(act="reception.refusal_notified").count() == 1
    assert NAME not in text
    assert SEALED_LINE in " ".join(text.split())


@pytest.mark.django_db
def test_with_a_matter_the_head_needs_an_opening_to_name_who_came_and_it_is_recorded() -> None:
    cast = make_cast()
    line = refused_denouncer(cast.clerk)
    with acting(cast.clerk):
        brought = receive(intake=denunciation(), by=cast.clerk, at=moment("2026-07-14")).submission
        Reception.objects.filter(pk=line.pk).update(matter_id=brought.matter_id, submission_id=brought.pk)
    opened(cast.head, brought.matter_id)
    with acting(cast.head):
        with pytest.raises(ActionRefused) as refused:
            actions.issue_refusal_notice(
                reception_id=line.pk,
                reason=f"Vụ của {NAME} đã giải quyết",
                matter="Tố cáo",
                by=cast.head,
                at=clock.now(),
            )
        assert refused.value.code == "text_reveals_denouncer"
        actions.issue_refusal_notice(
            reception_id=line.pk, reason="Đã giải quyết", matter="Tố cáo", by=cast.head, at=clock.now()
        )
        assert Entry.objects.filter(act="identity.file_read", subject=f"reception:{line.pk}").count() == 1


@pytest.mark.django_db
def test_one_notice_is_enough() -> None:
    cast = make_cast()
    line = refuse(cast.clerk, "R4h", complete_on=ON)
    notice(cast.head, line)
    with pytest.raises(ActionRefused) as refused:
        notice(cast.head, line)
    assert refused.value.code == "notice_issued"


def test_a_card_fills_the_fields() -> None:
    card = parse_card("001099000001|123456789|NGUYỄN  VĂN AN|02031999|Nam|Số 7, phường Hoa Sen|05072021")
    assert card is not None
    assert (card.number, card.name, card.born) == ("001099000001", "NGUYỄN VĂN AN", "02/03/1999")
    assert card.issued_on == date(2021, 7, 5)


@given(st.text(max_size=200))
def test_no_text_whatever_breaks_the_card_reader(text: str) -> None:
    parse_card(text)


_TEXT = st.text(
    alphabet=st.characters(blacklist_characters="|", blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40
)


@given(
    st.from_regex(r"[0-9]{12}", fullmatch=True),
    _TEXT.filter(lambda text: bool(text.strip())),
    st.dates(min_value=date(1900, 1, 1)),
    _TEXT,
)
def test_every_card_is_read_as_written(number: str, name: str, born: date, address: str) -> None:
    card = parse_card(f"{number}||{name}|{born:%d%m%Y}|Nữ|{address}|{born:%d%m%Y}")
    assert card is not None
    assert card.number == number
    assert card.name == " ".join(name.split())
    assert card.address == address.strip()
    assert card.issued_on == born
