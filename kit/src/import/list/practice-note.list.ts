// A table: what staff learned from advice and practice (実践ノート), without anybody in it.
import { readDate } from '../cell/date.js';
import { oneWord, someWords } from '../cell/word.js';
import { readWords } from '../cell/words.js';
import { department, reading, subjectsIfAny } from './asked.js';
import { listed, needed, optional } from './column.js';
import { listOf } from './list.js';
import { namesSomebody, nobodyIn } from './rules.js';

const kinds = { 相談事例: 'ADVICE_CASE', 実践記録: 'PRACTICE', 職員研修: 'TRAINING' } as const;

const audiences = {
  幼児: 'INFANT',
  小学生: 'ELEMENTARY',
  中学生: 'JUNIOR_HIGH',
  高校生: 'HIGH_SCHOOL',
  青少年: 'YOUTH',
  成人: 'ADULT',
  高齢者: 'SENIOR',
  勤労者: 'WORKER',
  男性: 'MEN',
  女性: 'WOMEN',
  親子: 'PARENT_CHILD',
  制限なし: 'ANYONE',
} as const;

const staffOnly = (header: string, sample: string) =>
  optional(
    { header, description: '職員だけが読みます。個人が分かることは書かない', sample },
    readWords,
  );

/** 実践ノート: only the theme and the summary are public. */
export const practiceNoteList = listOf({
  title: '実践ノート一覧',
  columns: {
    title: needed(
      { header: 'ノートのテーマ', description: '公開されます', sample: '思春期の居場所' },
      readWords,
    ),
    titleKana: reading('ノートのテーマカナ', 'シシュンキノイバショ'),
    note: needed(
      {
        header: 'ノートの種類',
        description: '相談事例、実践記録、職員研修のどれか',
        sample: '実践記録',
      },
      oneWord(kinds),
    ),
    publicSummary: needed(
      { header: '公開の要約', description: 'だれもが読めます', sample: '話を聴く場のつくり方。' },
      readWords,
    ),
    audiences: listed(
      {
        header: '対象者',
        description: `${Object.keys(audiences).join('、')}。; で区切る`,
        sample: '中学生',
      },
      someWords(audiences),
    ),
    writtenOn: optional(
      { header: '作成日', description: 'YYYY-MM-DD', sample: '2026-10-01' },
      (cell) => readDate(cell),
    ),
    subjects: subjectsIfAny('36'),
    situation: staffOnly('状況', '話す相手がいないという声がありました。'),
    approach: staffOnly('対応', '週に一度、席を空けて待ちました。'),
    learned: staffOnly('結果と学び', '急がず待つことが要ります。'),
    department: department('児童青少年課'),
  },
  marks: ['title', 'note', 'publicSummary', 'learned'],
  known: ['title', 'note'],
  rules: [
    {
      ...nobodyIn('公開の要約', '状況', '対応', '結果と学び'),
      breaks: ({ title, publicSummary, situation, approach, learned }) =>
        namesSomebody(title, publicSummary, situation, approach, learned),
    },
  ],
});
