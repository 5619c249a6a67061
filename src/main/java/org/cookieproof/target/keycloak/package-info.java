/**
 * Keycloak with relying parties of Apache's mod_auth_openidc, run as processes of our own. It must not know what is
 * played on it or what is expected there.
 */
@NullMarked
package org.cookieproof.target.keycloak;

import org.jspecify.annotations.NullMarked;
