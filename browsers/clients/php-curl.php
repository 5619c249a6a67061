<?php
// Speaks for one curl handle at a time; README.md beside this file has the protocol.

require __DIR__ . '/line_protocol.php';

function openHandle(array $question): CurlHandle {
	$handle = curl_init();
	curl_setopt_array($handle, [
		CURLOPT_PROXY => $question['proxy'],
		CURLOPT_CAINFO => $question['ca'],
		CURLOPT_COOKIEFILE => '', // reads none, and keeps those that come
		CURLOPT_FOLLOWLOCATION => true,
		CURLOPT_MAXREDIRS => 20,
		CURLOPT_RETURNTRANSFER => true,
		CURLOPT_ENCODING => '',
	]);
	return $handle;
}

function send(CurlHandle $handle, array $question): array {
	$fields = headers($question);
	$referer = $fields['Referer'] ?? '';
	unset($fields['Referer']);
	$headers = [];
	foreach ($fields as $name => $value) {
		$headers[] = "$name: $value";
	}
	curl_setopt($handle, CURLOPT_URL, $question['url']);
	curl_setopt($handle, CURLOPT_REFERER, $referer);
	curl_setopt($handle, CURLOPT_HTTPHEADER, $headers);
	curl_setopt($handle, CURLOPT_CUSTOMREQUEST, null);
	curl_setopt($handle, CURLOPT_HTTPGET, true);
	if ($question['method'] === 'HEAD') {
		curl_setopt($handle, CURLOPT_NOBODY, true);
	} elseif ($question['method'] === 'POST') {
		curl_setopt($handle, CURLOPT_POST, true);
		curl_setopt($handle, CURLOPT_POSTFIELDS, content($question) ?? '');
	} elseif ($question['method'] !== 'GET') {
		curl_setopt($handle, CURLOPT_POSTFIELDS, content($question) ?? '');
		curl_setopt($handle, CURLOPT_CUSTOMREQUEST, $question['method']);
	}
	$body = curl_exec($handle);
	if ($body === false) {
		return ['failed' => curl_error($handle)];
	}
	return told(
		curl_getinfo($handle, CURLINFO_EFFECTIVE_URL),
		curl_getinfo($handle, CURLINFO_RESPONSE_CODE),
		curl_getinfo($handle, CURLINFO_CONTENT_TYPE),
		$body,
	);
}

/** From a line of Netscape's cookie file. */
function held(string $line): array {
	$httpOnly = str_starts_with($line, '#HttpOnly_');
	[$domain, $tail, $path, $secure, $expires, $name, $value] =
		explode("\t", $httpOnly ? substr($line, strlen('#HttpOnly_')) : $line);
	return [
		'name' => $name, 'value' => $value, 'domain' => $domain, 'hostOnly' => $tail === 'FALSE', 'path' => $path,
		'expires' => $expires === '0' ? null : (int)$expires, 'secure' => $secure === 'TRUE', 'httpOnly' => $httpOnly,
	];
}

$handle = null;
speak([
	'open' => function (array $question) use (&$handle) {
		$handle = openHandle($question);
		return [];
	},
	'send' => function (array $question) use (&$handle) {
		return send($handle, $question);
	},
	'jar' => function () use (&$handle) {
		// The list has what has expired, too, until libcurl clears it away for the next request.
		$listed = array_map('held', curl_getinfo($handle, CURLINFO_COOKIELIST));
		$alive = fn (array $cookie) => $cookie['expires'] === null || $cookie['expires'] > time();
		return ['cookies' => array_values(array_filter($listed, $alive))];
	},
	'engine' => fn () => ['engine' => 'PHP ' . PHP_VERSION . ' with libcurl ' . curl_version()['version']],
]);
