"""The task force of a plan, number and signature of its final report, and when a late report was told."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0004_work_rights"),
        ("rosters", "0002_rights"),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="final_authority",
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AddField(
            model_name="plan",
            name="final_name",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="plan",
            name="final_number",
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="final_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="final_symbol",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="plan",
            name="final_title",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="plan",
            name="force",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="rosters.taskforce"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="told_late_at",
            field=models.DateTimeField(null=True),
        ),
    ]
