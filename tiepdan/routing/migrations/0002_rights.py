"""Row-level security of proposals and of the chain."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, content


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("routing", "0001_initial"), ("submissions", "0002_rights")]
    operations = [
        content("routing_transfer"),
        audited("routing_transfer"),
        content("routing_proposal"),
        audited("routing_proposal"),
    ]
