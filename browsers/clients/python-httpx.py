"""Speaks for one httpx.Client at a time; README.md beside this file has the protocol."""

import os
import platform
import sys

import httpx

# Last, and by hand: an isolated Python (-I) looks for nothing beside the program.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from line_protocol import content, failed, headers, held, speak, told


class Client:
    def __init__(self, question):
        self.client = httpx.Client(proxies=question["proxy"], verify=question["ca"], follow_redirects=True)

    def send(self, question):
        try:
            answer = self.client.request(
                question["method"], question["url"], headers=headers(question), content=content(question)
            )
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as failure:
            return failed(failure)
        return told(answer.url, answer.status_code, answer.headers, answer.content)

    def cookies(self):
        return [held(cookie) for cookie in self.client.cookies.jar]

    def close(self):
        self.client.close()


speak(
    "Python httpx %s, http.cookiejar of Python %s" % (httpx.__version__, platform.python_version()),
    Client,
)
