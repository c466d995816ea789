import { CharacterWeights } from './likeness.rules.js';
import { FormTree, type Mention } from './mention.rules.js';
import { type NameForm, formsOf, knownStems, plainForm } from './name-forms.rules.js';
import { type NormalText, asWritten, normalText, wordsBetween } from './normal-form.rules.js';
import {
  addressReason,
  elsewhereReason,
  emptyReason,
  learnedReason,
  noPlaceReason,
  onlineReason,
  severalReason,
  similarReason,
  slipReason,
  unknownReason,
} from './reason.rules.js';
import type { Candidate, LearnedSpelling, RegisterEntry, VenueReading } from './register-entry.js';
import { certain, judgeNamed, none, uncertain } from './judgement.rules.js';
import { type Slip, type SlipGround, isBeyondDoubt, slipGround, slipsIn } from './slip.rules.js';
import { type House, addressKey, houseOf, readSurroundings } from './surroundings.rules.js';
import { noPlace, online, otherCities, ownCity } from './venue-words.rules.js';

/** A slip with the words as they were written. */
type ShownSlip = Slip & { readonly shown: string };

/** Readings remembered at most: venues repeat, a feed of 100,000 rows names a few hundred. */
const remembered = 20_000;

const foreignHouse = new RegExp(
  `^(?:東京都)?(?!${ownCity})[^ ]{1,4}[市区村](?:立|営|民)?[^ ]`,
  'u',
);

/** Reads texts as facilities of one state of the register; built once, then pure and without waiting. */
export class VenueMatcher {
  readonly #tree: FormTree;
  readonly #ground: SlipGround;
  readonly #houses: ReadonlyMap<string, House>;
  readonly #learned: ReadonlyMap<string, LearnedSpelling>;
  readonly #byAddress: ReadonlyMap<string, House[]>;
  readonly #overshadowed: ReadonlySet<string>;
  readonly #known = new Map<string, VenueReading>();

