"""The database examined: version, the rights of the roles, row-level security, tables up to date, worker, queue, record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, LiteralString

import psycopg

from tiepdan.infra.rowlevel import APP, OWNER, READER
from tiepdan.ops.doctor.finding import Finding, bad, good, warning
from tiepdan.ops.environment import Installation, missing_migrations

OLDEST: Final = 15
NEWEST: Final = 18
CLOCK_SECONDS: Final = 5
HEARTBEAT_SECONDS: Final = 60
WAITING_MINUTES: Final = 15
SEAL_DAYS: Final = 2

Connection = psycopg.Connection[tuple[object, ...]]


def examine_database(installation: Installation, at: datetime) -> Iterator[Finding]:
    """Examine as the application's role and as the owner. Cost: a dozen queries on the catalogue."""
    try:
        app = psycopg.connect(installation.address(APP), autocommit=True)
    except psycopg.OperationalError as error:
        yield bad(
            "database",
            f"không kết nối được: {str(error).strip().splitlines()[-1]}",
            "khởi động PostgreSQL, kiểm tra địa chỉ",
        )
        return
    with app:
        yield _version(app)
        yield from _role_rights(app)
        yield _clock(app, at)
    with psycopg.connect(installation.address(OWNER), autocommit=True) as owner:
        yield _time_zone(owner)
        yield _row_level_security(owner)
        yield _tables(owner)
        yield _worker(owner)
        yield _queue(owner, at)
        yield _record(owner, at)


def _version(connection: Connection) -> Finding:
    number = connection.info.server_version // 10000
    told = f"PostgreSQL {_one(connection, 'SHOW server_version')}"
    if OLDEST <= number <= NEWEST:
        return good("database_version", told)
    return bad("database_version", told, f"dùng PostgreSQL {OLDEST}–{NEWEST}")


def _role_rights(app: Connection) -> Iterator[Finding]:
    """Check that the serving role owns nothing and bypasses nothing."""
    too_much = app.execute(
        "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"
        " AND rolname IN (%s, %s, %s)", [APP, OWNER, READER],
    ).fetchall()  # fmt: skip
    owned = _one(app, "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = %s", APP)
    member = _one(app, "SELECT pg_has_role(%s, %s, 'MEMBER') OR pg_has_role(%s, %s, 'MEMBER')", APP, OWNER, APP, READER)
    acting = _one(app, "SELECT current_user")
    if acting != APP:
        yield bad("role", f"chương trình kết nối bằng {acting}", f"TIEPDAN_DATABASE_URL phải dùng vai trò {APP}")
    if too_much or owned or member:
        names = ", ".join(str(row[0]) for row in too_much) or APP
        yield bad(
            "role_rights", f"{names} có quyền quá mức hoặc sở hữu bảng",
            f"ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB; bảng phải thuộc {OWNER}",
        )  # fmt: skip
    else:
        yield good("role_rights", f"{APP} không sở hữu và không vượt quyền gì")


def _clock(app: Connection, at: datetime) -> Finding:
    there = _one(app, "SELECT clock_timestamp()")
    apart = abs((there - at).total_seconds()) if isinstance(there, datetime) else 0.0
    if apart <= CLOCK_SECONDS:
        return good("clock", "đồng hồ máy và cơ sở dữ liệu khớp nhau")
    return bad("clock", f"đồng hồ hai máy lệch {apart:.0f} giây", "bật đồng bộ giờ (NTP) trên cả hai máy")


def _time_zone(owner: Connection) -> Finding:
    zone = str(_one(owner, "SHOW timezone"))
    return good("time_zone", f"cơ sở dữ liệu dùng {zone}; chương trình luôn tính ngày theo Asia/Ho_Chi_Minh")


def _row_level_security(owner: Connection) -> Finding:
    """Every table that has policies must have them switched on; a table about a matter must have policies."""
    rows = owner.execute(
        "SELECT c.relname, c.relrowsecurity, EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid),"
        " EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'matter_id' AND NOT a.attisdropped)"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1"
    ).fetchall()
    off = [str(name) for name, on, has, about in rows if (has or about) and not on]
    open_ones = [str(name) for name, on, has, about in rows if about and not has]
    if off or open_ones:
        return bad(
            "row_level_security", f"không có bảo vệ theo dòng: {', '.join(sorted({*off, *open_ones}))}",
            "đừng cho ai dùng; khôi phục từ bản sao lưu hoặc chạy lại các bước nâng cấp",
        )  # fmt: skip
    protected = sum(1 for _, on, _, _ in rows if on)
    return good("row_level_security", f"bật trên {protected} bảng")


def _tables(owner: Connection) -> Finding:
    lacking = missing_migrations(owner)
    if lacking:
        return bad(
            "tables_up_to_date", f"thiếu {len(lacking)} bước nâng cấp, đầu tiên là {lacking[0]}",
            "dừng chương trình rồi chạy lại `tiepdan serve` (có TIEPDAN_OWNER_DATABASE_URL nếu PostgreSQL ở ngoài)",
        )  # fmt: skip
    return good("tables_up_to_date", "cấu trúc dữ liệu đúng với chương trình")


def _worker(owner: Connection) -> Finding:
    alive = _one(
        owner,
        "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)",
        HEARTBEAT_SECONDS,
    )
    if alive:
        return good("worker", f"{alive} tiến trình nền đang chạy")
    return bad("worker", "không có tiến trình nền", "chạy `tiepdan serve` (hoặc `tiepdan serve --only worker`)")


def _queue(owner: Connection, at: datetime) -> Finding:
    row = owner.execute(
        "SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, %(at)s) <= %(at)s - %(late)s),"
        " count(*) FILTER (WHERE status = 'failed') FROM procrastinate_jobs",
        {"at": at, "late": timedelta(minutes=WAITING_MINUTES)},
    ).fetchone()
    waiting, failed = (int(str(value)) for value in row) if row else (0, 0)
    if waiting or failed:
        return warning(
            "queue", f"{waiting} việc nền chờ quá {WAITING_MINUTES} phút, {failed} việc hỏng",
            "xem logs/worker.log; việc hỏng được làm lại khi nguyên nhân đã hết",
        )  # fmt: skip
    return good("queue", "không có việc nền chờ lâu hoặc hỏng")


def _record(owner: Connection, at: datetime) -> Finding:
    last = _one(owner, "SELECT max(sealed_at) FROM audit_seal")
    entries = _one(owner, "SELECT coalesce(sum(seq), 0) FROM audit_head")
    if not entries:
        return good("record_sealed", "nhật ký còn trống")
    if not isinstance(last, datetime) or at - last > timedelta(days=SEAL_DAYS):
        when = f"{last:%d/%m/%Y}" if isinstance(last, datetime) else "chưa lần nào"
        return warning(
            "record_sealed", f"đầu chuỗi nhật ký niêm phong lần cuối: {when}",
            "tiepdan audit seal; tiến trình nền làm việc này mỗi đêm",
        )  # fmt: skip
    return good("record_sealed", f"đầu chuỗi nhật ký niêm phong ngày {last:%d/%m/%Y}")


def _one(connection: Connection, query: LiteralString, *values: object) -> object:
    row = connection.execute(query, values).fetchone()
    return row[0] if row else None
