"""The command `tiepdan`. Wrong use exits 2 with one line; `--json` prints one document on stdout and nothing else there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Final, NoReturn

from tiepdan.infra.errors import TiepdanError

Command = Callable[[list[str]], int]


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Exit 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def _run(arguments: list[str]) -> int:
    from tiepdan.ops.serving import run

    return run(arguments)


def _practice(arguments: list[str]) -> int:
    from tiepdan.ops.serving import practice

    return practice(arguments)


def _serve(arguments: list[str]) -> int:
    from tiepdan.ops.serving import serve

    return serve(arguments)


def _init(arguments: list[str]) -> int:
    from tiepdan.ops.serving import init

    return init(arguments)


def _demo(arguments: list[str]) -> int:
    from tiepdan.ops.serving import demo

    return demo(arguments)


def _key(arguments: list[str]) -> int:
    from tiepdan.ops.keys import main as command

    return command(arguments)


def _audit(arguments: list[str]) -> int:
    from tiepdan.ops.audit_trail import main as command

    return command(arguments)


def _backup(arguments: list[str]) -> int:
    from tiepdan.ops.backup.command import backup as command

    return command(arguments)


def _restore(arguments: list[str]) -> int:
    from tiepdan.ops.backup.command import restore as command

    return command(arguments)


def _doctor(arguments: list[str]) -> int:
    from tiepdan.ops.doctor.command import main as command

    return command(arguments)


def _deadline(arguments: list[str]) -> int:
    from tiepdan.deadlines.command import deadline_main as command

    return command(arguments)


def _rules(arguments: list[str]) -> int:
    from tiepdan.ops.rulebook import main as command

    return command(arguments)


def _competence(arguments: list[str]) -> int:
    from tiepdan.routing.rules.competence_command import main as command

    return command(arguments)


def _confirm_post(arguments: list[str]) -> int:
    from tiepdan.ops.posts import main as command

    return command(arguments)


def _plan(arguments: list[str]) -> int:
    from tiepdan.plans.reading.command import main as command

    return command(arguments)


def _bench(arguments: list[str]) -> int:
    from tiepdan.ops.bench import main as command

    return command(arguments)


COMMANDS: Final[dict[str, tuple[Command, str]]] = {
    "run": (_run, "chạy bản dùng thử: cơ sở dữ liệu, dữ liệu mẫu, web và tiến trình nền"),
    "practice": (
        _practice,
        "chạy bản luyện tập: dữ liệu bịa, tách hẳn khỏi bản thật, có dấu trên mọi trang và mọi văn bản",
    ),
    "init": (_init, "chuẩn bị một cài đặt thật và in mã một lần cho quản trị viên đầu tiên"),
    "serve": (_serve, "chạy một cài đặt thật"),
    "demo": (_demo, "dựng dữ liệu mẫu trong cơ sở dữ liệu dùng thử"),
    "doctor": (_doctor, "khám cài đặt: cơ sở dữ liệu, quyền, khóa, sao lưu, tiến trình nền, quy tắc; nói cần làm gì"),
    "backup": (_backup, "sao lưu dữ liệu và tệp"),
    "restore": (_restore, "khôi phục một bản sao lưu vào một cài đặt trống"),
    "confirm-post": (
        _confirm_post,
        "từ máy chủ, xác nhận vị trí công tác đang chờ khi không còn ai khác xác nhận được",
    ),
    "key": (_key, "sao lưu hoặc thay khóa niêm phong"),
    "audit": (_audit, "kiểm tra chuỗi nhật ký, niêm phong đầu chuỗi"),
    "deadline": (_deadline, "tính và giải thích một thời hạn"),
    "competence": (_competence, "tra người có thẩm quyền giải quyết"),
    "rules": (_rules, "liệt kê, xem, kiểm tra quy tắc"),
    "plan": (_plan, "đọc một bản kế hoạch thành cấu trúc"),
    "bench": (_bench, "đo tốc độ"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        print(f"tiepdan: thiếu lệnh (tiepdan --help liệt kê); các lệnh: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    if given[0] in {"-h", "--help"}:
        print("tiepdan LỆNH …\n")
        for name, (_, purpose) in COMMANDS.items():
            print(f"  {name:<12} {purpose}")
        return 0
    found = COMMANDS.get(given[0])
    if found is None:
        print(f"tiepdan: không có lệnh {given[0]!r}; các lệnh: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return found[0](given[1:])
    except TiepdanError as error:
        print(f"tiepdan {given[0]}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
