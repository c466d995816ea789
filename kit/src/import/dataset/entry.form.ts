// A table: the common entry form (共通入力様式): what departments and groups are asked, in the words of the form.

/** One column of a form: its canonical name, its header, what to write and an example. */
export interface FormColumn {
  readonly column: string;
  readonly header: string;
  readonly description: string;
  readonly sample: string;
  /** Other headers under which lists of the same kind call it. */
  readonly aliases?: readonly string[];
}

/** The number of the line that shows how to fill a form in; it is never read as an entry. */
export const sampleNumber = '記入例';

const number: FormColumn = {
  column: 'number',
  header: '登録番号',
  description: '名簿の中で一つだけの番号。一度使った番号は使い回さない（必須）',
  sample: sampleNumber,
  aliases: ['NO', 'ID', '番号'],
};

const summary = (sample: string): FormColumn => ({
  column: 'summary',
  header: '活動内容',
  description: '何をするか。公開されます',
  sample,
  aliases: ['説明', '内容'],
});

const subjects = (sample: string): FormColumn => ({
  column: 'subjects',
  header: '分野（NDC）',
  description: '日本十進分類の番号。いくつかあれば半角の ; で区切る（必須）',
  sample,
  aliases: ['分野', 'NDC'],
});

const confirmedOn: FormColumn = {
  column: 'confirmedOn',
  header: '最終確認日',
  description: '内容を確かめた日。YYYY-MM-DD。一年を過ぎると「要確認」と表示されます',
  sample: '2026-11-01',
  aliases: ['確認日'],
};

const contact: readonly FormColumn[] = [
  {
    column: 'email',
    header: '連絡先電子メール',
    description: '公開しません。同意がある人だけ、紹介する部署に伝えます',
    sample: 'sample@example.invalid',
  },
  {
    column: 'phone',
    header: '連絡先の電話',
    description: '公開しません',
    sample: '042-000-0000',
  },
];

/** 人材: people of the talent bank. */
export const personForm: readonly FormColumn[] = [
  number,
  { column: 'name', header: '登録名', description: '公開する名前（必須）', sample: '見本 いちか' },
  {
    column: 'nameKana',
    header: '登録名カナ',
    description: '全角カタカナ（必須）',
    sample: 'ミホン イチカ',
  },
  {
    column: 'roles',
    header: '活動の種類',
    description:
      '講師、スポーツ指導者、ITボランティア、学校支援、環境リーダー、プレイリーダー、保育、通訳、図書館、家庭教育支援、体験支援、当事者。; で区切る（必須）',
    sample: '講師;学校支援',
  },
  summary('土づくりと野菜の育て方を教えます。'),
  subjects('61'),
  {
    column: 'qualifications',
    header: '資格',
    description: '; で区切る',
    sample: '農業指導員',
  },
  {
    column: 'ageFrom',
    header: '対象年齢（最低）',
    description: '教える相手の年齢。数字だけ',
    sample: '6',
  },
  { column: 'ageTo', header: '対象年齢（最高）', description: '数字だけ', sample: '15' },
  {
    column: 'districts',
    header: '活動できる小学校区',
    description: '小学校区の名か番号。; で区切る。空欄は市内全域',
    sample: '',
  },
  {
    column: 'freeTimes',
    header: '活動できる曜日と時間',
    description: '「水 09:00-12:00」の形。; で区切る',
    sample: '水 09:00-12:00;土 13:00-17:00',
  },
  { column: 'fee', header: '謝礼の目安', description: '円。0は無料', sample: '0' },
  {
    column: 'consent',
    header: '連絡の同意',
    description: '紹介のために部署が連絡してよいか。有か無。空欄は不明として扱い、連絡しません',
    sample: '有',
  },
  ...contact,
  confirmedOn,
];

