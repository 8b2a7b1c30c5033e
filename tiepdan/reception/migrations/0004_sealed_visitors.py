"""Who came to denounce is read like the sealed identity itself: by the holder of an opening, not by all with the matter."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

OPENED = (
    "EXISTS (SELECT 1 FROM submissions_opening o WHERE o.matter_id = r.matter_id"
    " AND o.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint AND o.status IN ('granted', 'used')"
    " AND o.ends_at > now() AND tiepdan.is_assigned(o.matter_id))"
)
VISITOR = f"EXISTS (SELECT 1 FROM reception_reception r WHERE r.id = reception_id AND (NOT r.sealed OR {OPENED}))"
BEFORE = (
    "EXISTS (SELECT 1 FROM reception_reception r WHERE r.id = reception_id"
    " AND (NOT r.sealed OR tiepdan.reads(r.matter_id)))"
)
BOOKED = "EXISTS (SELECT 1 FROM reception_reception r WHERE r.id = reception_id)"


def policies(see: str) -> str:
    """Return the statements that let the app role see, and change, visitors on a condition."""
    return (
        f"ALTER POLICY see ON reception_visitor TO {APP} USING ({see});\n"
        f"ALTER POLICY change ON reception_visitor TO {APP} USING ({see}) WITH CHECK (({see}) AND ({BOOKED}));"
    )


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("reception", "0003_notice_version"), ("submissions", "0003_guard_openings")]
    operations = [migrations.RunSQL(policies(VISITOR), policies(BEFORE))]
