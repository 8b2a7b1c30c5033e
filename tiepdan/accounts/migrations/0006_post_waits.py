"""A post given by an administrator may wait for a second person; while it waits it grants nothing, whoever asks."""

from django.db import migrations, models
from django.db.models import Q

from tiepdan.infra.rowlevel import APP, definer

# Kept by the database, whatever the act forgets: a waiting post lets nobody in, and who gave it cannot make it count.
GUARD = f"""
CREATE OR REPLACE FUNCTION tiepdan.guard_post() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
BEGIN
  IF current_user = '{APP}' AND NEW.user_id = me
     AND (TG_OP = 'INSERT' OR (NEW.user_id, NEW.agency_id, NEW.role) <> (OLD.user_id, OLD.agency_id, OLD.role)
          OR coalesce(NEW.ends_before, 'infinity') > coalesce(OLD.ends_before, 'infinity') OR NEW.waits < OLD.waits) THEN
    RAISE EXCEPTION 'nobody gives themselves a post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = '{APP}' AND TG_OP = 'UPDATE' AND OLD.waits
     AND ((NOT NEW.waits AND (me = OLD.given_by_id OR OLD.turned_down <> ''))
          OR (NEW.user_id, NEW.agency_id, NEW.role, NEW.given_by_id) <> (OLD.user_id, OLD.agency_id, OLD.role, OLD.given_by_id)) THEN
    RAISE EXCEPTION 'a waiting post counts when somebody else confirms it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
"""

# The one place through which everybody enters: a post that waits is none.
ENTER = """
CREATE OR REPLACE FUNCTION tiepdan.enter(p_user bigint, p_post bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v record;
  today date := (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
  seen text;
BEGIN
  PERFORM tiepdan.leave();
  SELECT p.role, a.id, a.path, coalesce(above.path, a.path) AS above INTO v
    FROM accounts_post p
    JOIN accounts_user u ON u.id = p.user_id
    JOIN agencies_agency a ON a.id = p.agency_id
    LEFT JOIN agencies_agency above ON above.id = a.parent_id
   WHERE p.id = p_post AND p.user_id = p_user AND u.is_active AND NOT p.waits
     AND p.starts_on <= today AND (p.ends_before IS NULL OR p.ends_before > today)
     AND (a.ends_before IS NULL OR a.ends_before > today);
  IF NOT FOUND THEN RETURN false; END IF;
  seen := CASE v.role WHEN 'oversight' THEN 'oversight' WHEN 'handler' THEN 'assigned'
                      WHEN 'coordinator' THEN 'none' WHEN 'administrator' THEN 'none' ELSE 'office' END;
  PERFORM set_config('tiepdan.user', p_user::text, true), set_config('tiepdan.role', v.role, true),
          set_config('tiepdan.sight', seen, true), set_config('tiepdan.agency', v.id::text, true),
          set_config('tiepdan.path', v.path, true),
          set_config('tiepdan.lo', CASE WHEN seen = 'oversight' THEN v.above ELSE v.path END, true),
          set_config('tiepdan.hi', CASE WHEN seen = 'oversight' THEN left(v.above, -1) || '0' ELSE v.path || ' ' END, true);
  RETURN true;
END $$;
"""


class Migration(migrations.Migration):
    """Posts that wait."""

    dependencies = [("accounts", "0005_post_delegation")]
    operations = [
        migrations.AddField("post", "given_by_id", models.BigIntegerField(default=0)),
        migrations.AddField("post", "waits", models.BooleanField(default=False)),
        migrations.AddField("post", "turned_down", models.CharField(blank=True, default="", max_length=200)),
        migrations.RemoveConstraint("post", "post_once"),
        migrations.AddConstraint(
            "post",
            models.UniqueConstraint(
                fields=["user", "agency", "role", "starts_on"], name="post_once", condition=Q(turned_down="")
            ),
        ),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
        definer(ENTER, "tiepdan.enter(bigint, bigint)"),
    ]
