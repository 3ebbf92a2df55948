// One candidate: what it is, what it did on the visible examples and on the query, and who committed it.
const LONG = 100; // lines of a program that are shown without being asked for
const OUTCOMES = {
  ok: "ran",
  "wrong-shape": "returned the wrong kind of thing",
  exception: "raised an exception",
  timeout: "ran out of time",
  memory: "ran out of memory",
  output: "wrote too much",
  killed: "was killed",
  refused: "was not run",
  infrastructure: "our failure",
};

function program(text) {
  const lines = programLines(text.replace(/\n+$/, ""));
  const line = (content) => el("span", {class: "line"}, content);
  const pre = el("pre", {class: "program"}, lines.slice(0, LONG).map(line));
  const copy = button("copy", async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "copied";
    } catch {
      getSelection().selectAllChildren(pre);
      copy.textContent = "selected: press Ctrl+C";
    } // a page from a file may not be allowed to
  });
  const more =
    lines.length > LONG
      ? button(`show all ${lines.length} lines`, () => {
          pre.replaceChildren(...lines.map(line));
          more.remove();
        })
      : null;
  return el("div", {}, pre, el("p", {class: "rest"}, copy, more ? " " : null, more));
}

function observation(seen, wanted, cut) {
  if (cut) return el("p", {class: "muted"}, "What it returned is left out of this page.");
  if (seen.outcome !== "ok") {
    return el(
      "div",
      {},
      el("p", {class: "down"}, OUTCOMES[seen.outcome] ?? seen.outcome),
      seen.error ? el("pre", {}, seen.error) : null,
    );
  }
  return same(seen.value, wanted) ? el("p", {}, status("held", "as wanted")) : value(seen.value, wanted);
}

function runs(candidate, detail) {
  const onExamples = candidate.runs_cut
    ? [el("p", {class: "muted"}, "What it returned on the examples is left out of this page.")]
    : candidate.on_examples.map((seen, i) =>
        el("div", {}, el("span", {class: "tag"}, `on example ${i + 1}`), observation(seen, detail.examples[i]?.output)),
      );
  const onQuery = el(
    "div",
    {},
    el("span", {class: "tag"}, "on the query, beside the answer"),
    observation(candidate.on_query, detail.answer, candidate.runs_cut && candidate.on_query.outcome === "ok"),
  );
  return el("div", {class: "pairs"}, onExamples, onQuery);
}

function summaryOf(candidate, detail) {
  const by = detail.commits.filter((commit) => commit.candidate === candidate.id).map((commit) => commit.arm);
  const passes = candidate.passes === null ? "" : candidate.passes ? "passes the examples" : "fails the examples";
  const outcome =
    candidate.parse_error !== null
      ? "unreadable"
      : (OUTCOMES[candidate.on_query.outcome] ?? candidate.on_query.outcome);
  return el(
    "summary",
    {},
    el("span", {class: "id"}, bdi(candidate.id)),
    status(candidate.correct ? "held" : "failed", candidate.correct ? "correct" : "wrong"),
    el("span", {class: "muted"}, [candidate.kind, candidate.provenance, outcome, passes].filter(Boolean).join(", ")),
    by.map((arm) => el("span", {class: "chip"}, "committed by ", bdi(arm))),
  );
}

function textOf(candidate) {
  if (candidate.parse_error !== null) return el("p", {class: "down"}, candidate.parse_error);
  if (candidate.text === "") return el("p", {class: "muted"}, "No text was kept.");
  const shown = candidate.kind === "program" ? program(candidate.text) : el("pre", {}, seen(candidate.text));
  const cut = candidate.cut
    ? el("p", {class: "muted"}, `The text is cut here: ${candidate.cut.toLocaleString("en")} characters in all.`)
    : null;
  return el("div", {}, shown, cut);
}

// What a repair started from, first to last.
function earlierOf(candidate) {
  const texts = candidate.earlier ?? [];
  if (!texts.length) return null;
  const cut = candidate.earlier_cut ? el("p", {class: "muted"}, "These texts are cut in this page.") : null;
  return el(
    "details",
    {class: "rest"},
    el("summary", {}, count(texts.length, "earlier attempt", "earlier attempts")),
    cut,
    texts.map((text, i) =>
      el(
        "div",
        {},
        el("span", {class: "tag"}, `attempt ${i + 1}`),
        candidate.kind === "program" ? program(text) : el("pre", {}, seen(text)),
      ),
    ),
  );
}

const rounded = (number) => (number === null ? "undefined" : String(Math.round(number * 1e4) / 1e4));

function candidateBox(candidate, detail, open) {
  const evidence = Object.entries(candidate.evidence ?? {})
    .map(([name, number]) => `${name} ${rounded(number)}`)
    .join(", ");
  return el(
    "details",
    {class: "candidate", open},
    summaryOf(candidate, detail),
    el(
      "div",
      {class: "inside"},
      textOf(candidate),
      earlierOf(candidate),
      evidence ? el("p", {class: "muted rest"}, `evidence: ${evidence}`) : null,
      el("h4", {}, "What it did"),
      runs(candidate, detail),
    ),
  );
}

// Every candidate in one line: what is visible, what the answer says, what selectors go by, who committed it.
function candidateTable(detail) {
  if (detail.candidates.length < 2) return null;
  const scores = [...new Set(detail.candidates.flatMap((c) => Object.keys(c.evidence ?? {})))];
  const head = ["Candidate", "Visible", "Held out", ...scores, "Committed by"];
  const row = (c) => {
    const ran = c.parse_error !== null ? "unreadable" : (OUTCOMES[c.on_query.outcome] ?? c.on_query.outcome);
    const passes = c.passes === null ? el("span", {class: "muted"}, "not run") : null;
    const by = detail.commits.filter((commit) => commit.candidate === c.id).map((commit) => commit.arm);
    return el(
      "tr",
      {},
      el("th", {scope: "row"}, el("code", {}, bdi(c.id))),
      el("td", {}, passes ?? status(c.passes ? "held" : "failed", c.passes ? "passes" : "fails")),
      el("td", {}, status(c.correct ? "held" : "failed", c.correct ? "correct" : ran === "ran" ? "wrong" : ran)),
      scores.map((name) => el("td", {class: "num"}, name in (c.evidence ?? {}) ? rounded(c.evidence[name]) : "–")),
      el("td", {}, by.length ? by.flatMap((arm, i) => [i ? ", " : null, bdi(arm)]) : el("span", {class: "muted"}, "none")),
    );
  };
  return el(
    "div",
    {class: "scroll", tabindex: "0", role: "group", "aria-label": "candidates"},
    el(
      "table",
      {class: "figures candidates"},
      el("thead", {}, el("tr", {}, head.map((text) => el("th", {scope: "col", class: scores.includes(text) ? "num" : null}, bdi(text))))),
      el("tbody", {}, detail.candidates.map(row)),
    ),
  );
}
