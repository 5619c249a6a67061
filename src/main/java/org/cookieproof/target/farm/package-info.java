/**
 * The embedded farm as a target. It must not know how the farm works inside.
 */
@NullMarked
package org.cookieproof.target.farm;

import org.jspecify.annotations.NullMarked;
