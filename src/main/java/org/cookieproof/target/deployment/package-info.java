/**
 * A deployment that runs already, wherever it is: nothing is started, but it is looked whether it answers, and accounts
 * are read from where a repository has no part in them. It must not know what kind of service answers.
 */
@NullMarked
package org.cookieproof.target.deployment;

import org.jspecify.annotations.NullMarked;
