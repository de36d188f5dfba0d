"""The database backend named in settings: Django's own, with our schema editor."""

from django.db.backends.postgresql import base

from .schema import GrensbewakendeEditor


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = GrensbewakendeEditor
