import type { HoldingRow } from '../city/holdings.js';
import { sampleOf } from '../city/sourced.js';
import { TITLE_FORMATS, type TitleRow } from '../city/titles.js';
import { sampleIsbn } from '../isbn.js';
import { opaqueId } from '../opaque-id.js';
import { addDays } from '../tokyo-day.js';
import { Draws } from './draws.js';
import { facilityCode } from './generate-facility.js';
import type { CityPlan } from './scale.js';
import { FAMILY_NAMES, filled, GIVEN_NAMES, PATTERNS, TOPICS } from './words.js';

// The bundled city uses the serials below.
const FIRST_SERIAL = 10_000;

/** Promises the generated title with this number, with an ISBN of its own in the unassigned group 979-99. */
export const generateTitle = (plan: CityPlan, at: number): TitleRow => {
  const draws = new Draws(plan.seed, 'title', at);
  const topic = draws.pick(TOPICS);
  const family = draws.pick(FAMILY_NAMES);
  const given = draws.pick(GIVEN_NAMES);
  const format = draws.pick(TITLE_FORMATS);
  return {
    id: opaqueId('generated-title', `${plan.seed}/${at}`),
    isbn: format === 'DAISY' ? null : sampleIsbn(FIRST_SERIAL + at),
    bibId: `S${String(FIRST_SERIAL + at).padStart(8, '0')}`,
    title: filled(draws.pick(PATTERNS), topic, 2 + draws.below(9)),
    author: { ja: `${family.ja} ${given.ja}`, kana: `${family.kana} ${given.kana}` },
    subjectKeys: [{ scheme: 'NDC', code: topic.ndc }],
    publisher: draws.pick(['見本書房', '例野出版', '架空社', 'ひな形文庫', '試刷堂']),
    year: 1980 + draws.below(47),
    format,
    audience: draws.pick(['ADULT', 'YOUTH', 'CHILD'] as const),
    pages: 32 + draws.below(40) * 8,
    propertyCodes: [],
    editionOfId: null,
    ...sampleOf(plan.today),
  };
};

/** Promises one to three copies of a generated title, each at another of the libraries. */
export const generateHoldings = (
  plan: CityPlan,
  libraries: number[],
  title: { id: string; at: number },
): HoldingRow[] => {
  const draws = new Draws(plan.seed, 'holding', title.at);
  const first = draws.below(libraries.length);
  const copies = Math.min(libraries.length, 1 + draws.below(3));
  return Array.from({ length: copies }, (_, copy) => {
    const branchCode = facilityCode(libraries[(first + copy) % libraries.length] ?? 0);
    const lent = draws.below(10) < 3;
    return {
      id: opaqueId('generated-holding', `${title.id}/${copy}`),
      titleId: title.id,
      branchCode,
      copy: 1,
      status: lent ? 'LENT' : 'ON_SHELF',
      dueOn: lent ? addDays(plan.today, draws.below(16)) : null,
      reservations: lent ? draws.below(4) : 0,
      shelfMark: `${draws.below(100)}`,
      ...sampleOf(plan.today),
    };
  });
};
