"""Who may grant an opening is kept by the database: nobody grants their own where a second approval is asked for."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

# One row, written by the owner alone, from the installation's settings (ops/environment.py).
SETTING = f"""
CREATE TABLE tiepdan.seal_setting (id boolean PRIMARY KEY DEFAULT true CHECK (id), second_approval boolean NOT NULL);
INSERT INTO tiepdan.seal_setting VALUES (true, false);
GRANT SELECT ON tiepdan.seal_setting TO {APP};
"""

# The hours are those of submissions/actions/openings.py with five minutes for clocks that differ.
GUARD = f"""
CREATE FUNCTION tiepdan.guard_opening() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
  waits boolean := (SELECT second_approval FROM tiepdan.seal_setting);
  ok boolean;
BEGIN
  IF current_user <> '{APP}' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    ok := NEW.user_id = me AND NEW.decided_by_id IS NULL AND NEW.opened_at IS NULL
      AND length(btrim(NEW.reason)) >= 10 AND NEW.agency_path = current_setting('tiepdan.path', true)
      AND CASE WHEN waits THEN NEW.status = 'asked' AND NEW.ends_at IS NULL
               ELSE NEW.status = 'granted' AND NEW.ends_at <= now() + interval '20 minutes' END;
  ELSE
    ok := (NEW.matter_id, NEW.user_id, NEW.agency_path, NEW.reason, NEW.asked_at)
        = (OLD.matter_id, OLD.user_id, OLD.agency_path, OLD.reason, OLD.asked_at)
      AND CASE
        WHEN OLD.status = 'asked' THEN
          NEW.status IN ('granted', 'denied') AND current_setting('tiepdan.role', true) = 'head'
          AND NEW.decided_by_id = me AND OLD.user_id <> me AND OLD.agency_path = current_setting('tiepdan.path', true)
          AND NEW.opened_at IS NULL
          AND (NEW.ends_at IS NULL OR NEW.status = 'granted' AND NEW.ends_at <= now() + interval '4 hours 5 minutes')
        WHEN OLD.status IN ('granted', 'used') THEN
          NEW.status IN (OLD.status, 'used') AND OLD.user_id = me AND NEW.ends_at <= OLD.ends_at
          AND (NEW.decided_by_id, NEW.decided_at) IS NOT DISTINCT FROM (OLD.decided_by_id, OLD.decided_at)
        ELSE false END;
  END IF;
  IF ok IS NOT TRUE THEN
    RAISE EXCEPTION 'an opening is asked for by oneself and granted by the head' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_opening BEFORE INSERT OR UPDATE ON submissions_opening
  FOR EACH ROW EXECUTE FUNCTION tiepdan.guard_opening();
"""


class Migration(migrations.Migration):
    """Openings."""

    dependencies = [("submissions", "0002_rights")]
    operations = [
        migrations.RunSQL(SETTING, migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
    ]
