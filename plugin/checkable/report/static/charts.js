// Rows of charts for what is counted in the page itself; the marks are those that Python draws into it.
const SVG = "http://www.w3.org/2000/svg";

function mark(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

const percent = (share) => `${(100 * share).toFixed(2)}%`;
const upright = (kind, share) =>
  mark("line", {class: kind, x1: percent(share), x2: percent(share), y1: "0", y2: "100%"});
const level = (kind, from, to) => mark("line", {class: kind, x1: percent(from), x2: percent(to), y1: "50%", y2: "50%"});
const dot = (kind, share, r = 5) => mark("circle", {class: `dot ${kind}`, cx: percent(share), cy: "50%", r});
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

function chartRow(marks) {
  const svg = mark("svg", {class: "chart", width: "100%", "aria-hidden": "true"});
  svg.append(...QUARTERS.map((tick) => upright("grid", tick)), ...marks);
  return svg;
}

// What was committed, filled; a broken line to what an oracle reaches, hollow.
const dumbbell = (commit, reach) =>
  chartRow([level("gap", commit, reach), dot("reach hollow", reach, 7), dot("commit", commit)]);

function shareAxis() {
  const svg = mark("svg", {class: "chart axis", width: "100%", height: 20, "aria-hidden": "true"});
  for (const tick of QUARTERS) {
    const text = mark("text", {x: percent(tick), y: 14});
    text.textContent = String(100 * tick);
    svg.append(text);
  }
  return svg;
}
