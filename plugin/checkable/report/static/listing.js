// The cases of an experiment: filters, search and pages over a list that names each once.
const PAGE = 50;
const MARKS = {c: ["held", "correct"], w: ["failed", "wrong"], a: ["none", "abstained"], m: ["none", "missing"]};
const right = (l, i, arm) => l.marks[i][arm] === "c";
const wrong = (l, i, arm) => "wWaA".includes(l.marks[i][arm]);

// What the list may be cut to; arm and base are indices into a case's marks.
const SHOW = {
  all: ["all", () => true],
  recovered: ["recovered", (l, i, arm, base) => right(l, i, arm) && wrong(l, i, base)],
  regressed: ["regressed", (l, i, arm, base) => wrong(l, i, arm) && right(l, i, base)],
  both: ["both right", (l, i, arm, base) => right(l, i, arm) && right(l, i, base)],
  neither: ["neither", (l, i, arm, base) => wrong(l, i, arm) && wrong(l, i, base)],
  disagree: ["arms disagree", (l, i) => new Set(l.outputs[i].filter((_, a) => l.arms[a].role === "arm")).size > 1],
  missed: ["in reach, missed", (l, i, arm) => "WA".includes(l.marks[i][arm])],
  fooled: ["passed, yet wrong", (l, i, arm) => wrong(l, i, arm) && l.passed[i][arm] === "1"],
  missing: ["on one side only", (l, i) => l.marks[i].includes("m")],
  issues: ["label issues", (l, i) => l.issues[i]],
};

const armNamed = (listing, name, otherwise) => {
  const at = listing.arms.findIndex((arm) => arm.name === name);
  return at >= 0 ? at : otherwise;
};

// What the list shows, read from an address: indices for arm and base, a filter, a text, a page.
function selection(listing, parameters) {
  const find = (name, otherwise) => armNamed(listing, parameters.get(name), otherwise);
  const base = find("base", armNamed(listing, listing.base, 0));
  const arms = listing.arms.map((arm, i) => [arm, i]).filter(([arm, i]) => arm.role === "arm" && i !== base);
  const last = arms.length ? arms[arms.length - 1][1] : base;
  const arm = find("arm", armNamed(listing, listing.arm, last));
  const show = Object.hasOwn(SHOW, parameters.get("show") ?? "") ? parameters.get("show") : "all";
  return {
    arm,
    base,
    show,
    text: parameters.get("find") ?? "",
    family: listing.families.includes(parameters.get("family")) ? parameters.get("family") : "",
    page: Math.max(0, (parseInt(parameters.get("page"), 10) || 1) - 1),
  };
}

function matching(listing, chosen, show = chosen.show) {
  const wanted = chosen.text.toLowerCase();
  const test = SHOW[show][1];
  return [...listing.ids.keys()].filter(
    (i) =>
      test(listing, i, chosen.arm, chosen.base) &&
      (!chosen.family || listing.families[i] === chosen.family) &&
      (!wanted || `${listing.ids[i]} ${listing.families[i]}`.toLowerCase().includes(wanted)),
  );
}

// The parameters of an address that shows `chosen` with `changes`; the case is left out.
function parametersOf(listing, chosen, changes = {}) {
  const now = {...chosen, ...changes};
  return {
    ...(listing.fixed ?? {arm: listing.arms[now.arm].name, base: listing.arms[now.base].name}),
    show: now.show === "all" ? "" : now.show,
    find: now.text,
    family: now.family,
    page: now.page ? String(now.page + 1) : "",
  };
}

function markOf(mark) {
  const [kind, word] = MARKS[mark.toLowerCase()];
  const missed = mark !== mark.toLowerCase();
  return el(
    "td",
    {class: `mark s-${kind}`},
    icon(kind, missed ? `${word}, in reach` : word),
    el("span", {class: missed ? "missed" : "missed no", "aria-hidden": "true"}),
  );
}

function caseRow(place, listing, chosen, i) {
  const link = place.links(i, parametersOf(listing, chosen));
  return el(
    "tr",
    {},
    el("td", {}, link, listing.issues[i] ? el("span", {class: "muted"}, " label issue") : null),
    el("td", {class: "family muted"}, bdi(listing.families[i])),
    [...listing.marks[i]].map(markOf),
  );
}

