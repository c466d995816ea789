import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** The schemes of classification: Nippon Decimal Classification, MEXT 中分類, 社会教育調査. */
export const SCHEMES = ['NDC', 'MEXT', 'SURVEY'] as const;

/** The key of a subject. */
export interface SubjectKey {
  scheme: (typeof SCHEMES)[number];
  code: string;
}

/** A subject of a classification (分類). */
export interface SubjectRow extends SubjectKey, Sourced {
  name: Text;
  broader: SubjectKey | null;
  /** The MEXT class to which an NDC class leads; null for the other schemes. */
  mext: SubjectKey | null;
}

/** Promises the key written as `SCHEME:code`. */
export const subjectKey = (written: string): SubjectKey => {
  const [name, code = ''] = written.split(':');
  const scheme = SCHEMES.find((known) => known === name);
  if (scheme === undefined || code === '') {
    throw new Error(
      `"${written}" is no subject; write ${SCHEMES.join(', ')}, a colon and the code.`,
    );
  }
  return { scheme, code };
};

const keyOrNull = (written: string | null): SubjectKey | null =>
  written === null ? null : subjectKey(written);

/** Promises the NDC main classes and divisions, the nine MEXT classes and the six survey categories. */
export const subjects = (): SubjectRow[] =>
  rowsOf('subjects', (line) => ({
    scheme: line.oneOf('scheme', SCHEMES),
    code: line.text('code'),
    name: nameOf(line),
    broader: keyOrNull(line.maybe('broader')),
    mext: keyOrNull(line.maybe('mext')),
    ...sourced(line),
  }));
