/** Python's requests, played by a small program of ours. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.python;

import org.jspecify.annotations.NullMarked;
