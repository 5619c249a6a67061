package org.cookieproof.target.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.target.Account;
import org.cookieproof.target.AccountSource;
import org.cookieproof.target.TargetUnavailableException;

/**
 * Reads accounts from the environment, and from files that no repository holds and nobody else can read. What goes wrong
 * is told by place and never by content: the content is passwords.
 */
final class AccountsOutside {

    private AccountsOutside() {}

    /** @throws TargetUnavailableException where a source is missing, or is kept where others see it */
    static List<Account> read(List<AccountSource> sources, Map<String, String> environment) {
        List<Account> accounts = new ArrayList<>();
        for (AccountSource source : sources) {
            accounts.addAll(source.accounts(environment, AccountsOutside::listed));
        }
        Set<String> names = new HashSet<>();
        accounts.stream()
                .map(Account::name)
                .filter(n -> !names.add(n))
                .findFirst()
                .ifPresent(twice -> {
                    // Two cells that sign in as one person would end each other's sessions.
                    throw new TargetUnavailableException(
                            "an account is named twice among 'accounts:' (its name is not told"
                                    + " here, since it may come from the environment)");
                });
        return accounts;
    }

    private static List<Account> listed(Path file) {
        try {
            Path real = file.toRealPath();
            requireOutside(real);
            requireOwn(real);
            return accounts(real);
        } catch (IOException e) {
            throw new TargetUnavailableException(
                    "the file of accounts " + file + ", which the target file names, cannot be read: " + e, e);
        }
    }

    /** Whatever lies in a repository is one commit away from being published. */
    private static void requireOutside(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git")) || Files.isDirectory(folder.resolve("ci/targets"))) {
                throw new TargetUnavailableException("the file of accounts " + file + " lies in the repository "
                        + folder + "; move it out of there, as to ~/.config/cookieproof/");
            }
        }
    }

    private static void requireOwn(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return; // nobody can tell there who reads it
        }
        Set<PosixFilePermission> others = new HashSet<>(Files.getPosixFilePermissions(file));
        others.removeAll(Set.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!others.isEmpty()) {
            throw new TargetUnavailableException(
                    "the file of accounts " + file + " is open to others than its owner; run: chmod 600 " + file);
        }
    }

    private static List<Account> accounts(Path file) throws IOException {
        List<Account> accounts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (colon < 1 || colon == line.length() - 1) {
                throw new TargetUnavailableException(file + ":" + (i + 1)
                        + ":1: an account is NAME:PASSWORD, with the first colon between them (the line is not shown)");
            }
            accounts.add(new Account(line.substring(0, colon).strip(), line.substring(colon + 1)));
        }
        return accounts;
    }
}
