"""Handovers: prepared by an administrator above, approved by a head, carried out by a function alone; two people at least."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP, audited, protect

PATH = "current_setting('tiepdan.path', true)"
ROLE = "current_setting('tiepdan.role', true)"
OVER = f"{PATH} <> '' AND starts_with(agency_path, {PATH})"
KEEPER = f"{ROLE} IN ('administrator', 'head', 'deputy', 'system')"
HEIR = f"{ROLE} <> '' AND successor_path = {PATH}"
LINE = "EXISTS (SELECT 1 FROM matters_participation line WHERE line.matter_id = matters_move.matter_id)"

GUARD = f"""
CREATE FUNCTION tiepdan.guard_handover() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  ok boolean;
BEGIN
  IF current_user <> '{APP}' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    ok := NEW.state = 'prepared' AND NEW.prepared_by_id = me AND NEW.approved_by_id IS NULL AND acting = 'administrator';
  ELSE
    ok := CASE
      WHEN OLD.state = 'prepared' AND NEW.state = 'approved' THEN
        acting = 'head' AND NEW.approved_by_id = me AND OLD.prepared_by_id <> me
      WHEN OLD.state IN ('prepared', 'approved') AND NEW.state = 'withdrawn' THEN acting IN ('administrator', 'head')
      ELSE false END;
  END IF;
  IF ok IS NOT TRUE THEN
    RAISE EXCEPTION 'a handover is prepared by one and approved by another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_handover BEFORE INSERT OR UPDATE ON matters_handover
  FOR EACH ROW EXECUTE FUNCTION tiepdan.guard_handover();
"""


class Migration(migrations.Migration):
    """Rights of handovers."""

    dependencies = [("matters", "0006_handovers")]
    operations = [
        protect(
            "matters_handoverpart",
            see=f"({KEEPER} AND {OVER}) OR ({HEIR})",
            add=f"{ROLE} = 'administrator' AND {OVER}",
        ),
        protect(
            "matters_handover",
            see=f"({KEEPER} AND {OVER}) OR EXISTS (SELECT 1 FROM matters_handoverpart p"
            " WHERE p.handover_id = matters_handover.id)",
            add=f"{ROLE} = 'administrator' AND {OVER}",
            change=f"{KEEPER} AND {OVER}",
        ),
        protect("matters_move", see=LINE, add="tiepdan.writes(matter_id)"),
        migrations.RunSQL(
            f"REVOKE UPDATE ON matters_handover, matters_handoverpart, matters_move FROM {APP};"
            f" GRANT UPDATE (state, approved_by_id, approved_at, withdrawn_reason) ON matters_handover TO {APP};"
            f" GRANT UPDATE (to_agency_id, to_path, why) ON matters_move TO {APP};",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
        *(audited(f"matters_{table}") for table in ("handover", "handoverpart", "move")),
    ]
