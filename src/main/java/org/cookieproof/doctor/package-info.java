/**
 * What a target is like before anything is judged on it: whether it can be reached, whom it takes for whom, what it cannot
 * show, and how it differs from another. Observing is done at the edge, through the tap where it can be; every judgement
 * is a pure function of what was observed. It must not know how any one service works.
 */
@NullMarked
package org.cookieproof.doctor;

import org.jspecify.annotations.NullMarked;
