"""Rights on imports: the office that keeps the book, its keepers alone."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, definer, protect

_KEEPER = "current_setting('tiepdan.role', true) IN ('reception_officer', 'processing_officer', 'records_clerk', 'head', 'deputy')"
OWN = f"agency_path = current_setting('tiepdan.path', true) AND {_KEEPER}"

# How far a running import is, told beside its transaction: a counter and nothing else.
TELL = """
CREATE FUNCTION tiepdan.tell_import(p_run bigint, p_done integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE imports_importrun SET done = p_done WHERE id = p_run AND state = 'running' AND p_done BETWEEN 0 AND rows;
$$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("imports", "0001_initial"), ("accounts", "0005_post_delegation"), ("audit", "0002_chain")]
    operations = [
        protect("imports_importrun", see=OWN),
        protect("imports_importitem", see=OWN),
        audited("imports_importitem"),
        definer(TELL, "tiepdan.tell_import(bigint, integer)"),
    ]