function armChoice(listing, chosen, which, go) {
  const select = el(
    "select",
    {},
    listing.arms.map((arm, i) =>
      el(
        "option",
        {value: i, selected: i === chosen[which]},
        arm.role === "control" ? `${arm.name} (control)` : arm.name,
      ),
    ),
  );
  select.addEventListener("change", () => go({[which]: Number(select.value), page: 0}));
  return el("label", {}, which === "arm" ? "Compare" : "with", select);
}

function familyChoice(listing, chosen, go) {
  const families = [...new Set(listing.families)].sort();
  if (families.length < 2) return null;
  const select = el(
    "select",
    {},
    el("option", {value: ""}, `all ${families.length}`),
    families.map((name) => el("option", {value: name, selected: name === chosen.family}, name)),
  );
  select.addEventListener("change", () => go({family: select.value, page: 0}));
  return el("label", {}, "Family", select);
}

function tools(listing, chosen, go) {
  const filters = Object.keys(SHOW)
    .map((name) => [name, matching(listing, chosen, name).length])
    .filter(([name, n]) => n || name === "all" || name === chosen.show)
    .map(([name, n]) =>
      button(`${SHOW[name][0]} ${n}`, () => go({show: name, page: 0}), {"aria-pressed": String(name === chosen.show)}),
    );
  const find = el("input", {
    type: "search",
    placeholder: "Find a case",
    value: chosen.text,
    autocomplete: "off",
    spellcheck: "false",
    class: "find-case",
  });
  find.addEventListener("input", () => go({text: find.value, page: 0}, "typing"));
  return [
    el(
      "div",
      {class: "tools"},
      listing.fixed ? null : [armChoice(listing, chosen, "arm", go), armChoice(listing, chosen, "base", go)],
      familyChoice(listing, chosen, go),
      el("label", {class: "find"}, el("span", {class: "hush"}, "Find a case"), find),
    ),
    el("div", {class: "tools", role: "group", "aria-label": "Show cases"}, filters),
  ];
}

function pages(chosen, total, go) {
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  const from = chosen.page * PAGE;
  if (!last) return null;
  return el(
    "p",
    {class: "pages"},
    button("previous", () => go({page: chosen.page - 1}), {disabled: chosen.page === 0}),
    `${from + 1}–${Math.min(total, from + PAGE)} of ${total}`,
    button("next", () => go({page: chosen.page + 1}), {disabled: chosen.page >= last}),
  );
}

// Draw the list into `box`. `place` says what its addresses are and where a case leads; `move` goes to one.
function drawList(box, place, listing, parameters, move) {
  const chosen = selection(listing, parameters);
  const found = matching(listing, chosen);
  chosen.page = Math.min(chosen.page, Math.max(0, Math.ceil(found.length / PAGE) - 1));
  const go = (changes, how) => move(place.to(parametersOf(listing, chosen, changes)), how);
  const head = el(
    "tr",
    {},
    el("th", {scope: "col"}, "Case"),
    el("th", {scope: "col", class: "family"}, "Family"),
    listing.arms.map((arm) => el("th", {scope: "col", class: "mark"}, bdi(arm.name))),
  );
  const rows = found.slice(chosen.page * PAGE, (chosen.page + 1) * PAGE).map((i) => caseRow(place, listing, chosen, i));
  const table = el(
    "div",
    {class: "scroll", tabindex: "0", role: "group", "aria-label": "cases"},
    el("table", {class: "list"}, el("thead", {}, head), el("tbody", {}, rows)),
  );
  const legend = el(
    "p",
    {class: "legend"},
    icon("held"),
    "correct  ",
    icon("failed"),
    "wrong  ",
    icon("none"),
    "abstained  ",
    el("span", {class: "missed", "aria-hidden": "true"}),
    " in reach: some candidate was correct (oracle)",
  );
  box.replaceChildren(
    ...tools(listing, chosen, go),
    rows.length ? table : el("p", {class: "empty"}, "No case matches."),
    ...[rows.length ? legend : null, pages(chosen, found.length, go)].filter(Boolean),
  );
}
