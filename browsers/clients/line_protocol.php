<?php
// What the PHP programs beside this file have in common: the protocol of README.md.

/** Answers line by line, each by what stands under the name of what is asked. */
function speak(array $answers): void {
	while (($line = fgets(STDIN)) !== false) {
		$question = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
		if (!isset($answers[$question['ask']])) {
			fwrite(STDERR, "nobody asks {$question['ask']}\n");
			exit(1);
		}
		$answer = (object)$answers[$question['ask']]($question);
		echo json_encode($answer, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
	}
}

/** A field that the question names by itself wins. */
function headers(array $question): array {
	$headers = [];
	if (isset($question['type'])) {
		$headers['Content-Type'] = $question['type'];
	}
	if (isset($question['referer'])) {
		$headers['Referer'] = $question['referer'];
	}
	return array_merge($headers, $question['headers']);
}

function content(array $question): ?string {
	return isset($question['content']) ? base64_decode($question['content']) : null;
}

function told(string $url, int $status, ?string $type, string $body): array {
	return ['url' => $url, 'status' => $status, 'type' => $type ?? '', 'body' => base64_encode($body)];
}
