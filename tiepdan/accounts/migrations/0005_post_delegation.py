"""A deputy acts for the head between two days: a post that says for whom, by which paper and until when."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_no_post_for_oneself"),
        ("agencies", "0003_local_rules_audited"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="acting_for",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="post",
            name="delegated_by",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="post",
            name="delegation",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("delegated_by__isnull", True),
                    models.Q(
                        models.Q(("acting_for", ""), _negated=True),
                        models.Q(("delegation", ""), _negated=True),
                        ("ends_before__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="delegation_says_by_whom_and_until",
            ),
        ),
    ]
