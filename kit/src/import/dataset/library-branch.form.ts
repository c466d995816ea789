// A table: the forms of branches of the library and of their services.
import type { FormColumn } from './entry.form.js';
import { branchColumn, numberColumn, urlColumn } from './form-parts.js';

/** 図書館: branches as places that lend. */
export const branchForm: readonly FormColumn[] = [
  numberColumn,
  {
    column: 'name',
    header: '図書館名',
    description: '公開する名前（必須）',
    sample: '柳沢図書館',
    aliases: ['館名', '分館名'],
  },
  {
    column: 'nameKana',
    header: '図書館名カナ',
    description: '全角カタカナ',
    sample: 'ヤギサワトショカン',
    aliases: ['館名カナ'],
  },
  {
    column: 'facility',
    header: '施設',
    description: '入っている施設の名かコード。空欄は図書館と同じ名の施設',
    sample: '柳沢図書館',
    aliases: ['施設名', '施設コード'],
  },
  { column: 'phone', header: '電話番号', description: '窓口の電話', sample: '042-000-0000' },
  urlColumn,
  {
    column: 'hours',
    header: '開館時間',
    description: '「月 10:00-18:00」の形。; で区切る。書かない曜日は休み',
    sample: '火 10:00-18:00;土 10:00-17:00',
  },
  { column: 'hoursNote', header: '開館時間の説明', description: '例外など', sample: '' },
  {
    column: 'closedDays',
    header: '休館日',
    description: '毎週月曜日、第3金曜日、祝日、年末年始(12-29/01-03) の形。; で区切る',
    sample: '毎週月曜日;第3金曜日',
  },
  {
    column: 'readingRoom',
    header: '閲覧席',
    description: '有か無。空欄は不明',
    sample: '有',
    aliases: ['閲覧室'],
  },
  {
    column: 'accessible',
    header: 'ハンディキャップサービス',
    description: '有か無。空欄は不明',
    sample: '有',
    aliases: ['障害者サービス'],
  },
  {
    column: 'pickup',
    header: '予約資料の受取',
    description: '有か無。空欄は不明',
    sample: '有',
    aliases: ['予約受取', '受取窓口'],
  },
];

/** ハンディキャップサービス: what a branch does for readers who cannot come or cannot read print. */
export const branchServiceForm: readonly FormColumn[] = [
  numberColumn,
  branchColumn('実施館', '図書館名', '館名'),
  {
    column: 'service',
    header: 'サービスの種類',
    description: '宅配、郵送貸出、対面朗読、音訳、点訳、再生機の貸出、拡大読書器、筆談（必須）',
    sample: '宅配',
    aliases: ['サービス', 'サービス名', '種類'],
  },
  {
    column: 'offered',
    header: '実施の有無',
    description: '有か無。空欄は不明',
    sample: '有',
    aliases: ['実施'],
  },
  {
    column: 'forWhom',
    header: '対象者',
    description: 'だれが使えるか',
    sample: '来館の難しい方',
    aliases: ['対象'],
  },
  {
    column: 'howToUse',
    header: '利用方法',
    description: 'どう申し込むか',
    sample: '電話で申し込みます。',
  },
  { column: 'booking', header: '予約の要否', description: '要か不要。空欄は不明', sample: '要' },
  { column: 'fee', header: '料金', description: '円。0は無料', sample: '0' },
];
