package org.cookieproof.driver;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** One control of a form; its element keeps the state that a person would see. */
record HtmlControl(Element element) {

    private static final Set<String> NAMES = Set.of("input", "button", "select", "textarea");

    /** A name and a value of a form's entry list; a file entry is always the empty file. */
    record Entry(String name, String value, boolean file) {}

    static boolean isControl(Element element) {
        return NAMES.contains(element.normalName());
    }

    String name() {
        return element.attr("name");
    }

    private String type() {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        return switch (element.normalName()) {
            case "button" -> Set.of("reset", "button").contains(type) ? type : "submit";
            case "input" -> type.isEmpty() ? "text" : type;
            default -> element.normalName();
        };
    }

    boolean isSubmitButton() {
        return type().equals("submit") || type().equals("image");
    }

    private boolean isOtherButton() {
        return type().equals("button") || type().equals("reset");
    }

    boolean isRadio() {
        return type().equals("radio");
    }

    private boolean isTicked() {
        return element.hasAttr("checked");
    }

    /** HTML §4.10.18.5: disabled itself, or by a fieldset outside whose first legend it stands. */
    boolean isDisabled() {
        if (element.hasAttr("disabled")) {
            return true;
        }
        for (Element set : element.parents()) {
            if (set.normalName().equals("fieldset") && set.hasAttr("disabled")) {
                Element legend = set.selectFirst("> legend");
                if (legend == null || !element.parents().contains(legend)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Types a text, ticks ({@code "1"}) or clears ({@code ""}) a box, or picks an option by its value.
     *
     * @throws NoSuchElementException when there is no such option
     */
    void set(String value) {
        switch (type()) {
            case "checkbox", "radio" -> tick(!value.isEmpty());
            case "textarea" -> element.text(value);
            case "select" -> pick(value);
            default -> element.attr("value", value);
        }
    }

    void tick(boolean ticked) {
        if (ticked) {
            element.attr("checked", "");
        } else {
            element.removeAttr("checked");
        }
    }

    private void pick(String value) {
        Element chosen = element.select("option").stream()
                .filter(o -> optionValue(o).equals(value))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no option '" + value + "' in field '" + name() + "'"));
        element.select("option").removeAttr("selected");
        chosen.attr("selected", "");
    }

    String value() {
        return switch (type()) {
            // wholeText: text() would fold the white space
            case "textarea" -> element.wholeText();
            case "select" -> chosen().map(HtmlControl::optionValue).findFirst().orElse("");
            case "checkbox", "radio" -> element.hasAttr("value") ? element.attr("value") : "on";
            default -> element.attr("value");
        };
    }

    /** What this control adds to the entry list (HTML §4.10.22.4), given the button that was pressed. */
    List<Entry> entries(Optional<HtmlControl> pressed) {
        boolean isPressed = pressed.filter(this::equals).isPresent();
        boolean inDatalist = element.closest("datalist") != null;
        if (isDisabled() || inDatalist || isOtherButton() || (isSubmitButton() && !isPressed)) {
            return List.of();
        }
        if (type().equals("image")) {
            String prefix = name().isEmpty() ? "" : name() + ".";
            return List.of(new Entry(prefix + "x", "0", false), new Entry(prefix + "y", "0", false));
        }
        if (name().isEmpty()) {
            return List.of();
        }
        return switch (type()) {
            case "checkbox", "radio" -> isTicked() ? List.of(entry(value())) : List.of();
            case "select" -> chosen().map(o -> entry(optionValue(o))).toList();
            case "file" -> List.of(new Entry(name(), "", true));
            case "hidden" -> List.of(entry(name().equalsIgnoreCase("_charset_") ? "UTF-8" : value()));
            default -> List.of(entry(value()));
        };
    }

    private Entry entry(String value) {
        return new Entry(name(), value, false);
    }

    private Stream<Element> chosen() {
        Elements selected = element.select("option[selected]:not([disabled])");
        if (element.hasAttr("multiple")) {
            return selected.stream();
        }
        // HTML §4.10.7: the last one selected wins; with none, a drop-down shows its first
        return selected.isEmpty()
                ? element.select("option:not([disabled])").stream().limit(1)
                : Stream.of(selected.get(selected.size() - 1));
    }

    private static String optionValue(Element option) {
        return option.hasAttr("value") ? option.attr("value") : option.text();
    }
}
