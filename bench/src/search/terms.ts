/** A search by its words, and under what its time is recorded. */
export interface Term {
  readonly text: string;
  readonly group: string;
}

/**
 * Picks search terms from the texts themselves, by length, evenly over the corpus: what people type is in there.
 * The same texts give the same terms.
 */
export function pickTerms(texts: readonly string[], perLength: number): Term[] {
  const terms: Term[] = [];
  for (const length of [1, 2, 3, 5]) {
    const seen = new Set<string>();
    for (let at = 0; seen.size < perLength && at < texts.length; at += 1) {
      const text = texts[(at * 7_919) % texts.length] ?? '';
      const letters = [...text];
      const from = (at * 31) % Math.max(1, letters.length - length);
      const term = letters.slice(from, from + length).join('');
      if (term.length > 0 && !/\s/.test(term) && [...term].length === length) seen.add(term);
    }
    terms.push(...[...seen].map((text) => ({ text, group: `${length} characters` })));
  }
  const pairs = terms.filter(({ group }) => group === '2 characters');
  const both = pairs.slice(1).map((term, at) => ({
    text: `${pairs[at]?.text ?? ''} ${term.text}`,
    group: '2 + 2 characters',
  }));
  return [...terms, ...both.slice(0, perLength)];
}
