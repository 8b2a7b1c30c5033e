"""A file from which nothing can be read is not kept: only why it could not be read."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_more_local_rules"),
        ("documents", "0004_paper_life_rights"),
        ("plans", "0005_force_and_final"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="plandocument",
            name="file",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("file__isnull", False), ("status", "failed"), _connector="OR"),
                name="only_a_failed_plan_lacks_its_file",
            ),
        ),
    ]
