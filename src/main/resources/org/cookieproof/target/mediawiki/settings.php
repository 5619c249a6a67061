<?php
// What the installer wrote for the first wiki, and over it what each of the family and a test target needs.
require __DIR__ . '/LocalSettings.php';

// Which wiki it is the host says, or on the command line the environment. nginx lets no other host through.
$cookieproofHost = PHP_SAPI === 'cli' ? getenv( 'COOKIEPROOF_WIKI' ) : $_SERVER['SERVER_NAME'];
$cookieproofWikis = [ ${wikis} ];
if ( !isset( $cookieproofWikis[$cookieproofHost] ) ) {
	throw new RuntimeException( "no wiki of this family: $cookieproofHost" );
}
$wgDBname = $cookieproofWikis[$cookieproofHost];
// Without a scheme links and redirects keep the one of the request.
$wgServer = "${scheme}//$cookieproofHost";
$wgSecretKey = hash( 'sha256', $wgSecretKey . $wgDBname );
$wgObjectCaches[CACHE_DB]['server']['dbname'] = "{$wgDBname}_cache";
$wgLocalisationCacheConf['storeServer']['dbname'] = "{$wgDBname}_l10n_cache";
$wgJobTypeConf['default']['server']['dbname'] = "{$wgDBname}_jobqueue";

$wgArticlePath = '/wiki/$1';
$wgUsePathInfo = true;
$wgTmpDirectory = __DIR__ . '/tmp';
$wgCacheDirectory = __DIR__ . '/cache';
$wgLocalisationCacheConf['store'] = 'array';

// What variants differ in. The values of the default one are MediaWiki's own defaults.
$wgSecureLogin = ${secureLogin};
$wgForceHTTPS = ${forceHttps};
$wgCookieSameSite = ${sameSite};
$wgUseSameSiteLegacyCookies = ${legacyCookies};
$wgUseCdn = ${useCdn};
// There is no cache to purge: the harness reads what one would be told.
$wgCdnServers = [];
switch ( ${sessions} ) {
	case 'database':
		// Of their own: to write one must not wait for a page being saved.
		$wgObjectCaches['sessions'] = $wgObjectCaches[CACHE_DB];
		$wgObjectCaches['sessions']['server']['dbname'] = "{$wgDBname}_sessions";
		$wgSessionCacheType = 'sessions';
		break;
	case 'redis':
		$wgObjectCaches['sessions'] = [
			'class' => RedisBagOStuff::class,
			'servers' => [ '127.0.0.1:${redisPort}' ],
			'password' => ${redisPassword},
			'persistent' => true,
		];
		$wgSessionCacheType = 'sessions';
		break;
}

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
