"""Speaks for one httpx.Client at a time; README.md beside this file has the protocol."""

import base64
import json
import platform
import sys

import httpx


def open_client(question):
    return httpx.Client(proxies=question["proxy"], verify=question["ca"], follow_redirects=True)


def send(client, question):
    headers = {}
    if "type" in question:
        headers["Content-Type"] = question["type"]
    if "referer" in question:
        headers["Referer"] = question["referer"]
    headers.update(question["headers"])
    content = base64.b64decode(question["content"]) if "content" in question else None
    try:
        answer = client.request(question["method"], question["url"], headers=headers, content=content)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as failure:
        return {"failed": "%s: %s" % (type(failure).__name__, failure)}
    return {
        "url": str(answer.url),
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
    client = None
    for line in sys.stdin:
        question = json.loads(line)
        asked = question["ask"]
        answer = {}
        if asked == "open":
            if client is not None:
                client.close()
            client = open_client(question)
        elif asked == "send":
            answer = send(client, question)
        elif asked == "jar":
            answer = {"cookies": [held(cookie) for cookie in client.cookies.jar]}
        elif asked == "engine":
            version = platform.python_version()
            answer = {"engine": "Python httpx %s, http.cookiejar of Python %s" % (httpx.__version__, version)}
        sys.stdout.write(json.dumps(answer) + "\n")


main()
