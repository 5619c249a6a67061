"""Speaks for one aiohttp.ClientSession at a time; README.md beside this file has the protocol."""

import asyncio
import base64
import json
import platform
import ssl
import sys

import aiohttp

# Its own limit is 10; twenty is what Fetch §4.4 has.
MAX_REDIRECTS = 20


class Client:
    def __init__(self, question):
        self.proxy = question["proxy"]
        trust = ssl.create_default_context(cafile=question["ca"])
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust))

    async def send(self, question):
        headers = {}
        if "type" in question:
            headers["Content-Type"] = question["type"]
        if "referer" in question:
            headers["Referer"] = question["referer"]
        headers.update(question["headers"])
        content = base64.b64decode(question["content"]) if "content" in question else None
        try:
            async with self.session.request(
                question["method"],
                question["url"],
                headers=headers,
                data=content,
                proxy=self.proxy,
                max_redirects=MAX_REDIRECTS,
            ) as answer:
                return {
                    "url": str(answer.url),
                    "status": answer.status,
                    "type": answer.headers.get("Content-Type", ""),
                    "body": base64.b64encode(await answer.read()).decode("ascii"),
                }
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError) as failure:
            return {"failed": "%s: %s" % (type(failure).__name__, failure)}

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

    def jar(self):
        return {"cookies": [self.held(cookie) for cookie in self.session.cookie_jar]}


async def main():
    client = None
    # It reads blocking: nothing else has to go on meanwhile, and a client of before has nothing to do.
    for line in sys.stdin:
        question = json.loads(line)
        asked = question["ask"]
        answer = {}
        if asked == "open":
            if client is not None:
                await client.session.close()
            client = Client(question)
        elif asked == "send":
            answer = await client.send(question)
        elif asked == "jar":
            answer = client.jar()
        elif asked == "engine":
            version = platform.python_version()
            answer = {"engine": "aiohttp %s, http.cookies of Python %s" % (aiohttp.__version__, version)}
        sys.stdout.write(json.dumps(answer) + "\n")


asyncio.run(main())
