import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { CulturalPropertyRecord } from '@manabi/kit/import/dataset/record';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';

import { placeValues } from '../facility/facility.import.js';

/** Where rows of 文化財一覧 go. */
export const culturalPropertyTarget: DeliveryTarget = {
  table: 'cultural_property',
  key: 'code',
  columns: [
    'name',
    'designations',
    'category',
    'place_name',
    'address',
    'point',
    'designated_on',
    'quantity',
    'owner',
    'summary',
    'description',
    'hours',
    'hours_note',
    'phone',
    'url',
    'area_code',
    'facility_code',
    'subject_keys',
    'provenance',
  ],
};

/** What a file does not say itself: the code, where in the registers it lies, and the origin of the row. */
export interface PropertyPlace {
  readonly code: string;
  readonly areaCode: string | null;
  readonly facilityCode: string | null;
  /** Names of the town blocks that the register has. */
  readonly blocks: Iterable<string>;
  readonly provenance: Readonly<Record<string, unknown>>;
}

/** A row of 文化財一覧 as the register keeps it. */
export function deliveredProperty(
  record: CulturalPropertyRecord,
  { code, areaCode, facilityCode, blocks, provenance }: PropertyPlace,
): DeliveredRow {
  const { name, address, point, phone, url, hours, hours_note } = placeValues(record, blocks);
  const { summary, summaryEn, description, descriptionEn } = record;
  return {
    target: culturalPropertyTarget,
    key: record.key,
    id: code,
    values: {
      name,
      address,
      point,
      phone,
      url,
      hours,
      hours_note,
      designations: record.designations,
      category: record.category ?? null,
      place_name: record.placeName ?? null,
      designated_on: record.designatedOn ?? null,
      quantity: `${record.quantity ?? ''}${record.quantityUnit ?? ''}` || null,
      owner: record.owner ?? null,
      summary: textOf(summary, summaryEn),
      description: textOf(description, descriptionEn),
      area_code: areaCode,
      facility_code: facilityCode,
      subject_keys: subjectsOfProperty(record),
      provenance,
    },
  };
}

function textOf(ja: string | undefined, en: string | undefined) {
  if (!ja) return null;
  return { ja, ...(en && { en: { text: en, origin: 'HUMAN' } }) };
}

/** Words of 種類 and 文化財分類, and the NDC division in which a library keeps what is written of such things. */
const divisions: readonly (readonly [words: RegExp, code: string])[] = [
  [/建造物|伝統的建造物群/u, '52'],
  [/美術工芸品|絵画|彫刻|工芸/u, '70'],
  [/芸能|音楽|舞踊/u, '76'],
  [/民俗/u, '38'],
  [/天然記念物|名勝|景観|樹/u, '65'],
];

/** Subjects of a property: Japanese history, in which heritage is found first, and the division of its kind. */
export function subjectsOfProperty({
  category,
  designations,
}: Pick<CulturalPropertyRecord, 'category' | 'designations'>): SubjectKey[] {
  const words = [category, ...designations].join(' ');
  const codes = divisions.filter(([known]) => known.test(words)).map(([, code]) => code);
  return ['21', ...codes].map((code) => ({ scheme: 'NDC', code }));
}
