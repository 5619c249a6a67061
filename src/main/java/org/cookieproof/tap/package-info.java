/**
 * The recording proxy between every user agent and the target: its CA, its allow-list, its rewriting rules, and one
 * listener for each cell. Vendor types end at its border; it judges nothing.
 */
@NullMarked
package org.cookieproof.tap;

import org.jspecify.annotations.NullMarked;
