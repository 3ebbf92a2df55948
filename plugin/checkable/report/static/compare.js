// Two arms of one run or of two, paired by case. A case that one side lacks is missing, never passed.

// Exact two-sided McNemar test on what flipped: `b` one way, `c` the other.
function mcnemar(b, c) {
  const n = b + c;
  let [term, sum] = [-n * Math.LN2, 0];
  for (let k = 0; k <= Math.min(b, c); k++) {
    sum += Math.exp(term);
    term += Math.log((n - k) / (k + 1));
  }
  return n === 0 ? 1 : Math.min(1, 2 * sum);
}

const wordedP = (p) => (p < 0.0001 ? "< .0001" : p < 0.001 ? p.toFixed(4) : String(Number(p.toPrecision(2))));
const runs_ = () => [...document.querySelectorAll("section.experiment[data-cases]")];

// The two sides of an address; by default the first two runs of the page, or one run's arms.
function sides(parameters) {
  const all = runs_().map((section) => section.id);
  const pick = (name, otherwise) => (all.includes(parameters.get(name)) ? parameters.get(name) : otherwise);
  const b = pick("b", all[0]);
  return {a: pick("a", b), b};
}

function defaultArms(listing, other, same) {
  const plain = listing.arms.map((arm, i) => [arm, i]).filter(([arm]) => arm.role === "arm");
  const last = armNamed(listing, listing.arm, plain[plain.length - 1][1]);
  const base = armNamed(listing, listing.base, 0);
  return {last, base: same ? base : armNamed(other, listing.arms[last].name, base)};
}

// One list of cases from two: marks of both sides, "m" where a side has no such case.
function merged(left, right, arms, fixed) {
  const at = [left, right].map((listing) => new Map(listing.ids.map((id, i) => [id, i])));
  const ids = [...new Set([...right.ids, ...left.ids])];
  const of = (side, id, field, none) => {
    const [listing, i] = [[left, right][side], at[side].get(id)];
    return i === undefined ? none : listing[field][i][arms[side]];
  };
  const both = (field, none) => ids.map((id) => [of(0, id, field, none), of(1, id, field, none)]);
  const any = (field) => ids.map((id) => (at[0].has(id) ? left[field][at[0].get(id)] : right[field][at[1].get(id)]));
  return {
    fixed,
    ids,
    at,
    base: "B",
    arms: ["A", "B"].map((name) => ({name, role: "arm"})),
    families: any("families"),
    issues: any("issues"),
    marks: both("marks", "m").map((pair) => pair.join("")),
    passed: both("passed", "0").map((pair) => pair.join("")),
    outputs: both("outputs", "missing"),
  };
}

function sideChoice(which, parameters, chosenRun, listing, arm, go) {
  const run = el(
    "select",
    {},
    runs_().map((section) =>
      el(
        "option",
        {value: section.id, selected: section.id === chosenRun},
        section.dataset.name,
      ),
    ),
  );
  const arms = el(
    "select",
    {},
    listing.arms.map((each, i) => el("option", {value: each.name, selected: i === arm}, each.name)),
  );
  run.addEventListener("change", () => go({[which]: run.value, [which + which]: ""}));
  arms.addEventListener("change", () => go({[which + which]: arms.value}));
  return el(
    "div",
    {class: "tools"},
    el("label", {}, el("b", {}, which.toUpperCase()), el("span", {class: "hush"}, "run"), run),
    el("label", {}, "arm", arms),
    el("span", {class: "path"}, bdi(document.getElementById(chosenRun).dataset.run)),
  );
}

function fourCells(listing, place) {
  const n = (show) => matching(listing, selection(listing, new URLSearchParams()), show).length;
  const link = (show, word, kind) =>
    el(
      "td",
      kind ? {class: kind} : {},
      el("a", {href: place.to({...listing.fixed, show})}, n(show).toLocaleString("en"), el("span", {}, word)),
    );
  const row = (name, ...cells) => el("tr", {}, el("th", {scope: "row"}, name), ...cells);
  const head = el(
    "tr",
    {},
    el("td"),
    el("th", {scope: "col"}, "A right"),
    el("th", {scope: "col"}, "A wrong"),
  );
  return {
    recovered: n("recovered"),
    regressed: n("regressed"),
    missing: n("missing"),
    table: el(
      "table",
      {class: "quad"},
      el("caption", {}, "A ", el("span", {class: "muted"}, "against"), " B"),
      el("thead", {}, head),
      el(
        "tbody",
        {},
        row("B right", link("both", "both"), link("regressed", "regressed", "down")),
        row("B wrong", link("recovered", "recovered", "up"), link("neither", "neither")),
      ),
    ),
  };
}

const signed = (share) => {
  const text = Math.abs(100 * share).toFixed(1);
  return `${Number(text) === 0 ? "" : share > 0 ? "+" : "−"}${text}`;
};

