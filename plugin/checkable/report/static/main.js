// Which view an address shows, and the keyboard.
const caseView = document.getElementById("case");
const views = [...document.querySelectorAll("section.view")];
const experiments = views.filter((view) => view.dataset.kind === "experiment");
const scrolls = new Map(); // address -> where the reader was
let shown = null; // the address in view
let returning = false; // by the browser's back or forward
let turn = 0; // of a reader faster than the unpacking

function parse(hash) {
  const [slug, query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  return {section: views.find((view) => view.id === slug) ?? views[0], parameters: new URLSearchParams(query)};
}

const ROOMS = {program: "map", claim: "claims", experiment: "experiments"}; // the page that a view belongs to

// Most of a large page is experiments that nobody opens: each stays one text until it is shown or printed.
function unfold(section) {
  const folded = section.querySelector(":scope > noscript");
  if (folded) section.innerHTML = folded.textContent; // markup of this page's own, as it stands in its source
}

function unfoldForPaper() {
  if (document.body.dataset.view === "experiments") experiments.forEach(unfold);
}

function arrange(section, asCase) {
  const kind = section.dataset.kind;
  const only = kind === "experiments" && experiments.length === 1 ? experiments[0] : null;
  document.body.dataset.view = asCase ? "case" : kind;
  for (const each of views) each.classList.toggle("open", !asCase && (each === section || each === only));
  caseView.hidden = !asCase;
  for (const link of document.querySelectorAll(".rooms a")) {
    if (link.hash === `#${ROOMS[kind] ?? kind}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
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

const placeOf = (slug, listing) => ({
  to: (parameters) => address(slug, parameters),
  links: (i, parameters) => el("a", {href: address(slug, {case: listing.ids[i], ...parameters})}, bdi(listing.ids[i])),
});

async function list(section, parameters) {
  const box = section.querySelector(".cases");
  if (!box) return;
  try {
    const listing = await listingOf(section.id);
    drawList(box, placeOf(section.id, listing), listing, parameters, move);
    drawFamilies(section.querySelector(".families"), section.id, listing, selection(listing, parameters));
  } catch (error) {
    unreadable(box, error);
  }
}

async function compare(section, parameters) {
  const box = section.querySelector(".comparison");
  try {
    await drawCompare(box, parameters, move);
  } catch (error) {
    unreadable(box, error);
  }
}

// What a view needs beyond what the page holds already.
async function fill(section, parameters) {
  const kind = section.dataset.kind;
  if (kind === "compare") await compare(section, parameters);
  else if (kind === "experiment") await list(section, parameters);
  else if (kind === "experiments" && experiments.length === 1) await list(experiments[0], parameters);
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
  unfold(section);
  if (parameters.has("case") && section.querySelector(":scope > .cases")) await showCase(section, parameters, mine);
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
  arrange(section, true);
  scrollTo(0, 0);
  caseView.querySelector("h2")?.focus({preventScroll: true});
}

async function showPage(section, parameters, before) {
  arrange(section, false);
  await fill(section, parameters);
  document.querySelectorAll(".view.open").forEach(offerExports);
  const cases = section.querySelector(".cases");
  if (before && before.section === section && !before.parameters.has("case") && !parameters.size) return scrollTo(0, 0);
  if (cases && parameters.size && section.dataset.kind === "experiment")
    return cases.previousElementSibling.scrollIntoView();
  scrollTo(0, 0);
  if (before) section.focus({preventScroll: true});
}

// Move to another list: a new entry in the history, but for every letter of a search.
function move(to, how) {
  const {section, parameters} = parse(to);
  history[how === "typing" ? "replaceState" : "pushState"](null, "", to);
  shown = location.hash;
  busy(true);
  fill(section, parameters).then(() => {
    busy(false);
    offerExports(section);
    if (how !== "typing") return;
    const find = section.querySelector(".find-case");
    find.focus();
    find.setSelectionRange(find.value.length, find.value.length);
  });
}

// j and k walk the rows of a list; in a case they and Escape follow the links above it.
function walk(step) {
  const cases = document.querySelectorAll(".view.open .list tbody td:first-child > a:first-child");
  const rows = document.querySelectorAll(".view.open .what a, .view.open .changes a, .view.open .proposal summary");
  const links = [...(cases.length ? cases : rows)].filter((a) => a.offsetParent);
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
    [...document.querySelectorAll(".view.open .find input")]
      .filter((i) => i.offsetParent)
      .pop()
      ?.focus();
  else if (event.key === "Escape" && ROOMS[document.body.dataset.view])
    location.hash = `#${ROOMS[document.body.dataset.view]}`;
  else return;
  event.preventDefault();
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
addEventListener("beforeprint", unfoldForPaper);
matchMedia("print").addEventListener("change", unfoldForPaper);
addEventListener("hashchange", show);
addEventListener("keydown", key);
show();
