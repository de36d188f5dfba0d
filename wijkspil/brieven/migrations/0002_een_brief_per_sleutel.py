from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("brieven", "0001_begin")]

    operations = [
        migrations.AddField(
            model_name="brief",
            name="sleutel",
            field=models.CharField(
                default="", help_text="What the letter is for; one letter per key, however often asked.", max_length=120
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="brief",
            name="kenmerk",
            field=models.CharField(help_text="The mark of this letter to this recipient (L1).", max_length=20),
        ),
        migrations.AddConstraint(
            model_name="brief",
            constraint=models.UniqueConstraint(fields=("gemeente", "sleutel"), name="brief_een_keer"),
        ),
    ]
