// One arm by family of cases: what was committed, what was in reach, who changed. Counted from the list of cases.
const FAMILIES_SHOWN = 12;

function tally(listing, arm, base) {
  const found = new Map();
  listing.families.forEach((family, i) => {
    const row = found.get(family) ?? {family, n: 0, right: 0, reached: 0, recovered: 0, regressed: 0};
    const [here, there] = [listing.marks[i][arm], listing.marks[i][base]];
    row.n += 1;
    row.right += here === "c";
    row.reached += "cWA".includes(here);
    row.recovered += here === "c" && there !== "c";
    row.regressed += here !== "c" && there === "c";
    found.set(family, row);
  });
  const order = (row) => [row.reached - row.right, row.recovered + row.regressed, row.n];
  return [...found.values()].sort((a, b) => {
    const [x, y] = [order(a), order(b)];
    return y[0] - x[0] || y[1] - x[1] || y[2] - x[2] || (a.family < b.family ? -1 : 1);
  });
}

function familyRow(slug, listing, chosen, row) {
  const parameters = {...parametersOf(listing, {...chosen, show: "all", text: "", page: 0}), family: row.family};
  const cell = (attributes, ...children) => el("td", {role: "cell", ...attributes}, ...children);
  return el(
    "tr",
    {role: "row"},
    el("th", {role: "rowheader", scope: "row"}, el("a", {href: address(slug, parameters)}, bdi(row.family))),
    cell({class: "plot"}, dumbbell(row.right / row.n, row.reached / row.n)),
    cell({class: "num"}, el("span", {class: "value"}, String(row.right)), ` of ${row.n}`),
    cell({class: "num oracle"}, el("span", {class: "label"}, "reach "), String(row.reached)),
    cell(
      {class: "num wl"},
      el("span", {class: "up"}, String(row.recovered)),
      " / ",
      el("span", {class: "down"}, String(row.regressed)),
    ),
  );
}

// Draw the families into `box`; one family is no breakdown, and nothing is drawn for it.
function drawFamilies(box, slug, listing, chosen) {
  const rows = tally(listing, chosen.arm, chosen.base);
  if (rows.length < 2) return box.replaceChildren();
  const [arm, base] = [listing.arms[chosen.arm].name, listing.arms[chosen.base].name];
  const body = el("tbody", {role: "rowgroup"});
  const fill = (some) => body.replaceChildren(...some.map((row) => familyRow(slug, listing, chosen, row)));
  const head = (attributes, ...children) => el("th", {role: "columnheader", scope: "col", ...attributes}, ...children);
  const caption = el(
    "figcaption",
    {id: `${slug}.families`},
    "What ",
    bdi(arm),
    " committed (filled) and what was within its reach (hollow, an oracle figure), in percent of each family's cases; the largest headroom first. Recovered and regressed are against ",
    bdi(base),
    ".",
  );
  const table = el(
    "table",
    {class: "rows reach", role: "table", "aria-labelledby": `${slug}.families`},
    el(
      "thead",
      {role: "rowgroup"},
      el(
        "tr",
        {role: "row"},
        head({}, "Family"),
        head({class: "plot"}, el("span", {class: "hush"}, "Commit and reach, drawn"), shareAxis()),
        head({class: "num"}, "Commit"),
        head({class: "num oracle"}, "Reach, oracle"),
        head({class: "num"}, "Recovered / regressed"),
      ),
    ),
    body,
  );
  fill(rows.slice(0, FAMILIES_SHOWN));
  const more = button(`show all ${rows.length} families`, () => {
    fill(rows);
    more.remove();
  });
  box.replaceChildren(
    el("h3", {}, "Families"),
    el("figure", {}, caption, table),
    ...(rows.length > FAMILIES_SHOWN ? [more] : []),
  );
}
