// Speaks for one agent of superagent, with its jar of cookiejar, at a time; README.md beside this file has the protocol.
'use strict';
const fs = require('fs');
const { CookieAccessInfo } = require('cookiejar');
const HttpsProxyAgent = require('https-proxy-agent');
const superagent = require('superagent');
const { content, headers, speak, told } = require('./line_protocol.js');

// Its own limit is 5; twenty is what Fetch §4.4 has.
const MAX_REDIRECTS = 20;

function open(question) {
  const { hostname, port } = new URL(question.proxy);
  const ca = fs.readFileSync(question.ca, 'utf8');
  // superagent has no proxy of its own; this agent uses CONNECT for http too.
  return { cookies: superagent.agent(), through: new HttpsProxyAgent({ host: hostname, port, ca }), ca };
}

function text(answer, done) {
  const parts = [];
  answer.on('data', (part) => parts.push(part));
  answer.on('end', () => done(null, Buffer.concat(parts)));
}

async function send(client, question) {
  const request = client.cookies[question.method.toLowerCase()](question.url)
    .agent(client.through)
    .ca(client.ca)
    .redirects(MAX_REDIRECTS)
    .buffer(true)
    .serialize((content) => content) // as it came
    .parse(text)
    .ok(() => true) // what it would throw for 4xx and 5xx is the response
    .set(headers(question));
  const answer = await request.send(content(question));
  if (answer.redirects.length >= MAX_REDIRECTS && answer.status >= 300 && answer.status < 400) {
    return { failed: `more than ${MAX_REDIRECTS} redirects` };
  }
  return told(
    answer.redirects.length ? answer.redirects[answer.redirects.length - 1] : question.url,
    answer.status,
    answer.headers['content-type'],
    Buffer.isBuffer(answer.body) ? answer.body : Buffer.alloc(0),
  );
}

function version(name) {
  return JSON.parse(fs.readFileSync(`/usr/share/nodejs/${name}/package.json`, 'utf8')).version;
}

let client = null;
speak({
  open: (question) => {
    if (client !== null) client.through.destroy();
    client = open(question);
    return {};
  },
  send: (question) => send(client, question).catch((failure) => ({ failed: `${failure}` })),
  jar: () => ({ opaque: 'superagent does not tell its jar which host a cookie comes from' }),
  engine: () => ({ engine: `cookiejar ${version('cookiejar')}, superagent ${version('superagent')}` }),
});
