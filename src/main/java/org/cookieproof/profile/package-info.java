/**
 * User agents as data: {@code browsers/*.yaml} read into records that keep file and line. It must not know how any
 * technology is driven.
 */
@NullMarked
package org.cookieproof.profile;

import org.jspecify.annotations.NullMarked;
