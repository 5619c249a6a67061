/**
 * Recordings and cookie lives as files beside the results: HAR 1.2 with our own members, and back. It must not know
 * what a report makes of them.
 */
@NullMarked
package org.cookieproof.report.har;

import org.jspecify.annotations.NullMarked;
