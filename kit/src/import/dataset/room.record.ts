import type { RecordBase } from './record-base.js';

/** A part of the day, HH:MM. */
export interface DayPart {
  readonly opens: string;
  readonly closes: string;
}

/** What every row about a room or court says: where it is, in the words of the file. */
export interface RoomNamed extends RecordBase {
  /** Code or name of the facility. */
  readonly facility: string;
  readonly room: string;
}

/** What rooms and courts are for, in the words of the graph. */
export type RoomUse =
  | 'ASSEMBLY'
  | 'STUDY'
  | 'TATAMI'
  | 'COOKING'
  | 'MUSIC'
  | 'CRAFT'
  | 'EXERCISE'
  | 'HALL'
  | 'EXHIBITION'
  | 'CHILDCARE'
  | 'GYM'
  | 'POOL'
  | 'TRAINING'
  | 'BUDO'
  | 'GROUND'
  | 'TENNIS';

/** A row of 貸出施設・部屋一覧. */
export interface RoomRecord extends RoomNamed {
  readonly kind: 'room';
  readonly roomKana?: string;
  readonly aliases: readonly string[];
  readonly use?: RoomUse;
  readonly floor?: string;
  readonly capacity?: number;
  readonly equipment: readonly string[];
  readonly bands: readonly DayPart[];
}

/** A row of 定例利用一覧. */
export interface RegularUseRecord extends RoomNamed {
  readonly kind: 'regular-use';
  /** Name or number of the group, as written. */
  readonly group: string;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Which such days of a month, 1 to 5. */
  readonly weeks: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** A row of 施設抽選日程一覧; days are YYYY-MM-DD. Without a room it is about all rooms of the facility. */
export interface LotteryWindowRecord extends Omit<RoomNamed, 'room'> {
  readonly kind: 'lottery-window';
  readonly room?: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly applyFrom: string;
  readonly applyUntil: string;
  readonly drawOn: string;
  readonly confirmFrom: string;
  readonly confirmUntil: string;
  readonly firstComeFrom: string;
}

/** A row of 利用枠・予約状況一覧. */
export interface SlotRecord extends RoomNamed {
  readonly kind: 'slot';
  readonly date: string;
  readonly opens: string;
  readonly closes: string;
  /** FREE says that nobody has it. */
  readonly state: 'BOOKED' | 'HELD' | 'CLOSED' | 'FREE';
  readonly purpose?: string;
  /** Name or number of a group, as written. */
  readonly group?: string;
}

/** How the lottery of a room went for one month of use and part of the day: counts, no persons. */
export interface LotteryOddsRecord extends RoomNamed {
  readonly kind: 'lottery-odds';
  /** YYYY-MM. */
  readonly month: string;
  /** HH:MM. */
  readonly opens: string;
  readonly applied: number;
  readonly won: number;
}

/** Any row about rooms and courts. */
export type AnyRoomRecord =
  | RoomRecord
  | RegularUseRecord
  | LotteryWindowRecord
  | SlotRecord
  | LotteryOddsRecord;
