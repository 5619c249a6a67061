/**
 * What one cell leaves behind for its checks: recording, jars, identities, and the findings made of them. It must not
 * know how any of it was obtained.
 */
@NullMarked
package org.cookieproof.evidence;

import org.jspecify.annotations.NullMarked;
