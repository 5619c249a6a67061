/** What is done with files everywhere alike. It must not know whose they are. */
@NullMarked
package org.cookieproof.files;

import org.jspecify.annotations.NullMarked;
