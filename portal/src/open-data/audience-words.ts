import type { Audience } from '../generated/public-graph.js';
import { audiences } from '../search/words.js';

/** The groups of the Ministry of Education in its order, and its words for them; residents read another for everybody. */
const words = { ...audiences, ANYONE: '制限なし' };

/** Ages in completed months, both ends included. */
export interface Ages {
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
}

/**
 * For whom something is meant, in the Ministry's words, with the ages said apart, since 小学生 alone would be read as
 * ages too: 小学生;中学生（対象年齢：6歳から15歳）.
 */
export function audienceCell(
  chosenFor: readonly Audience[] | null | undefined,
  ages: Ages | null | undefined,
): string {
  const chosen = new Set<string>(chosenFor ?? []);
  const groups = Object.entries(words).flatMap(([group, word]) =>
    chosen.has(group) ? [word] : [],
  );
  const min = ages?.minMonths ?? null;
  const max = ages?.maxMonths ?? null;
  if (groups.length === 0 && min === null && max === null) return '';
  return `${groups.join(';')}（対象年齢：${agesInWords(min, max)}）`;
}

function agesInWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${age(min)}から${lastAge(max)}`;
  if (min !== null) return `${age(min)}以上`;
  return max === null ? '定めなし' : `${lastAge(max)}以下`;
}

const age = (months: number): string =>
  months % 12 === 0 ? `${months / 12}歳` : `${Math.floor(months / 12)}歳${months % 12}か月`;

/** The last months of a year of life are that year: 191 completed months are 15歳. */
const lastAge = (months: number): string =>
  months % 12 === 11 ? `${(months - 11) / 12}歳` : `${Math.floor(months / 12)}歳${months % 12}か月`;
