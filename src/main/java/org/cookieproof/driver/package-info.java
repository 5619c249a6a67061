/**
 * How the harness drives a user agent, whatever its technology; each subpackage knows one technology and none of the
 * others. It must not know scenarios, targets or the recorder: it gets a proxy address and a CA to trust.
 */
@NullMarked
package org.cookieproof.driver;

import org.jspecify.annotations.NullMarked;
