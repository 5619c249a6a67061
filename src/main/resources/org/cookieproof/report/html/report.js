"use strict";
// The page reads well without this. It filters, unfolds what a link leads to, shows one cell, and copies commands.
// Whatever it shows is text: nothing here makes markup out of data.
const byId = id => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const text = number => data.texts[number];
const links = data.cells.map((cell, i) => byId("c" + i));
const boxes = links.map(link => link.parentElement);
const rows = [...new Set(boxes.map(box => box.parentElement))];
const rowOf = boxes.map(box => box.parentElement);
const articles = data.findings.map(finding => byId(finding.a));
const haystacks = data.cells.map(cell => [text(cell.n), text(cell.t), text(cell.p), text(cell.r)]
  .concat((cell.f || []).map(f => text(data.findings[f].c) + " " + text(data.findings[f].s)))
  .join("\n").toLowerCase());

// Filters: state ↔ address.
const KEYS = ["v", "p", "s", "t", "q", "f"];
const state = Object.fromEntries(KEYS.map(key => [key, ""]));
const fields = { p: byId("filter-p"), s: byId("filter-s"), t: byId("filter-t"), q: byId("filter-q") };

function stateFromAddress() {
  const told = new URLSearchParams(location.hash.slice(1));
  if (location.hash.length > 1 && !KEYS.some(key => told.has(key))) { return false; }
  for (const key of KEYS) { state[key] = told.get(key) || ""; }
  return true;
}

function stateToAddress() {
  const told = new URLSearchParams();
  for (const key of KEYS) { if (state[key]) { told.set(key, state[key]); } }
  const hash = told.toString();
  history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
}

function stateToFields() {
  const tile = byId("show-" + (state.v || "all"));
  if (tile) { tile.checked = true; }
  for (const [key, field] of Object.entries(fields)) { field.value = state[key]; }
}

function matches(cell, i, wanted) {
  return (wanted.verdict < 0 || cell.v === wanted.verdict)
    && (!state.p || text(cell.p) === state.p)
    && (!state.s || text(cell.s) === state.s)
    && (!state.t || (data.tags[text(cell.n)] || []).includes(state.t))
    && (wanted.finding < 0 || (cell.f || []).includes(wanted.finding))
    && wanted.words.every(word => haystacks[i].includes(word));
}

function apply() {
  const wanted = {
    verdict: state.v ? data.verdicts.findIndex(verdict => verdict.id === state.v) : -1,
    finding: state.f ? data.findings.findIndex(finding => finding.f === state.f) : -1,
    words: state.q.toLowerCase().split(/\s+/).filter(word => word),
  };
  const rowsIn = new Set();
  const findingsIn = new Set();
  let count = 0;
  data.cells.forEach((cell, i) => {
    const inside = matches(cell, i, wanted);
    boxes[i].classList.toggle("out", !inside);
    if (inside) {
      count++;
      rowsIn.add(rowOf[i]);
      (cell.f || []).forEach(f => findingsIn.add(f));
    }
  });
  for (const row of rows) { row.hidden = !rowsIn.has(row); }
  for (const body of document.querySelectorAll(".matrix tbody")) {
    body.hidden = ![...body.rows].some(row => !row.hidden && !row.classList.contains("folder"));
  }
  columns();
  const narrowed = KEYS.some(key => state[key]);
  let findings = 0;
  articles.forEach((article, f) => {
    const inside = !narrowed || (findingsIn.has(f) && (wanted.finding < 0 || wanted.finding === f));
    article.hidden = !inside;
    findings += inside ? 1 : 0;
  });
  byId("filter-status").textContent = count + " of " + data.cells.length + " cells, "
    + findings + " of " + data.findings.length + " findings"
    + (state.f && wanted.finding >= 0 ? ", with finding " + state.f : "");
  byId("filter-clear").disabled = !narrowed;
  rove();
}

// Columns of other profiles and schemes go; the heads say which is which.
const profileHeads = [...document.querySelectorAll(".matrix th.profile")];
const schemeHeads = [...document.querySelectorAll(".matrix th.scheme")];
const schemes = schemeHeads.flatMap(head => Array(Number(head.getAttribute("colspan"))).fill(head));
const spans = new Map(schemeHeads.map(head => [head, Number(head.getAttribute("colspan"))]));
let hiddenColumns = "";

