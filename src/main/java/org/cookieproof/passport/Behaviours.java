package org.cookieproof.passport;

import java.util.List;
import java.util.stream.Stream;

/** Every behaviour that a passport tells of, chapter by chapter. */
final class Behaviours {

    static final List<Behaviour> ALL = Stream.of(
                    CapabilityBehaviours.all(),
                    SameSiteBehaviours.all(),
                    ScopeBehaviours.all(),
                    LifeBehaviours.all(),
                    ValueBehaviours.all(),
                    FetchBehaviours.all())
            .flatMap(List::stream)
            .toList();

    private Behaviours() {}
}
