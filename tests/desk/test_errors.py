"""Pages for what went wrong say what to do, and ask the database nothing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from tiepdan.desk.views.errors import bad_request, csrf_failure, not_found, server_error


@pytest.mark.parametrize("view, status, says", [
    (not_found, 404, "Không tìm thấy"), (server_error, 500, "chưa được ghi lại"), (csrf_failure, 403, "Phiên đã cũ"),
    (bad_request, 400, "Không đọc được yêu cầu"),
])  # fmt: skip
def test_error_pages_need_no_database(view: object, status: int, says: str) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    answer = view(request)  # type: ignore[operator]
    assert answer.status_code == status
    assert says in answer.content.decode()


def test_too_many_attempts_say_how_long_to_wait() -> None:
    assert "Chờ năm phút" in render_to_string("429.html", {})


@pytest.mark.django_db
def test_what_is_not_there_gets_the_page_for_it() -> None:
    answer = Client().get("/ban-lam-viec/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert "Không tìm thấy" in answer.content.decode()


@pytest.mark.django_db
def test_a_text_longer_than_a_form_may_be_is_answered_in_words() -> None:
    answer = Client().post("/tra-cuu/", {"ma": "đất đai " * 500_000})
    assert answer.status_code == 413
    assert "Nội dung quá dài" in answer.content.decode()
