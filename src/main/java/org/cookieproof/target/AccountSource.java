package org.cookieproof.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Where the accounts of a deployment come from; a target file holds no password. */
public sealed interface AccountSource {

    /**
     * @param listed reads a file of accounts
     * @throws TargetUnavailableException where one cannot be had
     */
    List<Account> accounts(Map<String, String> environment, Function<Path, List<Account>> listed);

    /** One account; its password is the value of an environment variable. */
    record Single(ValueSource name, ValueSource.Environment password) implements AccountSource {
        public Single {
            Objects.requireNonNull(name);
            Objects.requireNonNull(password);
        }

        @Override
        public List<Account> accounts(Map<String, String> environment, Function<Path, List<Account>> listed) {
            return List.of(new Account(name.in(environment), password.in(environment)));
        }
    }

    /** A file that only its owner can read, outside any repository: {@code NAME:PASSWORD}, one account a line. */
    record Listed(Path file) implements AccountSource {
        public Listed {
            Objects.requireNonNull(file);
        }

        @Override
        public List<Account> accounts(Map<String, String> environment, Function<Path, List<Account>> listed) {
            return listed.apply(file);
        }
    }
}
