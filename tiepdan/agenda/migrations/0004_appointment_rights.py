"""Row-level security of hours, appointments and the queue; what the portal may do goes through functions."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

HERE = (
    "agency_path = current_setting('tiepdan.path', true)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'none', 'service')"
)
RECEIVES = (
    f"{HERE} AND current_setting('tiepdan.role', true)"
    " IN ('reception_officer', 'processing_officer', 'head', 'deputy', 'records_clerk', 'system')"
)
# Everything the portal learns or does: hours, which times are taken, one appointment by code and PIN, the screen of numbers.
PORTAL = """
CREATE FUNCTION tiepdan.public_hours(p_agency bigint, p_on date)
RETURNS TABLE (weekday smallint, starts_at time, ends_at time, place text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.weekday, h.starts_at, h.ends_at, h.place FROM agenda_receptionhours h
   WHERE h.agency_id = p_agency AND h.starts_on <= p_on AND (h.ends_before IS NULL OR h.ends_before > p_on)
   ORDER BY h.weekday, h.starts_at;
$$;

CREATE FUNCTION tiepdan.taken_slots(p_agency bigint, p_from date, p_to date)
RETURNS TABLE (session_code text, taken_on date, slot_at time)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(s.code, ''), a."on", a.slot_at FROM agenda_appointment a
    LEFT JOIN agenda_receptionsession s ON s.id = a.session_id
   WHERE a.agency_id = p_agency AND a.status <> 'cancelled' AND a."on" BETWEEN p_from AND p_to;
$$;

CREATE FUNCTION tiepdan.book_slot(p_agency bigint, p_session text, p_on date, p_slot time, p_people integer, p_code text,
                                  p_pin bytea, p_at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_session bigint;
  v_path text;
  v_id bigint;
BEGIN
  IF current_setting('tiepdan.sight', true) IS DISTINCT FROM 'portal' THEN RETURN 0; END IF;
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF p_session <> '' THEN
    SELECT id INTO v_session FROM agenda_receptionsession
     WHERE code = p_session AND agency_id = p_agency AND status = 'announced' AND "on" = p_on;
    IF NOT FOUND THEN RETURN 0; END IF;
  END IF;
  INSERT INTO agenda_appointment (code, pin_hash, agency_id, agency_path, session_id, "on", slot_at, people, via, status,
                                  created_at)
  VALUES (p_code, p_pin, p_agency, v_path, v_session, p_on, p_slot, p_people, 'portal', 'booked', p_at)
  ON CONFLICT DO NOTHING RETURNING id INTO v_id;
  RETURN coalesce(v_id, 0);
END $$;

CREATE FUNCTION tiepdan.find_appointment(p_code text, p_pin bytea)
RETURNS TABLE (id bigint, agency_id bigint, held_on date, slot_at time, status text, people smallint, session_code text,
               session_on date, session_status text, chair_title text, ticket smallint, ticket_status text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.agency_id, a."on", a.slot_at, a.status, a.people, coalesce(s.code, ''), s."on", coalesce(s.status, ''),
         coalesce(s.chair_title, ''), t.number, coalesce(t.status, '')
    FROM agenda_appointment a
    LEFT JOIN agenda_receptionsession s ON s.id = a.session_id
    LEFT JOIN agenda_queueticket t ON t.appointment_id = a.id
   WHERE a.code = p_code AND a.pin_hash = p_pin;
$$;

CREATE FUNCTION tiepdan.cancel_slot(p_code text, p_pin bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('tiepdan.sight', true) IS DISTINCT FROM 'portal' THEN RETURN false; END IF;
  UPDATE agenda_appointment SET status = 'cancelled' WHERE code = p_code AND pin_hash = p_pin AND status = 'booked';
  RETURN FOUND;
END $$;

CREATE FUNCTION tiepdan.public_queue(p_agency bigint, p_on date)
RETURNS TABLE (number smallint, status text, room text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.number, t.status, t.room FROM agenda_queueticket t WHERE t.agency_id = p_agency AND t."on" = p_on
   ORDER BY t.number;
$$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("agenda", "0003_appointments"), ("accounts", "0002_enter")]
    operations = [
        protect("agenda_receptionhours", see=HERE, add=RECEIVES),
        protect("agenda_appointment", see=HERE, add=RECEIVES),
        protect("agenda_queueticket", see=HERE, add=RECEIVES),
        migrations.RunSQL(f"GRANT USAGE ON SEQUENCE agenda_appointment_id_seq TO {READER};", migrations.RunSQL.noop),
        definer(
            PORTAL,
            "tiepdan.public_hours(bigint, date)",
            "tiepdan.taken_slots(bigint, date, date)",
            "tiepdan.book_slot(bigint, text, date, time, integer, text, bytea, timestamptz)",
            "tiepdan.find_appointment(text, bytea)",
            "tiepdan.cancel_slot(text, bytea)",
            "tiepdan.public_queue(bigint, date)",
        ),
        audited("agenda_receptionhours"),
        audited("agenda_appointment"),
        audited("agenda_queueticket"),
    ]
