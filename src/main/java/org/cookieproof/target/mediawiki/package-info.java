/**
 * Debian's MediaWiki as a target: the wiki as ordinary processes in a directory of its own, on loopback. It must not
 * know who drives it, nor touch the machine's own wiki or its services.
 */
@NullMarked
package org.cookieproof.target.mediawiki;

import org.jspecify.annotations.NullMarked;
