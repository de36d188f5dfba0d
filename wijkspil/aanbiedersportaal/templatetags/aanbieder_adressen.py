"""`{% aanb "opdracht" id=t.pk %}`: an address of the provider's pages within the municipality of this request."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def aanb(context: dict[str, Any], naam: str, **kwargs: Any) -> str:
    return reverse(f"aanbieder:{naam}", kwargs={"gemeente": context["gemeente"].slug, **kwargs})
