from django.urls import URLPattern

paden: list[URLPattern] = []
