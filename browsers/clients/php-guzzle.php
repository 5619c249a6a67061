<?php
// Speaks for one client of Guzzle with its own cookie jar at a time; README.md beside this file has the protocol.

require 'GuzzleHttp/autoload.php';
require __DIR__ . '/line_protocol.php';

use GuzzleHttp\Client;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Cookie\CookieJar;
use GuzzleHttp\Cookie\SetCookie;
use GuzzleHttp\Exception\GuzzleException;
use GuzzleHttp\TransferStats;

function openClient(array $question, CookieJar $jar): Client {
	return new Client([
		'cookies' => $jar,
		'proxy' => $question['proxy'],
		'verify' => $question['ca'],
		// Its own limit is 5; twenty is what Fetch §4.4 has.
		'allow_redirects' => ['max' => 20],
		// What it would throw for 4xx and 5xx is the response.
		'http_errors' => false,
	]);
}

function send(Client $client, array $question): array {
	$url = $question['url'];
	$options = [
		'headers' => headers($question),
		'on_stats' => function (TransferStats $stats) use (&$url) {
			$url = (string)$stats->getEffectiveUri();
		},
	];
	if (isset($question['content'])) {
		$options['body'] = content($question);
	}
	try {
		$answer = $client->request($question['method'], $url, $options);
	} catch (GuzzleException | InvalidArgumentException $failure) {
		return ['failed' => get_class($failure) . ': ' . $failure->getMessage()];
	}
	return told($url, $answer->getStatusCode(), $answer->getHeaderLine('Content-Type'), (string)$answer->getBody());
}

/** Of a cookie without Domain it keeps the host as the domain, so that nobody can tell the two apart. */
function held(SetCookie $cookie): array {
	return [
		'name' => $cookie->getName(), 'value' => $cookie->getValue(), 'domain' => $cookie->getDomain(),
		'hostOnly' => null, 'path' => $cookie->getPath(), 'expires' => $cookie->getExpires(),
		'secure' => (bool)$cookie->getSecure(), 'httpOnly' => (bool)$cookie->getHttpOnly(),
	];
}

$jar = null;
$client = null;
speak([
	'open' => function (array $question) use (&$jar, &$client) {
		$jar = new CookieJar();
		$client = openClient($question, $jar);
		return [];
	},
	'send' => function (array $question) use (&$client) {
		return send($client, $question);
	},
	'jar' => function () use (&$jar) {
		// What has expired stays in it and is not sent: to its users that is gone.
		$alive = array_filter($jar->getIterator()->getArrayCopy(), fn (SetCookie $cookie) => !$cookie->isExpired());
		return ['cookies' => array_values(array_map('held', $alive))];
	},
	'engine' => function () {
		// Guzzle itself tells its major version alone.
		$version = trim(shell_exec("dpkg-query -W -f '\${source:Upstream-Version}' php-guzzlehttp-guzzle") ?? '');
		return ['engine' => 'Guzzle ' . ($version === '' ? ClientInterface::MAJOR_VERSION : $version)];
	},
]);
