"""More defaults of a locality: limits that straddle the reform, effect on a day off, a committee as a body."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_local_rules_audited"),
    ]

    operations = [
        migrations.AlterField(
            model_name="localrule",
            name="code",
            field=models.CharField(
                choices=[
                    ("remote_area", "remote_area"),
                    ("culture_day", "culture_day"),
                    ("straddling_competence", "straddling_competence"),
                    ("straddling_limits", "straddling_limits"),
                    ("effect_rolls", "effect_rolls"),
                    ("collective_committee", "collective_committee"),
                    ("day_off", "day_off"),
                    ("working_day", "working_day"),
                ],
                max_length=24,
            ),
        ),
    ]
