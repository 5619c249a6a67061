package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Html;

/**
 * The form in which a text is edited, whatever stands above it.
 *
 * @param text     in the text area
 * @param summary  in the summary line
 * @param revision that the edit began from, 0 for a new page
 */
record EditForm(Title title, String text, String summary, long revision) {

    /** The form, with a notice, an error or a preview above it. */
    String html(Visit visit, String above) {
        // The line break after <textarea> belongs to HTML: without it, a text's own first one would be lost.
        return """
                %s
                <form id="editform" method="post" action="%s">
                <input type="hidden" name="wpUnicodeCheck" value="ℳ𝒲♥𝓊𝓃𝒾𝒸ℴ𝒹ℯ">
                <input type="hidden" name="editRevId" value="%d">
                <label>Text<textarea id="wpTextbox1" name="wpTextbox1" rows="12" cols="80">
                %s</textarea></label>
                <label>Summary<input type="text" id="wpSummary" name="wpSummary" value="%s" maxlength="500"></label>
                <input type="hidden" name="wpEditToken" value="%s">
                <input type="submit" id="wpSave" name="wpSave" value="Save changes">
                <input type="submit" id="wpPreview" name="wpPreview" value="Show preview">
                <a href="%s">Cancel</a>
                </form>""".formatted(
                        above,
                        Html.escape(title.actionPath("submit")),
                        revision,
                        Html.escape(text),
                        Html.escape(summary),
                        Html.escape(visit.session().editToken()),
                        Html.escape(title.path()));
    }
}
