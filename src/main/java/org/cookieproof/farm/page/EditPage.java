package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;

/**
 * {@code action=edit}: the form with the present text. Kept for the client's history, unlike MediaWiki's, so that Back
 * returns to what was typed (T124510).
 */
public final class EditPage implements Page {

    private final Library library;
    private final Layout layout;

    public EditPage(Library library, Layout layout) {
        this.library = library;
        this.layout = layout;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        // Somebody who edits gets a session, so that shared caches no longer answer him.
        visit.session().persist();
        EditForm form = library.of(visit.wiki())
                .find(title)
                .map(a -> new EditForm(title, a.text(), "", a.revision()))
                .orElseGet(() -> new EditForm(title, "", "", 0));
        String html = layout.render(visit, title, "Editing " + title.text(), form.html(visit, ""));
        return Answer.html(200, html, CachePolicy.PRIVATE);
    }
}
