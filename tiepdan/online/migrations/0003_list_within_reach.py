"""The list of online sessions asks what is read of those within reach alone, not of every session of the country."""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

# Within reach: an agency of the scope takes part in the matter, or the person is assigned to it. Whether it is read is asked
# afterwards of these alone, as row-level security asks it again of the rows themselves.
LIST = """
CREATE OR REPLACE FUNCTION tiepdan.online_sessions(p_live text[], p_past boolean, p_most integer) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH near AS MATERIALIZED (
    SELECT s.id, s.matter_id, s.starts_at FROM online_onlinesession s
     WHERE (s.state = ANY (p_live)) <> p_past
       AND (EXISTS (SELECT 1 FROM matters_participation p WHERE p.matter_id = s.matter_id
                      AND p.agency_path >= current_setting('tiepdan.lo', true)
                      AND p.agency_path < current_setting('tiepdan.hi', true))
         OR EXISTS (SELECT 1 FROM matters_assignment a WHERE a.matter_id = s.matter_id AND a.ends_at IS NULL
                      AND a.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint)))
  SELECT near.id FROM near WHERE tiepdan.reads(near.matter_id)
   ORDER BY CASE WHEN p_past THEN near.starts_at END DESC, CASE WHEN NOT p_past THEN near.starts_at END,
            CASE WHEN p_past THEN -near.id ELSE near.id END
   LIMIT p_most;
$$;
"""


class Migration(migrations.Migration):
    """The function."""

    dependencies = [("online", "0002_rights"), ("matters", "0002_rights")]
    operations = [
        definer(LIST, "tiepdan.online_sessions(text[], boolean, integer)"),
    ]
