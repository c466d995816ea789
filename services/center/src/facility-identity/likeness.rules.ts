/** Characters by which two houses of one name are told apart: never a slip of the pen. */
const tellingApart = /[0-9東西南北中上下新旧大小本元前後内外第町]/u;

/** How much each character tells of a name: rare ones much, those of every second name little. */
export class CharacterWeights {
  readonly #weights = new Map<string, number>();
  readonly #unseen: number;

  constructor(names: readonly string[]) {
    const counts = new Map<string, number>();
    for (const name of names) {
      for (const letter of new Set(name)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    for (const [letter, count] of counts) {
      this.#weights.set(letter, Math.log(1 + names.length / count));
    }
    this.#unseen = Math.log(1 + names.length);
  }

  /** Weight of one character, at least log 2; a character that no name has weighs most. */
  of(letter: string): number {
    return this.#weights.get(letter) ?? this.#unseen;
  }

  /** Weight of a whole text. */
  sum(text: string): number {
    let sum = 0;
    for (const letter of text) sum += this.of(letter);
    return sum;
  }
}

/** How far two texts are apart. */
export interface Distance {
  /** Insertions, deletions, replacements and swaps of neighbours. */
  readonly edits: number;
  /** 1 for the same text, towards 0 the more of the weight of the name is missing or wrong. */
  readonly likeness: number;
}

/** Compares what was written with a name; null when they are more than `bound` edits apart. */
export function distance(
  written: string,
  name: string,
  { weights, bound }: { weights: CharacterWeights; bound: number },
): Distance | null {
  if (Math.abs(written.length - name.length) > bound) return null;
  if (lettersMissing(written, name, bound) > bound) return null;
  const edits = editsBetween(written, name, bound);
  if (edits === null) return null;
  const total = Math.max(weights.sum(written), weights.sum(name));
  const cost = weightedCost(written, name, weights);
  return { edits, likeness: Math.max(0, 1 - cost / total) };
}

/** The characters in which two texts of one edit differ are such as tell houses apart. */
export function differsTellingly(written: string, name: string): boolean {
  let start = 0;
  while (start < Math.min(written.length, name.length) && written[start] === name[start])
    start += 1;
  let end = 0;
  while (
    end < Math.min(written.length, name.length) - start &&
    written.at(-1 - end) === name.at(-1 - end)
  ) {
    end += 1;
  }
  return tellingApart.test(
    written.slice(start, written.length - end) + name.slice(start, name.length - end),
  );
}

/** How many letters of the name the text has not at all; counted no further than needed. */
function lettersMissing(written: string, name: string, bound: number): number {
  let missing = 0;
  for (const letter of name) {
    if (!written.includes(letter)) missing += 1;
    if (missing > bound) break;
  }
  return missing;
}

function editsBetween(written: string, name: string, bound: number): number | null {
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (let row = 1; row <= written.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= name.length; at += 1) {
      const same = written[row - 1] === name[at - 1];
      let best = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && written[row - 1] === name[at - 2] && written[row - 2] === name[at - 1];
      if (at > 1 && swapped) best = Math.min(best, (before[at - 2] ?? 0) + 1);
      next.push(best);
    }
    if (Math.min(...next) > bound) return null;
    before = last;
    last = next;
  }
  const edits = last[name.length] ?? 0;
  return edits > bound ? null : edits;
}

function weightedCost(written: string, name: string, weights: CharacterWeights): number {
  let last = [0];
  for (const letter of name) last.push((last.at(-1) ?? 0) + weights.of(letter));
  for (const letter of written) {
    const weight = weights.of(letter);
    const next = [(last[0] ?? 0) + weight];
    for (let at = 1; at <= name.length; at += 1) {
      const other = name.charAt(at - 1);
      const replaced = letter === other ? 0 : Math.max(weight, weights.of(other));
      next.push(
        Math.min(
          (last[at] ?? 0) + weight,
          (next[at - 1] ?? 0) + weights.of(other),
          (last[at - 1] ?? 0) + replaced,
        ),
      );
    }
    last = next;
  }
  return last[name.length] ?? 0;
}
