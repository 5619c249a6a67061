"""Speaks for one requests.Session at a time: a JSON object a line on stdin, one a line on stdout.

The session does the cookies and the redirects; nothing of either is done here.
"""

import base64
import json
import os
import platform
import sys

import requests


def open_session(question):
    # The way of a script's user, and read anew for each request.
    os.environ["REQUESTS_CA_BUNDLE"] = question["ca"]
    session = requests.Session()
    session.proxies = {"http": question["proxy"], "https": question["proxy"]}
    return session


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
        elif asked == "jar":
            answer = {"cookies": [held(cookie) for cookie in session.cookies]}
        elif asked == "engine":
            version = platform.python_version()
            answer = {"engine": "Python requests %s, http.cookiejar of Python %s" % (requests.__version__, version)}
        sys.stdout.write(json.dumps(answer) + "\n")


main()
