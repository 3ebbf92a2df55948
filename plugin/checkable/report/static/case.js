// One case in full: what was visible, the answer, what each arm committed, every candidate.
function visible(detail) {
  const examples = detail.examples.flatMap((example, i) => {
    const name = detail.examples.length === 1 ? "example" : `example ${i + 1}`;
    return [
      el("div", {}, el("span", {class: "tag"}, `${name}, input`), value(example.input)),
      el("div", {}, el("span", {class: "tag"}, `${name}, output`), value(example.output)),
    ];
  });
  return [
    el("h3", {}, "Visible"),
    detail.text ? el("p", {class: "task"}, detail.text) : null,
    detail.tests?.length
      ? el("pre", {}, detail.tests.join("\n"))
      : [el("div", {class: "pairs"}, examples), el("h4", {}, "Query"), value(detail.query)],
  ];
}

// Commits with the same output stand together, in the order of the arms.
function groups(commits) {
  const found = new Map();
  for (const commit of commits) {
    const key = commit.candidate === null ? "abstained" : `${commit.correct} ${JSON.stringify(commit.value)}`;
    found.set(key, [...(found.get(key) ?? []), commit]);
  }
  return [...found.values()];
}

// Which seeds are right by themselves: `right 0, 2, wrong 1`.
function seedsOf(commit) {
  const of = (correct) => commit.seeds.filter((each) => each.correct === correct).map((each) => each.seed);
  return [["right", of(true)], ["wrong", of(false)]]
    .filter(([, seeds]) => seeds.length)
    .map(([word, seeds]) => `${word} ${seeds.join(", ")}`)
    .join(", ");
}

function commitGroup(commits, detail) {
  const [first] = commits;
  const kind = first.candidate === null ? "none" : first.correct ? "held" : "failed";
  const word = first.candidate === null ? "abstained" : first.correct ? "correct" : "wrong";
  const alone = commits.filter((commit) => commit.seeds?.length > 1).map((commit) => `${commit.arm}: ${seedsOf(commit)}`);
  const who = commits.flatMap((commit, i) => [
    i ? ", " : null,
    el("span", {class: "who"}, bdi(commit.arm)),
    el(
      "span",
      {class: "muted"},
      commit.candidate === null ? ` (${commit.reason})` : ` (${commit.candidate}, by ${commit.reason})`,
    ),
  ]);
  const ran = detail.candidates.find((candidate) => candidate.id === first.candidate && !candidate.runs_cut)?.on_query;
  const reach =
    first.candidate === null || !first.correct
      ? commits.filter((commit) => commit.reached).map((commit) => commit.arm)
      : [];
  return el(
    "div",
    {class: "group"},
    el("p", {}, status(kind, word), " ", ...who),
    alone.length ? el("p", {class: "muted"}, `Each training seed alone. ${alone.join("; ")}.`) : null,
    reach.length
      ? el("p", {class: "muted"}, `In reach of ${reach.join(", ")}: some candidate was correct (oracle).`)
      : null,
    first.candidate === null || first.correct
      ? null
      : observation(ran ?? {outcome: "ok", value: first.value}, detail.answer),
  );
}

function heading(detail) {
  const facts = [detail.family, ...Object.entries(detail.attributes).map(([name, fact]) => `${name} ${fact}`)];
  return [
    el("h2", {tabindex: "-1"}, bdi(detail.id)),
    el(
      "p",
      {class: "facts"},
      facts.map((fact) => el("span", {}, bdi(fact))),
    ),
    detail.issue === null
      ? null
      : el("p", {class: "notice"}, icon("warning"), el("span", {}, el("b", {}, "Label issue: "), detail.issue)),
  ];
}

// The bar above a case: back to the list, and its neighbours there.
function caseBar(slug, listing, chosen, found, at, title) {
  const parameters = parametersOf(listing, chosen);
  const link = (i, text, key) =>
    i < 0 || i >= found.length
      ? el("span", {class: "muted"}, text)
      : el("a", {href: address(slug, {case: listing.ids[found[i]], ...parameters}), "data-key": key}, text);
  const among = chosen.show === "all" ? "" : `, ${SHOW[chosen.show][0]}`;
  const place = at < 0 ? "not in the filtered list" : `${at + 1} of ${count(found.length, "case", "cases")}${among}`;
  return el(
    "nav",
    {class: "bar", "aria-label": "cases"},
    el("a", {href: address(slug, parameters), "data-key": "Escape"}, "Back to the cases"),
    link(at < 0 ? -1 : at - 1, "previous", "k"),
    link(at < 0 ? -1 : at + 1, "next", "j"),
    el("span", {class: "where"}, title, " · ", place),
  );
}

function caseBody(detail) {
  const committed = new Set(detail.commits.map((commit) => commit.candidate));
  const first = detail.candidates.find((candidate) => committed.has(candidate.id) && candidate.kind === "program");
  return [
    ...visible(detail),
    el("h3", {}, "Answer"),
    value(detail.answer),
    el("h3", {}, "Committed"),
    el("p", {class: "muted"}, "Cells that differ from the answer are outlined, the answer above what was committed."),
    el(
      "div",
      {class: "commits"},
      groups(detail.commits).map((commits) => commitGroup(commits, detail)),
    ),
    el("h3", {}, count(detail.candidates.length, "candidate", "candidates")),
    candidateTable(detail),
    detail.candidates.length
      ? el(
          "div",
          {},
          detail.candidates.map((candidate) => candidateBox(candidate, detail, candidate === first)),
        )
      : el("p", {class: "muted"}, "No candidate was made."),
  ];
}

// Draw a case into `box`; every way that it cannot be shown has its own words.
async function drawCase(box, section, slug, listing, parameters) {
  const chosen = selection(listing, parameters);
  const found = matching(listing, chosen);
  const index = listing.ids.indexOf(parameters.get("case"));
  const bar = caseBar(slug, listing, chosen, found, found.indexOf(index), section.querySelector("h2").textContent);
  let shown;
  if (index < 0)
    shown = [
      el("h2", {tabindex: "-1"}, "No such case"),
      el("p", {}, "This experiment has no case ", bdi(parameters.get("case")), "."),
    ];
  else if (!document.getElementById(`${slug}.0`))
    shown = [
      el("h2", {tabindex: "-1"}, bdi(listing.ids[index])),
      el(
        "p",
        {class: "notice"},
        "The details of cases were left out of this page to keep it small. The result file of the run holds them.",
      ),
    ];
  else {
    const detail = await caseOf(slug, listing, index);
    shown = [...heading(detail), ...caseBody(detail)];
  }
  box.replaceChildren(bar, ...shown.filter((node) => node !== null));
}
