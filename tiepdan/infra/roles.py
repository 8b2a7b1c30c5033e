"""The three database roles and the schema of functions, made by a superuser once per database."""

from __future__ import annotations

import psycopg
from psycopg import sql

from tiepdan.infra.rowlevel import APP, OWNER, READER


def prepare_database(*, admin_url: str, database: str, owner_password: str, app_password: str) -> None:
    """Make roles, database and grants; repeating it changes nothing but the passwords.

    admin_url: address of a role that may create roles and databases, to any database of the server.
    """
    with psycopg.connect(admin_url, autocommit=True) as admin:
        for role, password in ((OWNER, owner_password), (APP, app_password), (READER, None)):
            known = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
            verb = sql.SQL("ALTER" if known else "CREATE")
            login = sql.SQL("LOGIN PASSWORD {}").format(sql.Literal(password)) if password else sql.SQL("NOLOGIN")
            admin.execute(
                sql.SQL("{} ROLE {} {} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB").format(
                    verb, sql.Identifier(role), login
                )
            )
        admin.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(READER), sql.Identifier(OWNER)))
        if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            admin.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0 LOCALE 'C.UTF-8'").format(
                    sql.Identifier(database), sql.Identifier(OWNER)
                )
            )
    with psycopg.connect(admin_url, dbname=database, autocommit=True) as admin:
        for statement in (
            f"CREATE SCHEMA IF NOT EXISTS tiepdan AUTHORIZATION {OWNER}",
            f"GRANT USAGE, CREATE ON SCHEMA tiepdan TO {READER}",
            f"GRANT USAGE ON SCHEMA tiepdan TO {APP}",
            f"ALTER SCHEMA public OWNER TO {OWNER}",
            f"GRANT USAGE ON SCHEMA public TO {APP}, {READER}",
            f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP}",
            f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE, SELECT ON SEQUENCES TO {APP}, {READER}",
        ):
            admin.execute(sql.SQL(statement))


# A copy made by pg_dump says for each table what it grants beyond nothing: what is granted by default must wait until after.
WITHOUT_DEFAULTS = (
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE ALL ON TABLES FROM {APP};\n"
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE ALL ON SEQUENCES FROM {APP}, {READER};\n"
)
