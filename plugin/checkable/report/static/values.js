// Inputs, outputs and answers: tables cell by cell where they are tables, JSON where they are not.
const SHORT = 12; // rows of a table that are shown without being asked for
const scalar = (value) => value === null || typeof value !== "object";
const isGrid = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 5000 &&
  value.every((row) => Array.isArray(row) && row.length <= 60 && row.every(scalar));
const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

// White space that nobody would see becomes visible: at the ends, and tabs and line ends anywhere.
function seen(text) {
  const parts = tidy(text)
    .split(/(^ +| +$|\t|\n)/)
    .filter((part) => part !== "");
  return parts.map((part) =>
    /^( +|\t|\n)$/.test(part)
      ? el("span", {class: "ws"}, part === "\t" ? "⇥" : part === "\n" ? "↵\n" : "·".repeat(part.length))
      : part,
  );
}

const shownAs = (value, quoted) => (typeof value === "string" && !quoted ? value : JSON.stringify(value));
const mixed = (...grids) => grids.some((grid) => grid.flat().some((cell) => typeof cell !== "string"));

function cellText(value, quoted) {
  if (value === undefined) return [el("span", {class: "nothing"}, "no cell")];
  const text = shownAs(value, quoted);
  return text === "" ? [el("span", {class: "hush"}, "empty"), "\u00a0"] : seen(text);
}

function gridRow(index, got, wanted, quoted) {
  const row = el("tr", {}, el("th", {scope: "row"}, String(index + 1)));
  if (wanted === undefined) {
    row.append(...got.map((c) => el("td", {}, cellText(c, quoted))));
    return row;
  }
  for (let i = 0; i < Math.max(got.length, wanted.length); i++) {
    row.append(
      same(got[i], wanted[i]) && i < got.length
        ? el("td", {}, cellText(got[i], quoted))
        : el(
            "td",
            {class: "differs"},
            el("div", {class: "wanted"}, cellText(wanted[i], quoted)),
            el("div", {class: "got"}, cellText(got[i], quoted)),
          ),
    );
  }
  return row;
}

function lostRow(index, cells, word, quoted) {
  const filled = cells.map((c) => el("td", {}, cellText(c, quoted)));
  return el(
    "tr",
    {class: "lost"},
    el("th", {scope: "row"}, String(index + 1)),
    filled,
    el("td", {class: "rowname"}, word),
  );
}

// A table; beside another only the rows that differ, until the rest is asked for.
function grid(got, wanted) {
  const quoted = wanted ? mixed(got, wanted) : mixed(got);
  const total = Math.max(got.length, wanted ? wanted.length : 0);
  const differs = (i) => wanted !== null && !same(got[i], wanted[i]);
  const line = (i) => {
    if (wanted && i >= got.length) return lostRow(i, wanted[i], "≠ row missing", quoted);
    if (wanted && i >= wanted.length) return lostRow(i, got[i], "≠ row too many", quoted);
    return gridRow(i, got[i], wanted ? wanted[i] : undefined, quoted);
  };
  const every = [...Array(total).keys()];
  const few = total <= SHORT ? every : wanted ? every.filter(differs).slice(0, 200) : every.slice(0, SHORT);
  const body = el("tbody", {}, few.map(line));
  const box = el(
    "div",
    {class: "value-box", tabindex: "0", role: "group", "aria-label": "table"},
    el("table", {class: "grid"}, body),
  );
  if (few.length === total) return box;
  const what = wanted
    ? `${count(few.length, "row differs", "rows differ")} of ${total}`
    : `${few.length} of ${total} rows`;
  const more = el(
    "p",
    {class: "rest"},
    el("span", {class: "muted"}, `${what} `),
    button("show all", () => {
      body.replaceChildren(...every.map(line));
      more.remove();
    }),
  );
  return el("div", {}, box, more);
}

// A value; with `wanted`, what differs from it is marked.
function value(got, wanted = undefined) {
  if (isGrid(got) && (wanted === undefined || isGrid(wanted))) return grid(got, wanted === undefined ? null : wanted);
  const text = typeof got === "string" ? got : JSON.stringify(got, null, 1);
  return el(
    "pre",
    {},
    got === null ? el("span", {class: "nothing"}, "null") : seen(text === "" ? "(empty text)" : text),
  );
}
