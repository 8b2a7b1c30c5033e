"""Row-level security of sketches (nobody reads them) and links."""

from django.db import migrations

from tiepdan.infra.rowlevel import NOBODY, audited, content, protect


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("duplicates", "0001_initial"), ("submissions", "0002_rights")]
    operations = [
        protect("duplicates_sketch", see=NOBODY, add=NOBODY),
        content("duplicates_link"),
        audited("duplicates_link"),
    ]
