"""The pages of a provider that investigates. Everything lies under the name of the municipality."""

from django.urls import path

from . import views

app_name = "onderzoek"

urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<uuid:id>/", views.opdracht, name="opdracht"),
]
