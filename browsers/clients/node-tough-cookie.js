// Speaks for Node's own fetch with one jar of tough-cookie at a time; README.md beside this file has the protocol.
'use strict';
const fs = require('fs');
// Node's fetch takes its proxy from this; the fetch beside it in Debian's 5.15 cannot tell Set-Cookie lines apart.
const { ProxyAgent } = require('undici');
const { Cookie, CookieJar } = require('tough-cookie');
const { content, headers, speak, told } = require('./line_protocol.js');

// fetch keeps no cookies, so whoever pairs the two follows redirects with a loop like fetch-cookie's, and as many.
const MAX_REDIRECTS = 20;
const REDIRECTS = [301, 302, 303, 307, 308];

function open(question) {
  const ca = fs.readFileSync(question.ca, 'utf8');
  return {
    jar: new CookieJar(),
    dispatcher: new ProxyAgent({ uri: question.proxy, requestTls: { ca } }),
  };
}

async function sendOnce(client, url, request) {
  const cookies = await client.jar.getCookieString(url);
  const headers = cookies ? { ...request.headers, Cookie: cookies } : request.headers;
  const answer = await fetch(url, { ...request, headers, redirect: 'manual', dispatcher: client.dispatcher });
  for (const line of answer.headers.getSetCookie()) {
    await client.jar.setCookie(line, url, { ignoreError: true });
  }
  return answer;
}

async function send(client, question) {
  let request = { method: question.method, headers: headers(question), body: content(question) };
  let url = question.url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const answer = await sendOnce(client, url, request);
    const location = answer.headers.get('location');
    if (!REDIRECTS.includes(answer.status) || location === null) {
      return told(url, answer.status, answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer()));
    }
    await answer.arrayBuffer(); // frees the connection
    url = new URL(location, url).toString();
    if (answer.status === 303 || (answer.status < 303 && request.method === 'POST')) {
      const { 'Content-Type': dropped, ...others } = request.headers;
      request = { method: 'GET', headers: others };
    }
  }
  return { failed: `more than ${MAX_REDIRECTS} redirects` };
}

function held(cookie) {
  const expiry = cookie.expiryTime(); // Max-Age counts in it; Infinity for a session cookie
  return {
    name: cookie.key,
    value: cookie.value,
    domain: cookie.domain,
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    expires: Number.isFinite(expiry) ? Math.floor(expiry / 1000) : null,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
  };
}

// The store clears away what has expired when it is asked for it, not before: to its users that is gone.
async function jar(client) {
  const stored = (await client.jar.serialize()).cookies.map((json) => Cookie.fromJSON(json));
  return { cookies: stored.filter((cookie) => cookie.expiryTime() > Date.now()).map(held) };
}

function why(failure) {
  return { failed: `${failure}${failure.cause ? `: ${failure.cause}` : ''}` };
}

let client = null;
speak({
  open: async (question) => {
    if (client !== null) await client.dispatcher.destroy();
    client = open(question);
    return {};
  },
  send: (question) => send(client, question).catch(why),
  jar: () => jar(client),
  engine: () => {
    const tough = require('tough-cookie/package.json').version;
    return { engine: `tough-cookie ${tough}, fetch of Node.js ${process.versions.node}` };
  },
});
