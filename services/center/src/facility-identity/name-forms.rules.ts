import { normalWords } from './normal-form.rules.js';
import type { RegisterEntry } from './register-entry.js';
import { type HouseKind, houseKinds, schoolWords } from './venue-words.rules.js';

/** How a form came about: the register's name, another name of it, or what people make of one. */
export type FormOrigin = 'NAME' | 'ALIAS' | 'DERIVED';

/** A way to write a facility, in normal form without spaces. */
export interface NameForm {
  readonly text: string;
  readonly code: string;
  readonly origin: FormOrigin;
}

/** A name taken apart: what tells it from others of its kind, and the kind of house. */
export interface NameParts {
  readonly stem: string;
  readonly kind: HouseKind | null;
}

/** A name without spaces in normal form. */
export function plainForm(name: string): string {
  return normalWords(name).replaceAll(' ', '');
}

/** Takes a name in normal form apart. */
export function partsOf(name: string): NameParts {
  const kind = houseKinds.find(({ word }) => name.endsWith(word)) ?? null;
  return { stem: kind ? name.slice(0, -kind.word.length) : name, kind };
}

/** All ways to write the facilities of a register; a derived form that is somebody's real name is left out. */
export function formsOf(register: readonly RegisterEntry[]): NameForm[] {
  const said = register.flatMap(saidForms);
  const real = new Set(said.map((form) => form.text));
  const readings = readingsOf(register);
  const derived = said
    .flatMap((form) => derivedForms(form, readings))
    .concat(register.flatMap((entry) => readingForms(entry)))
    .filter((form) => form.text.length >= 3 && !real.has(form.text));
  return unique([...said, ...derived]);
}

/** Stems of names and towns: words that are no slips of the pen, whatever they resemble. */
export function knownStems(register: readonly RegisterEntry[]): Set<string> {
  const stems = new Set<string>();
  for (const entry of register) {
    for (const name of [entry.name.ja, ...(entry.aliases ?? [])])
      stems.add(partsOf(plainForm(name)).stem);
    const town = plainForm(entry.address?.block ?? '').replace(/\d+丁目$/u, '');
    stems.add(town).add(town.replace(/町$/u, ''));
  }
  stems.delete('');
  return stems;
}

function saidForms(entry: RegisterEntry): NameForm[] {
  const form = (name: string, origin: FormOrigin): NameForm => ({
    text: plainForm(name),
    code: entry.code,
    origin,
  });
  return [
    form(entry.name.ja, 'NAME'),
    ...(entry.aliases ?? []).map((alias) => form(alias, 'ALIAS')),
  ].filter(({ text }) => text.length >= 2);
}

/** How the stems of a register are read, and which kanji stand for a reading: 柳沢 is やぎさわ. */
interface Readings {
  readonly ofStem: ReadonlyMap<string, string>;
  readonly stemOf: ReadonlyMap<string, string>;
}

function readingsOf(register: readonly RegisterEntry[]): Readings {
  const ofStem = new Map<string, string>();
  const stemOf = new Map<string, string>();
  for (const entry of register) {
    const { stem, kind } = partsOf(plainForm(entry.name.ja));
    const reading = plainForm(entry.name.kana ?? '');
    if (!kind || stem === '' || !reading.endsWith(kind.reading)) continue;
    const read = reading.slice(0, -kind.reading.length);
    if (read === stem) continue;
    ofStem.set(stem, read);
    stemOf.set(read, stem);
  }
  return { ofStem, stemOf };
}

function derivedForms(form: NameForm, readings: Readings): NameForm[] {
  const { stem, kind } = partsOf(form.text);
  const derived = (text: string): NameForm => ({ ...form, text, origin: 'DERIVED' });
  const forms = shortenedSchool(form.text).map(derived);
  if (!kind || stem === '') return forms;
  const stems = [stem, readings.ofStem.get(stem), readings.stemOf.get(stem)].filter(
    (one): one is string => one !== undefined,
  );
  const kinds = houseKinds.filter(({ group }) => group === kind.group);
  for (const one of stems) {
    for (const { word } of kinds) forms.push(derived(one + word), derived(word + one));
  }
  return forms;
}

/** The whole name as it is read: しばくぼこうみんかん. */
function readingForms(entry: RegisterEntry): NameForm[] {
  const text = plainForm(entry.name.kana ?? '');
  return text.length < 5 ? [] : [{ text, code: entry.code, origin: 'DERIVED' }];
}

function shortenedSchool(name: string): string[] {
  for (const [long, short] of schoolWords) {
    const stem = name.endsWith(long)
      ? name.slice(0, -long.length)
      : name.endsWith(short)
        ? name.slice(0, -1)
        : null;
    if (stem === null || stem.length < 2) continue;
    const bare = stem.replace(/第(?=\d)/u, '');
    return [`${stem}${short}`, `${bare}${short}`, `${bare}${long}`];
  }
  return [];
}

function unique(forms: readonly NameForm[]): NameForm[] {
  const seen = new Set<string>();
  return forms.filter(({ text, code }) => {
    const key = `${text}\n${code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
