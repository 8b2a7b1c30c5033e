"""What a changed calendar moved: seen with the matter, written with it, never without an entry."""

from __future__ import annotations

from django.db import migrations

from tiepdan.infra.rowlevel import audited, content


class Migration(migrations.Migration):
    """Rights of matters_clockmove."""

    dependencies = [("matters", "0004_clock_moves")]
    operations = [content("matters_clockmove"), audited("matters_clockmove")]
