"""What is submitted is stored by one function: its rows, its number, its limits, its words and its entry."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

# It runs with the rights of who calls it: row-level security judges every row as if it came by itself. Rows come as JSON in
# the columns of their tables; keys that others wait for are taken here. The number is taken before the matter is opened, so
# that the line of the agency is written once.
TAKE_IN = f"""
CREATE OR REPLACE FUNCTION tiepdan.take_in(p_line jsonb, p_submission jsonb, p_parties jsonb, p_seals jsonb, p_series jsonb,
  p_clocks jsonb, p_words text, p_entry jsonb)
RETURNS TABLE (matter_id bigint, submission_id bigint, number integer, clock_ids bigint[])
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_line matters_participation := jsonb_populate_record(NULL::matters_participation, p_line);
  v_id bigint := nextval('submissions_submission_id_seq');
  v_matter bigint;
  v_register bigint;
  v_number integer;
  v_clocks bigint[] := ARRAY(SELECT nextval('matters_clock_id_seq') FROM jsonb_array_elements(p_clocks));
BEGIN
  IF p_series IS NOT NULL THEN
    SELECT next.register_id, next.number INTO v_register, v_number
      FROM tiepdan.next_number(v_line.agency_id, v_line.agency_path, p_series->>'book', '', (p_series->>'year')::integer,
        (p_series->>'number')::integer) AS next;
  END IF;
  v_matter := tiepdan.open_matter(v_line.agency_id, v_line.kind, v_line.sealed, v_line.code, v_line.title, v_line.received_on,
    v_line.people, v_line.field_code, (p_submission->>'created_at')::timestamptz, v_number, v_line.due_on);
  INSERT INTO submissions_submission SELECT r.* FROM jsonb_populate_record(NULL::submissions_submission,
    p_submission || jsonb_build_object('id', v_id, 'matter_id', v_matter)) AS r;
  IF v_register IS NOT NULL THEN
    INSERT INTO documents_registernumber (register_id, agency_path, number, given_on, matter_id, subject, cancel_reason)
      VALUES (v_register, v_line.agency_path, v_number, v_line.received_on, v_matter, 'submission:' || v_id, '');
  END IF;
  INSERT INTO submissions_party SELECT r.* FROM jsonb_array_elements(p_parties) AS party, jsonb_populate_record(
    NULL::submissions_party, party || jsonb_build_object('matter_id', v_matter, 'submission_id', v_id)) AS r;
  INSERT INTO submissions_sealedidentity (matter_id, party_id, envelope)
    SELECT v_matter, r.party_id, r.envelope FROM jsonb_populate_recordset(NULL::submissions_sealedidentity, p_seals) AS r;
  INSERT INTO matters_clock SELECT r.*
    FROM jsonb_array_elements(p_clocks) WITH ORDINALITY AS clock(told, place), jsonb_populate_record(
      NULL::matters_clock, clock.told || jsonb_build_object('id', v_clocks[clock.place], 'matter_id', v_matter)) AS r;
  PERFORM tiepdan.index_words(v_matter, p_words);
  INSERT INTO audit_entry (at, act, actor_id, actor_name, actor_role, actor_unit, agency_path, matter_id, subject, before,
      after, reason, rule)
    SELECT e.at, e.act, e.actor_id, e.actor_name, e.actor_role, e.actor_unit, e.agency_path, v_matter, 'submission:' || v_id,
           e.before, e.after, e.reason, e.rule
      FROM jsonb_populate_record(NULL::audit_entry, p_entry) AS e;
  RETURN QUERY SELECT v_matter, v_id, v_number, v_clocks;
END $$;
REVOKE ALL ON FUNCTION tiepdan.take_in(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tiepdan.take_in(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text, jsonb) TO {APP};
"""


class Migration(migrations.Migration):
    """The function."""

    dependencies = [
        ("submissions", "0009_find_sooner"),
        ("matters", "0012_open_with_number"),
        ("documents", "0011_next_number"),
        ("audit", "0003_own_entry"),
    ]
    operations = [migrations.RunSQL(TAKE_IN, migrations.RunSQL.noop)]
