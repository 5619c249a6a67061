"""Speaks for one mwclient.Site at a time; README.md beside this file has the protocol.

mwclient logs in by its own code; its requests.Session does the cookies and the redirects, of what it is asked to send
besides too.
"""

import os
import sys
from urllib.parse import urlsplit

import mwclient
import requests
from mwclient.client import USER_AGENT

# Last, and by hand: an isolated Python (-I) looks for nothing beside the program.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from line_protocol import failed, speak
from requests_session import Session


class Bot(Session):
    def __init__(self, question):
        super().__init__(question)
        # As Site makes its session; it takes this one, so that other requests have its cookies.
        self.session.headers["User-Agent"] = USER_AGENT

    def log_in(self, question):
        api = urlsplit(question["api"])
        path, script = api.path.rsplit("/", 1)
        try:
            # Not tried again for a quarter of an hour: what fails is to be seen.
            site = mwclient.Site(
                api.netloc,
                path=path + "/",
                ext=script[len("api"):],
                pool=self.session,
                scheme=api.scheme,
                max_retries=0,
            )
            site.login(question["name"], question["password"])
        except (mwclient.errors.MwClientError, requests.RequestException, KeyError, ValueError) as failure:
            return failed(failure)
        return {"as": site.username}


speak("mwclient %s, requests %s" % (mwclient.__version__, requests.__version__), Bot)
