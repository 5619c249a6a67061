"""Speaks for one aiohttp.ClientSession at a time; README.md beside this file has the protocol."""

import asyncio
import os
import platform
import ssl
import sys

import aiohttp

# Last, and by hand: an isolated Python (-I) looks for nothing beside the program.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from line_protocol import content, failed, headers, speak, told

# Its own limit is 10; twenty is what Fetch §4.4 has.
MAX_REDIRECTS = 20


# Between two questions it rests: nothing else has to go on meanwhile.
LOOP = asyncio.new_event_loop()


class Client:
    def __init__(self, question):
        self.proxy = question["proxy"]
        self.session = LOOP.run_until_complete(self.opened(question["ca"]))

    async def opened(self, ca):
        trust = ssl.create_default_context(cafile=ca)
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust))

    def send(self, question):
        return LOOP.run_until_complete(self.sent(question))

    async def sent(self, question):
        try:
            async with self.session.request(
                question["method"],
                question["url"],
                headers=headers(question),
                data=content(question),
                proxy=self.proxy,
                max_redirects=MAX_REDIRECTS,
            ) as answer:
                return told(answer.url, answer.status, answer.headers, await answer.read())
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError) as failure:
            return failed(failure)

    def held(self, cookie):
        # The jar tells name, value and attributes as they came; when it lets them expire, and whether a Domain came, it
        # keeps to itself.
        jar = self.session.cookie_jar
        expires = jar._expirations.get((cookie["domain"], cookie["path"], cookie.key))
        return {
            "name": cookie.key,
            "value": cookie.value,
            "domain": cookie["domain"],
            "hostOnly": (cookie["domain"], cookie.key) in jar._host_only_cookies,
            "path": cookie["path"],
            "expires": None if expires is None else expires.timestamp(),
            "secure": bool(cookie["secure"]),
            "httpOnly": bool(cookie["httponly"]),
        }

    def cookies(self):
        return [self.held(cookie) for cookie in self.session.cookie_jar]

    def close(self):
        LOOP.run_until_complete(self.session.close())


speak("aiohttp %s, http.cookies of Python %s" % (aiohttp.__version__, platform.python_version()), Client)
