// A paired difference by whole families: what `checkable compare` prints, drawn anew in the page.
const RESAMPLES = 10000;
const Z = 1.959963984540054; // of a two-sided 95% interval

// A stream of whole numbers below n, the same for the same seed (Mulberry32, Ettinger 2017).
function draws(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

// Per family, in the order of names: [sum of differences, cases].
function familySums(families, differences) {
  const found = new Map();
  families.forEach((family, i) => {
    const [sum, n] = found.get(family) ?? [0, 0];
    found.set(family, [sum + differences[i], n + 1]);
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function quantile(sorted, share) {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

// The 95% interval of the mean of `differences` (each -1, 0 or 1) over families, as {low, high, families}.
// None with a single family. Where every family has the same difference the bootstrap has no width;
// then as many cases as Wilson allows for 0 of n may be unlike those seen.
function clusteredDifference(families, differences, seed = 0) {
  const rows = familySums(families, differences);
  if (rows.length < 2) return {low: null, high: null, families: rows.length};
  const next = draws(seed);
  const means = Float64Array.from({length: RESAMPLES}, () => {
    let [sum, n] = [0, 0];
    for (let k = 0; k < rows.length; k++) {
      const row = rows[next(rows.length)];
      sum += row[0];
      n += row[1];
    }
    return sum / n;
  }).sort();
  const [low, high] = [quantile(means, 0.025), quantile(means, 0.975)];
  if (low !== high) return {low, high, families: rows.length};
  const n = differences.length;
  const unseen = (Z * Z) / (n + Z * Z);
  const mean = (1 - unseen) * low;
  return {low: Math.max(-1, mean - unseen), high: Math.min(1, mean + unseen), families: rows.length};
}
