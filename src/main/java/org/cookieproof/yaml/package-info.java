/**
 * YAML as a tree in which every node knows its file, line and column, and the collecting of what is wrong with it. It
 * must not know what any file means.
 */
@NullMarked
package org.cookieproof.yaml;

import org.jspecify.annotations.NullMarked;
