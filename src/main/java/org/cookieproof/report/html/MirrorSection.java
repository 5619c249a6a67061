package org.cookieproof.report.html;

import java.util.List;
import org.cookieproof.result.Mirror;

/** Where the target is unlike another, so that nobody takes a pass here for a pass there. */
final class MirrorSection {

    private MirrorSection() {}

    static void show(Markup html, Mirror mirror) {
        if (mirror.differences().isEmpty()) {
            return;
        }
        html.open("section", "id", "mirror", "aria-labelledby", "mirror-h");
        html.element("h2", mirror.target() + " is no mirror of " + mirror.against(), "id", "mirror-h");
        html.element(
                "p",
                Look.count(mirror.differences().size(), "difference") + ", as the doctor saw them on "
                        + RunHeader.time(mirror.at()) + ". What depends on one of them is not shown by this run.",
                "class",
                "dim lead");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "mirror-h");
        html.open("table", "class", "plain").open("thead").open("tr");
        for (String head : List.of("What", mirror.target(), mirror.against())) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        mirror.differences()
                .forEach(d -> html.open("tr")
                        .element("td", d.what())
                        .element("td", d.one())
                        .element("td", d.other())
                        .close());
        html.close().close().close().close().line();
    }
}
