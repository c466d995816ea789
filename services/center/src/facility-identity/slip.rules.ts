import { type CharacterWeights, differsTellingly, distance } from './likeness.rules.js';
import { type NameForm, partsOf } from './name-forms.rules.js';
import type { NormalText } from './normal-form.rules.js';
import { houseKinds, leadIn } from './venue-words.rules.js';

/**
 * The bounds beyond which likeness counts, chosen by measurement on the register of 119 facilities: every name with
 * each letter lost, replaced or doubled by another (2,703 slips), and every house that its words could form but that
 * does not exist. With a margin of 0 two slips led to another house, with 0.05 one (谷第2小学校, from 谷戸第二小学校,
 * to 保谷第二小学校), from 0.1 on none; 0.2 would lose one right reading in nine more. Below 0.7 `certain` gains one
 * in a hundred and keeps out names of which most is missing; 0.75 would lose one in twenty.
 */
export const bounds = { certain: 0.7, margin: 0.1, worthAsking: 0.5, partOfName: 0.55 } as const;

/** A form that what was written resembles. */
export interface Slip {
  readonly form: NameForm;
  /** Where in the text the name ends. */
  readonly end: number;
  readonly written: string;
  readonly likeness: number;
  readonly edits: number;
}

/** What the search for slips of the pen knows of the register. */
export interface SlipGround {
  /** Forms by each letter of their telling part: a slip keeps one of them at least. */
  readonly byLetter: ReadonlyMap<string, readonly NameForm[]>;
  readonly weights: CharacterWeights;
  readonly stems: ReadonlySet<string>;
}

/** Prepares the forms of a register for the search for slips. */
export function slipGround(
  forms: readonly NameForm[],
  { weights, stems }: Pick<SlipGround, 'weights' | 'stems'>,
): SlipGround {
  const byLetter = new Map<string, NameForm[]>();
  for (const form of forms) {
    for (const letter of new Set(tellingPart(form.text))) {
      const list = byLetter.get(letter);
      if (list) list.push(form);
      else byLetter.set(letter, [form]);
    }
  }
  return { byLetter, weights, stems };
}

function tellingPart(name: string): string {
  return partsOf(name).stem || name;
}

/** The most similar form of each facility, best first; only those worth asking about. */
export function slipsIn(text: NormalText, ground: SlipGround): Slip[] {
  const best = new Map<string, Slip>();
  for (const { start, end } of headsOf(text)) {
    const written = text.letters.slice(start, end);
    if (written.length < 3) continue;
    for (const form of formsNear(written, ground)) {
      const slip = compare(written, form, ground.weights);
      if (!slip || slip.likeness < bounds.worthAsking) continue;
      const known = best.get(form.code);
      if (!known || slip.likeness > known.likeness) best.set(form.code, { ...slip, end });
    }
  }
  return [...best.values()].sort((one, other) => other.likeness - one.likeness);
}

/**
 * Whether the first of these slips is beyond doubt: one letter of a name whose telling part has three or more,
 * not a letter that tells houses apart, of the same kind of house, not a word that is a name itself, and nothing
 * else is about as near.
 */
export function isBeyondDoubt(slips: readonly Slip[], { stems }: SlipGround): boolean {
  const [first, second] = slips;
  if (!first || first.edits !== 1 || first.likeness < bounds.certain) return false;
  const written = partsOf(first.written);
  const name = partsOf(first.form.text);
  if (written.kind?.group !== name.kind?.group) return false;
  const longer = Math.max(written.stem.length, name.stem.length);
  if (longer < (name.kind ? 3 : 5) || stems.has(written.stem)) return false;
  if (differsTellingly(first.written, first.form.text)) return false;
  return !second || second.likeness <= first.likeness - bounds.margin;
}

function formsNear(written: string, { byLetter }: SlipGround): Set<NameForm> {
  const near = new Set<NameForm>();
  for (const letter of new Set(tellingPart(written))) {
    for (const form of byLetter.get(letter) ?? []) near.add(form);
  }
  return near;
}

/** The stretches of a text that may be a name: up to each kind of house, to the first gap, or the whole. */
function headsOf(text: NormalText): { start: number; end: number }[] {
  let start = 0;
  for (;;) {
    const lead = leadIn.exec(text.letters.slice(start))?.[0].trim();
    if (!lead || start + lead.length >= text.letters.length) break;
    start += lead.length;
  }
  const ends = new Set<number>([text.letters.length]);
  for (const gap of text.gaps) if (gap > start) ends.add(gap);
  for (const { word } of houseKinds) {
    const at = text.letters.indexOf(word, start + 1);
    if (at >= 0) ends.add(at + word.length);
  }
  return [...ends]
    .sort((one, other) => one - other)
    .slice(0, 6)
    .map((end) => ({ start, end }));
}

function compare(
  written: string,
  form: NameForm,
  weights: CharacterWeights,
): Omit<Slip, 'end'> | null {
  const bound = Math.max(1, Math.min(4, Math.floor(form.text.length * 0.4)));
  const apart = distance(written, form.text, { weights, bound });
  if (apart) return { form, written, ...apart };
  const isPart = form.text.startsWith(written) || form.text.endsWith(written);
  return isPart ? { form, written, likeness: bounds.partOfName, edits: bound + 1 } : null;
}
