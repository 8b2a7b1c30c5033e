"""A reader of English sees English: what is Vietnamese on a screen was written by people, or is a name of the law."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.cases.build import submission
from tests.deadlines.test_refuse_what_the_law_lacks import REFUSALS
from tests.desk.test_query_counts import pages
from tests.desk.test_work_pages import line
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import complaint
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import Post, User
from tiepdan.agencies.models import Agency
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.desk.labels import refusal_text
from tiepdan.documents.models import Paper
from tiepdan.infra.verdict import Refused
from tiepdan.routing.rules.competence import settle_competence
from tiepdan.ui.words import is_vietnamese

pytestmark = pytest.mark.django_db
NAMES = {"Tiếp Dân", "Tiếng Việt", "TM. ỦY BAN NHÂN DÂN"}  # of the program, of the other language, of a signature
TITLES = ("Khiếu nại bồi thường khi thu hồi đất", "Kiến nghị sửa đường", "Giải quyết lần đầu")
# The guide, the rules as files, the books as the law prints them: Vietnamese in every language.
AS_WRITTEN = re.compile(r"/huong-dan/|/bo-quy-tac/(nguon|thu|thay-doi|quy-tac)|/so/in/|/_mau/")
CITED = re.compile(
    r"\b(?:Thủ tục hành chính|NĐ|QĐ|LKN|LTC|LTCD|TT|Luật|Bộ luật)\b[^();:]*(?:\([^()]*\)[^();:]*)*|Đ\.\d+[^();:]*"
)
_READ = ("title", "placeholder", "aria-label", "alt", "data-label")


def shown(page: str) -> set[str]:
    """Every text of a page and of its attributes that people read; papers and scripts left out."""
    tree = lxml.html.fromstring(page)
    for node in tree.xpath("//script | //style | //*[contains(@class, 'paper-sheet')]"):
        node.drop_tree()
    texts = [*tree.xpath("//text()"), *(value for name in _READ for value in tree.xpath(f"//@{name}"))]
    return {" ".join(html.unescape(str(text)).split()) for text in texts}


@cache
def names_of_papers() -> str:
    """The files of forms: names of papers stay as the law gives them."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((rules_path() / "forms").glob("*.yaml")))


def mixed(page: str, written: Iterable[str]) -> set[str]:
    """Texts of a page with Vietnamese that nobody wrote and no law names."""
    found = set()
    for text in shown(page):
        rest = text
        for one in sorted({*written, *NAMES}, key=len, reverse=True):
            rest = rest.replace(one, "")
        if is_vietnamese(CITED.sub("", rest)) and text.removesuffix(" · Tiếp Dân") not in names_of_papers():
            found.add(text)
    return found


def in_english(client: Client) -> Client:
    client.cookies["django_language"] = "en"
    return client


def written_by_people() -> set[str]:
    """What the cast's agencies, people and posts are called."""
    agencies = [value for row in Agency.objects.values_list("name", "address", "head_title") for value in row]
    people = [*User.objects.values_list("name", flat=True), *Post.objects.values_list("title", flat=True)]
    return {text for text in (*agencies, *people, *TITLES) if text}


@pytest.mark.parametrize(
    "who", ["clerk", "processor", "handler", "head", "records", "administrator", "coordinator", "overseer"]
)
def test_desk(who: str) -> None:
    cast: Cast = make_cast()
    line(cast.clerk, title=TITLES[0], due_in=-3, handler=cast.handler, assigner=cast.head)
    line(cast.clerk, title=TITLES[1], due_in=0, people=6)
    client = in_english(client_of(getattr(cast, who)))

    wrong: dict[str, str] = {}
    for path in pages(client):
        if AS_WRITTEN.search(path):
            continue
        answer = client.get(path)
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
            page = answer.content.decode()
            assert '<html lang="en"' in page, path
            wrong |= dict.fromkeys(mixed(page, written_by_people()), path)

    assert wrong == {}, "\n".join(sorted(wrong))


def test_portal() -> None:
    make_cast()
    client = in_english(Client())
    guides = [reverse("portal:guide", args=[slug]) for slug in ("khieu-nai", "to-cao", "kien-nghi-phan-anh")]

    wrong: dict[str, str] = {}
    for path in ["/", reverse("portal:submit"), reverse("portal:look_up"), reverse("portal:agencies"), *guides]:
        page = client.get(path).content.decode()
        assert '<html lang="en"' in page
        wrong |= dict.fromkeys(mixed(page, written_by_people()), path)

    assert wrong == {}


@pytest.mark.parametrize("code, given, rule, words", REFUSALS)
def test_what_the_rulebook_refuses(code: str, given: dict[str, Any], rule: str, words: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        count(**{"start": date(2026, 7, 14), **given})

    with override("en"):
        shown_text = refusal_text(refused.value.verdict).text
    assert (refused.value.code, refused.value.verdict.rule) == (code, rule)
    assert not is_vietnamese(CITED.sub("", shown_text)), shown_text
    assert words in refused.value.text  # records, commands and the API say it in Vietnamese
    assert words in refused.value.verdict.facts["text"]


def test_what_the_table_of_competence_refuses() -> None:
    asked = [("complaint", "nobody", "first"), ("denunciation", "commune_chair", "second"), ("feedback", "x", "first"),
             ("complaint", "commune_chair", "third"), ("complaint", "district_chair", "first")]  # fmt: skip
    for kind, against, stage in asked:
        with pytest.raises(RuleRefused) as refused:
            settle_competence(kind=kind, against=against, stage=stage, on=date(2026, 7, 14))
        with override("en"):
            assert not is_vietnamese(refusal_text(refused.value.verdict).text), refused.value.text
        assert is_vietnamese(refused.value.text)


def test_a_counting_that_is_refused_on_the_page_of_a_rule() -> None:
    client = in_english(client_of(make_cast().head))
    page = client.get(reverse("desk:rulebook_rule"), {"ma": "KN-2", "ngay": "2026-07-14", "complex": "1"})
    assert "sets no time limit for this case: complex" in page.content.decode()


def test_a_vietnamese_word_of_the_program_would_be_found() -> None:
    assert mixed("<p>Of UBND phường Hoa Sen: thời hạn 30 days (LKN Đ.28)</p>", {"UBND phường Hoa Sen"}) == {
        "Of UBND phường Hoa Sen: thời hạn 30 days (LKN Đ.28)"
    }
    assert mixed("<p>Of UBND phường Hoa Sen: 30 days (LKN Đ.28)</p>", {"UBND phường Hoa Sen"}) == set()


def test_what_is_added_to_a_form_later_is_said_in_english_too() -> None:
    cast = make_cast()
    code = submission(cast).code
    client = in_english(client_of(cast.head))
    page = client.get(reverse("desk:case_accept", args=[code])).content.decode()
    assert "Procedure for settlement" in page
    assert mixed(page, {*written_by_people(), complaint().content}) == set()


def test_a_paper_not_complete_says_what_is_missing() -> None:
    clerk = make_cast().clerk
    client = in_english(client_of(clerk))
    client.post(reverse("desk:paper_write", args=["ND124-2020/01"]), {})
    with acting(clerk):
        paper_id = Paper.objects.latest("pk").pk
    page = client.get(reverse("desk:paper_detail", args=[paper_id])).content.decode()
    assert "Required parts are missing: " in page
    assert "Submit for checking" in page
    wrong = Refused("paper_incomplete", facts={"fields": "Kính gửi; Nội dung"})
    with override("en"):
        assert not is_vietnamese(refusal_text(wrong).text)
