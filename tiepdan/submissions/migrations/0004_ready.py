"""What receiving needs beforehand in one question: a twin of the request, whether the code is free, keys of the parties."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, definer

# Volatile: after the wait for a twin, each statement inside sees what the twin stored. Only who may open a matter may ask;
# that a random code of nine characters is free tells nothing.
READY = """
CREATE FUNCTION tiepdan.ready_to_receive(p_key text, p_code text, p_parties integer)
RETURNS TABLE (known bigint, code_is_free boolean, party_ids bigint[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE v_known bigint := 0;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') NOT IN ('office', 'portal') THEN
    RAISE EXCEPTION 'nobody receives' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_key IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_key, 0));
    v_known := tiepdan.resume_request(p_key);
  END IF;
  RETURN QUERY SELECT v_known, NOT EXISTS (SELECT 1 FROM submissions_submission s WHERE s.code = p_code),
    CASE WHEN v_known = 0 THEN ARRAY(SELECT nextval('submissions_party_id_seq') FROM generate_series(1, p_parties)) END;
END $$;
"""


class Migration(migrations.Migration):
    """The function."""

    dependencies = [("submissions", "0003_guard_openings")]
    operations = [
        migrations.RunSQL(f"GRANT USAGE ON SEQUENCE submissions_party_id_seq TO {READER};", migrations.RunSQL.noop),
        definer(READY, "tiepdan.ready_to_receive(text, text, integer)"),
    ]
