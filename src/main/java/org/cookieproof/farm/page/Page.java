package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;

/** Answers visits of one page, or of one kind of page. */
public interface Page {

    Answer answer(Visit visit, Title title);
}
