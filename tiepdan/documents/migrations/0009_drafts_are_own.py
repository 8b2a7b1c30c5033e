"""What an agency has not issued is seen by nobody else, whatever part others have in the matter; and what ends it from elsewhere.

A superior who takes a case over, whoever finds a matter to be a denunciation, and a citizen who takes a submission back void drafts
that they do not see. Only their numbers come back, for the record.
"""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

_IN_OFFICE = (
    "agency_path >= current_setting('tiepdan.lo', true) AND agency_path < current_setting('tiepdan.hi', true)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'oversight', 'service', 'assigned')"
)
_OWN = "agency_path = current_setting('tiepdan.path', true)"
_WAS = f"tiepdan.reads(matter_id) OR (matter_id IS NULL AND {_IN_OFFICE})"
_ADD = f"tiepdan.writes(matter_id) OR (matter_id IS NULL AND {_IN_OFFICE} AND {_OWN})"
_SEE = f"({_WAS}) AND (status NOT IN ('draft', 'submitted', 'reviewed', 'approved') OR {_OWN})"


def _policies(see: str) -> str:
    return (
        f"ALTER POLICY see ON documents_paper USING ({see});"
        f"ALTER POLICY change ON documents_paper USING ({see}) WITH CHECK (({see}) AND ({_ADD}));"
    )


END = """
CREATE FUNCTION tiepdan.end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean,
  p_blank boolean, p_reason text) RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT tiepdan.writes(p_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- p_blank: every draft, and nothing of its words stays: the matter is being sealed, and who seals cannot read them.
  RETURN QUERY
    UPDATE documents_paper p SET status = 'cancelled', cancel_reason = left(p_reason, 300), act_typed = NULL,
           sealed = p.sealed OR p_blank, values = CASE WHEN p_blank THEN '{}' ELSE p.values END,
           sealed_values = CASE WHEN p_blank THEN NULL ELSE p.sealed_values END,
           recipients = CASE WHEN p_blank THEN '[]' ELSE p.recipients END,
           returned_note = CASE WHEN p_blank THEN '' ELSE p.returned_note END,
           title = CASE WHEN p_blank THEN p.form_key ELSE p.title END
     WHERE p.matter_id = p_matter AND p.agency_path <> coalesce(current_setting('tiepdan.path', true), '')
       AND p.status IN ('draft', 'submitted', 'reviewed', 'approved') AND (p_agency IS NULL OR p.agency_id = p_agency)
       AND (p_of = '{}' OR p.act_of = ANY (p_of)) AND NOT p.act = ANY (p_keep)
       AND (p_blank OR p.act_typed IS NOT NULL OR (p_letters AND p.act = 'proposal'))
    RETURNING p.id;
END $$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("documents", "0008_papers_of_office"), ("matters", "0002_rights")]
    operations = [
        migrations.RunSQL(_policies(_SEE), _policies(_WAS)),
        definer(END, "tiepdan.end_drafts_elsewhere(bigint, bigint, text[], text[], boolean, boolean, text)"),
    ]
