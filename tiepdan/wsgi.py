"""Entry point of the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiepdan.settings")
gc.disable()  # nothing that is loaded now ever becomes garbage; looking for it took a tenth of the start
application = get_wsgi_application()
_ = get_resolver().url_patterns  # the pages too: loaded before the first visitor, not while he waits
gc.freeze()
gc.enable()
