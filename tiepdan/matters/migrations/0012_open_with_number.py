"""A matter is opened with the number and the nearest limit of its first line: written once, not written and changed.

The function of the release before stays for its web machines that still run.
"""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

OPEN = """
CREATE OR REPLACE FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text,
  p_received date, p_people integer, p_field text, p_at timestamptz, p_number integer, p_due date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_id bigint;
  v_path text;
  seen text := current_setting('tiepdan.sight', true);
BEGIN
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF NOT ((seen = 'office' AND v_path = current_setting('tiepdan.path'))
       OR (seen = 'portal' AND current_setting('tiepdan.matter') = '0')) THEN
    RAISE EXCEPTION 'a matter is opened at the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_matter (kind, sealed, agency_id, created_by, created_at)
    VALUES (p_kind, p_sealed, p_agency, current_setting('tiepdan.user')::bigint, p_at) RETURNING id INTO v_id;
  INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
      state, register_number, people, received_on, due_on)
    VALUES (v_id, p_agency, v_path, 'received', p_sealed, p_code, p_kind, p_title, p_field, 'received', p_number, p_people,
      p_received, p_due);
  IF seen = 'portal' THEN PERFORM set_config('tiepdan.matter', v_id::text, true); END IF;
  RETURN v_id;
END $$;
"""


class Migration(migrations.Migration):
    """The function."""

    dependencies = [("matters", "0011_board_group_size")]
    operations = [
        definer(
            OPEN,
            "tiepdan.open_matter(bigint, text, boolean, text, text, date, integer, text, timestamptz, integer, date)",
        ),
    ]
