<?php
// Speaks for one curl handle at a time; README.md beside this file has the protocol.

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
	$headers = [];
	foreach ($question['headers'] as $name => $value) {
		$headers[] = "$name: $value";
	}
	if (isset($question['type'])) {
		$headers[] = 'Content-Type: ' . $question['type'];
	}
	curl_setopt($handle, CURLOPT_URL, $question['url']);
	curl_setopt($handle, CURLOPT_REFERER, $question['referer'] ?? '');
	curl_setopt($handle, CURLOPT_HTTPHEADER, $headers);
	curl_setopt($handle, CURLOPT_CUSTOMREQUEST, null);
	curl_setopt($handle, CURLOPT_HTTPGET, true);
	if ($question['method'] === 'HEAD') {
		curl_setopt($handle, CURLOPT_NOBODY, true);
	} elseif ($question['method'] === 'POST') {
		curl_setopt($handle, CURLOPT_POST, true);
		curl_setopt($handle, CURLOPT_POSTFIELDS, base64_decode($question['content'] ?? ''));
	} elseif ($question['method'] !== 'GET') {
		curl_setopt($handle, CURLOPT_POSTFIELDS, base64_decode($question['content'] ?? ''));
		curl_setopt($handle, CURLOPT_CUSTOMREQUEST, $question['method']);
	}
	$body = curl_exec($handle);
	if ($body === false) {
		return ['failed' => curl_error($handle)];
	}
	return [
		'url' => curl_getinfo($handle, CURLINFO_EFFECTIVE_URL),
		'status' => curl_getinfo($handle, CURLINFO_RESPONSE_CODE),
		'type' => curl_getinfo($handle, CURLINFO_CONTENT_TYPE) ?? '',
		'body' => base64_encode($body),
	];
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
while (($line = fgets(STDIN)) !== false) {
	$question = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
	$answer = [];
	switch ($question['ask']) {
		case 'open':
			$handle = openHandle($question);
			break;
		case 'send':
			$answer = send($handle, $question);
			break;
		case 'jar':
			// The list has what has expired, too, until libcurl clears it away for the next request.
			$listed = array_map('held', curl_getinfo($handle, CURLINFO_COOKIELIST));
			$alive = fn (array $cookie) => $cookie['expires'] === null || $cookie['expires'] > time();
			$answer = ['cookies' => array_values(array_filter($listed, $alive))];
			break;
		case 'engine':
			$answer = ['engine' => 'PHP ' . PHP_VERSION . ' with libcurl ' . curl_version()['version']];
			break;
	}
	echo json_encode((object)$answer, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}
