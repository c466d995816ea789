/** A search by its words, and under what its time is recorded. */
export interface Term {
  readonly text: string;
  readonly group: string;
}

/**
 * Picks search terms from the texts themselves, by length, evenly over the corpus: what people type is in there.
 * Titles give what is typed as it is written, in katakana, full width and variant kanji. The same texts give the
 * same terms.
 */
export function pickTerms(
  texts: readonly string[],
  titles: readonly string[],
  perGroup: number,
): Term[] {
  const terms = [1, 2, 3, 5, 8].flatMap((length) => {
    const pieces = piecesOf(texts, length, perGroup);
    return pieces.map((text) => ({ text, group: `${length} characters` }));
  });
  const pairs = terms.filter(({ group }) => group === '2 characters');
  const both = pairs.slice(1).map((term, at) => ({
    text: `${pairs[at]?.text ?? ''} ${term.text}`,
    group: '2 + 2 characters',
  }));
  const written = piecesOf(titles, 4, perGroup).map((text) => ({ text, group: 'as written, 4' }));
  return [...terms, ...both, ...written];
}

function piecesOf(texts: readonly string[], length: number, many: number): string[] {
  const pieces = new Set<string>();
  for (let at = 0; pieces.size < many && at < texts.length; at += 1) {
    const letters = [...(texts[(at * 7_919) % texts.length] ?? '')];
    const from = (at * 31) % Math.max(1, letters.length - length);
    const piece = letters.slice(from, from + length).join('');
    // Letters and digits alone: punctuation ends a word, and what is folded away would ask for something shorter.
    if (/^[\p{L}\p{N}ー々]+$/u.test(piece) && [...piece].length === length) pieces.add(piece);
  }
  return [...pieces];
}
