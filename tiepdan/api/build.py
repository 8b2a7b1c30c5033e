"""The API put together, and its description."""

from __future__ import annotations

from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from tiepdan.api.entering import Token
from tiepdan.api.errors import CONTENT_TYPE, add_handlers
from tiepdan.api.v1 import agencies, cases, deadlines, documents, receptions, submissions

_PREFIX: Final = "/api/v1/"
_DESCRIPTION: Final = (
    "Cùng hành vi và cùng quyền như bàn làm việc. Khóa của hệ thống kết nối gửi ở `Authorization: Bearer`."
    " Lỗi theo RFC 9457 (`application/problem+json`) với mã ổn định. Không có và không thuộc phạm vi trả lời như nhau."
)


class Api(NinjaAPI):
    """NinjaAPI that documents problems under their own content type."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the description; the prefix is fixed, so that it needs no addresses to be loaded."""
        schema = super().get_openapi_schema(path_prefix=path_prefix or _PREFIX, path_params=path_params)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    content = response.get("content", {})
                    if int(status) >= 400 and "application/json" in content:  # errors
                        response["content"] = {CONTENT_TYPE: content["application/json"]}
                    response["description"] = response.get("description") or "OK"
        return schema


def build() -> Api:
    """Return the API."""
    api = Api(
        title="Tiếp Dân", version="1.0.0", description=_DESCRIPTION, auth=Token(), urls_namespace="api", docs_url=None,
        openapi_url=None,
    )  # fmt: skip
    add_handlers(api)
    for name, module in (
        ("submissions", submissions), ("cases", cases), ("documents", documents), ("receptions", receptions),
        ("agencies", agencies), ("deadlines", deadlines),
    ):  # fmt: skip
        api.add_router(f"/{name}", module.router)
    return api


api: Final = build()
