const name = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const sample =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/;
const label = /^[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"$/;

/**
 * Reads the text format of Prometheus 0.0.4 strictly, sharing no code with what writes it: samples by name and
 * labels. Throws on the first line that Prometheus would refuse.
 */
export function readPrometheus(text: string): ReadonlyMap<string, number> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.');
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  for (const line of text.slice(0, -1).split('\n')) {
    const [, keyword, metric = '', type = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (keyword) {
      if (!name.test(metric)) throw new Error(`Not a name: ${line}`);
      if (keyword === 'TYPE' && types.has(metric)) throw new Error(`Twice: ${line}`);
      if (keyword === 'TYPE') types.set(metric, type);
      continue;
    }
    const [, of = '', labels, value] = sample.exec(line) ?? [];
    const family = types.get(of) ?? types.get(of.replace(/_(?:bucket|sum|count)$/, ''));
    if (!family) throw new Error(`Not a sample of a known metric: ${line}`);
    for (const one of labels?.split(/,(?=[a-zA-Z_]+=")/) ?? []) {
      if (!label.test(one)) throw new Error(`Not a label: ${one} in ${line}`);
    }
    const key = labels === undefined ? of : `${of}{${labels}}`;
    if (samples.has(key)) throw new Error(`Twice: ${key}`);
    samples.set(key, Number(value));
  }
  return samples;
}
