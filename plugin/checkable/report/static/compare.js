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
const runs_ = () => [...document.querySelectorAll("section.experiment:has(> .cases)")];

// The two sides of an address; by default the first two runs of the page, or one run's arms.
function sides(parameters) {
  const all = runs_().map((section) => section.id);
  const pick = (name, otherwise) => (all.includes(parameters.get(name)) ? parameters.get(name) : otherwise);
  const b = pick("b", all[0]);
  return {a: pick("a", b), b};
}

const armIn = (listing, name, otherwise) => {
  const at = listing.arms.findIndex((arm) => arm.name === name);
  return at >= 0 ? at : otherwise;
};

function defaultArms(listing, other, same) {
  const plain = listing.arms.map((arm, i) => [arm, i]).filter(([arm]) => arm.role === "arm");
  const last = plain[plain.length - 1][1];
  const base = Math.max(0, armIn(listing, listing.base, 0));
  return {last, base: same ? base : armIn(other, listing.arms[last].name, base)};
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
        section.querySelector(".path").textContent,
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

function verdict(cells, listing) {
  const paired = listing.ids.length - cells.missing;
  const points = paired ? (100 * (cells.recovered - cells.regressed)) / paired : 0;
  const signed = `${points > 0 ? "+" : points < 0 ? "−" : ""}${Math.abs(points).toFixed(1)}`;
  const p = mcnemar(cells.recovered, cells.regressed);
  return el(
    "p",
    {class: "why"},
    el("b", {}, `${signed} points`),
    ` on ${count(paired, "paired case", "paired cases")}: ${cells.recovered} recovered, ${cells.regressed} regressed, exact p ${p < 0.0001 ? "" : "= "}${wordedP(p)} (McNemar, two-sided, uncorrected).`,
    cells.missing ? ` ${count(cells.missing, "case is", "cases are")} on one side only and left out.` : "",
    el("span", {class: "muted"}, " For the interval over families: ", el("code", {}, "checkable compare"), "."),
  );
}

async function drawCompare(box, parameters, move) {
  const chosen = sides(parameters);
  if (!chosen.b) return;
  const [left, right] = await Promise.all([listingOf(chosen.a), listingOf(chosen.b)]);
  const start = defaultArms(left, right, chosen.a === chosen.b);
  const arms = [armIn(left, parameters.get("aa"), start.last), armIn(right, parameters.get("bb"), start.base)];
  const fixed = {...chosen, aa: left.arms[arms[0]].name, bb: right.arms[arms[1]].name};
  const listing = merged(left, right, arms, fixed);
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
    sideChoice("b", parameters, chosen.b, right, arms[1], go),
    verdict(cells, listing),
    el("div", {class: "quads"}, cells.table),
    el("h3", {}, "Cases"),
    list,
  );
  drawList(list, place, listing, parameters, move);
}
