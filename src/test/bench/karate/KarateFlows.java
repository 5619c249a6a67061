import com.intuit.karate.Results;
import com.intuit.karate.Runner;

/** Plays logout.feature so many times, once to warm up: FEATURE WORKDIR FLOWS THREADS; the rest as -Dbench.*. */
public final class KarateFlows {

    public static void main(String[] args) {
        int flows = Integer.parseInt(args[2]);
        int threads = Integer.parseInt(args[3]);
        play(args[0], args[1], flows, threads);
        System.out.println("flows-per-second " + flows / play(args[0], args[1], flows, threads));
    }

    private static double play(String feature, String work, int flows, int threads) {
        System.setProperty("bench.flows", String.valueOf(flows));
        long began = System.nanoTime();
        Results results = Runner.path(feature)
                .outputHtmlReport(false)
                .outputCucumberJson(false)
                .outputJunitXml(false)
                .backupReportDir(false)
                .reportDir(work)
                .parallel(threads);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (results.getFailCount() > 0 || results.getScenariosPassed() != flows) {
            System.err.println(results.getErrorMessages());
            System.exit(1);
        }
        return seconds;
    }
}
