import { blank, isBlank, type Reading, refused } from './reading.js';

/** The words of a form by what each means. */
type Words<W extends string> = Readonly<Record<string, W>>;

/** Reads one word of a closed list, as a form writes it or by its code; any other word is a problem that names the list. */
export const oneWord =
  <W extends string>(words: Words<W>) =>
  (cell: string): Reading<W> => {
    const raw = cell.trim();
    if (isBlank(raw)) return blank;
    const value = meaning(words, raw);
    return value === undefined ? unknownWords([raw], words) : { value, repairs: [] };
  };

/** Reads several such words, parted by semicolons or points; those that the list does not have are told and left out. */
export const someWords =
  <W extends string>(words: Words<W>) =>
  (cell: string): Reading<W[]> => {
    const raw = cell.trim();
    if (isBlank(raw)) return blank;
    const parts = raw.split(/[;；、・\n]/u).filter((part) => part.trim() !== '');
    const value = parts.flatMap((part) => meaning(words, part) ?? []);
    const unknown = parts.filter((part) => meaning(words, part) === undefined);
    const reading = unknown.length > 0 ? unknownWords<W>(unknown, words) : { repairs: [] };
    return value.length > 0 ? { ...reading, value: [...new Set(value)] } : reading;
  };

const plain = (word: string): string => word.normalize('NFKC').replaceAll(/\s/gu, '');

function meaning<W extends string>(words: Words<W>, written: string): W | undefined {
  const word = plain(written);
  return Object.entries(words).find(([term, code]) => plain(term) === word || code === word)?.[1];
}

function unknownWords<W extends string>(
  unknown: readonly string[],
  words: Words<W>,
): Reading<never> {
  return refused(unknown.join(';'), {
    code: 'WORD_UNKNOWN',
    message: `「${unknown.join('、')}」は様式にある語ではありません。`,
    remedy: `次のどれかで書いてください：${Object.keys(words).join('、')}。`,
  });
}
