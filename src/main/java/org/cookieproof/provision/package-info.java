/**
 * What is installed on this machine, and how to get what is not: Debian packages and binaries, which it finds and the
 * launcher installs, and distributions that it fetches once and keeps. It must not know what a user agent or a service
 * is for.
 */
@NullMarked
package org.cookieproof.provision;

import org.jspecify.annotations.NullMarked;
