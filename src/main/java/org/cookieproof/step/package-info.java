/**
 * What scenarios can say: one file for each verb and each expectation, and the stage on which they play. It must not
 * know plans, checks or reports.
 */
@NullMarked
package org.cookieproof.step;

import org.jspecify.annotations.NullMarked;
