package org.cookieproof.step;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A link of the current page, by CSS or by what it says. */
record FollowLink(Optional<String> selector, Optional<String> text, Expectations expectations) implements Step {

    @Override
    public String title() {
        return "follow the link " + selector.orElse("")
                + text.map(t -> "“" + t + "”").orElse("");
    }

    @Override
    public List<Finding> play(Stage stage) {
        Optional<Page> here = stage.pageNow();
        if (here.isEmpty() || here.get().error().isPresent()) {
            return List.of(wrong(stage, here.flatMap(Page::error).orElse("no page was opened before")));
        }
        Optional<String> found = selector.or(() -> text.flatMap(words -> saying(words, here.get())));
        if (found.isEmpty()) {
            return List.of(
                    wrong(stage, "the page “" + Jsoup.parse(here.get().html()).title() + "” has none"));
        }
        try {
            Page page = stage.arrive(stage.session().follow(found.get()));
            if (page.error().isPresent()) {
                return List.of(wrong(stage, page.error().get() + " at " + page.url()));
            }
        } catch (NoSuchElementException e) {
            return List.of(wrong(stage, String.valueOf(e.getMessage())));
        }
        Scheme scheme = stage.setting().scheme();
        Role role = stage.page()
                .flatMap(p -> stage.setting().target().sites().role(p.url().host()))
                .orElse(Role.FIRST);
        WhoAmIProbe probe = new WhoAmIProbe(stage);
        return expectations.examine(stage, new Focus(role, scheme, () -> probe.ask(role, scheme)));
    }

    /** The first link that says just this, else the first that says it among other things, as CSS. */
    private static Optional<String> saying(String words, Page page) {
        List<Element> links = Jsoup.parse(page.html()).select("a[href]");
        return links.stream()
                .filter(a -> a.text().strip().equalsIgnoreCase(words.strip()))
                .findFirst()
                .or(() -> links.stream().filter(a -> a.text().contains(words)).findFirst())
                .map(Element::cssSelector);
    }

    private Finding wrong(Stage stage, String observed) {
        String link = selector.orElse("") + text.map(t -> "“" + t + "”").orElse("");
        return stage.finding(
                "follow", "link " + link, "a page that a link " + link + " leads to", observed, stage.newest());
    }
}
