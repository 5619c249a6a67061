// What the programs for Node beside this file have in common: the protocol of README.md.
'use strict';
const readline = require('readline');

// Answers line by line, each by what stands under the name of what is asked.
exports.speak = async function speak(answers) {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    if (!(question.ask in answers)) throw new Error(`nobody asks ${question.ask}`);
    process.stdout.write(JSON.stringify(await answers[question.ask](question)) + '\n');
  }
};

// A field that the question names by itself wins.
exports.headers = function headers(question) {
  const headers = {};
  if (question.type) headers['Content-Type'] = question.type;
  if (question.referer) headers.Referer = question.referer;
  return { ...headers, ...question.headers };
};

exports.content = function content(question) {
  return question.content === undefined ? undefined : Buffer.from(question.content, 'base64');
};

exports.told = function told(url, status, type, body) {
  return { url, status, type: type || '', body: body.toString('base64') };
};
