package org.cookieproof.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A valid project with one scenario, the farm and its flows, to put mistakes into. */
public final class SmallProject {

    public static final String GOOD = """
            scenario: A test
            source: [T1]
            steps:
              - visit: { at: first }
            """;

    private SmallProject() {}

    public static void in(Path folder) throws IOException {
        for (String each :
                new String[] {"scenarios/fragments", "browsers", "ci/targets/flows", "ci/regressions", "ci/known"}) {
            Files.createDirectories(folder.resolve(each));
        }
        Files.writeString(folder.resolve("scenarios/good.yaml"), GOOD);
        for (String own : new String[] {"ci/targets/farm.yaml", "ci/targets/flows/mediawiki.yaml"}) {
            Files.copy(Path.of(own), folder.resolve(own), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
