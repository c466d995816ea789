import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';

/** What a branch does for readers who cannot come or cannot read print: 宅配, 郵送, 対面朗読, 音訳, 点訳, 再生機, 拡大読書器, 筆談. */
export const BRANCH_SERVICE_KINDS = [
  'HOME_DELIVERY',
  'POSTAL_LENDING',
  'FACE_TO_FACE_READING',
  'RECORDING',
  'BRAILLE_TRANSCRIPTION',
  'PLAYER_LOAN',
  'READING_AIDS',
  'WRITTEN_TALK',
] as const;

const ANSWERS = ['YES', 'NO', 'UNKNOWN'] as const;

/** An invented service of a branch (ハンディキャップサービス). */
export interface BranchServiceRow extends Sourced {
  id: string;
  branchCode: string;
  kind: (typeof BRANCH_SERVICE_KINDS)[number];
  offered: (typeof ANSWERS)[number];
  forWhom: Text;
  howToUse: Text | null;
  booking: (typeof ANSWERS)[number];
  feeYen: number | null;
}

/** Promises what each of the seven branches says of its services; of some nobody has said anything. */
export const branchServices = (today: string = todayInTokyo()): BranchServiceRow[] =>
  rowsOf('branch-services', (line) => {
    const [branchCode, kind] = [line.text('branch'), line.oneOf('kind', BRANCH_SERVICE_KINDS)];
    const howToUse = line.maybe('howToUse');
    return {
      id: opaqueId('branch-service', `${branchCode}/${kind}`),
      branchCode,
      kind,
      offered: line.oneOf('offered', ANSWERS),
      forWhom: text(line.text('forWhom'), { kana: null, plain: null, en: null }),
      howToUse:
        howToUse === null
          ? null
          : text(howToUse, { kana: null, plain: line.maybe('plain'), en: null }),
      booking: line.oneOf('booking', ANSWERS),
      feeYen: line.maybeNumber('fee'),
      ...sampleOf(today),
    };
  });
