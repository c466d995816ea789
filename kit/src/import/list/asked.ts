// A table: what several lists ask in the same words.
import { readDate } from '../cell/date.js';
import { readGrade } from '../cell/grade.js';
import { readNdcs } from '../cell/ndc.js';
import { readWhole } from '../cell/number.js';
import { readTime } from '../cell/time.js';
import { readUrl } from '../cell/url.js';
import { readWords } from '../cell/words.js';
import { type ListColumn, listed, needed, optional } from './column.js';

type Text = ListColumn<string | undefined>;

/** How a name is read. */
export const reading = (header: string, sample: string): Text =>
  optional({ header, description: '全角カタカナ', sample }, readWords);

/** What it is, in a sentence for residents. */
export const summary = (header: string, sample: string): Text =>
  optional({ header, description: '公開されます', sample, aliases: ['説明', '概要'] }, readWords);

const subjectWords = (sample: string) => ({
  header: '分野（NDC）',
  description: '日本十進分類の番号。いくつかあれば半角の ; で区切る',
  sample,
  aliases: ['分野', 'NDC', '分類'],
});

/** Subjects, without which nobody finds it. */
export const subjects = (sample: string): ListColumn<string[]> =>
  needed(subjectWords(sample), readNdcs);

/** Subjects, where somebody says them. */
export const subjectsIfAny = (sample: string): ListColumn<readonly string[]> =>
  listed(subjectWords(sample), readNdcs);

/** A facility by its name or code. */
export const facility = (header: string, sample: string): Text =>
  optional(
    { header, description: '施設の名かコード', sample, aliases: ['施設', '施設名'] },
    readWords,
  );

/** The same, of a row that is about the facility. */
export const neededFacility = (sample: string): ListColumn<string> =>
  needed(
    {
      header: '施設名',
      description: '施設の名かコード',
      sample,
      aliases: ['施設', '施設名称', '施設コード'],
    },
    readWords,
  );

/** A department by its name or code. */
export const department = (sample: string): Text =>
  optional(
    {
      header: '担当部署',
      description: '部署の名かコード',
      sample,
      aliases: ['部署', '担当課', '所管課'],
    },
    readWords,
  );

/** When somebody made sure that it holds. */
export const confirmedOn: Text = optional(
  {
    header: '最終確認日',
    description: '内容を確かめた日。YYYY-MM-DD。一年を過ぎると「要確認」と表示されます',
    sample: '2026-11-01',
    aliases: ['確認日', '調査日'],
  },
  (cell) => readDate(cell),
);

/** Lowest and highest school grade. */
export const grades = {
  gradeFrom: optional(
    { header: '対象学年（最低）', description: '小3、中1など。就学前は幼児', sample: '小3' },
    readGrade,
  ),
  gradeTo: optional(
    { header: '対象学年（最高）', description: '小3、中1など', sample: '小6' },
    readGrade,
  ),
} as const;

/** A page of the web. */
export const url: Text = optional(
  {
    header: 'ウェブページ',
    description: 'https:// で始まる',
    sample: '',
    aliases: ['URL', 'ホームページ'],
  },
  readUrl,
);

/** How one applies. */
export const howToApply: Text = optional(
  { header: '申込方法', description: '公開されます', sample: '電話' },
  readWords,
);

/** A number of people, pieces or yen. */
export const count = (
  header: string,
  description: string,
  sample: string,
): ListColumn<number | undefined> => optional({ header, description, sample }, readWhole);

/** A time of the day. */
export const clock = (
  header: string,
  sample: string,
  at: 'start' | 'end',
): ListColumn<string | undefined> =>
  optional({ header, description: 'HH:MM', sample }, (cell) => readTime(cell, at));

/** The measure of the plan for which it is. */
export const measure: Text = optional(
  {
    header: '施策番号',
    description: '計画の施策の番号。1-3-3-5 の形',
    sample: '1-3-3-5',
    aliases: ['施策', '施策コード'],
  },
  readWords,
);
