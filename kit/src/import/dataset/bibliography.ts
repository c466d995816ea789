import { blank, type Reading, refused } from '../cell/reading.js';

const year = /^\[?(?:1[5-9]|20)\d{2}(?:\.\d{1,2})?\]?$/;

const shapeless = {
  code: 'BIBLIOGRAPHY_UNREADABLE',
  message: '書誌情報を書名・著者・出版者・出版年に分けられないため、全体を書名としました。',
  remedy: '書名・著者・出版者・出版年を別々の列に入力してください。',
};

/** What one cell of bibliography says. */
export interface Bibliography {
  readonly title: string;
  readonly series?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly publishedYear?: number;
}

/**
 * Takes apart a bibliography in the manner of library catalogues, whose parts wide spaces divide: title, （series）, author／role,
 * publisher, year, size, pages. What does not have this shape keeps its text as title, and that is a problem.
 */
export function readBibliography(cell: string): Reading<Bibliography> {
  const raw = cell.trim();
  if (raw === '') return blank;
  const parts = raw
    .split(/[\u3000\t]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const yearAt = parts.findIndex((part) => year.test(part.normalize('NFKC')));
  if (yearAt < 2) return { ...refused(raw, shapeless), value: { title: raw, authors: [] } };
  const message = '書誌情報を書名・著者・出版者・出版年に分けました。';
  return { value: divided(parts, yearAt), repairs: [{ code: 'BIBLIOGRAPHY_SPLIT', message }] };
}

function divided(parts: readonly string[], yearAt: number): Bibliography {
  const authorAt = parts.findIndex((part, at) => at > 0 && part.includes('／'));
  const series = parts.slice(1, yearAt).find((part) => /^（.*）$/u.test(part));
  const volume = parts.slice(1, Math.max(authorAt, 1)).filter((part) => part !== series);
  const publisher = yearAt - 1 > Math.max(authorAt, 0) ? parts[yearAt - 1] : undefined;
  const named = parts.slice(Math.max(authorAt, 0), yearAt).filter((part) => part.includes('／'));
  return {
    title: [parts[0] ?? '', ...volume].join(' '),
    authors: authorAt > 0 ? authors(named.join('；')) : [],
    publishedYear: Number(parts[yearAt]?.normalize('NFKC').replace('[', '').slice(0, 4)),
    ...(series === undefined ? {} : { series: series.slice(1, -1) }),
    ...(publisher === undefined || publisher === series ? {} : { publisher }),
  };
}

function authors(text: string): string[] {
  return text
    .split(/[；;]/u)
    .map((part) => part.split('／')[0]?.trim() ?? '')
    .filter((part) => part !== '');
}
