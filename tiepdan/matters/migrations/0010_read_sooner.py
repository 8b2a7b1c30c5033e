"""Lists of open lines and unread lines of an inbox are read along an index."""

from datetime import date

from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_more_local_rules"),
        ("matters", "0009_saved_filters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(model_name="participation", name="line_open_by_due"),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", True)),
                fields=["agency_path", "due_on", "id"],
                include=["handler", "people", "capacity", "sealed", "matter", "agency"],
                name="line_open_by_due_on",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("read_at__isnull", True)), fields=["agency_path", "role"], name="notice_new_by_role"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("read_at__isnull", True)), fields=["user", "agency"], name="notice_new_by_user"
            ),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(
                models.F("agency_path"),
                models.F("state"),
                Coalesce("due_on", models.Value(date(9999, 12, 31))),
                models.F("id"),
                condition=models.Q(("closed_on__isnull", True)),
                name="line_open_by_state_and_limit",
            ),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", True)),
                fields=["agency_path", "capacity", "-received_on", "-id"],
                name="line_open_by_capacity",
            ),
        ),
    ]
