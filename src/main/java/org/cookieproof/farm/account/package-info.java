/**
 * The farm's accounts, the same on all its wikis: names, password hashes, global tokens. It must not know sessions or
 * requests.
 */
@NullMarked
package org.cookieproof.farm.account;

import org.jspecify.annotations.NullMarked;
