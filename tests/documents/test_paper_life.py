"""Draft, review, approval, number; replacing, correcting, recalling; letters that stay shut; signed copies; certificates."""

# ruff: noqa: E731 # an act tried several times with one value changed reads best as a lambda

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from lxml.html import fromstring

from tests.documents.signing import authority, signed, signer_of
from tests.documents.test_office_templates import made as docx_of
from tests.documents.test_papers import AT, VALUES, draft
from tests.factories import moment
from tests.people import Cast, make_cast
from tests.submissions.build import denunciation, received
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents import actions
from tiepdan.documents.access import drawn, files, held_values, letterhead_of, signatures_on
from tiepdan.documents.models import (
    Delivery,
    DeliveryWay,
    FormTemplate,
    LetterState,
    Paper,
    PaperStatus,
    PersonalLetter,
    RegisterNumber,
    SignedCopy,
    TrustedCertificate,
)
from tiepdan.documents.values import HIDDEN
from tiepdan.infra.errors import ActionRefused

pytestmark = pytest.mark.django_db
FORM = "ND154-2026/01-TCD"
DAY = AT.date()


def code(run: Callable[[], object], by: Actor) -> str:
    with acting(by), pytest.raises(ActionRefused) as refused:
        run()
    return refused.value.code


def acts(by: Actor, paper: Paper) -> list[str]:
    with acting(by):
        return list(Entry.objects.filter(subject=f"paper:{paper.pk}").order_by("pk").values_list("act", flat=True))


def approved(cast: Cast, paper: Paper) -> Paper:
    with acting(cast.processor):
        actions.submit_paper(paper_id=paper.pk, by=cast.processor, at=AT)
    with acting(cast.records):
        actions.review_paper(paper_id=paper.pk, by=cast.records, at=AT)
    with acting(cast.head):
        return actions.approve_paper(paper_id=paper.pk, by=cast.head, at=AT)


def issued(cast: Cast) -> Paper:
    paper = approved(cast, draft(cast, by=cast.processor))
    with acting(cast.records):
        return actions.number_paper(paper_id=paper.pk, by=cast.records, at=AT)


def test_a_deputy_signs_for_the_head_whom_the_paper_names_above() -> None:
    """Rule: reports §4.6"""
    cast = make_cast()
    paper = draft(cast, by=cast.processor)
    with acting(cast.processor):
        actions.submit_paper(paper_id=paper.pk, by=cast.processor, at=AT)
    with acting(cast.records):
        actions.review_paper(paper_id=paper.pk, by=cast.records, at=AT)
    with acting(cast.deputy):
        signed_by = actions.approve_paper(paper_id=paper.pk, by=cast.deputy, at=AT)
        head = signed_by.agency.head_title
    assert signed_by.signer_title == f"KT. {head}\nPhó {head}"
    with acting(cast.records):
        foot = fromstring(drawn(paper=signed_by, with_identity=True).html()).xpath("//div[@class='paper-foot']//p")
    signature = [line.text for line in foot if line.get("class").startswith("paper-signature")]
    assert signature == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vũ Thị Phó"]


def test_a_draft_shows_the_symbol_that_its_number_will_have() -> None:
    """Rule: reports §4.6"""
    cast = make_cast()
    paper = draft(cast, by=cast.processor)
    with acting(cast.processor):
        assert letterhead_of(paper=paper).symbol == "TB-UBND"
    done = issued(cast)
    assert (done.symbol, letterhead_of(paper=done).symbol) == ("TB-UBND", "TB-UBND")


def test_a_paper_goes_from_draft_over_review_and_approval_to_its_number() -> None:
    cast = make_cast()
    paper = issued(cast)
    assert (paper.status, paper.number, paper.signer_name) == (PaperStatus.ISSUED, 1, "Trần Văn Trưởng")
    assert acts(cast.head, paper) == [
        "paper.drafted", "paper.submitted", "paper.reviewed", "paper.approved", "paper.issued",
    ]  # fmt: skip


