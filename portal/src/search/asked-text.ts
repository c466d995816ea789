/**
 * A text from an address as it is searched for: without signs that nobody can see, and cut between characters, for half
 * of one would be no text.
 */
export const askedText = (said: string | null, longest: number): string =>
  [
    ...(said ?? '')
      .toWellFormed()
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('')
    .trim();
