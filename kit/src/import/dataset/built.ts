import type { SetAside } from '../row.js';
import type { ImportRecord } from './record.js';
import type { RecordBase } from './record-base.js';

/** What every record has before it is complete. */
export type Base = Omit<RecordBase, Later | 'remarks'>;

/** What is added when a record is complete: its identity within the file, and its cells as written. */
type Later = 'key' | 'raw' | 'extra';

/** A record without what is added last. */
export type Keyless<R> = R extends unknown ? Omit<R, Later> : never;

/** What a row gave: the record as far as it could be built, what tells it from others, and why it must be set aside, if it must. */
export interface Built<R extends ImportRecord = ImportRecord> {
  readonly record?: Keyless<R>;
  /** The parts of the content that stay when details change. */
  readonly identity: readonly string[];
  readonly setAside?: SetAside;
}

/** The reason for which a row without its name is set aside. */
export function nameless(header: string): SetAside {
  return {
    code: 'NAME_MISSING',
    message: `必須の「${header}」が空欄です。`,
    remedy: `「${header}」を入力するか、不要な行なら削除してください。`,
  };
}

/** The lines that are said, joined, or nothing. */
export function joined(...lines: readonly (string | undefined)[]): string | undefined {
  const said = lines.filter((line) => line !== undefined && line !== '');
  return said.length > 0 ? said.join('\n') : undefined;
}
