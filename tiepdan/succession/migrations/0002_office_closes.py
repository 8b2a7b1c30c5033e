"""What an office leaves behind when it ends: an incident goes on at the main successor, calendars, duty and pages close."""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

# Called within the transaction of `succeed`, by whoever may do a handover, so that a superior or the night's job need no sight
# of the rows. Nothing of the past changes: what was held, worked or published stays with the agency that did it.
CLOSE = """
CREATE FUNCTION tiepdan.close_office(p_handover bigint, p_at timestamptz, p_on date)
RETURNS TABLE (subject text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  h record;
  heir record;
  why text;
  cut date;
  own text := coalesce(current_setting('tiepdan.path', true), '');
BEGIN
  SELECT * INTO h FROM matters_handover WHERE id = p_handover FOR UPDATE;
  IF NOT FOUND OR h.state <> 'done' OR h.done_at <> p_at OR own = '' OR NOT starts_with(h.agency_path, own)
     OR coalesce(current_setting('tiepdan.role', true), '') NOT IN ('head', 'system') THEN
    RAISE EXCEPTION 'not a handover being done' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT a.id, a.path, a.name INTO heir FROM matters_handoverpart p JOIN agencies_agency a ON a.id = p.successor_id
   WHERE p.handover_id = h.id AND p.main;
  cut := greatest(h.effect_on, p_on);
  why := left('Cơ quan kết thúc hoạt động; nơi tiếp nhận: ' || heir.name, 300);

  -- People may still be sitting there: an incident that is not closed goes on, with a line in its log; so does a call for help
  -- to the home agency that nobody has answered.
  RETURN QUERY
    WITH moved AS (UPDATE incidents_incident SET agency_id = heir.id, agency_path = heir.path, office_id = NULL
                    WHERE agency_id = h.predecessor_id AND closed_at IS NULL RETURNING id),
         told AS (INSERT INTO incidents_logline (incident_id, at, kind, text, written_by, written_at)
                  SELECT id, p_at, 'note', why, 'Bàn giao', p_at FROM moved)
    SELECT 'incident:' || id FROM moved;
  UPDATE incidents_homenotice n SET agency_id = heir.id, agency_path = heir.path
   WHERE n.agency_id = h.predecessor_id AND n.answered_at IS NULL
     AND EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = n.incident_id AND i.ended_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM incidents_homenotice o WHERE o.incident_id = n.incident_id AND o.agency_id = heir.id);

  -- Sessions over the line belong to their matters and go with them; a point of the office goes to the main successor.
  UPDATE online_onlinesession s SET agency_id = m.to_agency_id, agency_path = m.to_path FROM matters_move m
   WHERE m.handover_id = h.id AND m.done AND m.matter_id = s.matter_id AND s.agency_id = h.predecessor_id
     AND s.state IN ('decided', 'announced', 'open');
  UPDATE online_onlinepoint p SET agency_id = s.agency_id, agency_path = s.agency_path FROM online_onlinesession s
   WHERE s.id = p.session_id AND p.central AND p.agency_id = h.predecessor_id AND s.agency_id <> h.predecessor_id
     AND NOT EXISTS (SELECT 1 FROM online_onlinepoint o WHERE o.session_id = s.id AND o.agency_id = s.agency_id);
  UPDATE online_onlinepoint p SET agency_id = heir.id, agency_path = heir.path FROM online_onlinesession s
   WHERE s.id = p.session_id AND s.state IN ('decided', 'announced', 'open') AND p.agency_id = h.predecessor_id AND NOT p.central
     AND NOT EXISTS (SELECT 1 FROM online_onlinepoint o WHERE o.session_id = s.id AND o.agency_id = heir.id);

  -- The calendar: from the day on nobody is received there.
  RETURN QUERY
    UPDATE agenda_receptionsession SET status = 'cancelled', cancel_reason = why
     WHERE agency_id = h.predecessor_id AND status IN ('planned', 'announced') AND "on" >= cut RETURNING 'session:' || id;
  UPDATE agenda_receptionhours SET ends_before = greatest(cut, starts_on) WHERE agency_id = h.predecessor_id AND ends_before IS NULL;
  UPDATE agenda_appointment SET status = 'cancelled' WHERE agency_id = h.predecessor_id AND status = 'booked' AND "on" >= cut;

  -- Task forces end with the office; swaps that nobody decided are declined.
  RETURN QUERY
    UPDATE rosters_taskforce SET ended_on = cut, end_reason = why
     WHERE agency_id = h.predecessor_id AND ended_on IS NULL AND ends_on >= cut RETURNING 'task_force:' || id;
  UPDATE rosters_swap w SET status = 'declined', decided_at = p_at FROM rosters_dutyshift d
   WHERE d.id = w.duty_id AND d.agency_path = h.agency_path AND w.status IN ('asked', 'agreed');

  -- Daily reports: who followed is asked instead; the own series are over when the agency is.
  UPDATE situation_expected e SET agency_id = heir.id, agency_path = heir.path FROM situation_reportseries r
   WHERE r.id = e.series_id AND e.agency_id = h.predecessor_id AND r.ends_on >= cut AND r.agency_id <> heir.id
     AND NOT EXISTS (SELECT 1 FROM situation_expected o WHERE o.series_id = e.series_id AND o.agency_id = heir.id);

  RETURN QUERY
    UPDATE pages_portalpage SET state = 'withdrawn', withdrawn_on = cut, withdrawn_reason = why
     WHERE agency_id = h.predecessor_id AND state = 'published' RETURNING 'page:' || id;
END $$;
"""


class Migration(migrations.Migration):
    """The function."""

    dependencies = [
        ("succession", "0001_succeed"),
        ("agenda", "0004_appointment_rights"),
        ("incidents", "0003_log_stands"),
        ("online", "0002_rights"),
        ("pages", "0002_rights"),
        ("rosters", "0003_narrow_rights"),
        ("situation", "0004_expected_rights"),
    ]
    operations = [definer(CLOSE, "tiepdan.close_office(bigint, timestamptz, date)")]
