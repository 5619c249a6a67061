/**
 * Which sites the farm has, what their cookies are called and how titles of pages are spelled. It must not know who
 * visits them.
 */
@NullMarked
package org.cookieproof.farm.site;

import org.jspecify.annotations.NullMarked;
