/**
 * Deployments under test: what a target is like, where it is, who can sign in there and how; one subpackage for each
 * kind of service. It must not know scenarios or user agents.
 */
@NullMarked
package org.cookieproof.target;

import org.jspecify.annotations.NullMarked;
