/**
 * How one login becomes a login everywhere: central login by redirects, auto-login by scripts, images and redirects, and
 * the deletion of cookies elsewhere. It must not know passwords, articles or the API.
 */
@NullMarked
package org.cookieproof.farm.central;

import org.jspecify.annotations.NullMarked;