function columns() {
  const off = profileHeads.map((head, i) =>
    Boolean((state.p && head.dataset.profile !== state.p) || (state.s && schemes[i].textContent !== state.s)));
  if (off.join() === hiddenColumns) { return; }
  hiddenColumns = off.join();
  profileHeads.forEach((head, i) => { head.hidden = off[i]; });
  for (const head of schemeHeads) {
    const left = schemes.filter((other, i) => other === head && !off[i]).length;
    head.hidden = left === 0;
    head.colSpan = left || spans.get(head);
  }
  for (const row of rows) {
    [...row.cells].slice(1).forEach((box, i) => { box.hidden = off[i]; });
  }
}

function changed() {
  stateToAddress();
  apply();
}

for (const tile of document.querySelectorAll(".ledger input")) {
  tile.addEventListener("change", () => { state.v = tile.value === "all" ? "" : tile.value; changed(); });
}
for (const [key, field] of Object.entries(fields)) {
  field.addEventListener("input", () => { state[key] = field.value; changed(); });
}
byId("filter-clear").addEventListener("click", () => {
  for (const key of KEYS) { state[key] = ""; }
  stateToFields();
  changed();
  fields.q.focus();
});
addEventListener("keydown", event => {
  const typing = event.target instanceof Element && event.target.matches("input[type=search], select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !byId("cell").open) {
    event.preventDefault();
    fields.q.focus();
    fields.q.select();
  }
});

// The matrix is one stop of the Tab key; arrows move within it.
let stop = null;
const usable = link => link && !link.parentElement.hidden && !link.parentElement.parentElement.hidden
  && !link.parentElement.classList.contains("out");

function rove(next) {
  const link = next || (usable(stop) ? stop : links.find(usable));
  if (stop && stop !== link) { stop.tabIndex = -1; }
  stop = link || null;
  if (stop) { stop.tabIndex = 0; }
}

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
links.forEach(link => { link.tabIndex = -1; });
for (const table of document.querySelectorAll(".matrix")) {
  table.addEventListener("keydown", event => {
    const step = STEPS[event.key];
    const box = event.target.closest("td");
    if (!step || !box) { return; }
    event.preventDefault();
    const lines = step[0] ? rows.filter(row => !row.hidden) : [box.parentElement];
    let line = lines.indexOf(box.parentElement);
    let column = box.cellIndex;
    for (;;) {
      line += step[0];
      column += step[1];
      const next = lines[line] && lines[line].cells[column];
      if (!next || column < 1) { return; }
      const link = next.querySelector("a");
      if (usable(link)) { rove(link); link.focus(); return; }
    }
  });
  table.addEventListener("click", event => {
    const link = event.target.closest("td a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      rove(link);
      show(Number(link.id.slice(1)));
    }
  });
}

// One cell.
function element(name, content, look) {
  const made = document.createElement(name);
  if (look) { made.className = look; }
  if (typeof content === "string") { made.textContent = content; } else if (content) { made.append(...content); }
  return made;
}
function link(href, content) {
  const made = element("a", content);
  made.href = href;
  return made;
}
const quoted = word => /^[A-Za-z0-9._\/:@%+=,-]+$/.test(word) ? word : "'" + word.replaceAll("'", "'\\''") + "'";

