package org.cookieproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.cookieproof.farm.Farm;
import org.cookieproof.farm.FarmSettings;

/**
 * The farm as a program of its own, which knows nothing of whoever plays against it: leaves its authority, accounts and
 * ports in a folder, and ends with its standard input.
 */
final class FarmProgram {

    static final String AUTHORITY = "ca.pem";
    static final String ACCOUNTS = "accounts";

    private FarmProgram() {}

    public static void main(String[] args) throws IOException, CertificateEncodingException {
        Path folder = Path.of(args[0]);
        try (Farm farm = Farm.start(FarmSettings.defaults())) {
            Files.writeString(
                    folder.resolve(AUTHORITY),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(farm.certificateAuthority().getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            Path accounts = Files.createFile(
                    folder.resolve(ACCOUNTS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    accounts,
                    farm.accounts().stream()
                            .map(a -> a.name() + ":" + a.password())
                            .collect(Collectors.joining("\n", "# NAME:PASSWORD\n", "\n")));
            System.out.println(farm.httpPort() + " " + farm.httpsPort());
            System.out.flush();
            while (System.in.read() >= 0) {
                // Until nobody is there any more.
            }
        }
    }
}
