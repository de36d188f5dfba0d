"""The database backend named in settings: Django's own, with our schema editor."""

from django.db.backends.postgresql import base, features
from django.db.models import Model

from wijkspil.core.grens import is_gemeentetabel

from .schema import GrensbewakendeEditor


class DatabaseFeatures(features.DatabaseFeatures):
    def allows_group_by_selected_pks_on_model(self, model: type[Model]) -> bool:
        # Django groups by `id` alone and trusts PostgreSQL to know the rest; our primary key is (gemeente_id, id).
        return not is_gemeentetabel(model) and super().allows_group_by_selected_pks_on_model(model)


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = GrensbewakendeEditor
    features_class = DatabaseFeatures
