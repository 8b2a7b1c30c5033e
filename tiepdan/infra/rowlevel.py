"""SQL of row-level security, said the same way by every migration.

Three roles (docs/decisions/0002-row-level-security.md): the *owner* migrates, the *app* role serves and owns nothing,
the *reader* role owns the few security-definer functions and is let through by a policy of its own on each table.
"""

from __future__ import annotations

from typing import Final

from django.db import migrations

APP: Final = "tiepdan_app"
OWNER: Final = "tiepdan_owner"
READER: Final = "tiepdan_reader"
NOBODY: Final = "false"  # as a condition: without a policy the application's role sees and writes nothing


def protect(
    table: str, *, see: str, add: str | None = None, change: str | None = None, delete: bool = False
) -> migrations.RunSQL:
    """Switch row-level security on for a table.

    see: SQL condition for a row to be seen; add: for a row to be added (default: the same; NOBODY: by functions only);
    change: for a row as changed, on top of being seen (default: as `add`, or as `see` where nobody adds);
    delete: whether the app role may delete rows that it may change.

    Rows are locked (FOR UPDATE) by who sees them, so that an act may refuse in words what the database would refuse anyway.
    A statement that reads no row is bound by `see` just the same.
    """
    may_add = see if add is None else add
    may_change = change or (see if may_add == NOBODY else may_add)
    if may_change != see:
        may_change = f"({see}) AND ({may_change})"
    lines = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;",
        f"GRANT SELECT, INSERT, UPDATE ON {table} TO {READER};",
        f"CREATE POLICY reader ON {table} TO {READER} USING (true) WITH CHECK (true);",
    ]
    if see != NOBODY:
        lines.append(f"CREATE POLICY see ON {table} FOR SELECT TO {APP} USING ({see});")
        lines.append(f"CREATE POLICY change ON {table} FOR UPDATE TO {APP} USING ({see}) WITH CHECK ({may_change});")
    if may_add != NOBODY:
        lines.append(f"CREATE POLICY add ON {table} FOR INSERT TO {APP} WITH CHECK ({may_add});")
    if delete:
        lines.append(f"CREATE POLICY remove ON {table} FOR DELETE TO {APP} USING ({may_change});")
    else:
        lines.append(f"REVOKE DELETE, TRUNCATE ON {table} FROM {APP};")
    return migrations.RunSQL("\n".join(lines), migrations.RunSQL.noop)


def content(table: str, *, delete: bool = False) -> migrations.RunSQL:
    """Protect a table whose rows are content of the matter in its column matter_id."""
    return protect(table, see="tiepdan.reads(matter_id)", add="tiepdan.writes(matter_id)", delete=delete)


def audited(table: str) -> migrations.RunSQL:
    """Refuse a commit that changed the table in a transaction without an audit entry."""
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON {table}"
        " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();",
        migrations.RunSQL.noop,
    )


def definer(sql: str, *signatures: str) -> migrations.RunSQL:
    """Create security-definer functions and hand them to the reader role, callable by the app role alone."""
    lines = [sql]
    for signature in signatures:
        lines += [
            f"ALTER FUNCTION {signature} OWNER TO {READER};",
            f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC;",
            f"GRANT EXECUTE ON FUNCTION {signature} TO {APP}, {READER}, {OWNER};",
        ]
    return migrations.RunSQL("\n".join(lines), migrations.RunSQL.noop)
