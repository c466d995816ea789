// A table: the forms of what departments let: rooms and courts, who uses them regularly, lotteries, and what is taken.
import type { FormColumn } from './entry.form.js';
import { numberColumn } from './form-parts.js';

const facility = (sample: string): FormColumn => ({
  column: 'facility',
  header: '施設名',
  description: '施設の名かコード（必須）',
  sample,
  aliases: ['施設名称', '館名', '施設', '施設コード', '学校名'],
});

const room = (sample: string, description = '部屋やコートの名（必須）'): FormColumn => ({
  column: 'room',
  header: '部屋名',
  description,
  sample,
  aliases: ['室名', '部屋名称', '室場名', 'コート名', '面名', '部屋', '場所'],
});

/** 貸出施設: rooms, courts and school grounds that are let. */
export const roomForm: readonly FormColumn[] = [
  numberColumn,
  facility('柳沢公民館'),
  room('見本学習室'),
  {
    column: 'roomKana',
    header: '部屋名カナ',
    description: '全角カタカナ',
    sample: 'ミホンガクシュウシツ',
    aliases: ['室名カナ'],
  },
  {
    column: 'aliases',
    header: '別名',
    description: 'ほかの呼び名。; で区切る',
    sample: '',
    aliases: ['通称'],
  },
  {
    column: 'use',
    header: '用途',
    description:
      '集会室、学習室、和室、調理室、音楽室、工作室、軽体操室、ホール、展示室、保育室、体育室、プール、トレーニング室、武道場、グラウンド（校庭開放を含む）、テニスコート',
    sample: '学習室',
    aliases: ['種別', '室種別', '施設種別'],
  },
  { column: 'floor', header: '階', description: '例：2階', sample: '2階' },
  { column: 'capacity', header: '定員', description: '数字だけ', sample: '24' },
  {
    column: 'equipment',
    header: '設備・備品',
    description: '置いてあるもの。; で区切る',
    sample: 'プロジェクター;ピアノ',
    aliases: ['設備', '備品'],
  },
  {
    column: 'bands',
    header: '利用区分',
    description: '貸し出す時間帯。「09:00-13:00」の形。; で区切る（必須）',
    sample: '09:00-13:00;13:00-16:00',
    aliases: ['利用時間帯', '貸出区分', '時間区分', '開放時間'],
  },
];

/** 定例利用: when groups usually meet in which room. */
export const regularUseForm: readonly FormColumn[] = [
  numberColumn,
  {
    column: 'group',
    header: '団体名',
    description: '団体の名簿にある名か登録番号（必須）',
    sample: '見本合唱団',
    aliases: ['団体', '利用団体', '利用団体名', '登録団体名'],
  },
  facility('柳沢公民館'),
  room('見本学習室'),
  {
    column: 'weekday',
    header: '曜日',
    description: '「毎週火」「第1・第3火曜日」の形（必須）',
    sample: '第1・第3火曜日',
    aliases: ['利用曜日', '定例日', '活動日'],
  },
  {
    column: 'opens',
    header: '開始時刻',
    description: 'HH:MM（必須）',
    sample: '19:00',
    aliases: ['開始時間', '利用開始時刻'],
  },
  {
    column: 'closes',
    header: '終了時刻',
    description: 'HH:MM（必須）',
    sample: '21:00',
    aliases: ['終了時間', '利用終了時刻'],
  },
];

const day = (
  column: string,
  sample: string,
  [header, ...aliases]: [string, ...string[]],
): FormColumn => ({
  column,
  header,
  description: 'YYYY-MM-DD（必須）',
  sample,
  aliases,
});

/** 抽選日程: when one applies for the rooms of a month of use. */
export const lotteryWindowForm: readonly FormColumn[] = [
  numberColumn,
  facility('柳沢公民館'),
  room('', '部屋やコートの名。空欄は施設の部屋すべて'),
  {
    column: 'month',
    header: '利用月',
    description: '2027-04 の形（必須）',
    sample: '2027-04',
    aliases: ['利用年月', '対象月', '抽選対象月'],
  },
  day('applyFrom', '2027-02-01', ['抽選申込開始日', '申込開始日', '抽選受付開始日']),
  day('applyUntil', '2027-02-07', ['抽選申込終了日', '申込終了日', '抽選受付終了日']),
  day('drawOn', '2027-02-08', ['抽選日', '抽選実施日']),
  day('confirmFrom', '2027-02-09', ['当選確認開始日', '確認開始日', '確定開始日']),
  day('confirmUntil', '2027-02-15', ['当選確認終了日', '確認終了日', '確定終了日']),
  day('firstComeFrom', '2027-02-16', ['先着受付開始日', '随時受付開始日', '空き枠受付開始日']),
];

/** 利用枠: what is taken of rooms and courts; the name of whoever has it is not asked. */
export const slotForm: readonly FormColumn[] = [
  numberColumn,
  facility('柳沢公民館'),
  room('見本学習室'),
  {
    column: 'date',
    header: '利用日',
    description: 'YYYY-MM-DD（必須）',
    sample: '2027-04-01',
    aliases: ['日付', '年月日', '使用日'],
  },
  {
    column: 'opens',
    header: '開始時刻',
    description: 'HH:MM（必須）',
    sample: '09:00',
    aliases: ['開始時間', '利用開始時刻'],
  },
  {
    column: 'closes',
    header: '終了時刻',
    description: 'HH:MM（必須）',
    sample: '13:00',
    aliases: ['終了時間', '利用終了時刻'],
  },
  {
    column: 'state',
    header: '利用状況',
    description: '予約済、仮予約、休館、空きのどれか（必須）。行のない枠は空きになります',
    sample: '予約済',
    aliases: ['予約状況', '空き状況', '状況', '状態'],
  },
  {
    column: 'purpose',
    header: '利用目的',
    description: '何に使うか。部署だけが見ます。個人の名は書かない',
    sample: '定例会',
    aliases: ['使用目的'],
  },
  {
    column: 'group',
    header: '団体名',
    description: '団体の名簿にある団体が使うときだけ',
    sample: '見本合唱団',
    aliases: ['利用団体', '利用団体名'],
  },
];

/** 抽選実績: how many applied and won, counts only. */
export const lotteryOddsForm: readonly FormColumn[] = [
  numberColumn,
  facility('柳沢公民館'),
  room('見本学習室'),
  {
    column: 'month',
    header: '利用月',
    description: '2026-09 の形（必須）',
    sample: '2026-09',
    aliases: ['利用年月', '対象月', '抽選対象月'],
  },
  {
    column: 'opens',
    header: '開始時刻',
    description: '利用区分の開始時刻。HH:MM（必須）',
    sample: '09:00',
    aliases: ['開始時間', '利用開始時刻', '区分開始'],
  },
  {
    column: 'closes',
    header: '終了時刻',
    description: 'HH:MM',
    sample: '13:00',
    aliases: ['終了時間', '利用終了時刻', '区分終了'],
  },
  {
    column: 'applied',
    header: '申込数',
    description: '申し込んだ件数。数字だけ（必須）',
    sample: '20',
    aliases: ['申込件数', '抽選申込数', '応募数'],
  },
  {
    column: 'won',
    header: '当選数',
    description: '当選した件数。数字だけ（必須）',
    sample: '5',
    aliases: ['当選件数'],
  },
];
