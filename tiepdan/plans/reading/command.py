"""`tiepdan plan parse FILE --json`: one JSON document on standard output, one line on standard error when it cannot be."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import NoReturn

from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.doubts import with_doubts
from tiepdan.plans.reading.files import UnreadableFile, read_file
from tiepdan.plans.reading.model import Reading
from tiepdan.plans.reading.output import reading_json
from tiepdan.plans.reading.passages import passages, to_check


class _WrongUse(Exception):
    """Wrong arguments; its text is the line to print."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _WrongUse(f"{self.prog}: {message}")


def _arguments() -> argparse.ArgumentParser:
    parser = _Parser(prog="tiepdan plan", description="Đọc một kế hoạch thành dữ liệu.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    parse = commands.add_parser("parse", help="đọc một tệp kế hoạch")
    parse.add_argument("file", type=Path, help="DOCX, PDF, TXT, HTML hoặc ảnh quét")
    parse.add_argument("--json", action="store_true", help="in toàn bộ kết quả dạng JSON")
    return parser


def summary(reading: Reading) -> str:
    """A few lines for a person: what it is, how much was found, what to look at again."""
    document = reading.document
    tasks = sum(len(a.tasks) for a in reading.assignments)
    lines = [
        f"{document.kind.value or 'Không rõ loại'}: {document.title.value if document.title else '(không có tên)'}",
        f"Cơ quan ban hành: {document.issuer.value if document.issuer else '(không rõ)'}",
    ]
    if reading.promulgated_by:
        number = reading.promulgated_by.number
        lines.append(
            f"Ban hành kèm theo: {reading.promulgated_by.kind.value} {number.value if number else ''}".rstrip()
        )
    if reading.is_plan:
        lines.append(
            f"{len(reading.sections)} mục, {tasks} nhiệm vụ, {len(reading.deadlines)} thời hạn, {len(reading.legal_bases)} căn cứ."
        )
    else:
        lines.append("Không phải kế hoạch: không tách nhiệm vụ.")
    doubtful = to_check(passages(reading))
    if doubtful:
        lines.append(
            f"Cần xem lại {len(doubtful)} chỗ: " + "; ".join(f"{p.path} = {p.value[:40]}" for p in doubtful[:5])
        )
    return "\n".join(lines)


def main(argv: list[str]) -> int:
    """Exit status: 0; 1 when the file cannot be read; 2 on wrong use."""
    try:
        arguments = _arguments().parse_args(argv)
    except _WrongUse as error:
        print(error, file=sys.stderr)
        return 2
    except SystemExit as stop:  # --help
        return int(stop.code or 0)
    try:
        source = read_file(path=arguments.file)
    except UnreadableFile as error:
        print(" ".join(error.message.split()), file=sys.stderr)
        return 1
    reading = with_doubts(read_plan(source.text), source.doubts)
    if arguments.json:
        document = {
            **reading_json(reading),
            "source": {"format": source.format, "pages": source.pages, "characters": len(source.text)},
        }
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        print(summary(reading))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
