"""The record of a closed case may be destroyed by decision; the case keeps the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; the rights of cases hold for it."""

    dependencies = [("cases", "0006_mandate_party")]
    operations = [migrations.AddField(model_name="case", name="destroyed_on", field=models.DateField(null=True))]
