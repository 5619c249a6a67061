"""What the Python programs beside this file have in common: the protocol of README.md, and a cookie of http.cookiejar."""

import base64
import json
import sys


def speak(engine, client_of):
    """Answers line by line, for one client at a time: what client_of makes of the question that opens it."""
    client = None
    for line in sys.stdin:
        question = json.loads(line)
        asked = question["ask"]
        if asked == "open":
            if client is not None:
                client.close()
            client = client_of(question)
            answer = {}
        elif asked == "send":
            answer = client.send(question)
        elif asked == "log-in":
            answer = client.log_in(question)
        elif asked == "jar":
            answer = {"cookies": client.cookies()}
        elif asked == "engine":
            answer = {"engine": engine}
        else:
            raise ValueError("nobody asks %s" % asked)
        sys.stdout.write(json.dumps(answer) + "\n")


def headers(question):
    """A field that the question names by itself wins."""
    fields = {}
    if "type" in question:
        fields["Content-Type"] = question["type"]
    if "referer" in question:
        fields["Referer"] = question["referer"]
    fields.update(question["headers"])
    return fields


def content(question):
    return base64.b64decode(question["content"]) if "content" in question else None


def told(url, status, fields, body):
    return {
        "url": str(url),
        "status": status,
        "type": fields.get("Content-Type", ""),
        "body": base64.b64encode(body).decode("ascii"),
    }


def failed(failure):
    return {"failed": "%s: %s" % (type(failure).__name__, failure)}


def held(cookie):
    """A cookie of http.cookiejar."""
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
