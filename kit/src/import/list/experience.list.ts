// A table: programmes in which children experience something (体験プログラム), with the times at which they are held.
import { readDatedTimes } from '../cell/dated-time.js';
import { someWords, oneWord } from '../cell/word.js';
import { readWords } from '../cell/words.js';
import {
  confirmedOn,
  count,
  department,
  facility,
  grades,
  howToApply,
  reading,
  subjects,
  summary,
  url,
} from './asked.js';
import { listed, needed, optional } from './column.js';
import { listOf } from './list.js';
import { gradesInOrder } from './rules.js';

const kinds = {
  自然体験: 'NATURE',
  奉仕体験: 'SERVICE',
  ボランティア体験: 'SERVICE',
  生活体験: 'LIFE',
  職業体験: 'WORK',
  科学体験: 'SCIENCE',
  ものづくり体験: 'SCIENCE',
  文化体験: 'CULTURE',
  伝統体験: 'CULTURE',
  遊び: 'PLAY',
  運動体験: 'PLAY',
} as const;

const seasons = { 春: 'SPRING', 夏: 'SUMMER', 秋: 'AUTUMN', 冬: 'WINTER' } as const;

/** 体験プログラム: whoever in the city holds them. */
export const experienceProgramList = listOf({
  title: '体験プログラム一覧',
  columns: {
    title: needed(
      { header: '体験プログラム名', description: '公開する名前', sample: '稲づくり体験' },
      readWords,
    ),
    titleKana: reading('体験プログラム名カナ', 'イナヅクリタイケン'),
    summary: summary('体験の内容', '田植えから脱穀まで。'),
    experience: optional(
      {
        header: '体験の種類',
        description: `${Object.keys(kinds).join('、')}のどれか`,
        sample: '自然体験',
      },
      oneWord(kinds),
    ),
    ...grades,
    seasons: listed(
      { header: '季節', description: '春;夏;秋;冬', sample: '春;秋' },
      someWords(seasons),
    ),
    feeYen: count('参加費', '円。0は無料', '0'),
    howToApply,
    url,
    subjects: subjects('61'),
    venue: facility('会場', '柳沢公民館'),
    department: department('産業振興課'),
    times: listed(
      {
        header: '開催日時',
        description: '「2026-11-10 09:00-11:30」の形。; で区切る',
        sample: '2027-05-10 09:00-11:30;2027-10-11 09:00-11:30',
      },
      readDatedTimes,
    ),
    capacity: count('一回の定員', '数字だけ', '20'),
    supporters: count('必要な支援者数', '一回に要る支援者の数', '2'),
    confirmedOn,
  },
  marks: ['title', 'experience', 'seasons', 'supporters'],
  known: ['title'],
  rules: [gradesInOrder],
});
