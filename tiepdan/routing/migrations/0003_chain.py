"""The chain of one content across agencies, and what a sender may still do with what it sent on."""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

# Who reads one submission is told the letters of the same content elsewhere: they went to the same citizen. Of a sealed
# matter that the asker does not read, nothing.
CHAIN = """
CREATE FUNCTION tiepdan.chain_of(p_submission bigint) RETURNS TABLE (transfer_id bigint, act text, own boolean,
  from_id bigint, from_name text, to_id bigint, to_name text, done_on date, letter text, letter_on date, taken_on date,
  replied_on date, reply text, counts boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE v_matter bigint;
BEGIN
  SELECT s.matter_id INTO v_matter FROM submissions_submission s WHERE s.id = p_submission;
  IF v_matter IS NULL OR NOT tiepdan.reads(v_matter) THEN RETURN; END IF;
  RETURN QUERY
  WITH RECURSIVE family(id, step) AS (
    SELECT tiepdan.root_matter(v_matter), 0
    UNION ALL SELECT m.id, step + 1 FROM family f JOIN matters_matter m ON m.same_as_id = f.id WHERE step < 20
  )
  SELECT t.id, t.act::text, t.matter_id = v_matter, t.from_agency_id, a.name::text, t.to_agency_id,
         coalesce(b.name, t.to_text)::text, t.done_on,
         CASE WHEN p.number IS NOT NULL THEN concat_ws('/', p.number, nullif(p.symbol, '')) ELSE '' END, p.dated_on,
         t.taken_on, t.replied_on, CASE WHEN tiepdan.reads(t.matter_id) THEN t.reply ELSE '' END, t.once_key IS NOT NULL
    FROM family f
    JOIN matters_matter m ON m.id = f.id
    JOIN routing_transfer t ON t.matter_id = f.id
    JOIN agencies_agency a ON a.id = t.from_agency_id
    LEFT JOIN agencies_agency b ON b.id = t.to_agency_id
    LEFT JOIN documents_paper p ON p.id = t.paper_id
   WHERE m.id = v_matter OR NOT m.sealed OR tiepdan.reads(m.id)
   ORDER BY t.done_on, t.id;
END $$;

CREATE FUNCTION tiepdan.sent_on(p_limit integer) RETURNS TABLE (transfer_id bigint, code text, to_name text, done_on date,
  letter text, taken_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') <> 'office' THEN RETURN; END IF;
  RETURN QUERY
  SELECT t.id, s.code::text, coalesce(b.name, t.to_text)::text, t.done_on,
         CASE WHEN p.number IS NOT NULL THEN concat_ws('/', p.number, nullif(p.symbol, '')) ELSE '' END, t.taken_on
    FROM routing_transfer t
    JOIN submissions_submission s ON s.id = t.submission_id
    LEFT JOIN agencies_agency b ON b.id = t.to_agency_id
    LEFT JOIN documents_paper p ON p.id = t.paper_id
    JOIN matters_matter m ON m.id = t.matter_id
   WHERE t.from_agency_id = current_setting('tiepdan.agency')::bigint AND t.act = 'forward' AND t.replied_on IS NULL
     AND NOT (m.sealed AND tiepdan.is_excluded(m.id))
   ORDER BY t.done_on, t.id LIMIT p_limit;
END $$;

CREATE FUNCTION tiepdan.record_reply(p_transfer bigint, p_reply text, p_on date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_matter bigint;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') <> 'office' THEN RETURN 0; END IF;
  UPDATE routing_transfer SET replied_on = p_on, reply = p_reply
   WHERE id = p_transfer AND from_agency_id = current_setting('tiepdan.agency')::bigint AND act = 'forward'
     AND replied_on IS NULL AND done_on <= p_on AND NOT tiepdan.is_excluded(matter_id)
   RETURNING matter_id INTO v_matter;
  RETURN coalesce(v_matter, 0);
END $$;
"""


class Migration(migrations.Migration):
    """The functions."""

    dependencies = [("routing", "0002_rights"), ("duplicates", "0003_find_repeats")]
    operations = [
        definer(
            CHAIN,
            "tiepdan.chain_of(bigint)",
            "tiepdan.sent_on(integer)",
            "tiepdan.record_reply(bigint, text, date)",
        )
    ]
