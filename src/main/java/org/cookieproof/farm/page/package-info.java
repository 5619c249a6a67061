/**
 * The pages that people see: articles, the edit form, the login and logout forms, in one layout. It must not know how
 * sessions are stored, nor the API.
 */
@NullMarked
package org.cookieproof.farm.page;

import org.jspecify.annotations.NullMarked;
