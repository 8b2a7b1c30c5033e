"""Whether a complaint was settled once before: then somebody else is competent (LKN Đ.7(2), 21)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0007_request_digest"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="second_stage",
            field=models.BooleanField(default=False),
        ),
    ]
