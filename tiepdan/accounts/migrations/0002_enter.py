"""Functions by which a transaction learns who acts. What they set lasts until its end."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, definer

LEAVE = """
CREATE FUNCTION tiepdan.leave() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
  SELECT set_config('tiepdan.user', '', true), set_config('tiepdan.role', '', true), set_config('tiepdan.sight', '', true),
         set_config('tiepdan.agency', '', true), set_config('tiepdan.path', '', true), set_config('tiepdan.lo', '', true),
         set_config('tiepdan.hi', '', true), set_config('tiepdan.matter', '', true);
$$;
"""

# Scope: an office sees the lines of its own agency (the path itself; children begin with a digit or letter, all after
# the blank); oversight sees everything below the body it inspects for, that is its parent.
ENTER = """
CREATE FUNCTION tiepdan.enter(p_user bigint, p_post bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
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
   WHERE p.id = p_post AND p.user_id = p_user AND u.is_active
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

CREATE FUNCTION tiepdan.enter_service(p_agency bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v_path text;
BEGIN
  PERFORM tiepdan.leave();
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('tiepdan.user', '0', true), set_config('tiepdan.role', 'system', true),
          set_config('tiepdan.sight', 'service', true), set_config('tiepdan.agency', p_agency::text, true),
          set_config('tiepdan.path', v_path, true), set_config('tiepdan.lo', v_path, true),
          set_config('tiepdan.hi', v_path || ' ', true);
  RETURN true;
END $$;

CREATE FUNCTION tiepdan.enter_portal(p_matter bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM tiepdan.leave();
  PERFORM set_config('tiepdan.user', '-1', true), set_config('tiepdan.role', 'citizen', true),
          set_config('tiepdan.sight', 'portal', true), set_config('tiepdan.agency', '0', true),
          set_config('tiepdan.matter', p_matter::text, true);
  RETURN true;
END $$;

CREATE FUNCTION tiepdan.enter_client(p_client bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v record;
BEGIN
  PERFORM tiepdan.leave();
  SELECT c.id, a.id AS agency_id, a.path INTO v FROM accounts_apiclient c JOIN agencies_agency a ON a.id = c.agency_id
   WHERE c.id = p_client AND c.revoked_at IS NULL AND c.ends_at > now();
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('tiepdan.user', (-1000 - p_client)::text, true), set_config('tiepdan.role', 'client', true),
          set_config('tiepdan.sight', 'office', true), set_config('tiepdan.agency', v.agency_id::text, true),
          set_config('tiepdan.path', v.path, true), set_config('tiepdan.lo', v.path, true),
          set_config('tiepdan.hi', v.path || ' ', true);
  RETURN true;
END $$;
"""


class Migration(migrations.Migration):
    """Who acts."""

    dependencies = [("accounts", "0001_initial"), ("agencies", "0001_initial"), ("audit", "0002_chain")]
    operations = [
        migrations.RunSQL(
            f"GRANT SELECT ON accounts_user, accounts_post, accounts_apiclient, agencies_agency TO {READER};",
            migrations.RunSQL.noop,
        ),
        definer(LEAVE, "tiepdan.leave()"),
        definer(
            ENTER,
            "tiepdan.enter(bigint, bigint)",
            "tiepdan.enter_service(bigint)",
            "tiepdan.enter_portal(bigint)",
            "tiepdan.enter_client(bigint)",
        ),
    ]
