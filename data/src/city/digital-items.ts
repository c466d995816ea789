import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** What was digitised: 写真, 地図・絵図, 古文書・記録, 絵画・絵はがき, 図書・冊子, 音声, 映像. */
export const DIGITAL_ITEM_KINDS = [
  'PHOTOGRAPH',
  'MAP',
  'DOCUMENT',
  'PICTURE',
  'BOOK',
  'SOUND',
  'FILM',
] as const;

/** What one may do with it: 保護期間満了, オープンライセンス, 許諾が必要, 閲覧のみ. */
export const DIGITAL_RIGHTS = ['PUBLIC_DOMAIN', 'OPEN_LICENCE', 'ASK_FIRST', 'VIEW_ONLY'] as const;

/** An invented digitised item of the library (デジタル化資料). */
export interface DigitalItemRow extends Sourced {
  id: string;
  kind: (typeof DIGITAL_ITEM_KINDS)[number];
  title: Text;
  creator: Text;
  description: Text;
  /** When the original was made, in words. */
  madeIn: string;
  year: number;
  rights: (typeof DIGITAL_RIGHTS)[number];
  rightsNote: string;
  url: string;
  subjectKeys: SubjectKey[];
  /** Codes of the cultural properties that it shows or tells of. */
  propertyCodes: string[];
  branchCode: string;
}

/** Promises twenty invented digitised items; their addresses lead nowhere. */
export const digitalItems = (today: string = todayInTokyo()): DigitalItemRow[] =>
  rowsOf('digital-items', (line) => ({
    id: opaqueId('digital-item', line.text('key')),
    kind: line.oneOf('kind', DIGITAL_ITEM_KINDS),
    title: text(line.text('title'), { kana: line.text('kana'), plain: null, en: null }),
    creator: text(line.text('creator'), { kana: line.text('creatorKana'), plain: null, en: null }),
    description: text(line.text('description'), { kana: null, plain: null, en: null }),
    madeIn: line.text('madeIn'),
    year: line.number('year'),
    rights: line.oneOf('rights', DIGITAL_RIGHTS),
    rightsNote: line.text('rightsNote'),
    url: `https://library.example.invalid/digital/${line.text('key')}`,
    subjectKeys: line.list('subjects').map(subjectKey),
    propertyCodes: line.list('properties'),
    branchCode: line.text('branch'),
    ...sampleOf(today),
  }));
