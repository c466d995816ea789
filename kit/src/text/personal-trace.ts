/** What in a text may tell who somebody is. */
export type PersonalTrace =
  | 'EMAIL'
  | 'MOBILE_PHONE'
  | 'PATRON_NUMBER'
  | 'BIRTH_DATE'
  | 'NAMED_PERSON';

const patterns: readonly (readonly [PersonalTrace, RegExp])[] = [
  ['EMAIL', /[\w.+-]+@[\w-]+\.[\w.-]+/u],
  ['MOBILE_PHONE', /(?<!\d)0[5789]0[-\s(.)]*\d{4}[-\s).]*\d{4}(?!\d)/u],
  [
    'PATRON_NUMBER',
    /(?:利用者|利用券|貸出券|図書館カード|会員|受給者|被保険者)(?:証|の)?(?:番号|No\.?|コード)\D{0,3}\d{3,}/iu,
  ],
  [
    'BIRTH_DATE',
    /(?:生年月日|誕生日)\D{0,3}(?:\d{4}|明治|大正|昭和|平成|令和|[MTSHR]\d)|\d{4}年\d{1,2}月\d{1,2}日生まれ?の?(?:方|利用者|相談者|質問者)/u,
  ],
  // お客様, 利用者様 and 皆様 name nobody, and 王様, 神様, 殿様 are no patrons.
  [
    'NAMED_PERSON',
    /(?<![\p{sc=Han}])(?!利用者|質問者|相談者|申込者|参加者|保護者|担当者|関係者|来館者|希望者|皆々|奥|旦那|若|観音|雷神|弁天|稲荷|天神)[\p{sc=Han}]{2,6}\s?様(?![\p{sc=Han}])/u,
  ],
];

/**
 * The traces of a private person in a text that is to be published: an address for mail, a mobile number, a number
 * of a patron, a date of birth, a name with 様. Names of authors, places and offices are none.
 */
export function personalTraces(text: string): PersonalTrace[] {
  const plain = text.normalize('NFKC');
  return patterns.filter(([, pattern]) => pattern.test(plain)).map(([trace]) => trace);
}

/** What each trace is called in Japanese, for those who have to take it out. */
export const personalTraceNames: Readonly<Record<PersonalTrace, string>> = {
  EMAIL: 'メールアドレス',
  MOBILE_PHONE: '携帯電話番号',
  PATRON_NUMBER: '利用者番号',
  BIRTH_DATE: '生年月日',
  NAMED_PERSON: '個人名（「様」の付いた名前）',
};
