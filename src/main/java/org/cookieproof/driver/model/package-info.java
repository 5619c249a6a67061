/**
 * User agents that cannot run here, played by the harness's model of a jar with their declared deviations. Reports must
 * say that they are models.
 */
@NullMarked
package org.cookieproof.driver.model;

import org.jspecify.annotations.NullMarked;
