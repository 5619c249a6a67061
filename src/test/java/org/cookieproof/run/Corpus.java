package org.cookieproof.run;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The mistakes that another test class tells its readers. */
final class Corpus {

    private Corpus() {}

    @SuppressWarnings("unchecked")
    static Stream<Arguments> of(String testClass, String method) {
        try {
            Method source = Class.forName(testClass).getDeclaredMethod(method);
            source.setAccessible(true);
            return (Stream<Arguments>) source.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no such corpus: " + testClass + "#" + method, e);
        }
    }
}
