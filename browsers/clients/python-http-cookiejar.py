"""Speaks for one urllib opener with an http.cookiejar at a time; README.md beside this file has the protocol."""

import base64
import http.client
import http.cookiejar
import json
import platform
import ssl
import sys
import urllib.error
import urllib.request


class Opener:
    def __init__(self, question):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({"http": question["proxy"], "https": question["proxy"]}),
            urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=question["ca"])),
            urllib.request.HTTPCookieProcessor(self.jar),
        )

    def send(self, question):
        headers = {}
        if "type" in question:
            headers["Content-Type"] = question["type"]
        if "referer" in question:
            headers["Referer"] = question["referer"]
        headers.update(question["headers"])
        content = base64.b64decode(question["content"]) if "content" in question else None
        request = urllib.request.Request(question["url"], data=content, headers=headers, method=question["method"])
        try:
            with self.opener.open(request) as answer:
                return told(answer)
        except urllib.error.HTTPError as answer:
            if answer.code // 100 == 3 and "Location" in answer.headers:
                return {"failed": "%d: %s" % (answer.code, " ".join(answer.msg.split()))}
            # What urllib raises for 4xx and 5xx is the response.
            return told(answer)
        except (OSError, http.client.HTTPException, ValueError) as failure:
            return {"failed": "%s: %s" % (type(failure).__name__, failure)}


def told(answer):
    return {
        "url": answer.geturl(),
        "status": answer.status,
        "type": answer.headers.get("Content-Type", ""),
        "body": base64.b64encode(answer.read()).decode("ascii"),
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
    opener = None
    for line in sys.stdin:
        question = json.loads(line)
        asked = question["ask"]
        answer = {}
        if asked == "open":
            opener = Opener(question)
        elif asked == "send":
            answer = opener.send(question)
        elif asked == "jar":
            answer = {"cookies": [held(cookie) for cookie in opener.jar]}
        elif asked == "engine":
            answer = {"engine": "http.cookiejar of Python %s" % platform.python_version()}
        sys.stdout.write(json.dumps(answer) + "\n")


main()
