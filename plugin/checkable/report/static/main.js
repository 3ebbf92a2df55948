// Which view an address shows, and the keyboard.
const caseView = document.getElementById("case");
const overview = document.getElementById("overview");
const experiments = [...document.querySelectorAll("section.experiment")];
const scrolls = new Map(); // address -> where the reader was
let shown = null; // the address in view
let returning = false; // by the browser's back or forward
let turn = 0; // of a reader faster than the unpacking

function parse(hash) {
  const [slug, query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  return {section: experiments.find((e) => e.id === slug) ?? null, parameters: new URLSearchParams(query)};
}

function arrange(view, section) {
  document.body.dataset.view = view;
  const only = view === "overview" && experiments.length === 1;
  for (const each of experiments) each.classList.toggle("open", only || (view === "experiment" && each === section));
  caseView.hidden = view !== "case";
}

// A damaged page says so where the cases would be.
const unreadable = (box, error) =>
  box.replaceChildren(
    el(
      "p",
      {class: "notice"},
      icon("warning"),
      el("span", {}, `The cases cannot be read: ${error.message}. The page may have been cut off; write it anew.`),
    ),
  );

async function list(section, parameters) {
  const box = section.querySelector(".cases");
  if (!box) return;
  try {
    drawList(box, section.id, await listingOf(section.id), parameters, move);
  } catch (error) {
    unreadable(box, error);
  }
}

// While the cases are being unpacked the page is busy, and says so.
const busy = (now) => document.getElementById("main").setAttribute("aria-busy", String(now));

async function show() {
  const mine = ++turn;
  busy(true);
  const {section, parameters} = parse(location.hash);
  const back = returning ? scrolls.get(location.hash) : undefined;
  const before = shown === null ? null : parse(shown);
  shown = location.hash;
  returning = false;
  if (section && parameters.has("case") && section.querySelector(".cases")) await showCase(section, parameters, mine);
  else await showPage(section, parameters, before);
  if (mine !== turn) return;
  busy(false);
  if (back !== undefined) scrollTo(0, back);
}

async function showCase(section, parameters, mine) {
  try {
    await drawCase(caseView, section, section.id, await listingOf(section.id), parameters);
  } catch (error) {
    unreadable(caseView, error);
  }
  if (mine !== turn) return;
  arrange("case", section);
  scrollTo(0, 0);
  caseView.querySelector("h2")?.focus({preventScroll: true});
}

async function showPage(section, parameters, before) {
  arrange(section ? "experiment" : "overview", section);
  for (const each of section ? [section] : experiments.length === 1 ? experiments : []) await list(each, parameters);
  const cases = section?.querySelector(".cases");
  if (before && before.section === section && !before.parameters.has("case") && !parameters.size) return scrollTo(0, 0);
  if (cases && parameters.size) cases.previousElementSibling.scrollIntoView();
  else if (section) {
    scrollTo(0, 0);
    section.focus({preventScroll: true});
  } else scrollTo(0, 0);
}

// Move to another list: a new entry in the history, but for every letter of a search.
function move(to, how) {
  const {section, parameters} = parse(to);
  history[how === "typing" ? "replaceState" : "pushState"](null, "", to);
  shown = location.hash;
  busy(true);
  list(section, parameters).then(() => {
    busy(false);
    if (how !== "typing") return;
    const find = section.querySelector(".find-case");
    find.focus();
    find.setSelectionRange(find.value.length, find.value.length);
  });
}

function filterExperiments() {
  const pressed = overview.querySelector("[data-status][aria-pressed=true]").dataset.status;
  const text = document.getElementById("find-experiment").value.trim().toLowerCase();
  let any = false;
  for (const row of overview.querySelectorAll("tbody tr")) {
    row.hidden = !((!pressed || row.dataset.status === pressed) && row.dataset.text.includes(text));
    any ||= !row.hidden;
  }
  document.getElementById("none-found").hidden = any;
}

function pressStatus(event) {
  const chosen = event.target.closest("button[data-status]");
  if (!chosen) return;
  for (const each of overview.querySelectorAll("button[data-status]"))
    each.setAttribute("aria-pressed", String(each === chosen));
  filterExperiments();
}

// j and k walk the rows of a list; in a case they and Escape follow the links above it.
function walk(step) {
  const links = [
    ...document.querySelectorAll("section.open .list a, body[data-view=overview] #overview:not(:has(~ .open)) .what a"),
  ].filter((a) => a.offsetParent);
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input, select, textarea");
  if (typing && event.key === "Escape") return event.target.blur();
  if (typing) return;
  const inCase = document.body.dataset.view === "case";
  const link = inCase ? caseView.querySelector(`[data-key="${CSS.escape(event.key)}"]`) : null;
  if (link) link.click();
  else if (!inCase && (event.key === "j" || event.key === "k")) walk(event.key === "j" ? 1 : -1);
  else if (event.key === "/" && !inCase)
    [...document.querySelectorAll("section.open .find-case, #find-experiment")]
      .filter((i) => i.offsetParent)
      .pop()
      ?.focus();
  else if (event.key === "Escape" && document.body.dataset.view === "experiment") location.hash = "#overview";
  else return;
  event.preventDefault();
}

if (document.getElementById("find-experiment")) {
  overview.addEventListener("click", pressStatus);
  document.getElementById("find-experiment").addEventListener("input", filterExperiments);
}
addEventListener(
  "scroll",
  () => {
    if (shown !== null) scrolls.set(shown, scrollY);
  },
  {passive: true},
);
window.navigation?.addEventListener("navigate", (event) => {
  returning = event.navigationType === "traverse";
});
addEventListener("hashchange", show);
addEventListener("keydown", key);
show();
