import { aWorkbook, type BuiltCell } from '../workbook.builder.js';

/** A month of a workbook: what follows is written for it. */
export interface WorkbookMonth {
  /** From 2019 on, so that it has a year of 令和. */
  readonly year: number;
  readonly month: number;
  /** How many of its rows are written; all unless said. */
  readonly rows?: number;
  /** Headers that are called otherwise than in the other months. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** The first three days of a month that are a weekday (0 is Sunday). */
export function daysOn(
  weekday: number,
  { year, month }: Pick<WorkbookMonth, 'year' | 'month'>,
): [number, number, number] {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((weekday - first + 7) % 7);
  return [day, day + 7, day + 14];
}

type Rows = readonly (readonly BuiltCell[])[];

/** 公民館の講座台帳: lines of title, a header over two rows with names that span columns, cells merged down, days without a year, a note below. */
export function kominkanSheet({ year, month, rows, renamed }: WorkbookMonth): Buffer {
  const fridays = daysOn(5, { year, month });
  const body: Rows = [
    [
      1,
      '冬の俳句入門',
      `${month}/${fridays[0]}(金)`,
      '10:00～12:00',
      '第一学習室',
      '成人',
      '20名',
      '500円',
      '田中',
      `${month - 1}/20`,
    ],
    ['', '', `${month}/${fridays[1]}(金)`, '10:00～12:00', '第一学習室', '', '', '', '', ''],
    ['', '', `${month}/${fridays[2]}(金)`, '13:00～15:00', '視聴覚室', '', '', '', '', ''],
    [
      2,
      '親子でつくるお正月かざり',
      `${month}/${fridays[2]}(金)`,
      '午前10時～正午',
      '工作室',
      '小学生と保護者',
      '12組',
      '材料費300円',
      '鈴木',
      `${month - 1}/25`,
    ],
    [
      3,
      '初めてのスマートフォン',
      `${month}/${fridays[0]}(金)`,
      '14時～16時',
      '会議室',
      '60歳以上',
      '15名',
      '無料',
      '田中',
      `${month - 1}/22`,
    ],
  ];
  return aWorkbook({
    [`${month}月`]: [
      [`令和${(month < 4 ? year - 1 : year) - 2018}年度　こだま公民館　主催講座一覧`],
      [`${month}月号`, '', '', '', '', '', '', '', '', '作成 公民館事業係'],
      [''],
      named(['№', '講座', 'とき', '', 'ところ', '募集', '', '費用', '担当者名', '〆切'], renamed),
      named(['', '', '月日', '時間', '', '対象', '人数', '', '', ''], renamed),
      ...body.slice(0, rows),
      ['※ 都合により変わることがあります。'],
    ],
  });
}

/** 体育館のクラス一覧: days as Excel keeps them, a column of weekdays, one header over the three cells of a time. */
export function sportsSheet({ year, month, rows, renamed }: WorkbookMonth): Buffer {
  // Spreadsheets count days from 30 December 1899.
  const first = (Date.UTC(year, month - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const body: Rows = [
    [
      'A01',
      'かんたんヨガ',
      { serial: first + 1 },
      { serial: first + 27 },
      '火',
      '19:00',
      '～',
      '20:30',
      '総合体育館',
      3000,
      '30',
    ],
    [
      'A02',
      'キッズ体操',
      { serial: first + 2 },
      { serial: first + 27 },
      '水・金',
      '16:00',
      '～',
      '17:00',
      '総合体育館',
      2500,
      '25',
    ],
    [
      'B01',
      '健康ウォーキング',
      { serial: first + 3 },
      { serial: first + 24 },
      '木',
      '9:30',
      '～',
      '11:00',
      '武道場',
      0,
      '40',
    ],
  ];
  return aWorkbook({
    注意: [['この表は指定管理者が作成しています。']],
    一覧: [
      named(
        ['教室コード', 'クラス', '開始', '最終日', '曜', '時間', '', '', '体育館', '月謝', '枠'],
        renamed,
      ),
      ...body.slice(0, rows),
    ],
  });
}

/** 児童館の行事表: days in 和暦 with their weekdays, a time in one cell, words of children for headers. */
export function childrenSheet({ year, month, rows, renamed }: WorkbookMonth): Buffer {
  const sundays = daysOn(0, { year, month });
  const reiwa = year - 2018;
  const body: Rows = [
    [
      'おもちつき',
      `令和${reiwa}年${month}月${sundays[0]}日（日）`,
      '10:00～11:30',
      'ホール',
      '小学生',
      '20人',
      '042-000-1234',
    ],
    [
      'ベビーマッサージ',
      `R${reiwa}.${month}.${sundays[1]}`,
      '10時30分～11時30分',
      '和室',
      '0歳児と保護者',
      '10組',
      '042-000-1234',
    ],
    [
      'ボードゲームの日',
      `令和${reiwa}年${month}月${sundays[2]}日（日）`,
      '13:30～16:00',
      '図書室',
      '小・中学生',
      '',
      '042-000-1234',
    ],
  ];
  return aWorkbook({
    行事: [
      ['ひばり児童館　ぎょうじのおしらせ'],
      named(['行事', '日にち', 'じかん', 'ばしょ', 'だれ', 'ていいん', 'でんわ'], renamed),
      ...body.slice(0, rows),
    ],
  });
}

function named(
  headers: readonly string[],
  renamed: Readonly<Record<string, string>> = {},
): string[] {
  return headers.map((header) => renamed[header] ?? header);
}
