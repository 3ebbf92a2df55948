// Elements from text alone: nothing a model or a spec wrote is ever read as markup.
const UNSAFE = new RegExp(
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e" +
    "\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]" +
    "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]", // and halves of characters
  "g",
);
const tidy = (text) => String(text).replace(UNSAFE, "\ufffd");

// el("a", {href: "#x", class: "y"}, "text", child, …); strings become text, null is left out.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== false) node.setAttribute(name, tidy(value));
  }
  node.append(
    ...children
      .flat(2)
      .filter((c) => c !== null && c !== undefined)
      .map((c) => (c instanceof Node ? c : tidy(c))),
  );
  return node;
}

function icon(name, label) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  for (const [key, value] of Object.entries({class: "icon", width: 16, height: 16})) svg.setAttribute(key, value);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

const status = (kind, text) => el("span", {class: `status s-${kind}`}, icon(kind), text);
const bdi = (text) => el("bdi", {}, text);
const button = (text, act, more = {}) => el("button", {type: "button", onclick: act, ...more}, text);
const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

// The address of a view: an experiment, and what is shown of it.
const address = (slug, parameters) => {
  const kept = Object.entries(parameters).filter(([, value]) => value !== null && value !== "" && value !== undefined);
  return `#${slug}` + (kept.length ? `?${new URLSearchParams(kept)}` : "");
};
