/**
 * {@code /w/api.php}: MediaWiki's action API as far as clients need it to sign in, ask who they are, edit and sign out.
 * It must not know pages' layout, nor central login: a login by API stays within one cookie domain.
 */
@NullMarked
package org.cookieproof.farm.api;

import org.jspecify.annotations.NullMarked;
