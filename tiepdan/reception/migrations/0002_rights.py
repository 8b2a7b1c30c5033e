"""Row-level security of the reception book: a sealed visit shows its line, never who came or why."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, content, protect

IN_SCOPE = (
    "agency_path >= current_setting('tiepdan.lo', true) AND agency_path < current_setting('tiepdan.hi', true)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'oversight', 'service')"
)
BOOK = f"({IN_SCOPE} AND (NOT sealed OR NOT tiepdan.is_excluded(matter_id))) OR tiepdan.reads(matter_id)"
OWN_BOOK = (
    f"(agency_path = current_setting('tiepdan.path', true) AND {IN_SCOPE} AND (NOT sealed OR NOT tiepdan.is_excluded(matter_id)))"
    " OR tiepdan.writes(matter_id)"
)
VISITOR = (
    "EXISTS (SELECT 1 FROM reception_reception r WHERE r.id = reception_id"
    " AND (NOT r.sealed OR tiepdan.reads(r.matter_id)))"
)

# A visit for a denunciation where nothing was submitted has no matter: its visitors are written and never read.
BOOKED = "EXISTS (SELECT 1 FROM reception_reception r WHERE r.id = reception_id)"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("reception", "0001_initial"), ("submissions", "0002_rights")]
    operations = [
        protect("reception_reception", see=BOOK, add=OWN_BOOK),
        protect("reception_visitor", see=VISITOR, add=BOOKED),
        content("reception_receipt"),
        audited("reception_reception"),
    ]
