"""A requests.Session, which does the cookies and the redirects; nothing of either is done here."""

import os

import requests

from line_protocol import content, failed, headers, held, told


class Session:
    def __init__(self, question):
        # The way of a script's user, and read anew for each request.
        os.environ["REQUESTS_CA_BUNDLE"] = question["ca"]
        self.session = requests.Session()
        self.session.proxies = {"http": question["proxy"], "https": question["proxy"]}

    def send(self, question):
        try:
            answer = self.session.request(
                question["method"], question["url"], headers=headers(question), data=content(question)
            )
        except (requests.RequestException, ValueError) as failure:
            return failed(failure)
        return told(answer.url, answer.status_code, answer.headers, answer.content)

    def cookies(self):
        return [held(cookie) for cookie in self.session.cookies]

    def close(self):
        self.session.close()
