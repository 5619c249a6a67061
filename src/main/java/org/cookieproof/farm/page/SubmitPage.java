package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;

/** {@code action=submit}: a preview or a save; whatever goes wrong, the typed text comes back. */
public final class SubmitPage implements Page {

    /** MediaWiki's session_fail_preview. */
    private static final String LOSS_OF_SESSION =
            "Sorry! We could not process your edit due to a loss of session data. "
                    + "You might have been logged out. Please verify that you are still logged in and try again.";

    private final Library library;
    private final Layout layout;
    private final WriteCookies writeCookies;
    private final EditPage editPage;
    private final WriteGuard guard;

    public SubmitPage(Library library, Layout layout, WriteCookies writeCookies, EditPage editPage, WriteGuard guard) {
        this.library = library;
        this.layout = layout;
        this.writeCookies = writeCookies;
        this.editPage = editPage;
        this.guard = guard;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        if (!visit.request().isPost()) {
            return editPage.answer(visit, title);
        }
        // Read first: it tells whether the form came from the session that it is sent in.
        boolean ownForm = guard.acceptsForm(visit, visit.text("wpEditToken"));
        String text = visit.text("wpTextbox1").replace("\r\n", "\n");
        if (text.length() > Articles.MAX_TEXT_LENGTH) {
            return again(visit, title, text, error("The text is too long."));
        }
        if (!ownForm) {
            return again(visit, title, text, error(LOSS_OF_SESSION));
        }
        boolean preview = visit.request().form().has("wpPreview")
                || !visit.request().form().has("wpSave");
        return preview ? preview(visit, title, text) : save(visit, title, text);
    }

    private Answer preview(Visit visit, Title title, String text) {
        visit.session().persist();
        String above = "<section id=\"wikiPreview\"><h2>Preview</h2>" + WikiText.toHtml(text) + "</section>";
        return again(visit, title, text, above);
    }

    private Answer save(Visit visit, Title title, String text) {
        Articles articles = library.of(visit.wiki());
        long before = articles.find(title).map(Article::revision).orElse(0L);
        Article saved = articles.save(title, text);
        if (saved.revision() != before) {
            writeCookies.afterSave(visit, saved.revision());
        }
        return Answer.found(visit.here(title.path()), CachePolicy.NO_STORE);
    }

    private Answer again(Visit visit, Title title, String text, String above) {
        long revision =
                library.of(visit.wiki()).find(title).map(Article::revision).orElse(0L);
        EditForm form = new EditForm(title, text, visit.text("wpSummary"), revision);
        String html = layout.render(visit, title, "Editing " + title.text(), form.html(visit, above));
        return Answer.html(200, html, CachePolicy.PRIVATE);
    }

    private static String error(String words) {
        return "<p class=\"error\">" + words + "</p>";
    }
}
