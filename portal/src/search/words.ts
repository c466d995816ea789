// A table: codes of the graph in the words of residents, where the graph itself does not give them.

/** Codes and their words. */
export type Words = Readonly<Record<string, string>>;

export const audiences: Words = {
  INFANT: '幼児',
  ELEMENTARY: '小学生',
  JUNIOR_HIGH: '中学生',
  HIGH_SCHOOL: '高校生',
  YOUTH: '青少年',
  ADULT: '大学・一般',
  SENIOR: '高齢者',
  WORKER: '勤労者',
  MEN: '男性',
  WOMEN: '女性',
  PARENT_CHILD: '親子',
  ANYONE: 'どなたでも',
};

export const timeBands: Words = { MORNING: '午前', AFTERNOON: '午後', EVENING: '夜間' };

export const weekdays: Words = {
  MONDAY: '月曜日',
  TUESDAY: '火曜日',
  WEDNESDAY: '水曜日',
  THURSDAY: '木曜日',
  FRIDAY: '金曜日',
  SATURDAY: '土曜日',
  SUNDAY: '日曜日',
};

export const fees: Words = { FREE: '無料', PAID: '有料', UNKNOWN: '主催者へ確認' };

export const states: Words = {
  OPEN: '受付中',
  LOTTERY: '抽選受付中',
  WAITLIST: 'キャンセル待ち',
  BEFORE: '受付前',
  NO_APPLICATION: '申込不要',
  CLOSED: '受付終了',
  UNKNOWN: '申込は主催者へ確認',
};

/** States in which whoever wants to come can do something about it now. */
export const openStates: ReadonlySet<string> = new Set(['OPEN', 'LOTTERY', 'NO_APPLICATION']);

export const sorts: Words = {
  UPCOMING: 'これから始まる順',
  APPLICATION_CLOSES: '申込の締切が近い順',
  RECENT: '新しく載った順',
};

/** When it is to take place, counted in days of Japan from today. */
export const stretches: Words = {
  TODAY: 'きょう',
  WEEK: 'きょうから7日間',
  WEEKEND: '今度の土曜・日曜',
  MONTH: 'きょうから30日間',
};

/** Ages of a child in completed months, by which free places in childcare are looked for. */
export const childAges: Words = {
  6: '6か月',
  12: '1歳',
  18: '1歳6か月',
  24: '2歳',
  36: '3歳',
  48: '4歳',
  60: '5歳',
};

/** The code's word, or the code itself where the graph has learnt a new one. */
export const wordOf = (words: Words, code: string): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
