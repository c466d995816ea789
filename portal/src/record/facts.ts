import { sayDay, sayMoment, sayPeriod, sayStretch } from '../search/day.js';
import { audiences, wordOf } from '../search/words.js';
import type { City } from './city.js';
import { webAddress } from './city.js';
import { type DatedOpportunity, type Ending, endingOf } from './opportunity.js';

/** What a resident reads of a record: a word for it, and what is known. */
export type Fact = readonly [term: string, text: string];

/** What facts are told with besides the record: the names of departments by code. */
export type DepartmentNames = ReadonlyMap<string, string>;

type Fee = DatedOpportunity['fee'];
type Applying = Pick<DatedOpportunity, 'applyPeriod' | 'selection' | 'howToApply'>;
type Source = DatedOpportunity['provenance'];
type Address = NonNullable<DatedOpportunity['venue']>['address'];

/** A day that no reader lives on, so that every day is told with its year: what is told may be kept for long. */
const withYear = new Date(0);

/** A stretch of time in words, with its year. */
export const sayTime = (from: string, to: string | null): string => sayStretch(from, to, withYear);

/** A day in words, with its year. */
export const sayDate = (moment: string): string => sayDay(moment, withYear);

const endings: Readonly<Record<Ending, string>> = {
  CANCELLED: '【中止】',
  WITHDRAWN: '【掲載終了】',
  REPLACED: '【新しい案内があります】',
};

/** The title as it is told alone: whoever reads only this must know that it was called off. */
export function titleOf(opportunity: DatedOpportunity): string {
  const ending = endingOf(opportunity);
  return `${ending ? endings[ending] : ''}${opportunity.title?.ja ?? '（名称は主催者へ確認）'}`;
}

/** What a fee is, in words; null where nothing is known. */
export function sayFee(fee: Fee | undefined): string | null {
  if (fee?.kind === 'FREE') return fee.note ? `無料（${fee.note}）` : '無料';
  const yen = fee?.yen == null ? null : `${fee.yen.toLocaleString('ja-JP')}円`;
  const facts = [yen, fee?.note].filter(Boolean).join('　');
  return facts || null;
}

/** When and how one applies, in words; null where nothing is known. */
export function sayApplying({ applyPeriod, selection, howToApply }: Applying): string | null {
  if (selection?.method === 'NONE') return '申込不要';
  const from = applyPeriod?.opensAt ? sayMoment(applyPeriod.opensAt, withYear) : '';
  const to = applyPeriod?.closesAt ? sayMoment(applyPeriod.closesAt, withYear) : '';
  const facts = [sayPeriod(from, to), selection?.method === 'LOTTERY' && '抽選', howToApply];
  return facts.filter(Boolean).join('　') || null;
}

/** Where somebody must go: the house, the room and the address, as far as known. */
export function sayPlace(
  { venue, venueText, roomText }: Pick<DatedOpportunity, 'venue' | 'venueText' | 'roomText'>,
  city: City,
): string | null {
  const place = venue?.name?.ja ?? venueText;
  const address = sayAddress(venue?.address, city);
  const named = [place, roomText].filter(Boolean).join('　');
  if (!address) return named || null;
  return named ? `${named}（${address}）` : address;
}

/** An address as it is written on a letter; null where the street is not known. */
export function sayAddress(address: Address | undefined, city: City): string | null {
  if (!address?.block) return null;
  const { block, number, building, floor } = address;
  const house = [building, floor].filter(Boolean).join('');
  return `${city.prefecture}${city.city}${block}${number ?? ''}${house && `　${house}`}`;
}

/** For whom it is, in words; null where nothing is said. */
export const sayAudiences = (codes: DatedOpportunity['audiences']): string | null =>
  (codes ?? []).map((code) => wordOf(audiences, code)).join('・') || null;

/** Who says so, as of when, and under which licence. */
export function saySource(source: Source, names: DepartmentNames): string | null {
  if (!source) return null;
  const who = names.get(source.department) ?? source.department;
  const facts = [
    source.asOf && `${sayDate(source.asOf)}の時点`,
    source.licence,
    source.sample && '見本（実際の催しではありません）',
  ].filter(Boolean);
  return facts.length > 0 ? `${who}（${facts.join('、')}）` : who;
}

/** The facts of an opportunity that a calendar or a feed tells beside time and place, those that are known. */
export function factsOf(opportunity: DatedOpportunity, names: DepartmentNames): Fact[] {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['対象', sayAudiences(opportunity.audiences)],
    ['費用', sayFee(opportunity.fee)],
    ['申込', sayApplying(opportunity)],
    ['主催', opportunity.organiser],
    ['主催者の案内', webAddress(opportunity.url)],
    ['出典', saySource(opportunity.provenance, names)],
  ];
  return facts.flatMap(([term, text]) => (text ? [[term, text] as const] : []));
}

/** Facts as lines of text. */
export const linesOf = (facts: readonly Fact[]): string[] =>
  facts.map(([term, text]) => `${term}：${text}`);
