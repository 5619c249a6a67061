<?php
// What the installer wrote for this wiki, and over it what a test target needs.
require __DIR__ . '/LocalSettings.php';

$wgArticlePath = '/wiki/$1';
$wgUsePathInfo = true;
$wgTmpDirectory = __DIR__ . '/tmp';
$wgCacheDirectory = __DIR__ . '/cache';
$wgLocalisationCacheConf['store'] = 'array';

// "detect" is the default; said here because the cookies under test hang on it.
$wgCookieSecure = 'detect';

// Sessions in a database of their own: writing one must not wait for a page being saved.
$wgObjectCaches['sessions'] = $wgObjectCaches[CACHE_DB];
$wgObjectCaches['sessions']['server']['dbname'] = 'sessions';
$wgSessionCacheType = 'sessions';

// Tests log in from one address many times a minute.
$wgRateLimits = [];
$wgPasswordAttemptThrottle = [];
$wgAccountCreationThrottle = [];

// Real hashing, but not made to resist a guesser: the passwords are random and die with the directory.
$wgPasswordConfig['pbkdf2']['cost'] = '1000';

// Nothing may leave the machine, and no answer may depend on whose turn it is to run a job.
$wgEnableEmail = false;
$wgPingback = false;
$wgJobRunRate = 0;
