"""Speaks for one urllib opener with an http.cookiejar at a time; README.md beside this file has the protocol."""

import http.client
import http.cookiejar
import os
import platform
import ssl
import sys
import urllib.error
import urllib.request

# Last, and by hand: an isolated Python (-I) looks for nothing beside the program.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from line_protocol import content, failed, headers, held, speak, told


class Opener:
    def __init__(self, question):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({"http": question["proxy"], "https": question["proxy"]}),
            urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=question["ca"])),
            urllib.request.HTTPCookieProcessor(self.jar),
        )

    def send(self, question):
        request = urllib.request.Request(
            question["url"], data=content(question), headers=headers(question), method=question["method"]
        )
        try:
            with self.opener.open(request) as answer:
                return told(answer.geturl(), answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            if answer.code // 100 == 3 and "Location" in answer.headers:
                return {"failed": "%d: %s" % (answer.code, " ".join(answer.msg.split()))}
            # What urllib raises for 4xx and 5xx is the response.
            return told(answer.geturl(), answer.status, answer.headers, answer.read())
        except (OSError, http.client.HTTPException, ValueError) as failure:
            return failed(failure)

    def cookies(self):
        return [held(cookie) for cookie in self.jar]

    def close(self):
        self.opener.close()


speak("http.cookiejar of Python %s" % platform.python_version(), Opener)
