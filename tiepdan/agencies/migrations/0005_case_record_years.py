"""How long an agency's list of records keeps the record of a closed case: no law page gives the period."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more default of a locality."""

    dependencies = [("agencies", "0004_more_local_rules")]

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
                    ("case_record_years", "case_record_years"),
                    ("day_off", "day_off"),
                    ("working_day", "working_day"),
                ],
                max_length=24,
            ),
        ),
    ]
