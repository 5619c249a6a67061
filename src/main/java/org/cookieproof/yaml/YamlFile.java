package org.cookieproof.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document, strictly: no duplicate keys, no aliases (a short file could stand for billions of nodes). */
public final class YamlFile {

    /** In characters; the longest file we ship has a tenth of it. */
    private static final int LONGEST = 1 << 20;

    private static final int DEEPEST = 40;

    private final String file;
    private final Problems problems;
    private Iterator<Event> events = List.<Event>of().iterator();

    private YamlFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file; empty when it cannot be used, and then {@code problems} says why. Paths in problems are as given.
     */
    public static Optional<YamlNode.Mapping> read(Path path, Problems problems) {
        Position start = new Position(path.toString(), 1, 1);
        try {
            if (Files.size(path) > LONGEST) {
                problems.add(start, "the file is larger than 1 MiB; split it");
                return Optional.empty();
            }
            return parse(path.toString(), Files.readString(path), problems);
        } catch (CharacterCodingException e) {
            problems.add(start, "the file is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            problems.add(start, "cannot be read: " + e);
        }
        return Optional.empty();
    }

    /** The same for text that is already here. */
    public static Optional<YamlNode.Mapping> parse(String file, String text, Problems problems) {
        return new YamlFile(file, problems).document(text);
    }

    private Optional<YamlNode.Mapping> document(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            events = new Parse(settings).parseString(text).iterator();
            events.next();
            if (events.next().getEventId() != Event.ID.DocumentStart) {
                problems.add(new Position(file, 1, 1), "the file is empty");
                return Optional.empty();
            }
            YamlNode root = node(events.next(), 0);
            events.next();
            if (events.next().getEventId() != Event.ID.StreamEnd) {
                problems.add(root.at(), "only one document a file; remove the '---' that starts the second");
            }
            if (root instanceof YamlNode.Mapping mapping) {
                return Optional.of(mapping);
            }
            problems.add(root.at(), "expected a mapping (key: value) at the top, found " + root.kind());
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark().or(e::getContextMark).map(this::at).orElse(new Position(file, 1, 1));
            problems.add(at, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(new Position(file, 1, 1), "not YAML: " + e.getMessage());
        } catch (Unusable e) {
            problems.add(e.at, e.why);
        }
        return Optional.empty();
    }

    private YamlNode node(Event event, int depth) {
        Position at = at(event);
        if (depth > DEEPEST) {
            throw new Unusable(at, "nested more than " + DEEPEST + " levels deep; flatten it");
        }
        if (event instanceof ScalarEvent scalar) {
            return new YamlNode.Scalar(at, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(at, depth);
        }
        if (event instanceof MappingStartEvent) {
            return mapping(at, depth);
        }
        if (event instanceof AliasEvent alias) {
            throw new Unusable(
                    at, "aliases (*" + alias.getAlias() + ") are not supported; write the value out where it is used");
        }
        throw new Unusable(at, "unexpected " + event.getEventId());
    }

    private YamlNode sequence(Position at, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new YamlNode.Sequence(at, items);
    }

    private YamlNode mapping(Position at, int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            YamlNode key = node(next, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                throw new Unusable(key.at(), "a key must be text, not " + key.kind());
            }
            if (seen.add(name.text())) {
                entries.add(new YamlNode.Entry(name, value));
            } else {
                problems.add(name.at(), "'" + name.text() + "' is given twice; keep one of the two");
            }
        }
        return new YamlNode.Mapping(at, entries);
    }

    private Position at(Event event) {
        return event.getStartMark().map(this::at).orElse(new Position(file, 1, 1));
    }

    private Position at(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Ends the reading of this file at once. */
    private static final class Unusable extends RuntimeException {
        private final transient Position at;
        private final String why;

        Unusable(Position at, String why) {
            super(why);
            this.at = at;
            this.why = why;
        }
    }
}
