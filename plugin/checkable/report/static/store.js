// Blocks of cases: base64 of gzip of JSON, opened when needed and the last few kept.
const KEPT_BLOCKS = 8;
const opened = new Map();

const fromBase64 = (text) =>
  Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const whole = () =>
  new Promise((done) => {
    if (document.readyState !== "loading") done();
    else addEventListener("DOMContentLoaded", done, {once: true});
  });

async function unpack(id) {
  if (!document.getElementById(id)) await whole(); // the cases stand behind the script
  const node = document.getElementById(id);
  if (!node) throw new Error("it is not in this page");
  const stream = new Blob([fromBase64(node.textContent)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

// The content of a block, as a promise. Rejects where the page is damaged.
function block(id) {
  const known = opened.get(id) ?? unpack(id);
  opened.delete(id);
  opened.set(id, known);
  if (opened.size > KEPT_BLOCKS) opened.delete(opened.keys().next().value);
  return known;
}

const listingOf = (slug) => block(`${slug}.list`);

async function caseOf(slug, listing, index) {
  const cases = await block(`${slug}.${Math.floor(index / listing.block)}`);
  return cases[index % listing.block];
}
