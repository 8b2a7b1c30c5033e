"""A paper may be drafted for an act, which issues it once a leader has approved it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns; the rights of papers hold for them."""

    dependencies = [("documents", "0004_paper_life_rights")]
    operations = [
        migrations.AddField(model_name="paper", name="act", field=models.CharField(blank=True, max_length=60)),
        migrations.AddField(model_name="paper", name="act_typed", field=models.BinaryField(null=True)),
    ]
