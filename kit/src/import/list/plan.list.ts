// A table: what the coordination of the plan keeps (計画推進): meetings and what they decided, grants and their reports, budget lines, activities.
import { readDate } from '../cell/date.js';
import { readGrantOutcomes } from '../cell/grant-outcome.js';
import { readList } from '../cell/list.js';
import { readWhole } from '../cell/number.js';
import { oneWord } from '../cell/word.js';
import { readWords } from '../cell/words.js';
import { clock, count, department, facility, measure, summary, url } from './asked.js';
import { listed, needed, optional } from './column.js';
import { listOf } from './list.js';
import { namesSomebody, nobodyIn } from './rules.js';

const meetings = {
  連絡調整会議: 'COORDINATION',
  推進懇談会: 'CITIZENS',
  施設利用者懇談会: 'FACILITY_USERS',
  勉強会: 'STUDY',
} as const;

const states = { 決定: 'DECIDED', 実施中: 'UNDER_WAY', 実施済み: 'DONE', 実施済: 'DONE' } as const;

const activities = {
  学び合い: 'LEARNING',
  成果の発表: 'PRESENTATION',
  企画・運営: 'PLANNING',
  成果の還元: 'SERVICE',
} as const;

const day = (header: string, sample: string) =>
  needed({ header, description: 'YYYY-MM-DD', sample }, (cell) => readDate(cell));

const year = needed({ header: '年度', description: '西暦。4月から', sample: '2026' }, readWhole);

const yearInReach = {
  code: 'YEAR_OUT_OF_REACH',
  message: '年度が西暦の四桁ではありません。',
  remedy: '2026のように西暦で書いてください。',
  breaks: ({ year: written }: { year: number }) => written < 1900 || written > 2200,
};

/** 会議: the meetings that carry the plan. */
export const meetingList = listOf({
  title: '計画推進会議一覧',
  columns: {
    title: needed(
      { header: '会議名', description: '回数も', sample: '第1回生涯学習連絡調整会議' },
      readWords,
    ),
    meeting: needed(
      {
        header: '会議の種類',
        description: `${Object.keys(meetings).join('、')}のどれか`,
        sample: '連絡調整会議',
      },
      oneWord(meetings),
    ),
    heldOn: day('会議の開催日', '2026-10-01'),
    startsAt: clock('会議の開始時間', '10:00', 'start'),
    summary: summary('議題', '情報システムの計画'),
    citizens: count('市民の出席者数', '数字だけ', '10'),
    staff: count('職員の出席者数', '数字だけ', '8'),
    minutesUrl: { ...url, header: '会議録', sample: 'https://www.example.jp/minutes' },
    facility: facility('会議の会場', '田無公民館'),
  },
  marks: ['title', 'meeting', 'heldOn', 'citizens'],
  known: ['title', 'heldOn'],
});

/** 決定事項: what those meetings decided. */
export const decisionList = listOf({
  title: '会議決定事項一覧',
  columns: {
    meeting: needed(
      {
        header: '決定した会議',
        description: '会議の一覧にある登録番号か会議名',
        sample: '第1回生涯学習連絡調整会議',
      },
      readWords,
    ),
    order: needed({ header: '決定番号', description: '会議の中で1から', sample: '1' }, readWhole),
    text: needed(
      { header: '決定の内容', description: '公開されます', sample: '検索の試行を始める' },
      readWords,
    ),
    state: needed(
      { header: '決定の状況', description: '決定、実施中、実施済みのどれか', sample: '決定' },
      oneWord(states),
    ),
    measure: needed({ ...measure, description: '計画の施策の番号' }, readWords),
    dueOn: optional({ header: '期限', description: 'YYYY-MM-DD', sample: '2027-03-31' }, (cell) =>
      readDate(cell),
    ),
    department: department('図書館'),
  },
  marks: ['meeting', 'order', 'state', 'text'],
  known: ['meeting', 'order'],
  rules: [
    {
      code: 'DECISION_WITHOUT_NUMBER',
      message: '決定番号は1からの番号です。',
      remedy: '会議の中での順番を1から書いてください。',
      breaks: ({ order }) => order < 1,
    },
  ],
});

