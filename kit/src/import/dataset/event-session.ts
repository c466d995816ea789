/** One time at which an event takes place: a day, or the days up to `lastDate` with the same hours every day. */
export interface Occurrence {
  readonly date: string;
  readonly lastDate?: string;
  readonly start?: string;
  readonly end?: string;
  readonly endsNextDay?: true;
  /** The days up to `lastDate` are one stretch, however few. */
  readonly whole?: true;
}

/** Where an event takes place, as written, and which column said so. */
export interface Venue {
  readonly text: string;
  readonly column: string;
  /** The part of the text that names a room or floor. */
  readonly room?: string;
  readonly isOnline: boolean;
}

/** A date with a time where one is said (Japan time). */
export interface Moment {
  readonly date: string;
  readonly time?: string;
}

/** One session of a course whose sessions stand in rows of their own. */
export interface EventSession {
  /** The line of the file on which it stands. */
  readonly row: number;
  /** Which one it is, as the file counts (第n回). */
  readonly number?: number;
  readonly topic?: string;
  readonly venue?: Venue;
  readonly occurrences: readonly Occurrence[];
}
