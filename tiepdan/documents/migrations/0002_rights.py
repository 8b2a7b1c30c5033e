"""Row-level security of registers, papers and deliveries."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

IN_OFFICE = (
    "agency_path >= current_setting('tiepdan.lo', true) AND agency_path < current_setting('tiepdan.hi', true)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'oversight', 'service', 'assigned')"
)

# Oversight sees the books of all agencies below, and writes its own.
OWN = f"{IN_OFFICE} AND agency_path = current_setting('tiepdan.path', true)"
# The number of a matter is its line in the book: not for who sees no line.
NUMBERED = "(matter_id IS NULL OR (current_setting('tiepdan.sight', true) <> 'assigned' AND NOT tiepdan.is_kept_out(matter_id)))"

# Files are shared by hash between matters that the actor may not see; only whether one is still needed comes back.
# The tables that refer to files are found in the catalogue, so that a new one cannot be forgotten.
USED = """
CREATE FUNCTION tiepdan.file_is_used(p_file bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v record;
  found_one boolean;
BEGIN
  FOR v IN SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'f' AND c.confrelid = 'documents_storedfile'::regclass LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s WHERE %I = $1)', v.tab, v.col) INTO found_one USING p_file;
    IF found_one THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("documents", "0001_initial"), ("matters", "0002_rights")]
    operations = [
        protect("documents_register", see=IN_OFFICE, add=OWN),
        protect(
            "documents_registernumber",
            see=f"({IN_OFFICE} AND {NUMBERED}) OR tiepdan.reads(matter_id)",
            add=f"({OWN} AND {NUMBERED}) OR tiepdan.writes(matter_id)",
        ),
        protect(
            "documents_paper",
            see=f"tiepdan.reads(matter_id) OR (matter_id IS NULL AND {IN_OFFICE})",
            add=f"tiepdan.writes(matter_id) OR (matter_id IS NULL AND {OWN})",
        ),
        protect("documents_delivery", see="EXISTS (SELECT 1 FROM documents_paper p WHERE p.id = paper_id)"),
        migrations.RunSQL(f"GRANT SELECT ON documents_storedfile TO {READER};", migrations.RunSQL.noop),
        definer(USED, "tiepdan.file_is_used(bigint)"),
        audited("documents_paper"),
        audited("documents_registernumber"),
    ]
