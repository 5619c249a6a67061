/**
 * A recording as a script of curl commands that sends the same requests again. It must not know how a cell is played.
 */
@NullMarked
package org.cookieproof.report.curl;

import org.jspecify.annotations.NullMarked;
