/**
 * A run as one HTML file that needs nothing else: no network, no script to be read. Whatever it shows is hostile and
 * goes through {@link org.cookieproof.report.html.Markup}, which escapes it. It must not know the other reports.
 */
@NullMarked
package org.cookieproof.report.html;

import org.jspecify.annotations.NullMarked;
