"""Nobody gives themselves a post: kept by the database, whatever the act forgets."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

GUARD = f"""
CREATE FUNCTION tiepdan.guard_post() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
BEGIN
  IF current_user = '{APP}' AND NEW.user_id = me
     AND (TG_OP = 'INSERT' OR (NEW.user_id, NEW.agency_id, NEW.role) <> (OLD.user_id, OLD.agency_id, OLD.role)
          OR coalesce(NEW.ends_before, 'infinity') > coalesce(OLD.ends_before, 'infinity')) THEN
    RAISE EXCEPTION 'nobody gives themselves a post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_post BEFORE INSERT OR UPDATE ON accounts_post FOR EACH ROW EXECUTE FUNCTION tiepdan.guard_post();
"""


class Migration(migrations.Migration):
    """Posts."""

    dependencies = [("accounts", "0003_cache")]
    operations = [migrations.RunSQL(GUARD, migrations.RunSQL.noop)]
