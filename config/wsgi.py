"""WSGI entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")

application = get_wsgi_application()

# What is loaded now stays for the life of the process: the collector needn't look at it again at every request.
gc.collect()
gc.freeze()
