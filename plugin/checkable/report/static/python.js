// Programs with their words told apart by weight and tone. It colours text and understands nothing.
const WORDS = new Set(
  ("False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield match case").split(" "),
);
const TOKENS =
  /(?<comment>#[^\n]*)|(?<string>(?:\b[rRbBuUfF]{1,2})?(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|(?<number>\b\d[\w.]*)|(?<word>[A-Za-z_]\w*)/g;
const HIGHLIGHTED = 60000; // characters; a longer text is shown as it is

function kindOf(found) {
  const {comment, string, word} = found.groups;
  if (comment !== undefined) return "comment";
  if (string !== undefined) return "string";
  return word !== undefined && WORDS.has(word) ? "word" : null;
}

// The lines of `text`, each an array of strings and elements.
function programLines(text) {
  if (text.length > HIGHLIGHTED) return text.split("\n").map((line) => [line]);
  const lines = [[]];
  const add = (piece, kind) => {
    piece.split("\n").forEach((part, i) => {
      if (i) lines.push([]);
      if (part) lines[lines.length - 1].push(kind ? el("span", {class: `py-${kind}`}, part) : part);
    });
  };
  let at = 0;
  for (const found of text.matchAll(TOKENS)) {
    const kind = kindOf(found);
    if (!kind) continue;
    add(text.slice(at, found.index), null);
    add(found[0], kind);
    at = found.index + found[0].length;
  }
  add(text.slice(at), null);
  return lines;
}