def test_each_step_waits_for_the_one_before() -> None:
    cast = make_cast()
    paper = draft(cast, by=cast.processor)
    number, who = paper.pk, cast.processor
    assert (
        code(lambda: actions.review_paper(paper_id=number, by=cast.records, at=AT), cast.records)
        == "paper_not_submitted"
    )
    assert (
        code(lambda: actions.number_paper(paper_id=number, by=cast.records, at=AT), cast.records)
        == "paper_not_approved"
    )
    assert code(lambda: actions.number_paper(paper_id=number, by=who, at=AT), who) == "not_numberer"
    with acting(who):
        actions.submit_paper(paper_id=number, by=who, at=AT)
    assert code(lambda: actions.submit_paper(paper_id=number, by=who, at=AT), who) == "paper_not_draft"
    assert code(lambda: actions.review_paper(paper_id=number, by=who, at=AT), who) == "paper_own_review"
    assert code(lambda: actions.approve_paper(paper_id=number, by=cast.head, at=AT), cast.head) == "paper_not_reviewed"
    assert code(lambda: actions.approve_paper(paper_id=number, by=who, at=AT), who) == "paper_not_head"
    assert code(lambda: actions.rewrite_paper(paper_id=number, values=VALUES, by=who, at=AT), who) == "paper_not_draft"


def test_an_incomplete_draft_is_not_submitted() -> None:
    cast = make_cast()
    paper = draft(cast, by=cast.processor, reason="")
    assert (
        code(lambda: actions.submit_paper(paper_id=paper.pk, by=cast.processor, at=AT), cast.processor)
        == "paper_incomplete"
    )


def test_a_returned_draft_says_why_and_is_written_anew() -> None:
    cast = make_cast()
    paper = approved(cast, draft(cast, by=cast.processor))
    assert (
        code(lambda: actions.return_paper(paper_id=paper.pk, reason=" ", by=cast.head, at=AT), cast.head)
        == "reason_missing"
    )
    assert (
        code(lambda: actions.return_paper(paper_id=paper.pk, reason="x", by=cast.records, at=AT), cast.records)
        == "paper_not_head"
    )
    with acting(cast.head):
        back = actions.return_paper(paper_id=paper.pk, reason="Ghi rõ điều khoản", by=cast.head, at=AT)
    assert (back.status, back.returned_note, back.approved_by_id) == (PaperStatus.DRAFT, "Ghi rõ điều khoản", None)
    with acting(cast.processor):
        again = actions.rewrite_paper(
            paper_id=paper.pk, values={**VALUES, "reason": "Khoản 3 Điều 9"}, by=cast.processor, at=AT
        )
    assert again.values["reason"] == "Khoản 3 Điều 9"
    assert acts(cast.head, paper)[-2:] == ["paper.returned", "paper.rewritten"]


@pytest.mark.parametrize(
    "act", ["submit", "review", "approve", "return", "number", "replace", "correct", "recall", "rewrite"]
)
def test_an_outsider_takes_no_step(act: str) -> None:
    cast = make_cast()
    paper = issued(cast)
    known: dict[str, dict[str, Any]] = {
        "return": {"reason": "x"}, "replace": {"reason": "x"}, "recall": {"reason": "x"}, "rewrite": {"values": VALUES},
        "correct": {"reason": "x", "printed": "a", "corrected": "b"},
    }  # fmt: skip
    more = known.get(act, {})
    run = getattr(actions, f"{act}_paper")
    assert code(lambda: run(paper_id=paper.pk, by=cast.outsider, at=AT, **more), cast.outsider) == "paper_unknown"


def test_a_replacement_ends_the_earlier_paper_when_it_is_issued() -> None:
    cast = make_cast()
    paper = issued(cast)
    with acting(cast.processor):
        new = actions.replace_paper(paper_id=paper.pk, reason="Sai điều khoản", by=cast.processor, at=AT)
    assert new.values == paper.values
    assert Paper.objects.count() == 0  # nobody acts: nothing is seen
    again: Callable[..., Any] = lambda: actions.replace_paper(paper_id=paper.pk, reason="x", by=cast.processor, at=AT)
    assert code(again, cast.processor) == "paper_follower_open"
    approved(cast, new)
    with acting(cast.records):
        actions.number_paper(paper_id=new.pk, by=cast.records, at=AT)
        paper.refresh_from_db()
        assert RegisterNumber.objects.get(subject=f"paper:{paper.pk}").cancelled_on is None
    assert (paper.status, paper.number, paper.ended_on) == (PaperStatus.REPLACED, 1, AT.date())
    assert "02/TB-UBND" in paper.ended_reason
    assert "Sai điều khoản" in paper.ended_reason


