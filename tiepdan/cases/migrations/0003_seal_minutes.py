"""Minutes of a session with a denouncer lie in an envelope."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Sessions."""

    dependencies = [
        ("cases", "0002_rights"),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="envelope",
            field=models.BinaryField(null=True),
        ),
    ]
