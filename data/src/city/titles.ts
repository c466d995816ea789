import { opaqueId } from '../opaque-id.js';
import { sampleIsbn } from '../isbn.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** The formats of a title: 図書, 大活字本, デイジー, 絵本, 電子書籍. */
export const TITLE_FORMATS = ['BOOK', 'LARGE_PRINT', 'DAISY', 'PICTURE_BOOK', 'EBOOK'] as const;

/** An invented title of the library (書誌). */
export interface TitleRow extends Sourced {
  id: string;
  /** Thirteen digits, valid, in the unassigned group 979-99; null for DAISY, which has none. */
  isbn: string | null;
  /** Our bibliographic number, `S` and eight digits: not one of the National Diet Library. */
  bibId: string;
  title: Text;
  author: Text;
  subjectKeys: SubjectKey[];
  publisher: string;
  year: number;
  format: (typeof TITLE_FORMATS)[number];
  audience: 'ADULT' | 'YOUTH' | 'CHILD';
  pages: number | null;
  /** Codes of the cultural properties that it tells of. */
  propertyCodes: string[];
  /** The printed title of which this is another format. */
  editionOfId: string | null;
}

/** Promises the id of the title with this key. */
export const titleId = (key: string): string => opaqueId('title', key);

const editionOf = (key: string | null): string | null => (key === null ? null : titleId(key));

const propertiesByTitle = (): ReadonlyMap<string, string[]> => {
  const links = rowsOf('heritage-titles', (line) => [line.text('title'), line.text('property')]);
  const grouped = Map.groupBy(links, ([title = '']) => title);
  return new Map([...grouped].map(([title, of]) => [title, of.map(([, code = '']) => code)]));
};

/** Promises about 300 invented titles in five formats. */
export const titles = (today: string = todayInTokyo()): TitleRow[] => {
  const properties = propertiesByTitle();
  return rowsOf('titles', (line) => {
    const key = line.text('key');
    const serial = Number(key.slice(-3));
    const format = line.oneOf('format', TITLE_FORMATS);
    return {
      id: titleId(key),
      isbn: format === 'DAISY' ? null : sampleIsbn(serial),
      bibId: `S${String(serial).padStart(8, '0')}`,
      title: text(line.text('title'), { kana: line.text('kana'), plain: null, en: null }),
      author: text(line.text('author'), { kana: line.text('authorKana'), plain: null, en: null }),
      subjectKeys: [subjectKey(`NDC:${line.text('ndc')}`)],
      publisher: line.text('publisher'),
      year: line.number('year'),
      format,
      audience: line.oneOf('audience', ['ADULT', 'YOUTH', 'CHILD']),
      pages: line.maybeNumber('pages'),
      propertyCodes: properties.get(line.maybe('editionOf') ?? key) ?? [],
      editionOfId: editionOf(line.maybe('editionOf')),
      ...sampleOf(today),
    };
  });
};
