"""Row-level security of cases: everything is content of the matter."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, content, protect

TABLES = (
    "case", "step", "extension", "suspension", "teammember", "session", "evidence", "finding", "obligation", "publication",
)  # fmt: skip
NOT_CITIZEN = "tiepdan.{does}(matter_id) AND current_setting('tiepdan.sight', true) <> 'portal'"
# Oversight sees the line of every matter below it and may urge even where the content is sealed.
URGING = (
    "tiepdan.reads(matter_id) OR EXISTS (SELECT 1 FROM matters_participation line"
    " WHERE line.matter_id = cases_urging.matter_id)"
)


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("cases", "0001_initial"), ("submissions", "0002_rights")]
    operations = [
        *(content(f"cases_{table}") for table in TABLES),
        protect("cases_note", see=NOT_CITIZEN.format(does="reads"), add=NOT_CITIZEN.format(does="writes")),
        protect("cases_urging", see=URGING),
        *(audited(f"cases_{table}") for table in ("case", "step", "extension", "suspension", "obligation", "urging")),
    ]
