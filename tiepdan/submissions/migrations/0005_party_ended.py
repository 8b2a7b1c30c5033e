"""From which day somebody no longer represents."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0004_ready"),
    ]

    operations = [
        migrations.AddField(
            model_name="party",
            name="ended_on",
            field=models.DateField(null=True),
        ),
    ]
