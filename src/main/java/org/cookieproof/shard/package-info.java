/**
 * How a plan is cut into parts, and how the runs of the parts become one run again. It must not know how a cell is
 * played or how a report looks.
 */
@NullMarked
package org.cookieproof.shard;

import org.jspecify.annotations.NullMarked;
