"""Make the record append-only and chained, and give other tables a trigger that refuses unaudited commits."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP, READER

CHAIN = f"""
INSERT INTO audit_head (lane, seq, hash) SELECT lane, 0, sha256(convert_to('tiepdan ' || lane, 'UTF8'))
  FROM generate_series(0, 63) AS lane;

CREATE FUNCTION tiepdan.audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head audit_head;
BEGIN
  NEW.lane := pg_backend_pid() % 64;
  SELECT * INTO head FROM audit_head WHERE lane = NEW.lane FOR UPDATE;
  NEW.recorded_at := clock_timestamp();
  NEW.xact := pg_current_xact_id()::text::bigint;
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := sha256(head.hash || convert_to(concat_ws(chr(31), NEW.seq, extract(epoch FROM NEW.at)::numeric(20, 6),
    extract(epoch FROM NEW.recorded_at)::numeric(20, 6), NEW.act, NEW.actor_id, NEW.actor_name, NEW.actor_role,
    NEW.actor_unit, NEW.agency_path, coalesce(NEW.matter_id, 0), NEW.subject, NEW.before, NEW.after, NEW.reason,
    NEW.rule, NEW.xact), 'UTF8'));
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE lane = NEW.lane;
  RETURN NEW;
END $$;

CREATE FUNCTION tiepdan.audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit record is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION tiepdan.require_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entry WHERE xact = pg_current_xact_id()::text::bigint) THEN
    RAISE EXCEPTION 'table % was changed without an audit entry', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

GRANT SELECT, INSERT ON audit_entry TO {READER};
GRANT SELECT, UPDATE ON audit_head TO {READER};
ALTER FUNCTION tiepdan.audit_chain() OWNER TO {READER};
ALTER FUNCTION tiepdan.require_audit() OWNER TO {READER};

CREATE TRIGGER chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION tiepdan.audit_chain();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION tiepdan.audit_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION tiepdan.audit_stays();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM {APP};
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_head FROM {APP};
REVOKE UPDATE, DELETE, TRUNCATE ON audit_seal FROM {APP};
"""


class Migration(migrations.Migration):
    """Append-only chain."""

    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(CHAIN, migrations.RunSQL.noop)]