def test_a_correction_leaves_the_paper_in_force() -> None:
    cast = make_cast()
    paper = issued(cast)
    with acting(cast.processor):
        letter = actions.correct_paper(
            paper_id=paper.pk, printed="năm 2062", corrected="năm 2026", reason="Lỗi đánh máy", by=cast.processor, at=AT
        )
        paper.refresh_from_db()
    assert paper.status == PaperStatus.ISSUED
    assert letter.values["corrected_paper"] == "01/TB-UBND ngày 14/7/2026"
    blank: Callable[..., Any] = lambda: actions.correct_paper(
        paper_id=paper.pk, printed="", corrected="b", reason="x", by=cast.processor, at=AT
    )
    assert code(blank, cast.processor) == "paper_follower_open"
    with acting(cast.processor):
        actions.cancel_paper(paper_id=letter.pk, reason="Thôi", by=cast.processor, at=AT)
    assert code(blank, cast.processor) == "correction_missing"


def test_a_recall_keeps_the_number_and_waits_for_the_addressees() -> None:
    cast = make_cast()
    paper = issued(cast)
    with acting(cast.records):
        sent = actions.record_delivery(
            paper_id=paper.pk, addressee="agency", way=DeliveryWay.ELECTRONIC, sent_on=AT.date(), received_on=AT.date(),
            by=cast.records, at=AT,
        )  # fmt: skip
    confirm: Callable[..., Any] = lambda on=DAY: actions.confirm_recall(
        delivery_id=sent.pk, on=on, by=cast.records, at=AT
    )
    assert code(confirm, cast.records) == "paper_not_recalled"
    assert (
        code(lambda: actions.recall_paper(paper_id=paper.pk, reason="x", by=cast.records, at=AT), cast.records)
        == "paper_not_head"
    )
    with acting(cast.head):
        letter = actions.recall_paper(paper_id=paper.pk, reason="Sai thẩm quyền", by=cast.head, at=AT)
        paper.refresh_from_db()
        assert RegisterNumber.objects.get(subject=f"paper:{paper.pk}").number == 1
    assert (paper.status, paper.ended_reason, paper.number) == (PaperStatus.RECALLED, "Sai thẩm quyền", 1)
    assert letter.form_key == "house/recall"
    assert code(lambda: confirm(date(2030, 1, 1)), cast.records) == "received_in_future"
    assert code(lambda: confirm(date(2026, 7, 1)), cast.records) == "received_before_sent"
    with acting(cast.records):
        confirm()
        assert Delivery.objects.get(pk=sent.pk).recall_confirmed_on == AT.date()
    assert code(confirm, cast.records) == "recall_confirmed"
    assert acts(cast.head, paper)[-3:] == ["paper.recalled", "paper.recall_drafted", "recall.confirmed"]
    assert (
        code(lambda: actions.recall_paper(paper_id=paper.pk, reason="x", by=cast.head, at=AT), cast.head)
        == "paper_not_issued"
    )


