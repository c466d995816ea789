// A table: who helps at an event (介助・手話・保育), in numbers; no person is named.
import { readDate } from '../cell/date.js';
import { oneWord } from '../cell/word.js';
import { readWords } from '../cell/words.js';
import { readTime } from '../cell/time.js';
import { clock, count, department, facility } from './asked.js';
import { needed, optional } from './column.js';
import { listOf } from './list.js';

const kinds = {
  手話通訳: 'SIGN_LANGUAGE',
  手話: 'SIGN_LANGUAGE',
  要約筆記: 'NOTE_TAKING',
  介助: 'PERSONAL_CARE',
  移動支援: 'GUIDE',
  ガイドヘルパー: 'GUIDE',
  外国語通訳: 'INTERPRETER',
} as const;

/** The event, by its name and first day as its department's list of events writes them. */
const event = {
  event: needed(
    {
      header: '催しの名',
      description: '講座や催しの一覧にある名、または識別子',
      sample: 'フレイル予防講座',
      aliases: ['行事名', '対象の講座'],
    },
    readWords,
  ),
  eventDay: optional(
    {
      header: '催しの初日',
      description: '同じ名の催しがいくつかあれば要る。YYYY-MM-DD',
      sample: '2031-05-10',
    },
    (cell) => readDate(cell),
  ),
} as const;

/** 介助・通訳: assistants at an event. */
export const assistantsList = listOf({
  title: '介助・通訳者一覧',
  columns: {
    ...event,
    assistance: needed(
      {
        header: '介助・通訳の種類',
        description: `${Object.keys(kinds).join('、')}のどれか`,
        sample: '手話通訳',
        aliases: ['派遣の種類'],
      },
      oneWord(kinds),
    ),
    language: optional(
      { header: '通訳の言語', description: 'en、zhなど。外国語通訳だけ', sample: '' },
      readWords,
    ),
    needed: count('必要な人数', '申し出のあった人に要る数', '1'),
    available: count('派遣できる人数', '数字だけ', '2'),
    confirmed: count('確定した人数', '派遣できる人数まで', '1'),
    requestBy: optional(
      {
        header: '申込期限',
        description: 'この日まで申し出られる。YYYY-MM-DD',
        sample: '2031-04-30',
      },
      (cell) => readDate(cell),
    ),
    department: department('障害福祉課'),
  },
  marks: ['assistance', 'available', 'confirmed', 'needed'],
  known: ['event', 'eventDay', 'assistance', 'language'],
  rules: [
    {
      code: 'CONFIRMED_ABOVE_AVAILABLE',
      message: '確定した人数が派遣できる人数より多くなっています。',
      remedy: '「派遣できる人数」と「確定した人数」を確かめてください。',
      breaks: ({ confirmed, available }) =>
        confirmed !== undefined && available !== undefined && confirmed > available,
    },
  ],
});

/** 保育: children looked after while an event takes place. */
export const childcareSessionList = listOf({
  title: '保育付き事業一覧',
  columns: {
    ...event,
    day: needed(
      { header: '保育の日', description: 'YYYY-MM-DD', sample: '2031-05-10', aliases: ['保育日'] },
      (cell) => readDate(cell),
    ),
    opens: needed(
      { header: '保育の開始', description: 'HH:MM', sample: '09:45', aliases: ['保育開始時間'] },
      (cell) => readTime(cell, 'start'),
    ),
    closes: clock('保育の終了', '12:15', 'end'),
    facility: facility('保育の施設', '柳沢公民館'),
    places: count('保育の定員', '数字だけ', '8'),
    placesLeft: count('保育の残り枠', '数字だけ。分からなければ空欄', '3'),
    minMonths: count('最小月齢', '月数', '12'),
    maxMonths: count('最大月齢', '月数', '71'),
    feeYen: count('保育料', '円。0は無料', '0'),
    department: department('保育課'),
  },
  marks: ['places', 'placesLeft', 'minMonths', 'opens'],
  known: ['event', 'day', 'opens'],
  rules: [
    {
      code: 'CARE_ENDS_BEFORE_START',
      message: '保育の終了が開始より前です。',
      remedy: '「保育の開始」と「保育の終了」を確かめてください。',
      breaks: ({ opens, closes }) => closes !== undefined && closes < opens,
    },
  ],
});