// The cases that both sides have: their families, and 1 where A alone is right, -1 where B alone is.
function pairedCases(listing) {
  const at = [...listing.ids.keys()].filter((i) => !listing.marks[i].includes("m"));
  return {
    families: at.map((i) => listing.families[i]),
    differences: at.map((i) => Number(right(listing, i, 0)) - Number(right(listing, i, 1))),
  };
}

function verdict(cells, listing) {
  const {families, differences} = pairedCases(listing);
  const paired = differences.length;
  const p = mcnemar(cells.recovered, cells.regressed);
  const over = clusteredDifference(families, differences);
  const interval =
    over.low === null ? "" : ` [${signed(over.low)}, ${signed(over.high)}] over ${count(over.families, "family", "families")}`;
  return el(
    "p",
    {class: "why"},
    el("b", {}, `${signed(paired ? (cells.recovered - cells.regressed) / paired : 0)} points`),
    `${interval}, on ${count(paired, "paired case", "paired cases")}: ${cells.recovered} recovered, ${cells.regressed} regressed, exact p ${p < 0.0001 ? "" : "= "}${wordedP(p)} (McNemar, two-sided, uncorrected).`,
    cells.missing ? ` ${count(cells.missing, "case is", "cases are")} on one side only and left out.` : "",
    over.low === null ? " All are of one family, so that there is no interval over families." : "",
  );
}

// Families in which something flipped, the most flips first, each leading to its cases.
function flippedFamilies(listing, place) {
  const found = new Map();
  const {families, differences} = pairedCases(listing);
  if (new Set(families).size < 2) return null;
  families.forEach((family, i) => {
    const row = found.get(family) ?? {family, n: 0, recovered: 0, regressed: 0};
    row.n += 1;
    row.recovered += differences[i] === 1;
    row.regressed += differences[i] === -1;
    found.set(family, row);
  });
  const rows = [...found.values()].filter((row) => row.recovered + row.regressed);
  if (!rows.length) return null;
  rows.sort((a, b) => b.recovered + b.regressed - a.recovered - a.regressed || (a.family < b.family ? -1 : 1));
  const cell = (row, show, kind) =>
    el(
      "td",
      {class: `num ${kind}`},
      row[show] ? el("a", {href: place.to({...listing.fixed, show, family: row.family})}, String(row[show])) : "0",
    );
  const head = ["Family", "Cases", "Recovered", "Regressed"].map((word, i) =>
    el("th", i ? {scope: "col", class: "num"} : {scope: "col"}, word),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      el("th", {scope: "row"}, el("a", {href: place.to({...listing.fixed, family: row.family})}, bdi(row.family))),
      el("td", {class: "num"}, String(row.n)),
      cell(row, "recovered", "up"),
      cell(row, "regressed", "down"),
    ),
  );
  return el(
    "details",
    {class: "more flips", open: rows.length <= 12},
    el("summary", {}, `${count(rows.length, "family", "families")} of ${found.size} in which something flipped`),
    el(
      "div",
      {class: "scroll", tabindex: "0", role: "group", "aria-label": "Families in which something flipped"},
      el("table", {class: "figures"}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, body)),
    ),
  );
}

async function drawCompare(box, parameters, move) {
  const chosen = sides(parameters);
  if (!chosen.b) return;
  const [left, other] = await Promise.all([listingOf(chosen.a), listingOf(chosen.b)]);
  const start = defaultArms(left, other, chosen.a === chosen.b);
  const arms = [armNamed(left, parameters.get("aa"), start.last), armNamed(other, parameters.get("bb"), start.base)];
  const fixed = {...chosen, aa: left.arms[arms[0]].name, bb: other.arms[arms[1]].name};
  const listing = merged(left, other, arms, fixed);
  const place = {
    to: (params) => address("compare", params),
    links: (i) =>
      [
        ["a", 0],
        ["b", 1],
      ]
        .filter(([, side]) => listing.at[side].has(listing.ids[i]))
        .flatMap(([which, side], k) => [
          k ? " " : null,
          el(
            "a",
            {href: address(chosen[which], {case: listing.ids[i], arm: fixed[which + which]})},
            k ? "in B" : bdi(listing.ids[i]),
          ),
        ]),
  };
  const go = (changes) => move(place.to({...fixed, ...changes}));
  const cells = fourCells(listing, place);
  const list = el("div", {class: "cases"});
  box.replaceChildren(
    sideChoice("a", parameters, chosen.a, left, arms[0], go),
    sideChoice("b", parameters, chosen.b, other, arms[1], go),
    verdict(cells, listing),
    el("div", {class: "quads"}, cells.table),
    ...[flippedFamilies(listing, place)].filter(Boolean),
    el("h3", {}, "Cases"),
    list,
  );
  drawList(list, place, listing, parameters, move);
}
