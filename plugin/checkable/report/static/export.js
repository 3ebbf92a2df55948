// Any figure as SVG or PNG, as it stands on the screen but always on white: for papers and slides.
const LIGHT = {
  ink: "#1b2026",
  soft: "#5f6670",
  line: "#e2e5ea",
  ground: "#ffffff",
  panel: "#f6f7f9",
  up: "#0050b5",
  flat: "#5f6670",
  down: "#b84300",
};
const PAINTED = ["stroke", "fill", "stroke-width", "stroke-dasharray", "opacity"];

// From the colours in view to those on white.
function onWhite() {
  const probe = el("i", {hidden: true});
  document.body.append(probe);
  const map = new Map();
  for (const [name, light] of Object.entries(LIGHT)) {
    probe.style.color = `var(--${name})`;
    if (!map.has(getComputedStyle(probe).color)) map.set(getComputedStyle(probe).color, light);
  }
  probe.remove();
  return (colour) => map.get(colour) ?? colour;
}

// The lines in which a text stands: {x, y, text} relative to `origin`.
function linesOf(node, origin) {
  const range = document.createRange();
  const lines = [];
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    if (box.width < 0.5) continue;
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.top - box.top) < 2) last.text += ` ${word[0]}`;
    else lines.push({text: word[0], top: box.top, x: box.left - origin.left, y: box.bottom - origin.top, h: box.height});
  }
  return lines;
}

function drawTexts(root, origin, colour, into) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("svg, .hush, .export")) continue;
    const style = getComputedStyle(parent);
    for (const line of linesOf(walker.currentNode, origin)) {
      const text = mark("text", {
        x: line.x.toFixed(1),
        y: (line.y - 0.26 * line.h).toFixed(1),
        "font-size": style.fontSize,
        "font-weight": style.fontWeight,
        "font-style": style.fontStyle,
        "font-family": parent.closest("code") ? "monospace" : "sans-serif",
        fill: colour(style.color),
      });
      text.textContent = tidy(line.text);
      into.append(text);
    }
  }
}

function drawCharts(root, origin, colour, into) {
  for (const chart of root.querySelectorAll("svg.chart")) {
    const box = chart.getBoundingClientRect();
    const place = {x: box.left - origin.left, y: box.top - origin.top, width: box.width, height: box.height};
    const copy = mark("svg", {...place, overflow: "visible"});
    for (const child of chart.children) {
      const twin = child.cloneNode(true);
      const style = getComputedStyle(child);
      twin.removeAttribute("class");
      for (const name of PAINTED) {
        const value = style.getPropertyValue(name);
        twin.setAttribute(name, name === "stroke" || name === "fill" ? colour(value) : value);
      }
      if (child.tagName === "text") {
        twin.setAttribute("font-size", style.fontSize);
        twin.setAttribute("font-family", "sans-serif");
        twin.setAttribute("text-anchor", style.textAnchor);
      }
      copy.append(twin);
    }
    into.append(copy);
  }
}

const MARGIN = 16;

function figureAsSvg(figure) {
  const box = figure.getBoundingClientRect();
  const tools = figure.querySelector(".export")?.getBoundingClientRect().height ?? 0;
  const [width, height] = [Math.ceil(box.width + 2 * MARGIN), Math.ceil(box.height - tools + 2 * MARGIN)];
  const svg = mark("svg", {xmlns: SVG, width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`});
  svg.append(mark("rect", {x: -MARGIN, y: -MARGIN, width, height, fill: "#ffffff"}));
  const colour = onWhite();
  drawCharts(figure, box, colour, svg);
  drawTexts(figure, box, colour, svg);
  return {text: new XMLSerializer().serializeToString(svg), width, height};
}

const svgAddress = (text) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;

async function figureAsPng({text, width, height}) {
  const image = new Image();
  image.src = svgAddress(text);
  await image.decode();
  const canvas = el("canvas", {width: 2 * width, height: 2 * height});
  canvas.getContext("2d").drawImage(image, 0, 0, 2 * width, 2 * height);
  return canvas.toDataURL("image/png");
}

const save = (href, download) => el("a", {href, download}).click();

// Buttons below each figure of a view, the first time it is shown.
function offerExports(section) {
  const figures = [...section.querySelectorAll("figure:not(:has(> .export))")];
  figures.forEach((figure) => {
    const all = [...section.querySelectorAll("figure")];
    const name = `${section.id}-${all.indexOf(figure) + 1}`;
    const svg = button("SVG", () => save(svgAddress(figureAsSvg(figure).text), `${name}.svg`));
    const png = button("PNG", async () => save(await figureAsPng(figureAsSvg(figure)), `${name}.png`));
    svg.setAttribute("aria-label", "Save this chart as SVG");
    png.setAttribute("aria-label", "Save this chart as PNG");
    figure.append(el("div", {class: "export"}, svg, png));
  });
}
