/**
 * What targets stand on that run a real service as processes of this project's own: a leash that no process outlives,
 * configuration from templates, ports, certificates, logs. It must not know which service it is.
 */
@NullMarked
package org.cookieproof.target.process;

import org.jspecify.annotations.NullMarked;
