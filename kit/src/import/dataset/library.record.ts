import type { TriState } from '../cell/tri-state.js';
import type { WeeklyTime } from '../cell/weekly-time.js';
import type { RecordBase } from './record-base.js';
import type { ClosingTold } from './told-opening.js';

/** A row of 図書館一覧. */
export interface BranchRecord extends RecordBase {
  readonly kind: 'library-branch';
  readonly name: string;
  readonly nameKana?: string;
  /** Name or code of its facility, as written. */
  readonly facility: string;
  readonly phone?: string;
  readonly url?: string;
  readonly hours: readonly WeeklyTime[];
  readonly hoursNote?: string;
  readonly closedDays: readonly ClosingTold[];
  readonly readingRoom: TriState;
  readonly accessible: TriState;
  readonly pickup: TriState;
}

/** A row of ハンディキャップサービス一覧. */
export interface BranchServiceRecord extends RecordBase {
  readonly kind: 'branch-service';
  readonly branch: string;
  readonly service:
    | 'HOME_DELIVERY'
    | 'POSTAL_LENDING'
    | 'FACE_TO_FACE_READING'
    | 'RECORDING'
    | 'BRAILLE_TRANSCRIPTION'
    | 'PLAYER_LOAN'
    | 'READING_AIDS'
    | 'WRITTEN_TALK';
  readonly offered: TriState;
  readonly forWhom?: string;
  readonly howToUse?: string;
  readonly booking: TriState;
  readonly fee?: number;
}

/** A row of 所蔵一覧: a copy, nobody who borrowed it. */
export interface CopyRecord extends RecordBase {
  readonly kind: 'copy';
  /** Thirteen digits. */
  readonly isbn?: string;
  /** Number of the title in the list of titles. */
  readonly title?: string;
  readonly branch: string;
  readonly status:
    | 'ON_SHELF'
    | 'LENT'
    | 'RESERVED'
    | 'IN_TRANSIT'
    | 'REFERENCE_ONLY'
    | 'REPAIR'
    | 'UNKNOWN';
  readonly dueOn?: string;
  readonly callNumber?: string;
  readonly checkedOn?: string;
}

/** A row of 学校支援図書セット一覧. */
export interface BookSetRecord extends RecordBase {
  readonly kind: 'book-set';
  readonly name: string;
  readonly nameKana?: string;
  readonly schoolSubject?:
    | 'JAPANESE'
    | 'SOCIAL_STUDIES'
    | 'MATHEMATICS'
    | 'SCIENCE'
    | 'LIFE'
    | 'MUSIC'
    | 'ART'
    | 'HOME_ECONOMICS'
    | 'HEALTH'
    | 'ENGLISH'
    | 'MORALS'
    | 'INTEGRATED';
  readonly unit?: string;
  readonly gradeFrom?: number;
  readonly gradeTo?: number;
  readonly copies?: number;
  readonly loanDays?: number;
  readonly bookableFrom?: string;
  readonly bookableUntil?: string;
  readonly howToApply?: string;
  readonly branch?: string;
  readonly ndcs: readonly string[];
  readonly isbns: readonly string[];
}

/** A row of デジタル化資料一覧. */
export interface DigitalItemRecord extends RecordBase {
  readonly kind: 'digital-item';
  readonly title: string;
  readonly titleKana?: string;
  readonly type:
    | 'PHOTOGRAPH'
    | 'MAP'
    | 'DOCUMENT'
    | 'PICTURE'
    | 'BOOK'
    | 'SOUND'
    | 'FILM'
    | 'OTHER';
  readonly creator?: string;
  readonly description?: string;
  readonly madeIn?: string;
  readonly year?: number;
  readonly rights: 'PUBLIC_DOMAIN' | 'OPEN_LICENCE' | 'ASK_FIRST' | 'VIEW_ONLY' | 'UNKNOWN';
  readonly rightsNote?: string;
  readonly url?: string;
  readonly imageUrl?: string;
  readonly branch?: string;
  /** Codes or names of cultural properties, as written. */
  readonly heritage: readonly string[];
  readonly ndcs: readonly string[];
}

/** Any row of a library's lists that is no title and no answered question. */
export type AnyLibraryRecord =
  | BranchRecord
  | BranchServiceRecord
  | CopyRecord
  | BookSetRecord
  | DigitalItemRecord;
