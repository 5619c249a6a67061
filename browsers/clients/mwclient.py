"""Speaks for one mwclient.Site at a time: a JSON object a line on stdin, one a line on stdout.

mwclient logs in by its own code; its requests.Session does the cookies and the redirects, of what it is asked to send
besides too.
"""

import base64
import json
import os
import sys
from urllib.parse import urlsplit

import mwclient
import requests
from mwclient.client import USER_AGENT


def open_session(question):
    # The way of a script's user, and read anew for each request.
    os.environ["REQUESTS_CA_BUNDLE"] = question["ca"]
    # As Site makes one; it takes this one, so that other requests have its cookies.
    session = requests.Session()
    session.headers["User-Agent"] = USER_AGENT
    session.proxies = {"http": question["proxy"], "https": question["proxy"]}
    return session


def log_in(session, question):
    api = urlsplit(question["api"])
    path, script = api.path.rsplit("/", 1)
    try:
        # Not tried again for a quarter of an hour: what fails is to be seen.
        site = mwclient.Site(api.netloc, path=path + "/", ext=script[len("api"):], pool=session, scheme=api.scheme,
                             max_retries=0)
        site.login(question["name"], question["password"])
    except (mwclient.errors.MwClientError, requests.RequestException, KeyError, ValueError) as failure:
        return {"failed": "%s: %s" % (type(failure).__name__, failure)}
    return {"as": site.username}


def send(session, question):
    headers = {}
    if "type" in question:
        headers["Content-Type"] = question["type"]
    if "referer" in question:
        headers["Referer"] = question["referer"]
    headers.update(question["headers"])
    content = base64.b64decode(question["content"]) if "content" in question else None
    try:
        answer = session.request(question["method"], question["url"], headers=headers, data=content)
    except (requests.RequestException, ValueError) as failure:
        return {"failed": "%s: %s" % (type(failure).__name__, failure)}
    return {
        "url": answer.url,
        "status": answer.status_code,
        "type": answer.headers.get("Content-Type", ""),
        "body": base64.b64encode(answer.content).decode("ascii"),
    }


def held(cookie):
    return {
        "name": cookie.name,
        "value": cookie.value or "",
        "domain": cookie.domain,
        "hostOnly": not cookie.domain_specified,
        "path": cookie.path,
        "expires": cookie.expires,
        "secure": cookie.secure,
        "httpOnly": cookie.has_nonstandard_attr("HttpOnly"),
    }


def main():
    session = None
    for line in sys.stdin:
        question = json.loads(line)
        asked = question["ask"]
        answer = {}
        if asked == "open":
            if session is not None:
                session.close()
            session = open_session(question)
        elif asked == "send":
            answer = send(session, question)
        elif asked == "log-in":
            answer = log_in(session, question)
        elif asked == "jar":
            answer = {"cookies": [held(cookie) for cookie in session.cookies]}
        elif asked == "engine":
            answer = {"engine": "mwclient %s, requests %s" % (mwclient.__version__, requests.__version__)}
        sys.stdout.write(json.dumps(answer) + "\n")


main()
