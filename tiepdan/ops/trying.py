"""tiepdan rules try DIR: what a changed folder of rules would change for stored submissions and cases. Writes nothing."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tiepdan.infra.home import Home
from tiepdan.infra.rowlevel import OWNER
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation
from tiepdan.ops.serving import database_running

if TYPE_CHECKING:
    from tiepdan.cases.what_if import Difference, Outcome, Trial

CHANGES: Final = {"added": "thêm", "removed": "bỏ", "changed": "sửa"}
SUBJECTS: Final = {
    "deadline": "thời hạn", "window": "khoảng thời gian", "competence": "thẩm quyền", "calendar": "lịch nghỉ"
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Compare; exit 0 whether or not something differs, 1 when the changed rules do not hold together."""
    parser = OneLineParser(
        prog="tiepdan rules try", description="Thử một thư mục quy tắc đã sửa trên đơn, vụ việc đã lưu; không ghi gì."
    )
    parser.add_argument("folder", type=Path, help="thư mục như rules/, chép ra rồi sửa")
    parser.add_argument("--agency", default="", help="mã cơ quan: chỉ cơ quan này và cơ quan trực thuộc")
    parser.add_argument("--limit", type=int, help="chỉ thử chừng này thời hạn, vụ việc, đơn mới nhất")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    folder: Path = asked.folder.expanduser().resolve()
    if not (folder / "deadlines").is_dir():
        parser.error(f"{asked.folder}: không phải thư mục quy tắc (không có deadlines/); hãy chép rules/ ra rồi sửa")
    if asked.limit is not None and asked.limit < 1:
        parser.error("--limit phải từ 1 trở lên")
    installation = Installation(home=Home.from_environment(), demo=False, port=8000)
    with database_running(installation):
        os.environ.update(installation.environment(role=OWNER))  # every agency's, whoever they belong to
        import django

        django.setup()
        trial = _tried(parser, folder, asked.agency, asked.limit)
    if asked.json:
        sys.stdout.write(json.dumps(document(folder=asked.folder, trial=trial), ensure_ascii=False) + "\n")
        return 0
    for line in lines(trial=trial):
        print(line)
    return 0


def _tried(parser: OneLineParser, folder: Path, code: str, limit: int | None) -> Trial:
    from django.db import connection, transaction

    from tiepdan.agencies.models import Agency
    from tiepdan.cases.what_if import try_rules

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        agency = Agency.objects.filter(code__iexact=code).first() if code else None
        if code and agency is None:
            parser.error(f"--agency {code}: không có cơ quan mang mã này")
        return try_rules(folder=folder, agency_path=agency.path if agency else "", limit=limit)


def document(*, folder: Path, trial: Trial) -> dict[str, Any]:
    """Return what `--json` prints; Any because JSON nests."""
    return {
        "folder": str(folder),
        "rules": [
            {"subject": one.subject, "id": one.id, "title": one.title, "change": one.change} for one in trial.rules
        ],
        "tried": {"deadlines": trial.deadlines, "windows": trial.windows, "submissions": trial.submissions},
        "unreadable": trial.unreadable,
        "complete": trial.complete,
        "differences": [_difference(one) for one in trial.differences],
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "subject": one.subject, "code": one.code, "rule": one.rule, "title": one.title, "law_of": one.on.isoformat(),
        "open": one.open, "before": _outcome(one.before), "after": _outcome(one.after),
    }  # fmt: skip


def _outcome(one: Outcome) -> dict[str, Any]:
    return {"due": one.due and one.due.isoformat(), "text": one.text, "source": one.source}


def lines(*, trial: Trial) -> list[str]:
    """Say it in lines for a person."""
    if not trial.rules:
        return ["Thư mục này không khác quy tắc đang dùng về thời hạn, thẩm quyền, lịch nghỉ."]
    told = [f"Quy tắc khác: {len(trial.rules)}"]
    told += [f"  {CHANGES[one.change]} {SUBJECTS[one.subject]} {one.id}: {one.title}" for one in trial.rules]
    told.append(
        f"Đã thử {trial.deadlines} thời hạn, {trial.windows} khoảng thời gian, {trial.submissions} đơn: "
        f"{len(trial.differences)} chỗ sẽ khác. Không ghi gì."
    )
    told += [
        f"  {one.code} {one.rule} ({'đang mở' if one.open else 'đã xong'}): {_said(one.before)} → {_said(one.after)}"
        for one in trial.differences
    ]
    if trial.unreadable:
        told.append(f"{trial.unreadable} thời hạn lưu không đủ căn cứ để tính lại.")
    if not trial.complete:
        told.append("Còn đơn, vụ việc chưa thử vì --limit.")
    return told


def _said(one: Outcome) -> str:
    return f"{one.due:%d/%m/%Y} ({one.text})" if one.due else one.text
