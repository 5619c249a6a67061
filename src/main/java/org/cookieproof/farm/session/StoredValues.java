package org.cookieproof.farm.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.store.SessionStore;
import org.cookieproof.store.StoreKey;

/** Records in a session store, as JSON. What cannot be read, say of another version's schema, counts as absent. */
public final class StoredValues {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SessionStore store;

    public StoredValues(SessionStore store) {
        this.store = store;
    }

    <T> Optional<T> get(StoreKey key, Class<T> type) {
        return store.get(key).flatMap(bytes -> read(bytes, type));
    }

    /** The bytes, whatever they are. */
    Optional<byte[]> bytes(StoreKey key) {
        return store.get(key);
    }

    <T> Optional<T> take(StoreKey key, Class<T> type) {
        return store.take(key).flatMap(bytes -> read(bytes, type));
    }

    void put(StoreKey key, Object value, Duration life) {
        try {
            store.put(key, write(value), life);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record without JSON: " + value.getClass(), e);
        }
    }

    /** The same JSON with these fields exchanged, wherever in it they stand. */
    static byte[] withFields(byte[] json, Map<String, Object> fields) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            fields.forEach((name, value) -> tree.findParents(name)
                    .forEach(parent -> ((ObjectNode) parent).set(name, MAPPER.valueToTree(value))));
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored was no JSON already", e);
        }
    }

    static byte[] write(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(value);
    }

    void delete(StoreKey key) {
        store.delete(key);
    }

    static <T> Optional<T> read(byte[] bytes, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(bytes, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
