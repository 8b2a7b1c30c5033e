"""What goes wrong, as problem details (RFC 9457). Absent and foreign are the same answer."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Final, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from ninja import Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.main import NinjaAPI
from pydantic import Field

from tiepdan.accounts.acting import NoPost
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound

CONTENT_TYPE: Final = "application/problem+json"
# Doors do not import each other, but a refusal has one sentence: the desk's table is found by name.
_SENTENCES: Final = "tiepdan.desk.refusals.SENTENCES"
_TITLES: Final = {
    400: "Yêu cầu không đọc được",
    401: "Chưa xác thực",
    403: "Ngoài phạm vi của khóa",
    404: "Không tìm thấy",
    405: "Phương thức không dùng được",
    409: "Quy tắc không cho phép",
    415: "Kiểu nội dung không nhận",
    422: "Dữ liệu không hợp lệ",
    429: "Quá nhiều yêu cầu",
    500: "Lỗi của chương trình",
}
_log = logging.getLogger("tiepdan.api")


class FieldProblem(Schema):
    """One wrong place in the request."""

    where: str = Field(description="Chỗ sai: body.content, query.limit …")
    message: str


class Problem(Schema):
    """Problem details, with the stable code of the refusal and the rule behind it."""

    type: str = Field(description="urn:tiepdan:problem:<code>")
    title: str
    status: int
    detail: str
    code: str = Field(description="Mã ổn định, xem docs/refusals.md")
    rule: str = Field(description="Mã quy tắc trong rules/, hoặc rỗng")
    errors: list[FieldProblem] = Field(default_factory=list)


class ProblemError(Exception):
    """Stops a request with a problem."""

    def __init__(self, *, status: int, code: str, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.detail, self.headers = status, code, detail, headers or {}


def problem(
    *, status: int, code: str, detail: str, rule: str = "", errors: list[FieldProblem] | None = None
) -> HttpResponse:
    """Return a problem as response."""
    body = Problem(
        type=f"urn:tiepdan:problem:{code}", title=_TITLES.get(status, HTTPStatus(status).phrase), status=status,
        detail=detail, code=code, rule=rule, errors=errors or [],
    )  # fmt: skip
    response = HttpResponse(body.model_dump_json(), status=status, content_type=CONTENT_TYPE)
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def absent() -> HttpResponse:
    """Return the one answer for what is not there and for what is not yours."""
    return problem(status=404, code="not_found", detail="Không có, hoặc không thuộc phạm vi của khóa này.")


def method_not_allowed(allowed: str) -> HttpResponse:
    """Return the answer for a method that an address does not know."""
    response = problem(status=405, code="method_not_allowed", detail=f"Địa chỉ này chỉ nhận: {allowed}.")
    response.headers["Allow"] = allowed
    return response


def add_handlers(api: NinjaAPI) -> None:
    """Let every error of an operation answer as a problem."""
    api.add_exception_handler(ProblemError, lambda _request, error: _stopped(cast("ProblemError", error)))
    api.add_exception_handler(ActionRefused, lambda _request, error: _refused(cast("ActionRefused", error)))
    api.add_exception_handler(ValidationError, lambda _request, error: _invalid(cast("ValidationError", error)))
    api.add_exception_handler(
        AuthenticationError,
        lambda _request, _error: problem(
            status=401, code="not_authenticated", detail="Thiếu khóa, hoặc khóa không đúng, hết hạn, đã thu hồi."
        ),
    )
    api.add_exception_handler(
        NoPost,
        lambda _request, _error: problem(status=401, code="not_authenticated", detail="Khóa không còn hiệu lực."),
    )
    for missing in (NotFound, Http404):
        api.add_exception_handler(missing, lambda _request, _error: absent())
    api.add_exception_handler(
        HttpError,
        lambda _request, error: problem(
            status=cast("HttpError", error).status_code,
            code="bad_request",
            detail="Không đọc được nội dung JSON của yêu cầu.",
        ),
    )
    api.add_exception_handler(Exception, _fault)


def _stopped(error: ProblemError) -> HttpResponse:
    response = problem(status=error.status, code=error.code, detail=error.detail)
    for name, value in error.headers.items():
        response.headers[name] = value
    return response


def _refused(error: ActionRefused) -> HttpResponse:
    verdict = error.verdict
    if isinstance(error, RuleRefused):
        return problem(status=422, code=error.code, detail=error.text, rule=verdict.rule)
    sentence = cast("dict[str, str]", import_string(_SENTENCES)).get(verdict.code, verdict.code)
    return problem(status=409, code=verdict.code, detail=_with_facts(sentence, verdict.facts), rule=verdict.rule)


def _with_facts(sentence: str, facts: dict[str, str]) -> str:
    try:
        return sentence.format_map(facts)
    except KeyError:
        return sentence


def _invalid(error: ValidationError) -> HttpResponse:
    wrong = [
        FieldProblem(where=".".join(str(part) for part in one.get("loc", ())), message=str(one.get("msg", "")))
        for one in error.errors
    ]
    return problem(status=422, code="invalid", detail="Một hoặc nhiều mục không hợp lệ; xem errors.", errors=wrong)


def _fault(_request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    _log.error("fault in the API", exc_info=error if isinstance(error, Exception) else None)
    return problem(
        status=500, code="fault", detail="Chưa có gì được ghi lại. Thử lại sau; nếu vẫn lỗi, báo người quản trị."
    )
