/**
 * What is installed on this machine, and how to get what is not: Debian packages and binaries. It finds and says; the
 * launcher installs. It must not know what a user agent or a service is for.
 */
@NullMarked
package org.cookieproof.provision;

import org.jspecify.annotations.NullMarked;