def test_a_letter_to_a_named_person_is_entered_and_handed_over_unopened() -> None:
    cast = make_cast()
    with acting(cast.records):
        letter = actions.receive_unopened(
            addressee="Ông Trần Văn Trưởng", received_on=AT.date(), postal_mark="RA 123", by=cast.records, at=AT
        )
        assert RegisterNumber.objects.get(subject=f"letter:{letter.pk}").number == letter.number == 1
    hand: Callable[..., Any] = lambda to="Trần Văn Trưởng", on=DAY: actions.hand_over_letter(
        letter_id=letter.pk, to=to, on=on, by=cast.records, at=AT
    )
    enter: Callable[..., Any] = lambda as_="TD-1": actions.register_contents(
        letter_id=letter.pk, registered_as=as_, by=cast.records, at=AT
    )
    assert code(enter, cast.records) == "letter_not_handed"
    assert code(lambda: hand(to=" "), cast.records) == "letter_addressee_missing"
    assert code(lambda: hand(on=date(2026, 7, 1)), cast.records) == "received_before_sent"
    assert code(lambda: hand(on=date(2030, 7, 1)), cast.records) == "received_in_future"
    with acting(cast.records):
        hand()
    assert code(hand, cast.records) == "letter_not_waiting"
    assert code(lambda: enter(""), cast.records) == "letter_code_missing"
    with acting(cast.records):
        assert enter().state == LetterState.OFFICIAL
    with acting(cast.administrator):
        done = list(Entry.objects.filter(subject=f"letter:{letter.pk}").order_by("pk").values_list("act", flat=True))
    assert done == ["letter.received_unopened", "letter.handed_over", "letter.contents_registered"]
    for stranger in (cast.outsider, cast.overseer, cast.handler):
        with acting(stranger):
            assert not PersonalLetter.objects.exists()
        assert code(lambda who=stranger: actions.hand_over_letter(  # type: ignore[misc]
            letter_id=letter.pk, to="x", on=AT.date(), by=who, at=AT
        ), stranger) == "letter_unknown"  # fmt: skip


def test_a_letter_needs_a_name_and_a_day_that_has_come() -> None:
    cast = make_cast()
    for addressee, day, expected in (
        ("", AT.date(), "letter_addressee_missing"),
        ("A", date(2030, 1, 1), "received_in_future"),
    ):
        run = lambda who=addressee, on=day: actions.receive_unopened(
            addressee=who, received_on=on, by=cast.records, at=AT
        )
        assert code(run, cast.records) == expected


def test_a_signed_copy_is_kept_and_its_signature_checked() -> None:
    cast = make_cast()
    paper, ours, now = issued(cast), authority(), datetime.now(UTC)
    data = signed(pdf_bytes("Thông báo"), signer_of(ours))
    with acting(cast.records):
        copy = actions.attach_signed_copy(paper_id=paper.pk, data=data, by=cast.records, at=AT)
        (found,) = signatures_on(file=copy.file, by=cast.records, at=now)
        assert (found.intact, found.chained) == (True, False)
    with acting(cast.administrator):
        kept = actions.trust_certificate(data=ours.pem, by=cast.administrator, at=now)
    with acting(cast.records):
        (found,) = signatures_on(file=copy.file, by=cast.records, at=now)
        assert found.good
    with acting(cast.administrator):
        actions.distrust_certificate(certificate_id=kept.pk, reason="Thu hồi", by=cast.administrator, at=now)
    with acting(cast.records):
        assert not signatures_on(file=copy.file, by=cast.records, at=now)[0].chained
    assert acts(cast.head, paper)[-1] == "paper.signed_copy_attached"
    with acting(cast.outsider):
        assert not SignedCopy.objects.exists()
    run: Callable[..., Any] = lambda: actions.attach_signed_copy(paper_id=paper.pk, data=data, by=cast.outsider, at=AT)
    assert code(run, cast.outsider) == "paper_unknown"


def test_a_signed_copy_of_a_sealed_paper_is_unreadable_on_disk() -> None:
    cast = make_cast()
    paper = draft(cast, sealed=True)
    with acting(cast.head):
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        copy = actions.attach_signed_copy(paper_id=paper.pk, data=pdf_bytes("x"), by=cast.head, at=AT)
    assert copy.file.key.startswith("sealed-")


def test_a_signed_copy_of_a_draft_or_of_another_kind_is_refused() -> None:
    cast = make_cast()
    paper = draft(cast)
    attach: Callable[..., Any] = lambda data=b"%PDF-1.7": actions.attach_signed_copy(
        paper_id=paper.pk, data=data, by=cast.head, at=AT
    )
    assert code(attach, cast.head) == "paper_not_issued"
    with acting(cast.head):
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
    assert code(lambda: attach(b"MZ"), cast.head) == "signed_copy_kind"
    assert code(lambda: attach(b"%PDF" + bytes(50_000_000)), cast.head) == "signed_copy_large"


