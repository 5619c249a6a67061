package org.cookieproof.driver.browser;

/**
 * JavaScript functions that are called in the page. Controls are found by their {@code form} property: a field that is
 * named {@code elements} hides the form's own list.
 */
public final class PageScripts {

    public static final String LOADED = """
            () => document.readyState === 'complete'
                && performance.getEntriesByType('navigation').every(n => n.loadEventEnd > 0)""";

    /**
     * Ends when the page has nothing left to do but wait: what has arrived goes before idle callbacks, and a short
     * timer set by what has arrived, as script loaders do, goes before ours.
     */
    static final String IDLE = """
            async () => {
              const idle = () => new Promise(done => self.requestIdleCallback
                  ? requestIdleCallback(done, { timeout: 50 }) : setTimeout(done, 10));
              await idle();
              await new Promise(done => setTimeout(done, 4));
              await idle();
            }""";

    public static final String SOURCE = "() => document.documentElement ? document.documentElement.outerHTML : ''";

    /** What full Chromium's own error page says; the headless shell's is blank. */
    public static final String ERROR_CODE = """
            () => { const code = document.querySelector('.error-code');
                    return code ? code.textContent.trim() : ''; }""";

    public static final String VALUE_OF = """
            selector => {
              const field = document.querySelector(selector);
              if (!field) return null;
              if (field.type === 'checkbox' || field.type === 'radio') return field.checked ? '1' : '';
              return String('value' in field ? field.value : field.textContent);
            }""";

    /** By a timer, since the call itself would not return from a document that it leaves. */
    public static final String BACK = "() => { setTimeout(() => history.back(), 0); }";

    /**
     * With strings and lists alone: a page may have put its own Headers or URLSearchParams in the place of old engines',
     * of which their fetch() makes plain text. MediaWiki does up to Chromium 70.
     */
    public static final String FETCH = """
            async (method, url, body, headers) => {
              try {
                const answer = await fetch(url,
                    { method, credentials: 'include', redirect: 'follow', headers, ...(body === '' ? {} : { body }) });
                return { url: answer.url, status: answer.status, body: await answer.text() };
              } catch (e) {
                return { url: '', status: 0, body: String(e) };
              }
            }""";

    public static final String LINK = "selector => document.querySelector(selector)";

    /** The submit button of that name in that form; without a name the first that can be pressed. */
    public static final String BUTTON = """
            (selector, name) => {
              const form = document.querySelector(selector);
              return [...document.querySelectorAll('button, input')].find(e => e.form === form && !e.disabled
                  && (e.type === 'submit' || e.type === 'image') && (name === '' || e.name === name)) || null;
            }""";

    public static final String HAS_FORM = "selector => document.querySelector(selector) instanceof HTMLFormElement";

    /**
     * Scrolls to the element that a function returns and says where the mouse reaches it: x and y in CSS pixels from the
     * corner of the layout's viewport, then from that of the visual one, which a phone moves about in the other. Where
     * no mouse can reach it, it is activated by script, by a timer for the reason of {@link #BACK}, and the list is empty.
     */
    private static final String REACH = """
            (...a) => {
              const element = (%s)(...a);
              if (!element) return null;
              element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
              const box = [...element.getClientRects()].find(b => b.width && b.height);
              if (box) {
                const x = Math.floor(box.left + box.width / 2), y = Math.floor(box.top + box.height / 2);
                const hit = document.elementFromPoint(x, y);
                const seen = visualViewport;
                if (hit && (hit === element || element.contains(hit)))
                  return [x, y, x - seen.offsetLeft, y - seen.offsetTop];
              }
              setTimeout(() => element.click(), 0);
              return [];
            }""";

    /**
     * What Enter does in a form without a button; by a timer for the reason of {@link #BACK}. Where there is no
     * requestSubmit (Chromium before 76), by a button that is there for that moment only.
     */
    public static final String SUBMIT_WITHOUT_BUTTON = """
            selector => {
              const form = document.querySelector(selector);
              const submit = HTMLFormElement.prototype.requestSubmit || function () {
                const button = document.createElement('button');
                button.style.display = 'none';
                this.appendChild(button);
                button.click();
                button.remove();
              };
              setTimeout(() => submit.call(form), 0);
            }""";

    /**
     * Sets what is not typed, and for what is typed puts the focus there and selects what is to be overwritten. Returns
     * a {@link Preparation}.
     */
    private static final String PREPARE = """
            (field, value) => {
              const told = () => { for (const type of ['input', 'change'])
                                     field.dispatchEvent(new Event(type, { bubbles: true })); return 'DONE'; };
              if (field.type === 'checkbox' || field.type === 'radio') {
                if (field.checked !== (field.type === 'radio' || value !== '')) field.click();
                return 'DONE';
              }
              if (field instanceof HTMLSelectElement) {
                if (![...field.options].some(o => o.value === value)) return 'NO_OPTION';
                field.value = value;
                return told();
              }
              const lines = field instanceof HTMLTextAreaElement || field.isContentEditable;
              if (!lines && !('value' in field)) return 'NO_FIELD';
              if (field.type === 'file') return 'FILE';
              const typed = lines
                  || ['text', 'search', 'url', 'tel', 'email', 'password', 'number'].includes(field.type);
              if (typed) field.focus();
              if (!typed || document.activeElement !== field) { field.value = value; return told(); }
              if (field.select) field.select(); else getSelection().selectAllChildren(field);
              return lines ? 'TYPE_LINES' : 'TYPE';
            }""";

    public static final String PREPARE_FIELD = """
            (selector, value) => {
              const field = document.querySelector(selector);
              return field ? (%s)(field, value) : 'NO_FIELD';
            }""".formatted(PREPARE);

    /** A check box and the hidden field that stands in for it when it is clear may bear the same name. */
    public static final String PREPARE_IN_FORM = """
            (selector, name, value) => {
              const form = document.querySelector(selector);
              const named = [...document.querySelectorAll('input, select, textarea')]
                  .filter(e => e.form === form && e.name === name);
              const radios = named.filter(e => e.type === 'radio');
              if (radios.length && !radios.some(e => e.value === value)) return 'NO_OPTION';
              const field = radios.find(e => e.value === value) || named.find(e => e.type !== 'hidden') || named[0];
              return field ? (%s)(field, value) : 'NO_FIELD';
            }""".formatted(PREPARE);

    /** What {@link #PREPARE_FIELD} and {@link #PREPARE_IN_FORM} say. */
    enum Preparation {
        DONE,
        /** To be typed in one line. */
        TYPE,
        /** To be typed, line breaks included. */
        TYPE_LINES,
        NO_FIELD,
        /** The choice is not among those offered. */
        NO_OPTION,
        /** A file field, which takes no text. */
        FILE
    }

    private PageScripts() {}

    /** {@link #REACH} for the element that this function returns. */
    public static String reach(String function) {
        return REACH.formatted(function);
    }
}
