"""Events and audit lines can be added, never changed or removed, by the application; a reading request may add an audit line."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0001_begin")]

    operations = [
        migrations.RunSQL(
            """
            REVOKE UPDATE, DELETE, TRUNCATE ON core_gebeurtenis, core_auditregel FROM wijkspil_app;
            REVOKE DELETE ON core_uitgaand, core_teller FROM wijkspil_app;
            GRANT INSERT ON core_auditregel TO wijkspil_lezer;
            """,
            """
            REVOKE INSERT ON core_auditregel FROM wijkspil_lezer;
            GRANT DELETE ON core_uitgaand, core_teller TO wijkspil_app;
            GRANT UPDATE, DELETE ON core_gebeurtenis, core_auditregel TO wijkspil_app;
            """,
        )
    ]
