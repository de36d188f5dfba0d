"""`{% mijn "vraag" id=hulpvraag.id %}`: an address of the resident's pages within the municipality of this request."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def mijn(context: dict[str, Any], naam: str, **kwargs: Any) -> str:
    return reverse(f"mijn:{naam}", kwargs={"gemeente": context["gemeente"].slug, **kwargs})
