package org.cookieproof.driver;

import java.util.ArrayList;
import java.util.List;
import org.cookieproof.driver.Call.Asker;
import org.cookieproof.driver.Call.Place;
import org.cookieproof.http.Url;

/** Fetches what a page embeds, images and frames, one after the other. */
final class Embedding {

    /** Pages of frames of frames; a browser has a limit too, and no page of ours comes near it. */
    private static final int DEEPEST = 4;

    private final Transport transport;

    Embedding(Transport transport) {
        this.transport = transport;
    }

    void load(HtmlDocument page) {
        load(page, List.of());
    }

    private void load(HtmlDocument document, List<Url> outside) {
        List<Url> documents = new ArrayList<>(List.of(document.page().url()));
        documents.addAll(outside);
        for (Url image : document.images()) {
            transport.send(call(document, image, new Asker(documents, Place.IMAGE)));
        }
        for (Url frame : document.frames()) {
            // A document in itself would have no end: HTML §7.3.1.1 does not load it either.
            if (documents.size() < DEEPEST && !documents.contains(frame)) {
                Call call = call(document, frame, new Asker(documents, Place.FRAME));
                load(transport.send(call).document(), documents);
            }
        }
    }

    private static Call call(HtmlDocument document, Url url, Asker asker) {
        return new Call("GET", url, null, document.refererFor(url)).askedBy(asker);
    }
}
