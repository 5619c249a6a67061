package org.cookieproof.farm.page;

import java.time.Instant;
import org.cookieproof.farm.site.Title;

/**
 * The present text of a page.
 *
 * @param pageId   stays the same from edit to edit
 * @param revision grows with every edit on the wiki
 */
public record Article(Title title, String text, long pageId, long revision, Instant touched) {}