def test_certificates_are_the_administrators() -> None:
    cast, ours, now = make_cast(), authority(), datetime.now(UTC)
    who = cast.administrator
    trust: Callable[..., Any] = lambda data=ours.der, by=who, at=now: actions.trust_certificate(data=data, by=by, at=at)
    assert code(lambda: trust(by=cast.head), cast.head) == "not_administrator"
    assert code(lambda: trust(b"x"), who) == "certificate_unreadable"
    assert code(lambda: trust(at=moment("2099-01-01")), who) == "certificate_ended"
    with acting(who):
        kept = trust()
        assert Entry.objects.filter(act="certificate.trusted").count() == 1
    assert code(trust, who) == "certificate_known"
    end: Callable[..., Any] = lambda reason="Hết dùng", by=who: actions.distrust_certificate(
        certificate_id=kept.pk, reason=reason, by=by, at=now
    )
    assert code(lambda: end(by=cast.head), cast.head) == "not_administrator"
    assert code(lambda: end(" "), who) == "reason_missing"
    with acting(who):
        end()
        assert Entry.objects.filter(act="certificate.distrusted").count() == 1
    assert code(end, who) == "certificate_unknown"
    with acting(cast.outsider):
        assert not TrustedCertificate.objects.exists()


def test_an_office_replaces_a_form_and_returns_to_the_house_form() -> None:
    cast = make_cast()
    who, mine = cast.administrator, docx_of("{{ agency }}", "Mẫu riêng: {{ visitor_name }} – {{ reason }}")
    add: Callable[..., Any] = lambda data=mine, key=FORM, by=who: actions.add_form_template(
        form_key=key, data=data, by=by, at=AT
    )
    assert code(lambda: add(by=cast.head), cast.head) == "not_administrator"
    assert code(lambda: add(key="không có"), who) == "form_unknown"
    assert code(lambda: add(key="ND154-2026/02-TCD"), who) == "template_form_fixed"
    with acting(who), pytest.raises(ActionRefused) as refused:
        add(docx_of("{{ la }}"))
    assert refused.value.code == "template_unknown_field"
    assert refused.value.verdict.facts["names"] == "la"
    back: Callable[..., Any] = lambda reason="Dùng mẫu chung": actions.return_to_house_form(
        form_key=FORM, reason=reason, by=who, at=AT
    )
    assert code(back, who) == "template_none"
    with acting(who):
        add()
        assert add().version == 2
        assert FormTemplate.objects.filter(ended_at__isnull=True).count() == 1
    paper = draft(cast)
    with acting(cast.head):
        out = actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        assert out.file is not None
        assert out.file.media_type.endswith("wordprocessingml.document")
        from tests.documents.reading import docx_text

        assert "Mẫu riêng: Nguyễn Văn An – Đã giải quyết" in docx_text(files().get(out.file.key))
    assert code(lambda: back(" "), who) == "reason_missing"
    with acting(who):
        back()
        assert list(Entry.objects.filter(act__startswith="form.").order_by("pk").values_list("act", flat=True)) == [
            "form.replaced", "form.replaced", "form.house_restored",
        ]  # fmt: skip
    with acting(cast.head):
        assert draft(cast).template_id is None
    with acting(cast.outsider):
        assert not FormTemplate.objects.exists()


def test_what_lies_in_the_envelope_stays_there_when_a_paper_is_written_anew_or_replaced() -> None:
    cast = make_cast()
    said = "Tôi thấy thu tiền hai lần vì tôi là kế toán của thôn."
    values = {**VALUES, "matter": said}
    matter_id = received(cast.clerk, denunciation()).submission.matter_id
    with acting(cast.head):
        paper = actions.draft_paper(
            form_key=FORM, values=values, secret=("matter",), matter_id=matter_id, sealed=True, by=cast.head, at=AT
        )
        again = actions.rewrite_paper(paper_id=paper.pk, values=values, by=cast.head, at=AT)
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        follower = actions.replace_paper(paper_id=paper.pk, reason="Ghi sai ngày", by=cast.head, at=AT)
        for one in (paper, again, follower):
            assert "matter" not in one.values
            assert held_values(paper=one, with_identity=True)["matter"] == said
            assert held_values(paper=one, with_identity=False).get("matter") in {None, HIDDEN}
