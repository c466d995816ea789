// Events of the library: other departments' subgraphs ask for these fields, so whoever replaces the library offers them.

/** SDL of events and what they are made of. */
export const eventSdl = `"An event of the library (図書館行事). This system keeps none; others ask for these fields."
type LibraryProgram @key(fields: "id") {
  "Opaque and stable (識別子)."
  id: ID! @tag(name: "public")
  "Ages (対象年齢)."
  ages: AgeRange @tag(name: "public")
  "When one can apply (申込期間)."
  applyPeriod: Period @tag(name: "public")
  "For whom (対象者)."
  audiences: [Audience!] @tag(name: "public") @listSize(assumedSize: 12)
  "When it was cancelled (中止日時)."
  cancelledAt: DateTime @tag(name: "public")
  "End (終了日時)."
  endsAt: DateTime @tag(name: "public")
  "The times (開催日時)."
  occurrences: [Occurrence!] @tag(name: "public") @listSize(assumedSize: 10)
  "Where it comes from (出典)."
  provenance: Provenance @tag(name: "public")
  "Places (定員)."
  seats: Seats @tag(name: "public")
  "How places are given (選考)."
  selection: Selection @tag(name: "public")
  "Start (開始日時)."
  startsAt: DateTime @tag(name: "public")
  "Where it takes place (会場)."
  venue: Facility @tag(name: "public")
}

"Ages in completed months (対象年齢)."
type AgeRange @shareable {
  "Oldest, in months (最大月齢)."
  maxMonths: Int @tag(name: "public")
  "Youngest, in months (最小月齢)."
  minMonths: Int @tag(name: "public")
}

"A span of time (期間)."
type Period @shareable {
  "Last moment (終了日時)."
  closesAt: DateTime @tag(name: "public")
  "First moment (開始日時)."
  opensAt: DateTime @tag(name: "public")
}

"One time at which it takes place (開催日時)."
type Occurrence @shareable {
  "True when only the day is known, not the hour (時刻未定)."
  allDay: Boolean! @tag(name: "public")
  "End (終了日時)."
  endsAt: DateTime @tag(name: "public")
  "Start; midnight in Japan when only the day is known (開始日時)."
  startsAt: DateTime! @tag(name: "public")
}

"Places (定員)."
type Seats @shareable {
  "Places offered (定員)."
  capacity: Int @tag(name: "public")
  "Places still free; null when not known (残席)."
  left: Int @tag(name: "public")
  "People on the waiting list (キャンセル待ち人数)."
  waiting: Int @tag(name: "public")
}

"How places are given (選考方法)."
enum SelectionMethod {
  "In the order of applications (先着順)."
  FIRST_COME
  "By lot (抽選)."
  LOTTERY
  "No application needed: just come (申込不要)."
  NONE
  "By selection (選考)."
  SCREENING
  "Nobody has said (不明)."
  UNKNOWN
}

"For whom something is meant (対象者)."
enum Audience {
  "Adults (大学・一般)."
  ADULT
  "No restriction (制限なし)."
  ANYONE
  "Elementary school children (小学生)."
  ELEMENTARY
  "High school students (高校生)."
  HIGH_SCHOOL
  "Small children (幼児)."
  INFANT
  "Junior high school students (中学生)."
  JUNIOR_HIGH
  "Men (男性)."
  MEN
  "Parents with their children (親子)."
  PARENT_CHILD
  "Older people (高齢者)."
  SENIOR
  "Women (女性)."
  WOMEN
  "Working people (勤労者)."
  WORKER
  "Young people (青少年)."
  YOUTH
}

"Where a record comes from (出典)."
type Provenance @shareable {
  "Moment for which it held (時点)."
  asOf: DateTime @tag(name: "public")
  "Data set it was read from (データセット)."
  dataset: String @tag(name: "public")
  "Code of the department that answers for it (担当部署)."
  department: String! @tag(name: "public")
  "Licence under which it may be used (ライセンス)."
  licence: String @tag(name: "public")
  "True for a composed example that is no fact of the city (見本)."
  sample: Boolean! @tag(name: "public")
  "True when nobody confirmed it for a year, or ever (要確認)."
  stale(
    "The moment; now when absent (時点)."
    at: DateTime
  ): Boolean! @tag(name: "public")
}

"How places are given (選考)."
type Selection @shareable {
  "Last moment to confirm (確定期限)."
  confirmBy: DateTime @tag(name: "public")
  "When lots are drawn (抽選日時)."
  drawAt: DateTime @tag(name: "public")
  "The method (選定方法)."
  method: SelectionMethod! @tag(name: "public")
}

"A text in Japanese with its reading (表記)."
type LocalText @shareable {
  "English (英語)."
  en: Rendering @tag(name: "public")
  "Japanese (日本語)."
  ja: String! @tag(name: "public")
  "Reading in katakana (カナ)."
  kana: String @tag(name: "public")
  "Plain Japanese (やさしい日本語)."
  plain: Rendering @tag(name: "public")
}

"A text in another rendering (別表記)."
type Rendering @shareable {
  "Who made it (作成方法)."
  origin: TextOrigin! @tag(name: "public")
  "The text itself (本文)."
  text: String! @tag(name: "public")
}

"Who made a text (作成方法)."
enum TextOrigin {
  "A person wrote it (人による)."
  HUMAN
  "A machine translated it (機械翻訳)."
  MACHINE
}
`;
