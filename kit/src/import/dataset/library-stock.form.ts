// A table: the forms of what libraries keep: copies, sets of books and digitised items.
import type { FormColumn } from './entry.form.js';
import { branchColumn, numberColumn, urlColumn } from './form-parts.js';

const subjects = (sample: string): FormColumn => ({
  column: 'subjects',
  header: '分野（NDC）',
  description: '日本十進分類の番号。いくつかあれば半角の ; で区切る',
  sample,
  aliases: ['分野', 'NDC', '分類番号'],
});

/** 所蔵: copies of titles; nobody who borrowed one is asked. */
export const copyForm: readonly FormColumn[] = [
  {
    ...numberColumn,
    header: '資料番号',
    aliases: ['資料コード', 'バーコード', '資料ID', 'NO', 'ID'],
  },
  {
    column: 'isbn',
    header: 'ISBN',
    description: '図書・資料一覧にあるもの。ない資料は書誌IDで',
    sample: '',
    aliases: ['ISBN番号', 'ISBN13'],
  },
  {
    column: 'title',
    header: '書誌ID',
    description: '図書・資料一覧の番号。ISBNがあれば要らない',
    sample: '1',
    aliases: ['書誌番号', 'タイトルコード', '書誌コード'],
  },
  branchColumn('所蔵館', '配架館', '図書館名', '館名'),
  {
    column: 'status',
    header: '所蔵状態',
    description: '在架、貸出中、予約取置、回送中、館内、修理のどれか。空欄は不明',
    sample: '在架',
    aliases: ['状態', '資料状態', '貸出状態'],
  },
  {
    column: 'dueOn',
    header: '返却期限',
    description: 'YYYY-MM-DD。貸出中のときだけ',
    sample: '',
    aliases: ['返却予定日', '返却期限日'],
  },
  {
    column: 'callNumber',
    header: '請求記号',
    description: '背ラベルの記号',
    sample: '369/ミ',
    aliases: ['背ラベル'],
  },
  {
    column: 'checkedOn',
    header: '確認日',
    description: '状態を確かめた日。YYYY-MM-DD',
    sample: '2026-11-01',
    aliases: ['確認日時', '更新日'],
  },
];

/** 学校支援図書セット・団体貸出セット: books that a school borrows together. */
export const bookSetForm: readonly FormColumn[] = [
  { ...numberColumn, header: 'セット番号', aliases: ['番号', 'NO', 'ID'] },
  {
    column: 'name',
    header: 'セット名',
    description: '公開する名前（必須）',
    sample: '町の防災を調べる',
    aliases: ['図書セット名', '団体貸出セット名'],
  },
  {
    column: 'nameKana',
    header: 'セット名カナ',
    description: '全角カタカナ',
    sample: 'マチノボウサイヲシラベル',
  },
  {
    column: 'schoolSubject',
    header: '教科',
    description: '国語、社会、算数、理科、生活、音楽、図工、家庭、体育、外国語、道徳、総合',
    sample: '社会',
    aliases: ['教科名'],
  },
  {
    column: 'unit',
    header: '単元',
    description: '学習の単元',
    sample: '自然災害からくらしを守る',
    aliases: ['単元名', 'テーマ'],
  },
  {
    column: 'gradeFrom',
    header: '学年（から）',
    description: '1から6は小学校、7から9は中学校、10から12は高校',
    sample: '4',
    aliases: ['学年', '対象学年'],
  },
  { column: 'gradeTo', header: '学年（まで）', description: '同じ数え方', sample: '4' },
  { column: 'copies', header: '冊数', description: '数字だけ', sample: '30' },
  { column: 'loanDays', header: '貸出日数', description: '数字だけ', sample: '28' },
  {
    column: 'bookableFrom',
    header: '予約開始日',
    description: '予約できる期間の初め。YYYY-MM-DD',
    sample: '2027-04-01',
  },
  {
    column: 'bookableUntil',
    header: '予約終了日',
    description: '予約できる期間の終わり。YYYY-MM-DD',
    sample: '2028-03-31',
  },
  {
    column: 'howToApply',
    header: '申込方法',
    description: '学校がどう申し込むか',
    sample: '電話で予約します。',
  },
  {
    ...branchColumn('貸出館', '図書館名', '館名'),
    description: '図書館の名。図書館一覧にあるもの',
  },
  subjects('369'),
  {
    column: 'isbns',
    header: '収録資料（ISBN）',
    description: '入っている本のISBN。; で区切る',
    sample: '',
    aliases: ['収録資料', '収録図書'],
  },
];

/** デジタル化資料: what the library digitised and shows. */
export const digitalItemForm: readonly FormColumn[] = [
  { ...numberColumn, header: '資料番号', aliases: ['番号', 'NO', 'ID', 'コンテンツID'] },
  {
    column: 'title',
    header: '資料名',
    description: '公開する題名（必須）',
    sample: '見本の絵図',
    aliases: ['題名', 'タイトル', '資料題名'],
  },
  {
    column: 'titleKana',
    header: '資料名カナ',
    description: '全角カタカナ',
    sample: 'ミホンノエズ',
    aliases: ['題名カナ', 'タイトルカナ'],
  },
  {
    column: 'type',
    header: '資料の種類',
    description: '写真、地図、古文書、絵画、図書、音声、映像、その他',
    sample: '地図',
    aliases: ['資料種別', '種別', '種類'],
  },
  { column: 'creator', header: '作成者', description: '公開する名', sample: '', aliases: ['作者'] },
  {
    column: 'description',
    header: '資料の説明',
    description: '何が見え、聞こえるか',
    sample: '村の境を描いた絵図です。',
    aliases: ['説明', '解説'],
  },
  {
    column: 'madeIn',
    header: '作成年代',
    description: '例：昭和32年頃',
    sample: '明治10年頃',
    aliases: ['年代'],
  },
  { column: 'year', header: '作成年', description: '西暦の数字だけ', sample: '1877' },
  {
    column: 'rights',
    header: '二次利用の条件',
    description: '保護期間満了、オープンライセンス、要許諾、閲覧のみ。空欄は不明',
    sample: '保護期間満了',
    aliases: ['利用条件', '二次利用'],
  },
  {
    column: 'rightsNote',
    header: '二次利用の説明',
    description: 'ライセンスの名など',
    sample: '',
    aliases: ['ライセンス'],
  },
  { ...urlColumn, header: '公開ページ', aliases: ['URL', 'ウェブページ'] },
  {
    column: 'imageUrl',
    header: 'サムネイル画像',
    description: 'https:// で始まる',
    sample: '',
    aliases: ['画像URL', 'サムネイルURL'],
  },
  {
    ...branchColumn('所蔵館', '図書館名', '館名'),
    description: '図書館の名。図書館一覧にあるもの',
  },
  {
    column: 'heritage',
    header: '関係する文化財',
    description: '文化財の番号か名。; で区切る',
    sample: '',
    aliases: ['文化財', '文化財番号'],
  },
  subjects('213'),
];
