/**
 * Who a request comes from: local sessions of each wiki, central sessions of the farm, the chain of providers that reads
 * them from cookies, and the tokens that hang on them. It must not know pages or API modules.
 */
@NullMarked
package org.cookieproof.farm.session;

import org.jspecify.annotations.NullMarked;