  constructor(register: readonly RegisterEntry[], learned: readonly LearnedSpelling[] = []) {
    const forms = formsOf(register);
    this.#tree = new FormTree(forms);
    const names = forms.filter(({ origin }) => origin !== 'DERIVED').map(({ text }) => text);
    this.#ground = slipGround(forms, {
      weights: new CharacterWeights(names),
      stems: knownStems(register),
    });
    this.#houses = new Map(register.map((entry) => [entry.code, houseOf(entry)]));
    this.#overshadowed = overshadowed(forms);
    this.#learned = new Map(learned.map((one) => [plainForm(one.text), one]));
    this.#byAddress = Map.groupBy(
      [...this.#houses.values()].filter(({ address }) => address !== ''),
      ({ address }) => address,
    );
  }

  /** What a text means; the address that came with it, if any, is evidence. */
  read(text: string, address?: string | null): VenueReading {
    const key = address ? `${text}\n${address}` : text;
    const known = this.#known.get(key);
    if (known) return known;
    const reading = this.#read(text, address ?? '');
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(key, reading);
    return reading;
  }

  #read(text: string, address: string): VenueReading {
    const normal = normalText(text);
    if (normal.letters === '') return none(emptyReason);
    const learned = this.#learned.get(normal.letters);
    const house = learned && this.#houses.get(learned.facilityCode);
    if (learned && house) {
      const reason = learnedReason(house.entry.name.ja);
      return certain({
        facilityCode: house.entry.code,
        room: learned.room ?? null,
        score: 1,
        reason,
      });
    }
    const mentions = this.#tree.find(normal);
    const named = this.#namedBy(mentions);
    if (named.length === 0) return this.#readUnnamed(text, normal, address);
    const judged = named.map((each) =>
      judgeNamed(text, normal, {
        ...each,
        mentions,
        address,
        isOvershadowed: each.forms.every((form) => this.#overshadowed.has(form.text)),
      }),
    );
    const [only] = judged;
    if (only && judged.length === 1) return only;
    const candidates = judged.flatMap((each) => each.candidates);
    const reason = severalReason(named.map(({ house }) => house.entry.name.ja));
    return uncertain(
      candidates.map((each) => Object.assign({}, each, { score: Math.min(each.score, 0.8) })),
      reason,
    );
  }

  /** The facilities that a text names, without the houses in which another of them is. */
  #namedBy(mentions: readonly Mention[]): { house: House; forms: NameForm[] }[] {
    const codes = new Map<string, NameForm[]>();
    const own = mentions.filter(({ forms }) => forms.length === 1);
    for (const { forms } of mentions) {
      const decided = forms.filter(({ code }) => own.some((one) => one.forms[0]?.code === code));
      for (const form of decided.length > 0 ? decided : forms) {
        codes.set(form.code, [...(codes.get(form.code) ?? []), form]);
      }
    }
    const named = [...codes].flatMap(([code, forms]) => {
      const house = this.#houses.get(code);
      return house ? [{ house, forms }] : [];
    });
    return named.filter(
      ({ house }) =>
        !named.some((other) => other.house !== house && isHouseOf(house, other.house.entry)),
    );
  }

  #readUnnamed(text: string, normal: NormalText, address: string): VenueReading {
    const words = wordsBetween(normal, 0, normal.letters.length);
    const place = words.replace(online, ' ').trim();
    if (place === '') return none(onlineReason);
    if (noPlace.test(place.replaceAll(' ', ''))) return none(noPlaceReason);
    if (otherCities.test(words) || foreignHouse.test(words)) return none(elsewhereReason);
    const slips = slipsIn(normal, this.#ground).map((slip) =>
      Object.assign({ shown: asWritten(text, slip.written) }, slip),
    );
    const at = this.#at(words, address);
    if (slips.length > 0) return this.#readSlips(normal, slips, at);
    if (at.length === 0) return none(unknownReason);
    const candidates = at.map(({ entry }) => ({
      facilityCode: entry.code,
      room: null,
      score: 0.7 / at.length,
      reason: addressReason(entry.name.ja),
    }));
    return uncertain(candidates, candidates[0]?.reason ?? unknownReason);
  }

  #readSlips(normal: NormalText, slips: readonly ShownSlip[], at: readonly House[]): VenueReading {
    const candidates = slips.slice(0, 5).flatMap((slip) => this.#candidateOf(slip));
    const [first] = slips;
    const house = first && this.#houses.get(first.form.code);
    if (!first || !house) return none(unknownReason);
    const after = wordsBetween(normal, first.end, normal.letters.length);
    const around = readSurroundings('', [after], house);
    const isThere = at.includes(house) && first.edits <= 2;
    const isPlain = around.unexplained === '' && around.strangeRoom === null;
    if (!isPlain || !(isBeyondDoubt(slips, this.#ground) || isThere)) {
      return uncertain(candidates, candidates[0]?.reason ?? unknownReason);
    }
    return certain({
      facilityCode: house.entry.code,
      room: around.rooms.join('、') || null,
      score: 0.8 + 0.15 * first.likeness,
      reason: slipReason(first.shown, house.entry.name.ja),
    });
  }

  #candidateOf(slip: ShownSlip): Candidate[] {
    const house = this.#houses.get(slip.form.code);
    if (!house) return [];
    const reason = similarReason(slip.shown, house.entry.name.ja);
    return [{ facilityCode: slip.form.code, room: null, score: 0.8 * slip.likeness, reason }];
  }

  #at(words: string, address: string): readonly House[] {
    return this.#byAddress.get(addressKey(address)) ?? this.#byAddress.get(addressKey(words)) ?? [];
  }
}

/** Forms with which the name of another facility begins: 中央図書館 and 中央図書館新町分室. */
function overshadowed(forms: readonly NameForm[]): Set<string> {
  const sorted = forms.toSorted((one, other) => (one.text < other.text ? -1 : 1));
  const short = new Set<string>();
  // What begins with a form follows it directly in this order.
  const open: NameForm[] = [];
  for (const form of sorted) {
    while (open.length > 0 && !form.text.startsWith(open.at(-1)?.text ?? '')) open.pop();
    for (const { text, code } of open) {
      if (code !== form.code && text !== form.text) short.add(text);
    }
    open.push(form);
  }
  return short;
}

/** Whether a facility is the house in which another one is. */
function isHouseOf(house: House, entry: RegisterEntry): boolean {
  const building = entry.address?.building;
  return Boolean(building) && house.houses.includes(plainForm(building ?? ''));
}
