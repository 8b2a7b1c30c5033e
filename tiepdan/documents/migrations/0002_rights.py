"""Row-level security of registers, papers and deliveries."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, protect

IN_OFFICE = (
    "agency_path >= current_setting('tiepdan.lo', true) AND agency_path < current_setting('tiepdan.hi', true)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'oversight', 'service', 'assigned')"
)


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("documents", "0001_initial"), ("matters", "0002_rights")]
    operations = [
        protect("documents_register", see=IN_OFFICE),
        protect("documents_registernumber", see=f"({IN_OFFICE}) OR tiepdan.reads(matter_id)"),
        protect("documents_paper", see=f"tiepdan.reads(matter_id) OR (matter_id IS NULL AND {IN_OFFICE})"),
        protect("documents_delivery", see="EXISTS (SELECT 1 FROM documents_paper p WHERE p.id = paper_id)"),
        audited("documents_paper"),
        audited("documents_registernumber"),
    ]
