/**
 * The one- and two-character pieces of a folded text, each once, never across a space: what the index stores
 * and what a term of one or two characters asks for.
 */
export function grams(folded: string): string[] {
  const found = new Set<string>();
  for (const word of folded.split(' ')) {
    const characters = [...word];
    characters.forEach((character, at) => {
      found.add(character);
      const next = characters[at + 1];
      if (next !== undefined) found.add(character + next);
    });
  }
  found.delete('');
  return [...found];
}