function show(i) {
  const cell = data.cells[i];
  const verdict = data.verdicts[cell.v];
  const panel = byId("cell");
  const close = element("button", "Close");
  close.type = "button";
  close.addEventListener("click", () => panel.close());
  const heading = element("h2", text(cell.t));
  heading.id = "cell-h";
  const id = text(cell.n) + " × " + text(cell.p) + " × " + text(cell.s);
  const parts = [
    element("p", [element("span", verdict.symbol + " " + verdict.word, "chip v-" + verdict.id), close], "kicker"),
    heading, element("p", [element("code", id)], "dim"),
  ];
  if (text(cell.r)) { parts.push(element("p", text(cell.r), "reason")); }
  parts.push(element("p", [text(cell.e), text(cell.d)].filter(word => word).join(" · "), "dim"));
  for (const command of ["./cookieproof repro " + quoted(id), "./cookieproof run --scenario " + quoted(text(cell.n))
      + " --profile " + quoted(text(cell.p)) + " --scheme " + text(cell.s) + text(cell.o)]) {
    const line = element("p", [element("code", command)], "command");
    copyable(line);
    parts.push(line);
  }
  if (cell.f) {
    parts.push(element("h3", "Findings"));
    parts.push(element("ul", cell.f.map(f => element("li",
      [link("#" + data.findings[f].a, text(data.findings[f].s)), element("span", " " + text(data.findings[f].c), "dim")])),
      "changes"));
  } else if (cell.a !== undefined) {
    parts.push(element("p", [link("#" + text(cell.a), "All cells with this reason")]));
  }
  if (cell.w) { parts.push(element("h3", "Known issue"), ...cell.w.map(w => known(data.known[w]))); }
  if (cell.k) { parts.push(element("h3", "Attempts"), attempts(cell.k)); }
  if (cell.m) { parts.push(element("p", "and " + cell.m + " more in results.jsonl", "dim")); }
  const files = [];
  if (cell.h !== undefined) { files.push(element("li", [link(text(cell.h), "The whole recording (HAR)")])); }
  if (cell.i !== undefined) { files.push(element("li", [link(text(cell.i), "Screenshot")])); }
  if (files.length) { parts.push(element("h3", "Files"), element("ul", files, "changes")); }
  panel.replaceChildren(...parts);
  panel.showModal();
  close.focus();
}

// As AttemptCards does it for who has no script.
function attempts(list) {
  return element("ol", list.map(attempt => {
    const verdict = data.verdicts[attempt.v];
    return element("li", [
      element("p", [element("b", "Attempt " + attempt.n), element("span", verdict.symbol + " " + verdict.word,
        "chip v-" + verdict.id), element("span", text(attempt.d), "dim num")], "kicker"),
      element("p", text(attempt.r) || "nothing amiss"),
      element("ul", attempt.x.map(([name, path]) => element("li", [link(text(path), text(name))]))),
    ]);
  }), "attempts");
}

function known(cause) {
  const facts = [["Bug", cause.b], ["Owner", cause.o], ["Until", cause.u], ["Reason", cause.r], ["Entry", cause.at]];
  return element("dl", facts.map(([name, value]) =>
    element("div", [element("dt", name), element("dd", text(value))])), "cause");
}

byId("cell").addEventListener("click", event => {
  if (event.target.closest("a[href^='#']")) { byId("cell").close(); }
});

// Commands.
function copyable(line) {
  if (line.querySelector("button")) { return; }
  const code = line.querySelector("code");
  const button = element("button", "Copy");
  button.type = "button";
  button.setAttribute("aria-label", "Copy the command");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch (refused) {
      // Some browsers have no clipboard for files: the command is selected to be copied by hand.
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1600);
  });
  line.append(button);
}

// What is folded waits in a template, out of the tree.
function fill(details) {
  const waiting = details.querySelector(":scope > template");
  if (waiting) {
    const content = waiting.content;
    waiting.replaceWith(content);
    details.querySelectorAll(".command").forEach(copyable);
  }
}
document.addEventListener("toggle", event => {
  if (event.target instanceof HTMLDetailsElement && event.target.open) { fill(event.target); }
}, true);

function find(id) {
  for (const waiting of byId(id) ? [] : document.querySelectorAll("details > template")) {
    if (waiting.content.getElementById(id)) {
      fill(waiting.parentElement);
      break;
    }
  }
  return byId(id);
}

function unfold() {
  const target = location.hash.length > 1 && find(decodeURIComponent(location.hash.slice(1)));
  if (!target) { return; }
  if (target.closest("[hidden]")) {
    for (const key of KEYS) { state[key] = ""; }
    stateToFields();
    apply();
  }
  for (const details of target.querySelectorAll("details.evidence")) { fill(details); details.open = true; }
  for (let at = target; at; at = at.parentElement) {
    if (at.matches("details")) { fill(at); at.open = true; }
  }
  target.scrollIntoView();
}

addEventListener("hashchange", () => {
  if (stateFromAddress()) {
    stateToFields();
    apply();
    if (location.hash) { byId("matrix").scrollIntoView(); }
  } else {
    unfold();
  }
});
document.querySelectorAll(".command").forEach(copyable);
byId("filters").hidden = false;
stateFromAddress();
stateToFields();
apply();
if (!KEYS.some(key => state[key])) { unfold(); }
