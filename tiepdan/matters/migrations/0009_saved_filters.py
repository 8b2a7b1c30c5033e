"""Filters that an officer keeps: seen and changed by nobody else."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tiepdan.infra.rowlevel import audited, protect

MINE = "user_id = nullif(current_setting('tiepdan.user', true), '')::bigint"


class Migration(migrations.Migration):
    """Table and rights of matters_savedfilter."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("accounts", "0002_enter"),
        ("matters", "0008_line_order"),
    ]
    operations = [
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.CharField(max_length=12)),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(max_length=400)),
                ("created_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(fields=("user", "page", "name"), name="saved_filter_once"),
        ),
        protect("matters_savedfilter", see=MINE, delete=True),
        audited("matters_savedfilter"),
    ]
