<?php
// Makes the page Sandbox, which scenarios read and write, and the accounts named on standard input, one
// "name<TAB>password" a line: one PHP start for all, and no password on a command line where other users of the machine
// could read it.
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';

use MediaWiki\MediaWikiServices;
use MediaWiki\User\UserRigorOptions;

class Furnish extends Maintenance {
	public function execute() {
		$this->makeSandbox();
		$factory = MediaWikiServices::getInstance()->getUserFactory();
		foreach ( explode( "\n", trim( stream_get_contents( STDIN ) ) ) as $line ) {
			[ $name, $password ] = explode( "\t", $line );
			$user = $factory->newFromName( $name, UserRigorOptions::RIGOR_CREATABLE );
			if ( !$user ) {
				$this->fatalError( "not a user name: $name" );
			}
			$status = $user->addToDatabase();
			if ( $status->isGood() ) {
				$status = $user->changeAuthenticationData( [
					'username' => $user->getName(),
					'password' => $password,
					'retype' => $password,
				] );
			}
			if ( !$status->isGood() ) {
				$this->fatalError( "$name: " . $status->getMessage( false, false, 'en' )->text() );
			}
		}
	}

	private function makeSandbox() {
		$page = MediaWikiServices::getInstance()->getWikiPageFactory()->newFromTitle( Title::newFromText( 'Sandbox' ) );
		$status = $page->doUserEditContent(
			new WikitextContent( 'For tests.' ),
			User::newSystemUser( 'Maintenance script', [ 'steal' => true ] ),
			'The page that tests write to'
		);
		if ( !$status->isOK() ) {
			$this->fatalError( 'Sandbox: ' . $status->getMessage( false, false, 'en' )->text() );
		}
	}
}

$maintClass = Furnish::class;
require_once RUN_MAINTENANCE_IF_MAIN;
