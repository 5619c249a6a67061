package org.cookieproof.target.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.cookieproof.http.Url;
import org.jsoup.nodes.Document;

/** What a wiki's own API tells of it and of wikis beside it. */
record WikiInfo(String detail, Set<String> hosts) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_OF_A_KIND = 3;

    WikiInfo {
        hosts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(hosts));
    }

    static WikiInfo ask(Url page, Document document, Function<Url, Optional<SurveyClient.Page>> ask) {
        Url api = api(page, document);
        Optional<JsonNode> answer = json(ask.apply(api.resolve("?action=query&meta=siteinfo"
                + "&siprop=general%7Cextensions%7Cinterwikimap&sifilteriw=local&format=json")));
        JsonNode query = answer.orElseGet(MAPPER::createObjectNode).path("query");
        if (query.isMissingNode()) {
            return new WikiInfo("", Set.of());
        }
        boolean central = has(query, "CentralAuth");
        String detail = query.at("/general/generator").asText("") + ", "
                + query.at("/general/sitename").asText("") + (central ? ", with CentralAuth" : ", without CentralAuth");
        Set<String> hosts = new LinkedHashSet<>();
        query.path("interwikimap")
                .forEach(w -> Recognition.host(w.path("url").asText("")).ifPresent(hosts::add));
        if (has(query, "SiteMatrix")) {
            json(ask.apply(api.resolve("?action=sitematrix&smlimit=20&smsiteprop=url&format=json")))
                    .ifPresent(m -> m.findValuesAsText("url")
                            .forEach(u -> Recognition.host(u).ifPresent(hosts::add)));
        }
        return new WikiInfo(detail, hosts);
    }

    private static boolean has(JsonNode query, String extension) {
        for (JsonNode each : query.path("extensions")) {
            if (each.path("name").asText("").equals(extension)) {
                return true;
            }
        }
        return false;
    }

    /** Where the page says that it is: {@code <link rel="EditURI" href="//host/w/api.php?action=rsd">}. */
    private static Url api(Url page, Document document) {
        String href = document.select("link[rel=EditURI]").attr("href");
        int query = href.indexOf('?');
        try {
            return page.resolve(query > 0 ? href.substring(0, query) : "/w/api.php");
        } catch (IllegalArgumentException notAUrl) {
            return page.resolve("/w/api.php");
        }
    }

    private static Optional<JsonNode> json(Optional<SurveyClient.Page> page) {
        return page.flatMap(p -> {
            try {
                return Optional.ofNullable(MAPPER.readTree(p.body()));
            } catch (JsonProcessingException e) {
                return Optional.empty(); // a wiki without an API, or more than was read; a person fills it in
            }
        });
    }

    /** By what they are to the first host; a few of each kind, since a map names hundreds. */
    List<Survey.Candidate> candidates(String first) {
        List<Survey.Candidate> candidates = new ArrayList<>();
        String why = "the wiki's own map of wikis names it";
        for (String host : hosts) {
            String role =
                    domain(host).equals(domain(first)) ? "sibling" : host.equals(domain(host)) ? "parent" : "other";
            boolean enough =
                    candidates.stream().filter(c -> c.role().equals(role)).count() >= MOST_OF_A_KIND;
            if (!host.equals(first) && !enough) {
                candidates.add(new Survey.Candidate(role, host, why));
            }
        }
        return candidates;
    }

    /** The registrable domain; the host itself where it has none. */
    private static String domain(String host) {
        HttpUrl url = HttpUrl.parse("http://" + host + "/");
        return Objects.requireNonNullElse(url == null ? null : url.topPrivateDomain(), host);
    }
}
