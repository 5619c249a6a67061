package org.cookieproof.target.mediawiki;

import org.cookieproof.target.TargetContract;

class MediaWikiTargetIT extends TargetContract {

    MediaWikiTargetIT() {
        super("mediawiki");
    }
}
