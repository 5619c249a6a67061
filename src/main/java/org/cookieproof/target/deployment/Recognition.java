package org.cookieproof.target.deployment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Tells by what a page shows, and where it leads, which service is behind it.
 *
 * @param detail what it says of itself
 */
record Recognition(Survey.Service service, String detail, List<Survey.Candidate> candidates) {

    private static final String ALLOWED = "also-allowed";
    private static final Pattern REALM = Pattern.compile("/realms/[^/]+/protocol/openid-connect/");
    private static final Pattern AUTHORISES = Pattern.compile("[?&]response_type=(code|id_token)\\b");
    private static final Pattern AUTO_LOGIN = Pattern.compile("//([0-9A-Za-z.-]+)/wiki/Special:CentralAutoLogin/");

    Recognition {
        candidates = List.copyOf(candidates);
    }

    /**
     * @param page where a visitor ends
     * @param seen all pages on the way there, which {@code ask} adds to
     * @param ask  for a page more; empty when there is none
     */
    static Recognition of(
            SurveyClient.Page page, List<SurveyClient.Page> seen, Function<Url, Optional<SurveyClient.Page>> ask) {
        Document document = Jsoup.parse(page.body(), page.url().toString());
        String generator = document.select("meta[name=generator]").attr("content");
        if (generator.startsWith("MediaWiki") || page.body().contains("\"wgUserName\"")) {
            WikiInfo info = WikiInfo.ask(page.url(), document, ask);
            List<Survey.Candidate> candidates = new ArrayList<>(central(page));
            candidates.addAll(info.candidates(page.url().host()));
            candidates.addAll(resources(page, document, candidates));
            return new Recognition(
                    Survey.Service.MEDIAWIKI, info.detail().isEmpty() ? generator : info.detail(), candidates);
        }
        Optional<Url> provider = seen.stream()
                .flatMap(p -> Stream.concat(Stream.of(p.url()), p.leadsTo().stream()))
                .filter(u -> REALM.matcher(u.target()).find()
                        || AUTHORISES.matcher(u.target()).find())
                .findFirst();
        if (provider.isPresent()) {
            boolean keycloak = REALM.matcher(provider.get().target()).find();
            return new Recognition(
                    keycloak ? Survey.Service.KEYCLOAK : Survey.Service.OPENID_CONNECT,
                    "sign-in leads to " + provider.get().origin(),
                    List.of(new Survey.Candidate("central", provider.get().host(), "sign-in leads there")));
        }
        return discovered(page, document, ask);
    }

    private static Recognition discovered(
            SurveyClient.Page page, Document document, Function<Url, Optional<SurveyClient.Page>> ask) {
        Url known = Url.of(page.url().scheme(), page.url().host(), "/.well-known/openid-configuration");
        boolean provider = ask.apply(known)
                .filter(p -> p.body().contains("\"authorization_endpoint\""))
                .isPresent();
        return provider
                ? new Recognition(Survey.Service.OPENID_CONNECT, "it is the provider itself", List.of())
                : new Recognition(Survey.Service.UNKNOWN, document.title(), resources(page, document, List.of()));
    }

    private static List<Survey.Candidate> central(SurveyClient.Page page) {
        Matcher matcher = AUTO_LOGIN.matcher(page.body());
        return matcher.find() && !matcher.group(1).equals(page.url().host())
                ? List.of(new Survey.Candidate("central", matcher.group(1), "its pages sign in there by themselves"))
                : List.of();
    }

    /** Hosts of scripts, styles and images: without them a page looks, and may work, otherwise. */
    private static List<Survey.Candidate> resources(
            SurveyClient.Page page, Document document, List<Survey.Candidate> known) {
        Set<String> taken =
                known.stream().map(Survey.Candidate::host).collect(Collectors.toCollection(LinkedHashSet::new));
        taken.add(page.url().host());
        List<Survey.Candidate> found = new ArrayList<>();
        document.select("script[src], img[src], link[rel=stylesheet][href]").forEach(element -> {
            String url = element.absUrl(element.hasAttr("src") ? "src" : "href");
            host(url)
                    .filter(taken::add)
                    .ifPresent(h -> found.add(
                            new Survey.Candidate(ALLOWED, h, "pages take a " + element.tagName() + " from there")));
        });
        return found;
    }

    static Optional<String> host(String url) {
        try {
            Url parsed = Url.parse(url.startsWith("//") ? Scheme.HTTPS + ":" + url : url);
            return Optional.of(parsed.host());
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }
}
