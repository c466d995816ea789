import {
  type FilterWord,
  type Narrowed,
  faultOf,
  filterWords,
  opportunityWords,
} from './narrowed.js';
import type { Municipality } from './place-words.js';
import type { EditionName, PublishedSheet } from './sheet.js';
import { sheets } from './sheets.js';

/** In which bytes a file is written. */
export const encodings = ['utf-8', 'cp932'] as const;

export type FileEncoding = (typeof encodings)[number];

/** A file as it was asked for. */
export interface AskedFile {
  readonly sheet: PublishedSheet;
  readonly edition: EditionName;
  readonly encoding: FileEncoding;
  readonly narrowed: Narrowed;
}

/** Why no file can be given, for people, in Japanese. */
export interface RefusedFile {
  readonly status: 400 | 404;
  readonly reason: string;
}

const path = /^\/open-data\/(\d{6})_([a-z_]{1,40})\.csv$/;

/** What an address asks for, or why it cannot be given; nothing where the address is none of a file. */
export function askedFile(url: URL, { code }: Municipality): AskedFile | RefusedFile | undefined {
  const [, municipality, name] = path.exec(url.pathname) ?? [];
  if (name === undefined) return undefined;
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet || municipality !== code) {
    const names = sheets.map((each) => `${code}_${each.name}.csv`).join('、');
    return { status: 404, reason: `このファイルはありません。あるのは ${names} です。` };
  }
  return asOf(sheet, url.searchParams);
}

/** Whether it is a refusal. */
export const isRefused = (asked: AskedFile | RefusedFile): asked is RefusedFile =>
  'status' in asked;

function asOf(sheet: PublishedSheet, said: URLSearchParams): AskedFile | RefusedFile {
  const { edition, fault: wrongEdition } = editionOf(sheet, said.getAll('edition'));
  const { encoding, fault: wrongEncoding } = encodingOf(said.getAll('encoding'));
  const narrowed: Partial<Record<FilterWord, readonly string[]>> = {};
  const faults = [wrongEdition, wrongEncoding];
  for (const word of new Set(said.keys())) {
    if (word === 'edition' || word === 'encoding') continue;
    const known = sheet.filters.find((each) => each === word);
    const values = said.getAll(word).filter((value) => value !== '');
    if (!known) faults.push(`${word.slice(0, 40)} という条件はこのファイルにありません。`);
    else if (values.length > 0) {
      faults.push(faultOf(known, values, isOfOpportunities(sheet)));
      narrowed[known] = values;
    }
  }
  const wrong = faults.filter((fault) => fault !== '');
  if (wrong.length === 0) return { sheet, edition, encoding, narrowed };
  return { status: 400, reason: `${wrong.join('\n')}\n\n${wordsOf(sheet)}` };
}

const isOfOpportunities = ({ filters }: PublishedSheet): boolean => filters === opportunityWords;

function editionOf(
  { editions }: PublishedSheet,
  said: readonly string[],
): { edition: EditionName; fault: string } {
  const usual = editions[0]?.name ?? 'older';
  const wanted = said[0] ?? usual;
  const found = editions.find(({ name }) => name === wanted);
  const names = editions.map(({ name }) => name).join('、');
  if (found && said.length <= 1) return { edition: found.name, fault: '' };
  return { edition: usual, fault: `edition は ${names} のどれか一つです。` };
}

function encodingOf(said: readonly string[]): { encoding: FileEncoding; fault: string } {
  const found = encodings.find((name) => name === (said[0] ?? 'utf-8'));
  if (found && said.length <= 1) return { encoding: found, fault: '' };
  return { encoding: 'utf-8', fault: `encoding は ${encodings.join('、')} のどちらか一つです。` };
}

/** What this file may be asked with. */
function wordsOf({ filters, editions }: PublishedSheet): string {
  return [
    'このファイルに指定できるもの：',
    `edition：${editions.map(({ name, title }) => `${name}（${title}）`).join('、')}`,
    `encoding：${encodings.join('、')}`,
    ...filters.map((word) => `${word}：${filterWords[word]}`),
  ].join('\n');
}
