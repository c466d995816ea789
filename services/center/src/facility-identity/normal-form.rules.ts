import { fold } from '@manabi/kit/text/fold';

const numerals = '〇一二三四五六七八九';

/** A text as the matcher compares it: without spaces, and with the places where spaces stood. */
export interface NormalText {
  readonly letters: string;
  /** Positions in `letters` before which there was a space or punctuation. */
  readonly gaps: ReadonlySet<number>;
}

/**
 * Folds a text and makes one what people write in two ways in venues: kanji and arabic numerals, long vowels and
 * none (センタ), グラウンド and グランド, 障がい and 障害. Words stay apart by single spaces.
 */
export function normalWords(text: string): string {
  return fold(text)
    .replace(/[〇一二三四五六七八九十]+/gu, arabic)
    .replaceAll('ー', '')
    .replaceAll('ぐらうんど', 'ぐらんど')
    .replaceAll('障がい', '障害')
    .replace(/(?<=\d)f/gu, '階')
    .replace(/ +/gu, ' ')
    .trim();
}

/** The same without spaces; they are told apart. */
export function normalText(text: string): NormalText {
  let letters = '';
  const gaps = new Set<number>();
  for (const word of normalWords(text).split(' ')) {
    gaps.add(letters.length);
    letters += word;
  }
  return { letters, gaps };
}

/** The words between two positions, with single spaces where there were gaps. */
export function wordsBetween({ letters, gaps }: NormalText, from: number, to: number): string {
  let words = '';
  for (let at = from; at < to; at += 1) words += (gaps.has(at) ? ' ' : '') + letters.charAt(at);
  return words.trim();
}

/** The stretch of the original text that reads as these normal words; the words themselves when none does. */
export function asWritten(text: string, words: string): string {
  const plain = text.normalize('NFKC');
  const wanted = words.replaceAll(' ', '');
  const start = normalText(plain).letters.indexOf(wanted);
  if (start < 0) return words;
  const from = lastEndReading(plain, start);
  const to = lastEndReading(plain, start + wanted.length);
  return plain.slice(from, to).replace(/^[\s()「『"・、,]+|[\s(「『"・、,]+$/gu, '');
}

/** The furthest end of the text up to which it reads as no more than so many letters. */
function lastEndReading(plain: string, letters: number): number {
  let low = 0;
  let high = plain.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (normalText(plain.slice(0, middle)).letters.length <= letters) low = middle;
    else high = middle - 1;
  }
  return low;
}

function arabic(kanji: string): string {
  if (!kanji.includes('十')) return [...kanji].map(digit).join('');
  const [tens = '', ones = ''] = kanji.split('十');
  return `${tens === '' ? 1 : digit(tens)}${ones === '' ? 0 : digit(ones)}`;
}

function digit(kanji: string): string {
  return [...kanji].map((one) => numerals.indexOf(one)).join('');
}
