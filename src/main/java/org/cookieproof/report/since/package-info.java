/**
 * What is new and what is gone since the last run of the same target, variant and regression, by fingerprint. It must
 * not know how a report shows it.
 */
@NullMarked
package org.cookieproof.report.since;

import org.jspecify.annotations.NullMarked;
