import { CharacterWeights, distance } from './likeness.rules.js';
import type { Mention } from './mention.rules.js';
import type { FormOrigin, NameForm } from './name-forms.rules.js';
import { type NormalText, asWritten, wordsBetween } from './normal-form.rules.js';
import { elsewhereReason, leftOverReason, namedReason, severalReason } from './reason.rules.js';
import type { Candidate, VenueReading } from './register-entry.js';
import {
  type House,
  type Surroundings,
  addressKey,
  readSurroundings,
} from './surroundings.rules.js';
import { otherCities, ownCity } from './venue-words.rules.js';

/** How far a name of each origin is trusted when all around it is explained. */
const trust: Readonly<Record<FormOrigin, number>> = { NAME: 1, ALIAS: 0.98, DERIVED: 0.95 };

/** Letters from which on a name is its own proof, so that a room that nobody listed is no reason for doubt. */
const ownProof = 5;

/** A reading that connects. */
export function certain(candidate: Candidate): VenueReading {
  const score = rounded(candidate.score);
  return { verdict: 'CERTAIN', ...candidate, score, candidates: [{ ...candidate, score }] };
}

/** A reading that asks a person. */
export function uncertain(candidates: readonly Candidate[], reason: string): VenueReading {
  const best = candidates
    .map((each) => ({ ...each, score: rounded(each.score) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, 5);
  return {
    verdict: 'UNCERTAIN',
    facilityCode: null,
    room: null,
    score: best[0]?.score ?? 0,
    reason,
    candidates: best,
  };
}

/** A reading as no place of the register. */
export function none(reason: string): VenueReading {
  return { verdict: 'NONE', facilityCode: null, room: null, score: 0, reason, candidates: [] };
}

/** Judges a facility whose name stands in a text by all that stands around it. */
export function judgeNamed(
  text: string,
  normal: NormalText,
  found: {
    house: House;
    forms: readonly NameForm[];
    mentions: readonly Mention[];
    address: string;
    /** Another facility's name begins with this one: a room that nobody listed may be the rest of that name. */
    isOvershadowed: boolean;
  },
): VenueReading {
  const { house, forms, mentions, address } = found;
  const around = surroundingsOf(normal, house, mentions);
  const form = bestOf(forms);
  const name = house.entry.name.ja;
  const candidate: Candidate = {
    facilityCode: house.entry.code,
    room: roomOf(text, around),
    score: trust[form.origin] - (around.strangeRoom ? 0.03 : 0),
    reason: namedReason(form, name, text),
  };
  if (around.elsewhere) return none(elsewhereReason);
  const left = isSaidAgain(around.unexplained, house) ? '' : around.unexplained;
  if (left !== '') {
    const reason = around.several
      ? severalReason([name, 'ほか'])
      : leftOverReason(name, asWritten(text, left));
    return uncertain([{ ...candidate, score: 0.65 * candidate.score, reason }], reason);
  }
  const isProof = form.text.length >= ownProof && !found.isOvershadowed;
  const doubt = doubtOf(text, form, { house, around, address, isProof });
  return doubt
    ? uncertain([{ ...candidate, score: 0.7, reason: doubt }], doubt)
    : certain(candidate);
}

function surroundingsOf(
  normal: NormalText,
  house: House,
  mentions: readonly Mention[],
): Surroundings {
  const own = mentions.filter(({ forms }) =>
    forms.some(({ code, text }) => code === house.entry.code || house.houses.includes(text)),
  );
  const first = own[0]?.from ?? 0;
  const after = own.map((mention, at) =>
    wordsBetween(normal, mention.to, own[at + 1]?.from ?? normal.letters.length),
  );
  return readSurroundings(wordsBetween(normal, 0, first), after, house);
}

/** Why a name with everything explained is still doubted; null when it is not. */
function doubtOf(
  text: string,
  form: NameForm,
  {
    house,
    around,
    address,
    isProof,
  }: { house: House; around: Surroundings; address: string; isProof: boolean },
): string | null {
  const name = house.entry.name.ja;
  if (around.strangeRoom && !isProof && !around.hasAddress) {
    return leftOverReason(name, asWritten(text, around.strangeRoom));
  }
  if (address === '' || house.address === '' || !/\d/u.test(address.normalize('NFKC'))) return null;
  const isOther =
    otherCities.test(address) || (/[市区]/u.test(address) && !address.includes(ownCity));
  if (isOther) return elsewhereReason;
  const isSame = addressKey(address).startsWith(house.address);
  return isSame || form.origin === 'NAME' ? null : leftOverReason(name, address);
}

/** The best origin, then the longest. */
function bestOf(forms: readonly NameForm[]): NameForm {
  return forms.reduce((best, form) => {
    const gain = trust[form.origin] - trust[best.origin];
    return gain > 0 || (gain === 0 && form.text.length > best.text.length) ? form : best;
  });
}

const flat = new CharacterWeights([]);

/** What is left is another name of the same house, told a little differently. */
function isSaidAgain(left: string, { houses }: House): boolean {
  const letters = left.replaceAll(' ', '');
  return (
    letters.length >= 8 &&
    houses.some((name) => (distance(letters, name, { weights: flat, bound: 2 })?.edits ?? 3) <= 2)
  );
}

/** The rooms by their names in the register; one that is not listed as it was written. */
function roomOf(text: string, around: Surroundings): string | null {
  const strange = around.strangeRoom && asWritten(text, around.strangeRoom);
  return [...around.rooms, strange].filter(Boolean).join('、') || null;
}

function rounded(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
