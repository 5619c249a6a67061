package org.cookieproof.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.OwnLogin;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Flow;
import org.cookieproof.target.FlowAction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Plays one flow of a target at one site; ends at the first thing that is not as the flow accepts it. */
final class FlowPlayer implements FlowAction.Actor<Optional<Finding>> {

    private final Stage stage;
    private final Flow flow;
    private final Role role;
    private final Scheme scheme;
    private final Map<String, String> values;

    FlowPlayer(Stage stage, Flow flow, Role role, Scheme scheme, Map<String, String> given) {
        this.stage = stage;
        this.flow = flow;
        this.role = role;
        this.scheme = scheme;
        this.values = new HashMap<>(flow.takes());
        this.values.putAll(given);
        this.values.put("origin", stage.url(role, scheme, "/").origin());
    }

    List<Finding> play() {
        if (flow.ownLogin().isPresent() && stage.session().logsInByItself()) {
            return loggedIn(flow.ownLogin().get());
        }
        for (FlowAction action : flow.actions()) {
            Optional<Finding> wrong = played(action);
            if (wrong.isPresent()) {
                return List.of(wrong.get());
            }
        }
        return List.of();
    }

    /** By the user agent's own code, which knows the API by itself. */
    private List<Finding> loggedIn(String api) {
        String user = values.getOrDefault("user", "");
        OwnLogin login =
                stage.session().logIn(stage.url(role, scheme, url(api)), user, values.getOrDefault("password", ""));
        stage.requestedBesides();
        return login.succeeded() && login.said().equals(user)
                ? List.of()
                : List.of(wrong(
                        "its own code logs in as " + user, login.succeeded() ? "as " + login.said() : login.said()));
    }

    /** A page without the form, field or link that the flow wants is an observation about the page. */
    private Optional<Finding> played(FlowAction action) {
        try {
            return action.by(this);
        } catch (NoSuchElementException e) {
            return Optional.of(wrong("a page with what the flow acts on", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Optional<Finding> open(FlowAction.Open action) {
        return arrived(action.accept(), stage.session().open(stage.url(role, scheme, url(action.target()))));
    }

    @Override
    public Optional<Finding> submit(FlowAction.Submit action) {
        return shownNow().or(() -> arrived(action.accept(), stage.session().submit(form(action))));
    }

    @Override
    public Optional<Finding> follow(FlowAction.Follow action) {
        return shownNow().or(() -> arrived(action.accept(), stage.session().follow(text(action.selector()))));
    }

    @Override
    public Optional<Finding> fill(FlowAction.Fill action) {
        return shownNow().or(() -> {
            stage.session().fill(text(action.selector()), text(action.value()));
            return Optional.empty();
        });
    }

    private Form form(FlowAction.Submit submit) {
        Map<String, String> fields = new LinkedHashMap<>();
        submit.fields().forEach((name, value) -> fields.put(name, text(value)));
        return new Form(text(submit.form()), fields, submit.button());
    }

    private Optional<Finding> shownNow() {
        return stage.page().isPresent()
                ? Optional.empty()
                : Optional.of(wrong("a page to act on", "none was opened before"));
    }

    private Optional<Finding> arrived(FlowAction.PageCondition accept, Page page) {
        stage.arrive(page);
        if (page.error().isPresent()) {
            return Optional.of(wrong("a page", page.error().get() + " at " + page.url()));
        }
        Document document = Jsoup.parse(page.html());
        List<String> missed = new ArrayList<>();
        accept.has()
                .map(this::text)
                .filter(selector -> document.select(selector).isEmpty())
                .ifPresent(selector -> missed.add("a page with " + selector));
        accept.lacks()
                .map(this::text)
                .filter(selector -> !document.select(selector).isEmpty())
                .ifPresent(selector -> missed.add("a page without " + selector));
        accept.shows()
                .filter(pattern -> !pattern.matcher(page.html()).find())
                .ifPresent(pattern -> missed.add("a page that shows " + pattern));
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(wrong(String.join(", ", missed), "the page “" + document.title() + "”"));
    }

    @Override
    public Optional<Finding> request(FlowAction.Request request) {
        Map<String, String> form = new LinkedHashMap<>();
        request.form().forEach((name, value) -> form.put(name, text(value)));
        Answer answer = stage.session()
                .request(new ApiRequest(request.method(), stage.url(role, scheme, url(request.target())), form));
        stage.requestedBesides();
        for (Map.Entry<String, String> accept : request.accept().entrySet()) {
            Optional<String> there = Json.at(answer.body(), accept.getKey());
            if (!there.equals(Optional.of(text(accept.getValue())))) {
                return Optional.of(wrong(
                        accept.getKey() + " = " + accept.getValue(),
                        accept.getKey() + " = " + there.orElse("(absent)") + ", status " + answer.status()));
            }
        }
        for (Map.Entry<String, String> capture : request.capture().entrySet()) {
            Optional<String> there = Json.at(answer.body(), capture.getValue());
            if (there.isEmpty()) {
                return Optional.of(wrong("an answer with " + capture.getValue(), "status " + answer.status()));
            }
            values.put(capture.getKey(), there.get());
        }
        return Optional.empty();
    }

    private String text(String template) {
        return Template.fill(template, values);
    }

    private String url(String template) {
        return Template.fillUrl(template, values);
    }

    private Finding wrong(String expected, String observed) {
        return stage.finding(
                "flow-" + flow.name(),
                flow.name() + " at " + role + ": " + expected,
                expected,
                observed,
                stage.newest());
    }
}
