"""Speaks for one requests.Session at a time; README.md beside this file has the protocol."""

import os
import platform
import sys

import requests

# Last, and by hand: an isolated Python (-I) looks for nothing beside the program.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from line_protocol import speak
from requests_session import Session

speak(
    "Python requests %s, http.cookiejar of Python %s" % (requests.__version__, platform.python_version()),
    Session,
)
