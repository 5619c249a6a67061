package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cookieproof.target.Account;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.Template;

/** What Keycloak is told of the relying parties and of who can sign in; passwords and secrets are random. */
record Realm(List<Account> accounts, Map<String, String> secretOf) {

    Realm {
        accounts = List.copyOf(accounts);
        secretOf = Map.copyOf(secretOf);
    }

    static Realm random(KeycloakSites sites, int accounts, SecureRandom random) {
        Map<String, String> secrets = new HashMap<>();
        sites.parties().forEach(host -> secrets.put(host, secret(random)));
        return new Realm(
                IntStream.rangeClosed(1, accounts)
                        .mapToObj(n -> new Account("persona-" + n, secret(random)))
                        .toList(),
                secrets);
    }

    static String secret(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes it where a start with {@code --import-realm} finds it. */
    void writeTo(ProcessDirectory directory, int partyPort, Duration centralSession) throws IOException {
        Template client = Template.of(Realm.class, "client.json");
        List<String> clients = new ArrayList<>();
        for (Map.Entry<String, String> party : secretOf.entrySet()) {
            clients.add(client.filled(Map.of(
                    "host", party.getKey(), "secret", party.getValue(), "partyPort", String.valueOf(partyPort))));
        }
        Template user = Template.of(Realm.class, "user.json");
        List<String> users = accounts.stream()
                .map(account -> user.filled(Map.of("name", account.name(), "password", account.password())))
                .toList();
        String realm = Template.of(Realm.class, "realm.json")
                .filled(Map.of(
                        "centralSeconds",
                        String.valueOf(centralSession.toSeconds()),
                        "clients",
                        String.join(",\n", clients),
                        "users",
                        String.join(",\n", users)));
        Files.createDirectories(directory.resolve("data/import"));
        Files.writeString(directory.resolve("data/import/realm.json"), realm);
    }
}
