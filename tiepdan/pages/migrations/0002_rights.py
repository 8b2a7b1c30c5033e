"""Row-level security of pages: the own agency; everybody reads what is published, through two functions."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

HERE = "agency_path = current_setting('tiepdan.path', true) AND current_setting('tiepdan.sight', true) = 'office'"
WRITES = (
    f"{HERE} AND current_setting('tiepdan.role', true)"
    " IN ('reception_officer', 'processing_officer', 'records_clerk', 'head', 'deputy')"
)
PUBLIC = """
CREATE FUNCTION tiepdan.public_pages(p_agency bigint)
RETURNS TABLE (code text, kind text, title text, published_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.code, p.kind, p.title, p.published_on FROM pages_portalpage p
   WHERE p.agency_id = p_agency AND p.state = 'published' ORDER BY p.published_on DESC, p.id DESC LIMIT 200;
$$;

CREATE FUNCTION tiepdan.public_page(p_code text)
RETURNS TABLE (code text, kind text, title text, published_on date, body text, decision text, agency_code text,
               agency_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.code, p.kind, p.title, p.published_on, p.text, p.decision, a.code, a.name
    FROM pages_portalpage p JOIN agencies_agency a ON a.id = p.agency_id
   WHERE p.code = p_code AND p.state = 'published';
$$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("pages", "0001_initial"), ("accounts", "0002_enter"), ("audit", "0002_chain")]
    operations = [
        protect("pages_portalpage", see=WRITES),
        migrations.RunSQL(f"GRANT SELECT ON pages_portalpage TO {READER};", migrations.RunSQL.noop),
        definer(PUBLIC, "tiepdan.public_pages(bigint)", "tiepdan.public_page(text)"),
        audited("pages_portalpage"),
    ]
