/**
 * What came of a cell and of a run, as data: verdicts, the ledger, and who listens. It must not know how a cell is
 * played or how a report looks.
 */
@NullMarked
package org.cookieproof.result;

import org.jspecify.annotations.NullMarked;