/** 補助金: grants to groups, and what was reported of them. */
export const grantList = listOf({
  title: '補助金交付一覧',
  columns: {
    title: needed(
      {
        header: '補助対象事業',
        description: '事業の名',
        sample: '親子合唱の会',
        aliases: ['事業名'],
      },
      readWords,
    ),
    program: optional(
      { header: '補助制度', description: '制度の名', sample: '社会教育関係団体補助金' },
      readWords,
    ),
    year,
    amountYen: needed(
      { header: '交付額', description: '円', sample: '50000', aliases: ['補助金額', '交付金額'] },
      readWhole,
    ),
    purpose: summary('補助の目的', '親子が歌う場をつくる'),
    group: optional(
      {
        header: '補助団体',
        description: '団体名か団体の登録番号',
        sample: '見本合唱団',
        aliases: ['交付先'],
      },
      readWords,
    ),
    measure,
    submittedOn: optional(
      { header: '報告書の提出日', description: 'YYYY-MM-DD', sample: '2027-04-10' },
      (cell) => readDate(cell),
    ),
    report: summary('活動報告', '月2回の練習と発表をしました。'),
    spentYen: count('執行額', '円', '48000'),
    outcomes: listed(
      {
        header: '成果指標',
        description: '「指標／単位／目標／実績」の形。; で区切る',
        sample: '参加者／人／100／120',
      },
      readGrantOutcomes,
    ),
  },
  marks: ['amountYen', 'program', 'group', 'spentYen'],
  known: ['title', 'year', 'group'],
  rules: [
    yearInReach,
    {
      ...nobodyIn('補助対象事業', '活動報告'),
      breaks: ({ title, purpose, report }) => namesSomebody(title, purpose, report),
    },
  ],
});

/** 予算: budget lines of measures. */
export const budgetLineList = listOf({
  title: '施策別予算一覧',
  columns: {
    title: needed(
      { header: '予算事業名', description: '事業の名', sample: '公民館講座' },
      readWords,
    ),
    year,
    amountThousandYen: needed(
      { header: '予算額（千円）', description: '千円', sample: '1200', aliases: ['予算額'] },
      readWhole,
    ),
    measure: needed({ ...measure, description: '計画の施策の番号' }, readWords),
    department: department('公民館'),
  },
  marks: ['title', 'amountThousandYen', 'measure'],
  known: ['title', 'year', 'measure'],
  rules: [yearInReach],
});

/** 地域の活動: what learners of a district or a group did, without any person. */
export const activityList = listOf({
  title: '地域学習活動一覧',
  columns: {
    title: needed(
      { header: '活動名', description: '何をしたか', sample: '春の合唱発表会' },
      readWords,
    ),
    activity: needed(
      {
        header: '活動の区分',
        description: `${Object.keys(activities).join('、')}のどれか`,
        sample: '成果の発表',
      },
      oneWord(activities),
    ),
    heldOn: day('活動日', '2027-03-10'),
    result: summary('活動の成果', '二百人が聴きました。'),
    participants: count('延べ参加者数', '数字だけ', '40'),
    helpers: count('延べ協力者数', '数字だけ', '5'),
    district: optional(
      { header: '小学校区', description: '学区の名かコード', sample: '' },
      readWords,
    ),
    group: optional({ header: '活動団体', description: '団体名か登録番号', sample: '' }, readWords),
    grant: optional(
      { header: '補助金の番号', description: '補助金の一覧の登録番号', sample: '' },
      readWords,
    ),
    venue: facility('活動の会場', '柳沢公民館'),
    measures: listed({ ...measure, description: '施策の番号。; で区切る' }, readList),
    department: department('公民館'),
  },
  marks: ['title', 'activity', 'heldOn', 'participants'],
  known: ['title', 'heldOn', 'group'],
  rules: [
    {
      ...nobodyIn('活動名', '活動の成果'),
      breaks: ({ title, result }) => namesSomebody(title, result),
    },
  ],
});