/** 団体: circles and groups. */
export const groupForm: readonly FormColumn[] = [
  number,
  { column: 'name', header: '団体名', description: '公開する名前（必須）', sample: '見本合唱団' },
  {
    column: 'nameKana',
    header: '団体名カナ',
    description: '全角カタカナ（必須）',
    sample: 'ミホンガッショウダン',
  },
  summary('四声の合唱です。'),
  subjects('76'),
  { column: 'members', header: '会員数', description: '数字だけ', sample: '12' },
  { column: 'fee', header: '月会費', description: '円。0は無料', sample: '500' },
  {
    column: 'beginners',
    header: '初心者の受入れ',
    description: '有か無。空欄は不明',
    sample: '有',
  },
  {
    column: 'venue',
    header: '主な活動場所',
    description: '施設の名。部屋は書かない',
    sample: '柳沢公民館',
  },
  ...contact,
  confirmedOn,
];

/** 窓口: advice desks. */
export const deskForm: readonly FormColumn[] = [
  number,
  { column: 'name', header: '窓口名', description: '公開する名前（必須）', sample: '学習相談窓口' },
  {
    column: 'nameKana',
    header: '窓口名カナ',
    description: '全角カタカナ（必須）',
    sample: 'ガクシュウソウダンマドグチ',
  },
  { ...summary('講座や本を一緒に探します。'), header: '相談内容' },
  subjects('37'),
  {
    column: 'department',
    header: '担当部署',
    description: '部署の名',
    sample: '生涯学習情報センター',
  },
  { column: 'venue', header: '所在施設', description: '施設の名', sample: '田無公民館' },
  {
    column: 'freeTimes',
    header: '受付曜日と時間',
    description: '「月 09:00-17:00」の形。; で区切る',
    sample: '月 09:00-17:00;火 09:00-17:00',
  },
  {
    column: 'appointment',
    header: '予約の要否',
    description: '要か不要。空欄は不明',
    sample: '不要',
  },
  { column: 'capacity', header: '同時に相談できる組数', description: '数字だけ', sample: '2' },
  {
    column: 'phone',
    header: '受付電話',
    description: '窓口の電話。公開されます',
    sample: '042-000-0000',
  },
  { column: 'url', header: 'ウェブページ', description: 'https:// で始まる', sample: '' },
  confirmedOn,
];

/** 講座: courses, read as any list of events is. */
export const courseForm: readonly FormColumn[] = [
  { ...number, header: 'NO' },
  { column: 'name', header: 'イベント名', description: '講座の名（必須）', sample: '畑の一年' },
  {
    column: 'nameKana',
    header: '名称_カナ',
    description: '全角カタカナ',
    sample: 'ハタケノイチネン',
  },
  { column: 'starts', header: '開始日', description: 'YYYY-MM-DD（必須）', sample: '2027-04-10' },
  { column: 'ends', header: '終了日', description: 'YYYY-MM-DD', sample: '2027-04-10' },
  { column: 'startTime', header: '開始時間', description: 'HH:MM', sample: '09:00' },
  { column: 'endTime', header: '終了時間', description: 'HH:MM', sample: '11:30' },
  { column: 'description', header: '説明', description: '何をするか', sample: '種まきをします。' },
  { column: 'audience', header: '対象者', description: '例：小学生、だれでも', sample: '小学生' },
  { column: 'capacity', header: '定員', description: '数字だけ', sample: '20' },
  { column: 'fee', header: '料金(基本)', description: '円。無料は0', sample: '0' },
  { column: 'organiser', header: '主催者', description: '部署か団体の名', sample: '公民館' },
  { column: 'venue', header: '場所名称', description: '施設の名と部屋', sample: '柳沢公民館' },
  {
    column: 'applyBy',
    header: '参加申込終了日',
    description: 'YYYY-MM-DD',
    sample: '2027-04-03',
  },
  {
    column: 'subjectCodes',
    header: '分類コード',
    description: '日本十進分類なら NDC:61 の形。いくつかあれば ; で区切る',
    sample: 'NDC:61',
  },
  {
    column: 'level',
    header: 'レベル',
    description: '初心者、中級、上級、だれでも。空欄は不明',
    sample: '初心者',
  },
];
