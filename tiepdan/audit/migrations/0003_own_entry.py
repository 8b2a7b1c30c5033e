"""An act leaves an entry of its own transaction, not one that an earlier server numbered alike."""

from __future__ import annotations

from django.db import migrations

# A restored copy lives in a new server, whose transaction numbers begin again: entries of the old one hold most of them.
REQUIRE = """
CREATE OR REPLACE FUNCTION tiepdan.require_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entry
                  WHERE xact = pg_current_xact_id()::text::bigint AND recorded_at >= transaction_timestamp()) THEN
    RAISE EXCEPTION 'table % was changed without an audit entry', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    """The entry is younger than its transaction."""

    dependencies = [("audit", "0002_chain")]
    operations = [migrations.RunSQL(REQUIRE, migrations.RunSQL.noop)]
