/**
 * A run from its plan to its results: the catalog of what there is, the planner, one cell start to finish, and the only
 * scheduler with its threads. It must not know how anything is printed.
 */
@NullMarked
package org.cookieproof.run;

import org.jspecify.annotations.NullMarked;
