"""The rulebook on screen: for every role, found by words, versions, changes by day, sources, local defaults."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.cases.build import accepted
from tests.people import client_of, make_cast
from tiepdan.agencies.models import LocalRule, Succession
from tiepdan.deadlines.tried_folder import text_of
from tiepdan.desk.rulebook_shown import entries
from tiepdan.desk.templatetags.words import row

pytestmark = pytest.mark.django_db
PAGES = ["rulebook", "rulebook_changes", "rulebook_sources", "rulebook_local", "rulebook_moved", "rulebook_try"]


@pytest.mark.parametrize("who", ["head", "clerk", "handler", "coordinator", "overseer", "administrator"])
def test_every_role_reads_the_rulebook(who: str) -> None:
    client = client_of(getattr(make_cast(), who))
    assert [client.get(reverse(f"desk:{name}")).status_code for name in PAGES] == [200] * len(PAGES)


def test_without_login_there_is_only_the_entrance() -> None:
    assert [Client().get(reverse(f"desk:{name}")).status_code for name in PAGES] == [302] * len(PAGES)


def test_search_finds_without_diacritics_and_by_article() -> None:
    client = client_of(make_cast().head)
    page = client.get(reverse("desk:rulebook"), {"q": "thu ly khieu nai"}).content.decode()
    assert "KN-3b" in page
    assert "TC-19" not in page
    assert "Không có quy tắc nào khớp" in client.get(reverse("desk:rulebook"), {"q": "xyzzy"}).content.decode()
    unsure = client.get(reverse("desk:rulebook"), {"chua": "1"}).content.decode()
    assert "TR-4" in unsure
    assert ">KN-5<" not in unsure


# KN-5, KN-3
def test_no_name_from_the_files_stands_for_a_rule() -> None:
    inner = re.compile(r"[a-z]_[a-z]|^(complaint|denunciation|routes)/|(complaints|reports|decree) §|/[a-z]{2,}$")
    for entry in entries():
        if entry.kind in {"deadline", "norm", "competence", "processing"}:
            assert [name for name in (entry.name_vi, entry.title, *entry.also_vi) if inner.search(name)] == [], (
                entry.key
            )


def test_a_rule_shows_its_versions_and_explains_a_counting_in_both_languages() -> None:
    client = client_of(make_cast().head)
    address = reverse("desk:rulebook_rule")
    page = client.get(address, {"ma": "KN-5", "ngay": "2026-07-14", "complex": "1"}).content.decode()
    assert "28/08/2026" in page
    assert "ngày thứ 45" in page
    assert "day 45" in page
    assert (
        "không quy định thời hạn"
        in client.get(address, {"ma": "KL-4", "ngay": "2026-07-14", "remote": "1"}).content.decode()
    )
    assert "Hãy nhập ngày" in client.get(address, {"ma": "KN-5", "ngay": "hôm nay"}).content.decode()
    assert client.get(address, {"ma": "KN-999"}).status_code == 404


def test_changes_of_a_day_stand_side_by_side() -> None:
    page = client_of(make_cast().head).get(reverse("desk:rulebook_changes"), {"ngay": "2026-07-01"}).content.decode()
    assert "10 ngày làm việc" in page
    assert "7 ngày làm việc" in page


def test_an_administrator_sets_and_withdraws_a_default_and_others_cannot() -> None:
    cast = make_cast()
    form = {"choice": "culture_day:yes", "starts_on": "2026-07-01", "reason": "Quyết định số 5/QĐ-UBND"}
    assert client_of(cast.head).post(reverse("desk:rulebook_local_set"), form).status_code == 404
    client = client_of(cast.administrator)
    assert client.post(reverse("desk:rulebook_local_set"), {**form, "reason": ""}).status_code == 422
    assert client.post(reverse("desk:rulebook_local_set"), form).status_code == 302
    assert "Ngày 24/11 là ngày nghỉ" in client.get(reverse("desk:rulebook_local")).content.decode()
    kept = LocalRule.objects.get()
    assert client.post(reverse("desk:rulebook_local_withdraw", args=[kept.pk])).status_code == 302
    assert client.post(reverse("desk:rulebook_local_withdraw", args=[kept.pk])).status_code == 409
    assert client.post(reverse("desk:rulebook_local_withdraw", args=[0])).status_code == 404


def test_an_administrator_records_a_succession_and_others_see_no_such_page() -> None:
    cast = make_cast()
    address = reverse("desk:admin_agency_succession", args=[cast.commune.pk])
    assert client_of(cast.head).get(address).status_code == 404
    client = client_of(cast.administrator)
    assert client.get(address).status_code == 200
    form = {"kind": "end", "on": "2026-07-01", "decision": "Nghị quyết số 1"}
    assert client.post(address, {**form, "kind": "merge"}).status_code == 409
    assert client.post(address, form).status_code == 302
    assert Succession.objects.get().decision == "Nghị quyết số 1"


def test_a_row_of_a_law_page_is_named_in_words() -> None:
    assert (row("complaints §7/2"), row("KN-5")) == ("Khiếu nại, tố cáo §7/2", "KN-5")


# KN-5
def test_a_changed_file_is_tried_on_what_one_may_read() -> None:
    cast = make_cast()
    code = accepted(cast).submission.code
    address = reverse("desk:rulebook_try")
    client = client_of(cast.head)
    name = "deadlines/complaint.yaml"
    text = text_of(name=name)
    assert text[:40] in html.unescape(client.get(address, {"tep": name}).content.decode())
    longer = {
        "tep": name,
        "text": text.replace("{days: 30, complex_days: 45, remote", "{days: 33, complex_days: 45, remote"),
    }
    page = client.post(address, longer).content.decode()
    assert "1 chỗ sẽ khác" in page
    assert code in page
    assert "22/08/2026" in page
    outside = client_of(cast.outsider).post(address, longer).content.decode()
    assert "0 chỗ sẽ khác" in outside
    assert code not in outside
    assert "không khác quy tắc đang dùng" in client.post(address, {"tep": name, "text": text}).content.decode()


@pytest.mark.parametrize(
    "text, said",
    [
        ("- id: [", "not YAML"),
        ("- id: KN-5\n  nem: x\n", "Dòng 2:</strong> unknown key"),
        ("a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
        ), "multiply without end"),
        ("x" * 200_001, "longer than"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_hold_is_shown_with_its_line_and_what_was_typed(text: str, said: str) -> None:
    client = client_of(make_cast().clerk)
    answer = client.post(reverse("desk:rulebook_try"), {"tep": "deadlines/complaint.yaml", "text": text})
    assert answer.status_code == 422
    page = html.unescape(answer.content.decode())
    assert said in page
    assert text[:60] in page
