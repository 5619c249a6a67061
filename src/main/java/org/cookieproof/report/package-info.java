/**
 * What people and other tools see of a run, made of its folder alone, so that it can be made again at any time. It must
 * not know how a cell is played.
 */
@NullMarked
package org.cookieproof.report;

import org.jspecify.annotations.NullMarked;
