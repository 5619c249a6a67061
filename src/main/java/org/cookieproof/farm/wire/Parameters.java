package org.cookieproof.farm.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a query or a form; of several with one name the last counts, as in PHP. */
public record Parameters(List<Parameter> list) {

    public static final Parameters NONE = new Parameters(List.of());

    public Parameters {
        list = List.copyOf(list);
    }

    /** A decoded name and value. */
    public record Parameter(String name, String value) {}

    /** Reads {@code a=b&c=d}, percent-encoded. */
    public static Parameters parse(String encoded) {
        List<Parameter> found = new ArrayList<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                found.add(new Parameter(Percent.decodeQuery(name), Percent.decodeQuery(value)));
            }
        }
        return new Parameters(found);
    }

    /** The value of the last parameter of this name. */
    public Optional<String> get(String name) {
        return list.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .reduce((first, second) -> second);
    }

    public boolean has(String name) {
        return get(name).isPresent();
    }
}
