"""A line of the log stands as written: the database changes none."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

SEEN = "EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id)"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("incidents", "0002_rights")]
    operations = [
        migrations.RunSQL(
            f"DROP POLICY change ON incidents_logline;\n"
            f"CREATE POLICY change ON incidents_logline FOR UPDATE TO {APP} USING ({SEEN}) WITH CHECK (false);",
            migrations.RunSQL.noop,
        )
    ]
