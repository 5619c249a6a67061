package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

/**
 * One thing that user agents do in different ways, and how to find out: play the acts in a fresh user agent, then read
 * one answer off the wire.
 *
 * @param id       {@code chapter/name}; passports name it
 * @param title    what it is, in a sentence
 * @param source   the rule that says what is right
 * @param standard the right answer, where the model of a jar does not give it
 * @param verifies the capability that the answer confirms or denies
 * @param alsoNeeds what a profile must be able to do besides what the acts need
 */
record Behaviour(
        String id,
        String title,
        String source,
        List<Act> acts,
        Reading reading,
        Optional<Url> asked,
        Optional<String> standard,
        Optional<Capability> verifies,
        Set<Capability> alsoNeeds) {

    Behaviour {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(source);
        acts = List.copyOf(acts);
        Objects.requireNonNull(reading);
        alsoNeeds = Set.copyOf(alsoNeeds);
    }

    static Behaviour of(String id, String title, String source) {
        return new Behaviour(
                id,
                title,
                source,
                List.of(),
                Reading.COOKIES,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    Behaviour act(Act act) {
        List<Act> more = new ArrayList<>(acts);
        more.add(act);
        Optional<Url> last = asked;
        if (act instanceof Act.Visit visit) {
            last = Optional.of(visit.to());
        } else if (act instanceof Act.Script script) {
            last = Optional.of(script.tells());
        } else if (act instanceof Act.Chain chain) {
            last = Optional.of(chain.to());
        }
        return new Behaviour(id, title, source, more, reading, last, standard, verifies, alsoNeeds);
    }

    /** Types a URL whose answer has these Set-Cookie lines. */
    Behaviour receive(Url at, String... lines) {
        return act(new Act.Visit(Arrival.TYPED, at, at, Served.setting(lines)));
    }

    /** Types a URL. */
    Behaviour ask(Url at) {
        return receive(at);
    }

    /** Comes to a URL from a page; its answer has these Set-Cookie lines. */
    Behaviour by(Arrival arrival, Url from, Url to, String... lines) {
        return act(new Act.Visit(arrival, from, to, Served.setting(lines)));
    }

    Behaviour restart() {
        return act(new Act.Restart());
    }

    Behaviour back() {
        return act(new Act.Back());
    }

    /** What of the last visit is the answer, and what the right one is. */
    Behaviour reads(Reading what, String right) {
        return new Behaviour(id, title, source, acts, what, asked, Optional.of(right), verifies, alsoNeeds);
    }

    /** The right answer, where the model of a jar does not give it. */
    Behaviour standard(String right) {
        return reads(reading, right);
    }

    /** How many cookies the last visit carried is the answer. */
    Behaviour counts() {
        return new Behaviour(id, title, source, acts, Reading.COOKIE_COUNT, asked, standard, verifies, alsoNeeds);
    }

    /** The answer is about what was asked of this URL. */
    Behaviour about(Url url) {
        return new Behaviour(id, title, source, acts, reading, Optional.of(url), standard, verifies, alsoNeeds);
    }

    Behaviour verifies(Capability capability, Reading by) {
        return new Behaviour(id, title, source, acts, by, asked, standard, Optional.of(capability), alsoNeeds);
    }

    /** For profiles alone that can do this. */
    Behaviour needing(Capability capability) {
        return new Behaviour(id, title, source, acts, reading, asked, standard, verifies, Set.of(capability));
    }

    /** What a profile must be able to do for this to be played. */
    Set<Capability> needs() {
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        if (verifies.isEmpty()) { // otherwise that is the question
            acts.forEach(act -> needs.addAll(act.needs()));
            needs.addAll(alsoNeeds);
        }
        return needs;
    }

    /** Why a profile cannot be asked; empty when it can. */
    Optional<String> notFor(Profile profile) {
        return needs().stream().filter(c -> !profile.can(c)).findFirst().map(c -> "cannot " + c);
    }

    boolean restarts() {
        return acts.stream().anyMatch(Act.Restart.class::isInstance);
    }

    String chapter() {
        return id.substring(0, id.indexOf('/'));
    }
}
