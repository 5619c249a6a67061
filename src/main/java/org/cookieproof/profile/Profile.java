package org.cookieproof.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.yaml.Glob;

/**
 * One user agent in one configuration.
 *
 * @param driver     the id of the driver that drives it
 * @param settings   what the driver needs to know, as written: scalars only
 * @param deviations from RFC 6265bis, each with its source
 * @param differs    what else was measured to differ, and no named deviation says; first its own, then its families'
 * @param heldAgainst real engines that a model is held against
 * @param needs      what must be installed for it to run, as {@code provision} names it
 * @param tags       for {@code --tag} and plans
 * @param parser     what parses Set-Cookie, where the file says so; else see {@link #cookieParser()}
 */
public record Profile(
        ProfileId id,
        String title,
        Kind kind,
        String driver,
        Map<String, String> settings,
        Set<Capability> can,
        List<DeclaredDeviation> deviations,
        List<MeasuredDifference> differs,
        List<HeldAgainst> heldAgainst,
        Set<String> needs,
        Set<String> tags,
        Optional<CookieParser> parser,
        Path file) {

    /** What stands behind a profile. Reports say it wherever the profile is named. */
    public enum Kind {
        BROWSER,
        HTTP_CLIENT,
        /** A jar of ours that plays the declared deviations of a user agent that cannot run here. */
        MODEL
    }

    /** A deviation with the measurement or document it rests on. */
    public record DeclaredDeviation(CookieDeviation deviation, String source) {
        public DeclaredDeviation {
            Objects.requireNonNull(deviation);
            Objects.requireNonNull(source);
        }
    }

    /**
     * What no named deviation says, explained.
     *
     * @param on      behaviours of the passport, as globs
     * @param answers that it explains; empty for any
     * @param inAnyOrder whether several cookies come in another order from run to run, so that passports sort them
     * @param varies  whether the user agent answers now so and now so, whatever the reason
     * @param family  that says so for all its members; empty where the profile itself does
     */
    public record MeasuredDifference(
            List<String> on,
            List<String> answers,
            String source,
            boolean inAnyOrder,
            boolean varies,
            Optional<String> family) {
        public MeasuredDifference {
            on = List.copyOf(on);
            answers = List.copyOf(answers);
            Objects.requireNonNull(source);
            Objects.requireNonNull(family);
        }

        public boolean isAbout(String behaviour) {
            return on.stream().anyMatch(glob -> Glob.matches(glob, behaviour));
        }

        public boolean explains(String behaviour, String answer) {
            return isAbout(behaviour) && (answers.isEmpty() || answers.contains(answer));
        }
    }

    public Profile {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(driver);
        settings = Map.copyOf(settings);
        can = Set.copyOf(can);
        deviations = List.copyOf(deviations);
        differs = List.copyOf(differs);
        heldAgainst = List.copyOf(heldAgainst);
        needs = Set.copyOf(needs);
        tags = Set.copyOf(tags);
        Objects.requireNonNull(parser);
        Objects.requireNonNull(file);
    }

    /**
     * What parses Set-Cookie: what the file says, a model's jar of ours, npm's package that is fetched, or the Debian
     * package of the profile's or its driver's name. Empty where that leaves it open: a package of another name may well
     * leave its cookies to a library, as mwclient does to Python's.
     */
    public Optional<CookieParser> cookieParser() {
        if (parser.isPresent()) {
            return parser;
        }
        if (kind == Kind.MODEL) {
            return Optional.of(CookieParser.OURS);
        }
        return setting("npm")
                .map(spec -> new CookieParser(spec, CookieParser.Origin.NPM, spec))
                .or(() -> namesake().map(p -> new CookieParser(p, CookieParser.Origin.DEBIAN, p)));
    }

    private Optional<String> namesake() {
        return needs.stream()
                .filter(p -> p.equals(id.value()) || p.equals(driver))
                .findFirst();
    }

    /** Whether it is declared that its answer to this behaviour of the passport is not always the same. */
    public boolean varies(String behaviour) {
        return differs.stream().anyMatch(d -> d.varies() && d.isAbout(behaviour));
    }

    public boolean can(Capability capability) {
        return can.contains(capability);
    }

    /** By wire name, for those who do not know this package. */
    public Set<String> capabilityNames() {
        return can.stream().map(Capability::wireName).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The deviations without their sources, as the model takes them. */
    public Set<CookieDeviation> deviationSet() {
        return deviations.stream().map(DeclaredDeviation::deviation).collect(Collectors.toUnmodifiableSet());
    }
}
