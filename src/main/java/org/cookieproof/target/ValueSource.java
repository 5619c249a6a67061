package org.cookieproof.target;

import java.util.Map;
import java.util.Objects;

/** Where a value of a target file comes from. */
public sealed interface ValueSource {

    /**
     * @throws TargetUnavailableException where the environment lacks it
     */
    String in(Map<String, String> environment);

    /** Whether nobody but the target may see it. What stands in a file of the project is no secret. */
    boolean isSecret();

    /** It stands in the file. */
    record Written(String text) implements ValueSource {
        public Written {
            Objects.requireNonNull(text);
        }

        @Override
        public String in(Map<String, String> environment) {
            return text;
        }

        @Override
        public boolean isSecret() {
            return false;
        }
    }

    /** It was typed on the command line; never printed. */
    record Typed(String text) implements ValueSource {
        public Typed {
            Objects.requireNonNull(text);
        }

        @Override
        public String in(Map<String, String> environment) {
            return text;
        }

        @Override
        public boolean isSecret() {
            return true;
        }

        @Override
        public String toString() {
            return "(typed)";
        }
    }

    /** It is the value of this environment variable. */
    record Environment(String variable) implements ValueSource {
        public Environment {
            Objects.requireNonNull(variable);
        }

        @Override
        public String in(Map<String, String> environment) {
            String value = environment.get(variable);
            if (value == null || value.isEmpty()) {
                throw new TargetUnavailableException(
                        "the environment variable " + variable + ", which the target file names, is not set");
            }
            return value;
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
