// A table: lectures that offices give where people are (出前講座).
import { readDatedTimes } from '../cell/dated-time.js';
import { readList } from '../cell/list.js';
import { readWords } from '../cell/words.js';
import { count, reading, subjects, summary } from './asked.js';
import { listed, needed } from './column.js';
import { listOf } from './list.js';

/** 出前講座: by theme and the office that speaks. */
export const deliveryLectureList = listOf({
  title: '出前講座一覧',
  columns: {
    theme: needed(
      {
        header: '出前講座名',
        description: '講座のテーマ',
        sample: '地震に備える',
        aliases: ['講座テーマ', '出前講座テーマ', 'メニュー名'],
      },
      readWords,
    ),
    themeKana: reading('出前講座名カナ', 'ジシンニソナエル'),
    summary: summary('出前講座の内容', '家の備えを一緒に考えます。'),
    office: needed(
      {
        header: '講師の部署',
        description: '話しに行く部署の名かコード',
        sample: '防災・危機管理',
        aliases: ['担当部署', '担当課', '担当'],
      },
      readWords,
    ),
    languages: listed(
      { header: '対応言語', description: 'ja;en など。空欄は日本語', sample: 'ja' },
      readList,
    ),
    minutes: count('所要時間（分）', '分。数字だけ', '60'),
    minimumAudience: count('最少人数', '数字だけ', '10'),
    subjects: subjects('36'),
    times: listed(
      {
        header: '実施できる日時',
        description: '「2026-11-10 19:00-20:30」の形。; で区切る',
        sample: '2027-02-10 19:00-20:30',
      },
      readDatedTimes,
    ),
  },
  marks: ['theme', 'office', 'minimumAudience', 'minutes'],
  known: ['theme', 'office'],
  rules: [
    {
      code: 'MINUTES_NONE',
      message: '所要時間が0分です。',
      remedy: '分からなければ空欄にしてください。',
      breaks: ({ minutes }) => minutes === 0,
    },
  ],
});
