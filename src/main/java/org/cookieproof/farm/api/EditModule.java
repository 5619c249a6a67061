package org.cookieproof.farm.api;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.farm.page.Article;
import org.cookieproof.farm.page.Articles;
import org.cookieproof.farm.page.Library;
import org.cookieproof.farm.page.WriteCookies;
import org.cookieproof.farm.site.Title;

/** {@code action=edit}, with {@code text}, {@code appendtext} or {@code prependtext}. */
record EditModule(Library library, WriteCookies writeCookies) implements ApiModule {

    @Override
    public Map<String, Object> run(ApiCall call) throws ApiException {
        call.requirePost("edit");
        String typed = call.require("title");
        Title title = Title.parse(typed)
                .filter(t -> !t.isSpecial())
                .orElseThrow(() -> new ApiException("invalidtitle", "Bad title \"" + typed + "\"."));
        call.requireEditToken();
        Articles articles = library.of(call.visit().wiki());
        Optional<Article> before = articles.find(title);
        String text = newText(call, before.map(Article::text).orElse(""));
        if (text.length() > Articles.MAX_TEXT_LENGTH) {
            throw new ApiException("contenttoobig", "The content you supplied exceeds the article size limit.");
        }
        Article after = articles.save(title, text);
        long oldRevision = before.map(Article::revision).orElse(0L);
        if (after.revision() != oldRevision) {
            writeCookies.afterWrite(call.visit());
        }
        return Map.of("edit", result(call, after, oldRevision));
    }

    private static String newText(ApiCall call, String before) throws ApiException {
        Optional<String> whole = call.parameter("text");
        Optional<String> end = call.parameter("appendtext");
        Optional<String> beginning = call.parameter("prependtext");
        if (whole.isEmpty() && end.isEmpty() && beginning.isEmpty()) {
            throw new ApiException(
                    "missingparam",
                    "At least one of the parameters \"text\", \"appendtext\" and \"prependtext\" is required.");
        }
        return whole.orElseGet(() -> beginning.orElse("") + before + end.orElse(""));
    }

    private static Map<String, Object> result(ApiCall call, Article after, long oldRevision) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("result", "Success");
        result.put("pageid", after.pageId());
        result.put("title", after.title().text());
        result.put("contentmodel", "wikitext");
        if (after.revision() == oldRevision) {
            result.put("nochange", call.yes());
        } else {
            result.put("oldrevid", oldRevision);
            result.put("newrevid", after.revision());
            result.put(
                    "newtimestamp",
                    after.touched().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return result;
    }
}
