/**
 * The command line: picocli commands, exit codes and terminal output. Everything else can be had without it.
 */
@NullMarked
package org.cookieproof.cli;

import org.jspecify.annotations.NullMarked;
