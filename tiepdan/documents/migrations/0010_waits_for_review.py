"""A submitted paper waits for its review first: its state says so. The table stays as it is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0009_drafts_are_own")]

    operations = [
        migrations.AlterField(
            model_name="paper",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Dự thảo"),
                    ("submitted", "Chờ soát"),
                    ("reviewed", "Đã soát, chờ duyệt"),
                    ("approved", "Đã duyệt, chờ số"),
                    ("issued", "Đã ban hành"),
                    ("replaced", "Đã được thay thế"),
                    ("recalled", "Đã thu hồi"),
                    ("cancelled", "Đã hủy"),
                ],
                default="draft",
                max_length=10,
            ),
        )
    ]
