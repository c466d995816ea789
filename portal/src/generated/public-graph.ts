// Made by "npm run schema" from the public graph. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A fact that may be unknown (有・無・不明). Silence is never a no. */
export type Tri =
  /** It is not so (無). */
  | 'NO'
  /** Nobody has said (不明). */
  | 'UNKNOWN'
  /** It is so (有). */
  | 'YES';

/** Whether one can apply at a moment (申込状況). Computed, never stored. */
export type ApplicationState =
  /** Applications are not open yet (受付前). */
  | 'BEFORE'
  /** Applications are over, or it was cancelled or has begun (受付終了). */
  | 'CLOSED'
  /** Applications are open; lots will be drawn (抽選受付中). */
  | 'LOTTERY'
  /** No application is needed (申込不要). */
  | 'NO_APPLICATION'
  /** Applications are open and there is room, as far as known (受付中). */
  | 'OPEN'
  /** The dates are not known (不明). */
  | 'UNKNOWN'
  /** Full; one may wait for a place (キャンセル待ち). */
  | 'WAITLIST';

/** Where one takes part (開催方法). */
export type Attendance =
  /** Either (ハイブリッド). */
  | 'HYBRID'
  /** Online only (オンライン). */
  | 'ONLINE'
  /** At the venue only (現地開催のみ). */
  | 'ONSITE'
  /** Nobody has said (不明). */
  | 'UNKNOWN';

/** For whom something is meant (対象者), after the groups of the Ministry of Education. */
export type Audience =
  /** Adults (大学・一般). */
  | 'ADULT'
  /** No restriction (制限なし). */
  | 'ANYONE'
  /** Elementary school children (小学生). */
  | 'ELEMENTARY'
  /** High school students (高校生). */
  | 'HIGH_SCHOOL'
  /** Small children (幼児). */
  | 'INFANT'
  /** Junior high school students (中学生). */
  | 'JUNIOR_HIGH'
  /** Men (男性). */
  | 'MEN'
  /** Parents with their children (親子). */
  | 'PARENT_CHILD'
  /** Older people (高齢者). */
  | 'SENIOR'
  /** Women (女性). */
  | 'WOMEN'
  /** Working people (勤労者). */
  | 'WORKER'
  /** Young people (青少年). */
  | 'YOUTH';

/** What happens at a moment of the calendar of applications (申込カレンダーの出来事). */
export type CalendarEvent =
  /** Applications close (受付締切). */
  | 'CLOSES'
  /** Who won must have confirmed by then (確定期限). */
  | 'CONFIRM_BY'
  /** Lots are drawn (抽選). */
  | 'DRAW'
  /** Applications open (受付開始). */
  | 'OPENS';

/** A time of life for which something is meant (ライフステージ). */
export type LifeStage =
  /** Adults of 19 to 64 years (成人期). */
  | 'ADULTHOOD'
  /** Up to 5 years, with parents (乳幼児期). */
  | 'EARLY_CHILDHOOD'
  /** No restriction (どなたでも). */
  | 'EVERYONE'
  /** Elementary school, 6 to 11 years (学童期). */
  | 'SCHOOL_AGE'
  /** 65 years and more (高齢期). */
  | 'SENIORITY'
  /** Junior high school and beyond, 12 to 18 years (青少年期). */
  | 'YOUTH';

/** The kinds of rules by which a place is closed (休館日の種別). */
export type ClosingKind =
  /** National holidays (祝日). */
  | 'HOLIDAY'
  /** Such a weekday once a month (毎月第n曜日). */
  | 'NTH_WEEKDAY'
  /** Every such weekday (毎週の休館日). */
  | 'WEEKDAY'
  /** The days about New Year (年末年始). */
  | 'YEAR_END';

/** What a place is in a disaster (防災上の役割). */
export type DisasterKind =
  /** People flee to it (指定緊急避難場所). */
  | 'EVACUATION_SITE'
  /** People stay in it (指定避難所). */
  | 'SHELTER';

/** By what a search can be narrowed, in the order of the Ministry of Education (絞り込み項目). */
export type FacetField =
  /** Whether one can apply: filter "applicationStates" (受付状況). */
  | 'APPLICATION'
  /** Town block of the venue: filter "areaCodes" (地域). */
  | 'AREA'
  /** For whom: filter "audience" (対象者). */
  | 'AUDIENCE'
  /** The nine classes: filter "categories" (分類). */
  | 'CATEGORY'
  /** Who holds it: filter "departments" (主催). */
  | 'DEPARTMENT'
  /** Free or paid: filter "feeKinds" (有料・無料). */
  | 'FEE'
  /** Month of the first start, YYYY-MM: filter "period" (期間). */
  | 'MONTH'
  /** School district of the venue: filter "schoolDistrictCodes" (小学校区). */
  | 'SCHOOL_DISTRICT'
  /** Part of the day: filter "timeBands" (時間帯). */
  | 'TIME_BAND'
  /** Day of the week: filter "weekdays" (曜日). */
  | 'WEEKDAY';

/** Whether a facility is in use at all (施設の状態). */
export type FacilityStatus =
  /** Closed until further notice (閉館中). */
  | 'CLOSED'
  /** In use (営業中). */
  | 'OPEN';

/** Whether it costs money (料金有無). */
export type FeeKind =
  /** Free of charge (無料). */
  | 'FREE'
  /** There is a fee (有料). */
  | 'PAID'
  /** Nobody has said (不明). */
  | 'UNKNOWN';

/** For whom something is meant by what they can already (レベル). */
export type LearningLevel =
  /** Those who have much practice (上級). */
  | 'ADVANCED'
  /** Whoever comes (だれでも). */
  | 'ALL'
  /** Those who begin (初心者・初級・入門). */
  | 'BEGINNER'
  /** Those who have some practice (中級). */
  | 'INTERMEDIATE';

/** Kinds of learning opportunities (学習機会の種別). */
export type OpportunityKind =
  /** A programme of health, childcare or welfare (福祉・子育て・健康の事業). */
  | 'CARE_PROGRAM'
  /** A course or event of a community centre (公民館講座). */
  | 'COURSE'
  /** Offered by another provider (市以外の学習機会). */
  | 'EXTERNAL_OFFERING'
  /** A programme of a library (図書館行事). */
  | 'LIBRARY_PROGRAM'
  /** A sports class (スポーツ教室). */
  | 'SPORTS_CLASS';

/** Whether a record is a fact of the city or a composed example (実データ・見本). */
export type RecordStanding =
  /** A fact of the city (実データ). */
  | 'OFFICIAL'
  /** A composed example (見本). */
  | 'SAMPLE';

/** A part of the day in Japan (時間帯). What touches several parts counts for each of them. */
export type TimeBand =
  /** From noon to 18:00 (午後). */
  | 'AFTERNOON'
  /** From 18:00 (夜間). */
  | 'EVENING'
  /** Until noon (午前). */
  | 'MORNING';

/** A day of the week in Japan (曜日). */
export type Weekday =
  /** Friday (金). */
  | 'FRIDAY'
  /** Monday (月). */
  | 'MONDAY'
  /** Saturday (土). */
  | 'SATURDAY'
  /** Sunday (日). */
  | 'SUNDAY'
  /** Thursday (木). */
  | 'THURSDAY'
  /** Tuesday (火). */
  | 'TUESDAY'
  /** Wednesday (水). */
  | 'WEDNESDAY';

/** In what order a search shows what it found (並び順). */
export type OpportunitySort =
  /** First to close first, unknown dates last (締切順). */
  | 'APPLICATION_CLOSES'
  /** Nearest first; needs the filter "near" (近い順). */
  | 'DISTANCE'
  /** Last changed in the index first (新着順). */
  | 'RECENT'
  /** First start first, unknown dates last (開始日順). */
  | 'STARTS_AT'
  /** What has not begun at the moment "at" first, next start first; then what has begun, unknown dates last (これから始まる順). */
  | 'UPCOMING';

/** What a person of the talent bank does (活動の種類). */
export type PersonRole =
  /** Minds children (保育サポーター). */
  | 'CHILDCARE_SUPPORTER'
  /** Coaches sport (スポーツ指導者). */
  | 'COACH'
  /** Leads about the environment (環境リーダー). */
  | 'ENVIRONMENT_LEADER'
  /** Supports experience programmes (体験活動の支援者). */
  | 'EXPERIENCE_SUPPORTER'
  /** Supports families (家庭教育支援の協力者). */
  | 'FAMILY_SUPPORTER'
  /** Teaches (講師). */
  | 'INSTRUCTOR'
  /** Interprets (通訳). */
  | 'INTERPRETER'
  /** Helps with computers (ITボランティア). */
  | 'IT_VOLUNTEER'
  /** Helps at libraries (図書館ボランティア). */
  | 'LIBRARY_VOLUNTEER'
  /** Teaches out of life with a disability, by own declaration (当事者としての講師、本人の申出). */
  | 'LIVED_EXPERIENCE'
  /** Leads children at play (プレイリーダー). */
  | 'PLAY_LEADER'
  /** Helps at schools (学校支援ボランティア). */
  | 'SCHOOL_VOLUNTEER';

/** Who made a text (作成方法). */
export type TextOrigin =
  /** A person wrote it (人による). */
  | 'HUMAN'
  /** A machine translated it (機械翻訳). */
  | 'MACHINE';

/** How places are given (選定方法). */
export type SelectionMethod =
  /** In the order of applications (先着順). */
  | 'FIRST_COME'
  /** By lot (抽選). */
  | 'LOTTERY'
  /** No application needed: just come (申込不要). */
  | 'NONE'
  /** By selection (選考). */
  | 'SCREENING'
  /** Nobody has said (不明). */
  | 'UNKNOWN';

/** In what form a title is read (資料形態). */
export type TitleFormat =
  /** Sound or film (視聴覚資料). */
  | 'AUDIOVISUAL'
  /** Read aloud, on disc or as a file (録音図書・オーディオブック). */
  | 'AUDIO_BOOK'
  /** A printed book (図書). */
  | 'BOOK'
  /** In Braille (点字資料). */
  | 'BRAILLE'
  /** Read aloud, in DAISY (デイジー録音図書). */
  | 'DAISY'
  /** An electronic book (電子書籍). */
  | 'EBOOK'
  /** Printed large (大活字本). */
  | 'LARGE_PRINT'
  /** A magazine or newspaper (雑誌・新聞). */
  | 'MAGAZINE'
  /** Something else (その他). */
  | 'OTHER'
  /** A picture book (絵本). */
  | 'PICTURE_BOOK';

/** How much of a measure the graph can serve (実現の区分). */
export type MeasureTier =
  /** Fully (グラフで実現). */
  | 'A'
  /** By its data; somebody else acts (データで支援). */
  | 'B'
  /** Organisational; the graph gives evidence only (体制づくり). */
  | 'C';

/** By what a table can be divided (分類軸). */
export type StatisticDimensionCode =
  /** Age band (年齢階級). */
  | 'AGE_BAND'
  /** Category of the Ministry's classification (文部科学省分類). */
  | 'CATEGORY'
  /** Department (部署). */
  | 'DEPARTMENT'
  /** School district of the venue (小学校区). */
  | 'DISTRICT'
  /** Fiscal year from April (年度). */
  | 'FISCAL_YEAR'
  /** Measure of the plan (施策). */
  | 'MEASURE'
  /** Month in Japan (月). */
  | 'MONTH'
  /** Category of the social education survey (社会教育調査区分). */
  | 'SURVEY_CATEGORY'
  /** Part of the day (時間帯). */
  | 'TIME_BAND'
  /** Day of the week (曜日). */
  | 'WEEKDAY';

/** What can be counted; "statisticDefinitions" says how (集計項目). */
export type StatisticMeasureCode =
  /** People who applied (申込者数). */
  | 'APPLICANTS'
  /** People who came of those who applied (出席率). */
  | 'ATTENDANCE_RATE'
  /** Loans of libraries (貸出点数). */
  | 'LOANS'
  /** Learning opportunities (学習機会数). */
  | 'OPPORTUNITIES'
  /** People who came (参加者数). */
  | 'PARTICIPANTS'
  /** Places offered (定員). */
  | 'SEATS'
  /** Times at which they take place (開催回数). */
  | 'SESSIONS'
  /** Visits to facilities (来館者数). */
  | 'VISITS';

/** What stands in a cell (セルの状態). */
export type StatisticCellState =
  /** Nobody told it; this is never zero (報告なし). */
  | 'MISSING'
  /** A number, which may be a true zero (数値). */
  | 'SHOWN'
  /** Held back so that nobody can be recognised (秘匿). */
  | 'SUPPRESSED';

/** Why a question has no table (集計できない理由). */
export type StatisticRefusalCode =
  /** The table was made by definitions that are no longer in use (定義の変更). */
  | 'DEFINITIONS_CHANGED'
  /** Too many dimensions (分類軸の数). */
  | 'DIMENSIONS'
  /** Too many filters or values, or none (絞り込みの数). */
  | 'FILTERS'
  /** Too many lines (行数). */
  | 'LINES'
  /** No measure, or too many (集計項目の数). */
  | 'MEASURES'
  /** The first snapshot is being sealed (集計の準備中). */
  | 'NOT_SEALED_YET'
  /** The measure is not told by that dimension (項目と分類軸). */
  | 'NOT_TOLD_SO'
  /** People are not told in this combination (人数の分類の組合せ). */
  | 'PEOPLE_COMBINATION'
  /** People are told by periods that are over (人数の期間). */
  | 'PEOPLE_PERIOD'
  /** People are not added up anew (人数の合算). */
  | 'PEOPLE_VALUES'
  /** A month that is none, or months turned round (期間). */
  | 'PERIOD'
  /** An age band that there is not (人口千人当たりの年齢階級). */
  | 'PER_THOUSAND'
  /** A smallest cell that is no number of people (秘匿の閾値). */
  | 'SMALLEST_CELL'
  /** No such snapshot (集計時点の控え). */
  | 'SNAPSHOT_UNKNOWN';

/** What a profile of accessibility says of a facility, after GIF DS-436 (アクセシビリティ). */
export type AccessItem =
  /** A barrier-free toilet (バリアフリートイレ). */
  | 'ACCESSIBLE_TOILET'
  /** Guide, service and hearing dogs come along (盲導犬・介助犬・聴導犬同伴). */
  | 'ASSISTANCE_DOGS'
  /** Braille or reading aloud (点字や読上による支援). */
  | 'BRAILLE_OR_READING'
  /** Canes are lent (ツエ貸出). */
  | 'CANE_LOAN'
  /** Captions (字幕). */
  | 'CAPTIONS'
  /** A toilet for children (子供トイレ). */
  | 'CHILD_TOILET'
  /** A diaper-changing table (おむつ替えコーナー). */
  | 'DIAPER_TABLE'
  /** One may eat and drink (飲食可否). */
  | 'EATING_ALLOWED'
  /** A nursing room (授乳室). */
  | 'NURSING_ROOM'
  /** A toilet for ostomates (オストメイト対応トイレ). */
  | 'OSTOMATE_TOILET'
  /** Reserved parking (優先駐車場). */
  | 'PRIORITY_PARKING'
  /** Ramp, lift or escalator (スロープ・エレベータ・エスカレータ). */
  | 'STEP_FREE'
  /** One can use a stroller (ベビーカー利用). */
  | 'STROLLER'
  /** Strollers are lent (ベビーカー貸出). */
  | 'STROLLER_LOAN'
  /** Tactile paving or the like (点字ブロック等の移動支援). */
  | 'TACTILE_PAVING'
  /** One can move in a wheelchair (車椅子可). */
  | 'WHEELCHAIR'
  /** Wheelchairs are lent (車椅子貸出). */
  | 'WHEELCHAIR_LOAN'
  /** Staff communicate in writing (筆談対応). */
  | 'WRITTEN_COMMUNICATION';

/** By what one gets there (交通手段). */
export type RouteMode =
  /** By bus (バス). */
  | 'BUS'
  /** By car, to a parking place (自動車・駐車場). */
  | 'CAR'
  /** By train (電車). */
  | 'TRAIN';

/** Which part of the calendar is wanted; what is left out does not restrict (絞り込み). */
export type CalendarFilter = {
  /** Town blocks of the venue (町字ID). */
  readonly areaCodes?: ReadonlyArray<string> | null | undefined;
  /** Codes of departments (部署). */
  readonly departments?: ReadonlyArray<string> | null | undefined;
  /** What happens (出来事). */
  readonly events?: ReadonlyArray<CalendarEvent> | null | undefined;
  /** For whom (ライフステージ). */
  readonly lifeStages?: ReadonlyArray<LifeStage> | null | undefined;
};

/** Which cultural properties are wanted; what is left out does not restrict (文化財の絞り込み). */
export type CulturalPropertyFilter = {
  /** Code of its town block (町字ID). */
  readonly areaCode?: string | null | undefined;
  /** Kind, e.g. 建造物 (種類). */
  readonly category?: string | null | undefined;
  /** As what it is protected, exactly as listed (文化財分類). */
  readonly designation?: string | null | undefined;
  /** Facility in which it is (施設コード). */
  readonly facilityCode?: string | null | undefined;
  /** What it is about (分野). */
  readonly subject?: SubjectKeyInput | null | undefined;
};

/** Which desks are wanted; what is left out does not restrict (窓口の絞り込み). */
export type DeskFilter = {
  /** Whom they advise; those for everyone too (対象者). */
  readonly audience?: Audience | null | undefined;
  /** Whose they are (担当部署). */
  readonly departmentCode?: string | null | undefined;
  /** Known to be open at this moment (受付中の時点). */
  readonly openAt?: string | null | undefined;
  /** On what they advise; an NDC class finds those above and under it (分野). */
  readonly subject?: SubjectKeyInput | null | undefined;
  /** Not confirmed since this moment, or never (未確認の登録). */
  readonly unconfirmedSince?: string | null | undefined;
};

/** Which facilities are wanted; what is left out does not restrict (施設の絞り込み). */
export type FacilityFilter = {
  /** Code of a town block (町字ID). */
  readonly areaCode?: string | null | undefined;
  /** Code of a school district (学区コード). */
  readonly schoolDistrictCode?: string | null | undefined;
  /** Whether it is in use (状態). */
  readonly status?: FacilityStatus | null | undefined;
  /** Kind of house, e.g. KOMINKAN (種類). */
  readonly type?: string | null | undefined;
  /** Also those that were withdrawn; otherwise they are left out (廃止を含む). */
  readonly withWithdrawn?: boolean | null | undefined;
};

/** Which groups are wanted; what is left out does not restrict (団体の絞り込み). */
export type GroupFilter = {
  /** Whether they take beginners (初心者). */
  readonly acceptsBeginners?: Tri | null | undefined;
  /** What they do (分野). */
  readonly subject?: SubjectKeyInput | null | undefined;
  /** Facility where they meet (活動場所). */
  readonly venueCode?: string | null | undefined;
};

/** A stretch of one day in Japan in which somebody is needed (日時). */
export type NeededTime = {
  /** Until when, on the same day (終了日時). */
  readonly endsAt: string;
  /** From when (開始日時). */
  readonly startsAt: string;
};

/** What a search asks for: all that is given must hold, of a list at least one (検索条件). */
export type OpportunityFilter = {
  /** Codes of access items that the venue is known to have, all of them (設備の条件). */
  readonly access?: ReadonlyArray<string> | null | undefined;
  /** Age in completed years; what states no age is found too (年齢). */
  readonly age?: number | null | undefined;
  /** Age in completed months; what states no age is found too (月齢). */
  readonly ageMonths?: number | null | undefined;
  /** Applications close in this time (受付締切日). */
  readonly applicationClosesIn?: OpportunityPeriod | null | undefined;
  /** Applications open in this time (受付開始日). */
  readonly applicationOpensIn?: OpportunityPeriod | null | undefined;
  /** Whether one can apply at the moment "at" (申込状況). */
  readonly applicationStates?: ReadonlyArray<ApplicationState> | null | undefined;
  /** One can apply at some moment of this time (受付期間). */
  readonly applyOpenIn?: OpportunityPeriod | null | undefined;
  /** Town blocks of the venue (地域、町字ID). */
  readonly areaCodes?: ReadonlyArray<string> | null | undefined;
  /** For whom (対象者). */
  readonly audience?: ReadonlyArray<Audience> | null | undefined;
  /** Codes of the nine classes of the Ministry of Education (中分類). */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** Childcare with a free place for a child of so many months (保育、月齢). */
  readonly childcareForMonths?: number | null | undefined;
  /** Codes of departments (主催部署). */
  readonly departments?: ReadonlyArray<string> | null | undefined;
  /** Its last time ends in this stretch, even before "at" (終了日). */
  readonly endsIn?: OpportunityPeriod | null | undefined;
  /** Facilities (会場の施設コード). */
  readonly facilityCodes?: ReadonlyArray<string> | null | undefined;
  /** Free or paid (有料・無料). */
  readonly feeKinds?: ReadonlyArray<FeeKind> | null | undefined;
  /** Show what was cancelled too (中止を含む). */
  readonly includeCancelled?: boolean | null | undefined;
  /** Show too what was over at the moment "at"; naming a period does the same (終了を含む). */
  readonly includePast?: boolean | null | undefined;
  /** Kinds (種別). */
  readonly kinds?: ReadonlyArray<OpportunityKind> | null | undefined;
  /** Meant for one of these levels or for whoever comes; what states no level is not found (レベル). */
  readonly levels?: ReadonlyArray<LearningLevel> | null | undefined;
  /** Costs at most so many yen; free counts, unknown does not (料金の上限、円). */
  readonly maxYen?: number | null | undefined;
  /** Venue on the map within this circle (近くの会場). */
  readonly near?: OpportunityNear | null | undefined;
  /** Takes place in this time, even before "at" (開催期間). */
  readonly period?: OpportunityPeriod | null | undefined;
  /** School districts of the venue (小学校区). */
  readonly schoolDistrictCodes?: ReadonlyArray<string> | null | undefined;
  /** Only facts of the city, or only composed examples (実データ・見本). */
  readonly standing?: RecordStanding | null | undefined;
  /** Subjects (分類). */
  readonly subjects?: ReadonlyArray<OpportunitySubject> | null | undefined;
  /** Words, all of which must occur; kana, width and variant kanji do not matter (キーワード). */
  readonly text?: string | null | undefined;
  /** In these parts of the day (時間帯). */
  readonly timeBands?: ReadonlyArray<TimeBand> | null | undefined;
  /** On these days of the week (曜日). */
  readonly weekdays?: ReadonlyArray<Weekday> | null | undefined;
};

/** A circle on the map, WGS 84 (地点からの距離). */
export type OpportunityNear = {
  /** Degrees north (緯度). */
  readonly latitude: number;
  /** Degrees east (経度). */
  readonly longitude: number;
  /** Metres as the crow flies, 1 to 50,000 (直線距離、メートル). */
  readonly metres: number;
};

/** A stretch of time, both ends included; an absent end is open (期間). */
export type OpportunityPeriod = {
  /** First moment (開始). */
  readonly from?: string | null | undefined;
  /** Last moment (終了). */
  readonly to?: string | null | undefined;
};

/** A subject; an NDC class finds every class under it (分類). */
export type OpportunitySubject = {
  /** The code in it (分類コード). */
  readonly code: string;
  /** The classification, e.g. NDC (分類体系). */
  readonly scheme: string;
};

/** Which people are wanted; what is left out does not restrict (人材の絞り込み). */
export type PersonFilter = {
  /** Teaches or helps those of this age in years; who states no age is found too (対象年齢). */
  readonly age?: number | null | undefined;
  /** Code of their town block (町字ID). */
  readonly areaCode?: string | null | undefined;
  /** Led something for exactly so many departments (担当した部署の数). */
  readonly departmentCount?: number | null | undefined;
  /** Works in this school district; who names none works in all of the city (小学校区). */
  readonly districtCode?: string | null | undefined;
  /** Has time then: said so, takes engagements on that day, and is promised to nothing else (活動できる日時). */
  readonly freeIn?: NeededTime | null | undefined;
  /** A licence or certificate, exactly as registered (資格). */
  readonly qualification?: string | null | undefined;
  /** What they do (活動の種類). */
  readonly role?: PersonRole | null | undefined;
  /** What they know; an NDC class finds every class under it (分野). */
  readonly subject?: SubjectKeyInput | null | undefined;
  /** Not confirmed since this moment, or never (未確認の登録). */
  readonly unconfirmedSince?: string | null | undefined;
};

/** The key of a subject (分類の指定). */
export type SubjectKeyInput = {
  /** The code in it (分類コード). */
  readonly code: string;
  /** The classification, e.g. NDC (分類体系). */
  readonly scheme: string;
};

/** A stretch of time (時間帯). */
export type TimeSpan = {
  /** Its start (開始日時). */
  readonly from: string;
  /** Its end (終了日時). */
  readonly to: string;
};

/** Keeps some values of one dimension (絞り込み). */
export type StatisticFilter = {
  /** Which dimension (分類軸). */
  readonly dimension: StatisticDimensionCode;
  /** Codes of the values that count, any of them; 50 at most (値のコード). */
  readonly values: ReadonlyArray<string>;
};

/** What a table is to show (集計の問い). */
export type StatisticQuestion = {
  /** Let samples count; such a table is never official (見本を含む). */
  readonly countSamples?: boolean;
  /** By what the table is divided, none to three (分類軸). */
  readonly dimensions: ReadonlyArray<StatisticDimensionCode>;
  /** What counts; all of them hold (絞り込み). */
  readonly filters?: ReadonlyArray<StatisticFilter> | null | undefined;
  /** First month, e.g. 2026-04 (開始月). */
  readonly fromMonth?: string | null | undefined;
  /** What is counted, one to four (集計項目). */
  readonly measures: ReadonlyArray<StatisticMeasureCode>;
  /** An age band such as 65+: numbers become numbers per 1,000 people of that age in the district of the line, or in the city (人口千人当たり). */
  readonly perThousandOf?: string | null | undefined;
  /** Hold back numbers of people below this; it can only be stricter than the city is (秘匿の閾値). */
  readonly smallestCell?: number | null | undefined;
  /** The sealed snapshot that is asked; today's when absent (スナップショット). */
  readonly snapshot?: string | null | undefined;
  /** Last month, e.g. 2027-03 (終了月). */
  readonly toMonth?: string | null | undefined;
};

export type CollectionAreaPopulationQueryVariables = Exact<{
  ageBands: ReadonlyArray<string>;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionAreaPopulationQuery = { readonly areas: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly name: { readonly ja: string } | null, readonly population: ReadonlyArray<{ readonly band: string | null, readonly asOf: string | null, readonly count: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly male: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly female: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null }> | null } | null }> | null } | null };

export type CollectionCulturalPropertiesQueryVariables = Exact<{
  filter?: CulturalPropertyFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionCulturalPropertiesQuery = { readonly culturalProperties: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly designations: ReadonlyArray<string> | null, readonly category: string | null, readonly placeName: string | null, readonly phone: string | null, readonly url: string | null, readonly quantity: string | null, readonly owner: string | null, readonly designatedOn: string | null, readonly hoursNote: string | null, readonly name: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null, readonly hours: ReadonlyArray<{ readonly weekday: number | null, readonly opensAt: string | null, readonly closesAt: string | null }> | null, readonly summary: { readonly ja: string, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly description: { readonly ja: string, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type CollectionDepartmentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionDepartmentsQuery = { readonly departments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly service: string | null, readonly name: { readonly ja: string } | null } | null }> | null } | null };

export type CollectionDesksQueryVariables = Exact<{
  filter?: DeskFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionDesksQuery = { readonly desks: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly appointment: Tri | null, readonly capacity: number | null, readonly phone: string | null, readonly url: string | null, readonly confirmedAt: string | null, readonly name: { readonly ja: string, readonly kana: string | null } | null, readonly summary: { readonly ja: string } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly department: { readonly name: { readonly ja: string } | null } | null, readonly venue: { readonly name: { readonly ja: string } | null } | null, readonly hours: ReadonlyArray<{ readonly weekday: number | null, readonly opensAt: string | null, readonly closesAt: string | null }> | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type CollectionDistrictPopulationQueryVariables = Exact<{
  ageBands: ReadonlyArray<string>;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionDistrictPopulationQuery = { readonly schoolDistricts: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly name: { readonly ja: string } | null, readonly population: ReadonlyArray<{ readonly band: string | null, readonly asOf: string | null, readonly count: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly male: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly female: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null }> | null } | null }> | null } | null };

export type CollectionFacilitiesQueryVariables = Exact<{
  filter?: FacilityFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionFacilitiesQuery = { readonly facilities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly aliases: ReadonlyArray<string> | null, readonly poiCode: string | null, readonly phone: string | null, readonly url: string | null, readonly hoursNote: string | null, readonly sampleFields: ReadonlyArray<string> | null, readonly name: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly department: { readonly code: string, readonly name: { readonly ja: string } | null } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly area: { readonly code: string } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null, readonly hours: ReadonlyArray<{ readonly weekday: number | null, readonly opensAt: string | null, readonly closesAt: string | null }> | null, readonly closedDays: ReadonlyArray<{ readonly rule: ClosingKind | null, readonly weekday: number | null, readonly nth: number | null, readonly from: string | null, readonly to: string | null }> | null, readonly disasterRole: { readonly kind: DisasterKind | null, readonly hazards: ReadonlyArray<string> | null } | null, readonly sources: ReadonlyArray<{ readonly disasterRole: { readonly kind: DisasterKind | null, readonly hazards: ReadonlyArray<string> | null } | null }> | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type CollectionGroupsQueryVariables = Exact<{
  filter?: GroupFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionGroupsQuery = { readonly groups: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly members: number | null, readonly monthlyFeeYen: number | null, readonly acceptsBeginners: Tri | null, readonly confirmedAt: string | null, readonly name: { readonly ja: string, readonly kana: string | null } | null, readonly summary: { readonly ja: string } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly venue: { readonly name: { readonly ja: string } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type CollectionOpportunitiesQueryVariables = Exact<{
  filter?: OpportunityFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  forWhom: boolean;
  asCourse: boolean;
}>;


export type CollectionOpportunitiesQuery = { readonly opportunities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly kind?: OpportunityKind | null, readonly venue: { readonly code: string, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null, readonly schoolDistrict?: { readonly code: string, readonly name: { readonly ja: string } | null } | null } | null, readonly node:
        | { readonly id: string, readonly organiser: string | null, readonly howToApply: string | null, readonly url: string | null, readonly attendance?: Attendance | null, readonly audiences?: ReadonlyArray<Audience> | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly title: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly summary: { readonly ja: string } | null, readonly ages?: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left?: number | null } | null, readonly selection?: { readonly method: SelectionMethod } | null, readonly applyPeriod: { readonly opensAt?: string | null, readonly closesAt: string | null } | null, readonly subjects?: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly provenance: { readonly department: string, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
        | { readonly id: string, readonly organiser: string | null, readonly howToApply: string | null, readonly url: string | null, readonly attendance?: Attendance | null, readonly audiences?: ReadonlyArray<Audience> | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly childcareOffered?: Tri | null, readonly title: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly summary: { readonly ja: string } | null, readonly ages?: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left?: number | null } | null, readonly selection?: { readonly method: SelectionMethod } | null, readonly applyPeriod: { readonly opensAt?: string | null, readonly closesAt: string | null } | null, readonly subjects?: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly provenance: { readonly department: string, readonly sample: boolean } | null, readonly sessions: ReadonlyArray<{ readonly startsAt: string | null, readonly endsAt: string | null, readonly allDay: boolean | null, readonly cancelledAt: string | null }> | null }
        | { readonly id: string, readonly organiser: string | null, readonly howToApply: string | null, readonly url: string | null, readonly attendance?: Attendance | null, readonly audiences?: ReadonlyArray<Audience> | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly title: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly summary: { readonly ja: string } | null, readonly ages?: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left?: number | null } | null, readonly selection?: { readonly method: SelectionMethod } | null, readonly applyPeriod: { readonly opensAt?: string | null, readonly closesAt: string | null } | null, readonly subjects?: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly provenance: { readonly department: string, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
        | { readonly id: string, readonly organiser: string | null, readonly howToApply: string | null, readonly url: string | null, readonly attendance?: Attendance | null, readonly audiences?: ReadonlyArray<Audience> | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly title: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly summary: { readonly ja: string } | null, readonly ages?: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left?: number | null } | null, readonly selection?: { readonly method: SelectionMethod } | null, readonly applyPeriod: { readonly opensAt?: string | null, readonly closesAt: string | null } | null, readonly subjects?: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly provenance: { readonly department: string, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
        | { readonly id: string, readonly organiser: string | null, readonly howToApply: string | null, readonly url: string | null, readonly attendance?: Attendance | null, readonly audiences?: ReadonlyArray<Audience> | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly title: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string, readonly origin: TextOrigin } | null } | null, readonly summary: { readonly ja: string } | null, readonly ages?: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left?: number | null } | null, readonly selection?: { readonly method: SelectionMethod } | null, readonly applyPeriod: { readonly opensAt?: string | null, readonly closesAt: string | null } | null, readonly subjects?: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly provenance: { readonly department: string, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
       | null }> | null } | null };

export type CollectionPeopleQueryVariables = Exact<{
  filter?: PersonFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionPeopleQuery = { readonly people: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly roles: ReadonlyArray<PersonRole> | null, readonly qualifications: ReadonlyArray<string> | null, readonly feeYen: number | null, readonly confirmedAt: string | null, readonly name: { readonly ja: string, readonly kana: string | null } | null, readonly summary: { readonly ja: string } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly districts: ReadonlyArray<{ readonly name: { readonly ja: string } | null } | null> | null, readonly freeTimes: ReadonlyArray<{ readonly weekday: number | null, readonly startsAt: string | null, readonly endsAt: string | null }> | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type CollectionReferenceCasesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionReferenceCasesQuery = { readonly referenceCases: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly process: string | null, readonly keywords: ReadonlyArray<string> | null, readonly citations: ReadonlyArray<string> | null, readonly answeredOn: string | null, readonly question: { readonly ja: string } | null, readonly answer: { readonly ja: string } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly sources: ReadonlyArray<{ readonly isbn: string | null, readonly title: { readonly ja: string } | null } | null> | null, readonly branch: { readonly name: { readonly ja: string } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type CollectionStateQueryVariables = Exact<{ [key: string]: never; }>;


export type CollectionStateQuery = { readonly opportunities: { readonly readings: ReadonlyArray<{ readonly department: string | null, readonly readAt: string | null, readonly isBehind: boolean | null, readonly position: string | null }> | null } | null };

export type CollectionTitlesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionTitlesQuery = { readonly titles: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly bibId: string, readonly isbn: string | null, readonly publisher: string | null, readonly year: number | null, readonly format: TitleFormat | null, readonly title: { readonly ja: string, readonly kana: string | null } | null, readonly author: { readonly ja: string } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string } | null> | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type PlanCoverageQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number;
}>;


export type PlanCoverageQuery = { readonly measures: { readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly tier: MeasureTier | null, readonly proofs: ReadonlyArray<string> | null, readonly title: { readonly ja: string } | null, readonly sees: { readonly ja: string } | null, readonly evidence: ReadonlyArray<{ readonly kind: string | null, readonly count: { readonly value: number | null } | null, readonly sample: { readonly value: number | null } | null, readonly first: { readonly label: string | null, readonly sample: boolean | null } | null }> | null } | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null } | null };

export type PlanHeadingsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlanHeadingsQuery = { readonly chapters: { readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly title: { readonly ja: string } | null } | null }> | null } | null, readonly sections: { readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly title: { readonly ja: string } | null } | null }> | null } | null, readonly groups: { readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly title: { readonly ja: string } | null } | null }> | null } | null };

export type HeadingFragment = { readonly code: string, readonly title: { readonly ja: string } | null };

export type PortalApplicationsQueryVariables = Exact<{
  in: TimeSpan;
  filter?: CalendarFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PortalApplicationsQuery = { readonly applicationCalendar: { readonly lines: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly at: string | null, readonly event: CalendarEvent | null, readonly startsAt: string | null, readonly lotteryId: string | null, readonly roomName: string | null, readonly edition: number | null, readonly title: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly opportunity:
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
           | null } | null }> | null } | null } | null };

export type PortalCalendarQueryVariables = Exact<{
  filter: OpportunityFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type PortalCalendarQuery = { readonly opportunities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node:
        | { readonly __typename: 'CareProgram', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
        | { readonly __typename: 'Course', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly sessions: ReadonlyArray<{ readonly id: string, readonly startsAt: string | null, readonly endsAt: string | null, readonly allDay: boolean | null, readonly topic: string | null, readonly cancelledAt: string | null, readonly notice: string | null, readonly formerStartsAt: string | null, readonly room: { readonly name: { readonly ja: string } | null } | null }> | null }
        | { readonly __typename: 'ExternalOffering', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
        | { readonly __typename: 'LibraryProgram', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
        | { readonly __typename: 'SportsClass', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly times: ReadonlyArray<{ readonly number: number | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly allDay: boolean | null, readonly cancelledAt: string | null, readonly notice: string | null, readonly formerStartsAt: string | null }> | null }
       | null }> | null } | null };

export type VenueFragment = { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null };

export type SourceFragment = { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean };

export type PortalFacilitiesQueryVariables = Exact<{
  filter?: FacilityFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PortalFacilitiesQuery = { readonly facilities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly type: string | null, readonly status: FacilityStatus | null, readonly phone: string | null, readonly url: string | null, readonly hoursNote: string | null, readonly name: { readonly ja: string, readonly kana: string | null } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };

export type PortalFacilitySearchQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  withAccess: boolean;
}>;


export type PortalFacilitySearchQuery = { readonly facilities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly aliases: ReadonlyArray<string> | null, readonly type: string | null, readonly status: FacilityStatus | null, readonly phone: string | null, readonly openNow: Tri | null, readonly hoursNote: string | null, readonly name: { readonly ja: string, readonly kana: string | null } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly hours: ReadonlyArray<{ readonly weekday: number | null, readonly opensAt: string | null, readonly closesAt: string | null }> | null, readonly closedDays: ReadonlyArray<{ readonly rule: ClosingKind | null, readonly weekday: number | null, readonly nth: number | null, readonly from: string | null, readonly to: string | null }> | null, readonly access?: { readonly items: ReadonlyArray<{ readonly code: AccessItem | null, readonly term: string | null, readonly value: Tri | null }> | null } | null } | null }> | null } | null };

export type PortalFacilityQueryVariables = Exact<{
  code: string;
  in: TimeSpan;
  withAccess: boolean;
}>;


export type PortalFacilityQuery = { readonly facility: { readonly code: string, readonly aliases: ReadonlyArray<string> | null, readonly type: string | null, readonly status: FacilityStatus | null, readonly withdrawnAt: string | null, readonly replacedBy: string | null, readonly phone: string | null, readonly url: string | null, readonly hoursNote: string | null, readonly name: { readonly ja: string, readonly kana: string | null } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null, readonly hours: ReadonlyArray<{ readonly weekday: number | null, readonly opensAt: string | null, readonly closesAt: string | null }> | null, readonly closedDays: ReadonlyArray<{ readonly rule: ClosingKind | null, readonly weekday: number | null, readonly nth: number | null, readonly from: string | null, readonly to: string | null }> | null, readonly closures: ReadonlyArray<{ readonly id: string, readonly startsAt: string | null, readonly endsAt: string | null, readonly liftedAt: string | null, readonly reason: { readonly ja: string } | null, readonly rooms: ReadonlyArray<{ readonly name: { readonly ja: string } | null }> | null, readonly provenance: { readonly department: string, readonly asOf: string | null } | null }> | null, readonly access?: { readonly note: string | null, readonly items: ReadonlyArray<{ readonly code: AccessItem | null, readonly term: string | null, readonly value: Tri | null, readonly note: string | null, readonly asOf: string | null }> | null, readonly routes: ReadonlyArray<{ readonly mode: RouteMode | null, readonly stop: string | null, readonly walkMinutes: number | null, readonly stepFree: Tri | null }> | null, readonly provenance: { readonly department: string, readonly asOf: string | null } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null };

export type PortalFoundQueryVariables = Exact<{
  filter: OpportunityFilter;
  sort: OpportunitySort;
  first: number;
  after?: string | null | undefined;
}>;


export type PortalFoundQuery = { readonly opportunities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly kind: OpportunityKind | null, readonly organiser: string | null, readonly department: string | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly audiences: ReadonlyArray<Audience> | null, readonly venueText: string | null, readonly roomText: string | null, readonly sample: boolean | null, readonly indexedAt: string | null, readonly title: { readonly ja: string, readonly kana: string | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly venue: { readonly code: string, readonly name: { readonly ja: string } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly node:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
       | null }> | null } | null };

export type PortalNewslettersQueryVariables = Exact<{
  first: number;
}>;


export type PortalNewslettersQuery = { readonly newsletters: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly startsAt: string | null, readonly endsAt: string | null, readonly publishedAt: string | null, readonly title: { readonly ja: string } | null, readonly sections: ReadonlyArray<{ readonly omitted: number | null, readonly heading: { readonly ja: string } | null, readonly lines: ReadonlyArray<{ readonly text: string | null, readonly opportunityId: string | null }> | null }> | null } | null }> | null } | null };

export type PortalOpportunityQueryVariables = Exact<{
  id: string;
  withChildcare: boolean;
}>;


export type PortalOpportunityQuery = { readonly opportunity:
    | { readonly __typename: 'CareProgram', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly applicationState: ApplicationState | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string, readonly kana: string | null, readonly plain: { readonly text: string } | null, readonly en: { readonly text: string } | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left: number | null, readonly waiting: number | null } | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
    | { readonly __typename: 'Course', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly applicationState: ApplicationState | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly childcareOffered: Tri | null, readonly id: string, readonly title: { readonly ja: string, readonly kana: string | null, readonly plain: { readonly text: string } | null, readonly en: { readonly text: string } | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left: number | null, readonly waiting: number | null } | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly sessions: ReadonlyArray<{ readonly id: string, readonly startsAt: string | null, readonly endsAt: string | null, readonly allDay: boolean | null, readonly topic: string | null, readonly cancelledAt: string | null, readonly notice: string | null, readonly formerStartsAt: string | null, readonly room: { readonly name: { readonly ja: string } | null } | null }> | null, readonly childcare?: ReadonlyArray<{ readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly minMonths: number | null, readonly maxMonths: number | null, readonly placesLeft: number | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null }> | null }
    | { readonly __typename: 'ExternalOffering', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly applicationState: ApplicationState | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly atOwnResponsibility: Tri | null, readonly id: string, readonly title: { readonly ja: string, readonly kana: string | null, readonly plain: { readonly text: string } | null, readonly en: { readonly text: string } | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left: number | null, readonly waiting: number | null } | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
    | { readonly __typename: 'LibraryProgram', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly applicationState: ApplicationState | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string, readonly kana: string | null, readonly plain: { readonly text: string } | null, readonly en: { readonly text: string } | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left: number | null, readonly waiting: number | null } | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly occurrences: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string | null, readonly allDay: boolean }> | null }
    | { readonly __typename: 'SportsClass', readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly withdrawnAt: string | null, readonly edition: number | null, readonly changedAt: string | null, readonly replacedBy: string | null, readonly applicationState: ApplicationState | null, readonly audiences: ReadonlyArray<Audience> | null, readonly attendance: Attendance | null, readonly howToApply: string | null, readonly url: string | null, readonly organiser: string | null, readonly roomText: string | null, readonly venueText: string | null, readonly id: string, readonly title: { readonly ja: string, readonly kana: string | null, readonly plain: { readonly text: string } | null, readonly en: { readonly text: string } | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly selection: { readonly method: SelectionMethod } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly capacity: number | null, readonly left: number | null, readonly waiting: number | null } | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly subjects: ReadonlyArray<{ readonly scheme: string, readonly code: string, readonly label: { readonly ja: string } | null } | null> | null, readonly venue: { readonly code: string, readonly type: string | null, readonly phone: string | null, readonly url: string | null, readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null } | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null, readonly times: ReadonlyArray<{ readonly number: number | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly allDay: boolean | null, readonly cancelledAt: string | null, readonly notice: string | null, readonly formerStartsAt: string | null }> | null, readonly childcare?: ReadonlyArray<{ readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly minMonths: number | null, readonly maxMonths: number | null, readonly placesLeft: number | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null }> | null }
   | null };

export type MindingFragment = { readonly startsAt: string | null, readonly endsAt: string | null, readonly cancelledAt: string | null, readonly minMonths: number | null, readonly maxMonths: number | null, readonly placesLeft: number | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null };

export type PortalPagesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PortalPagesQuery = { readonly opportunities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly indexedAt: string | null, readonly node:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
       | null }> | null } | null };

export type PortalSubjectQueryVariables = Exact<{
  scheme: string;
  code: string;
}>;


export type PortalSubjectQuery = { readonly subject: { readonly label: { readonly ja: string } | null } | null };

export type SearchPageQueryVariables = Exact<{
  filter?: OpportunityFilter | null | undefined;
  sort: OpportunitySort;
  after?: string | null | undefined;
  withFacets: boolean;
}>;


export type SearchPageQuery = { readonly opportunities: { readonly totalCount: { readonly value: number | null, readonly isExact: boolean | null } | null, readonly facets?: ReadonlyArray<{ readonly field: FacetField | null, readonly isExact: boolean | null, readonly label: { readonly ja: string } | null, readonly values: ReadonlyArray<{ readonly code: string | null, readonly count: number | null, readonly label: { readonly ja: string } | null }> | null }> | null, readonly readings: ReadonlyArray<{ readonly department: string | null, readonly readAt: string | null, readonly isBehind: boolean | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly kind: OpportunityKind | null, readonly organiser: string | null, readonly department: string | null, readonly startsAt: string | null, readonly endsAt: string | null, readonly nextStartsAt: string | null, readonly applicationState: ApplicationState | null, readonly audiences: ReadonlyArray<Audience> | null, readonly venueText: string | null, readonly roomText: string | null, readonly sample: boolean | null, readonly title: { readonly ja: string, readonly kana: string | null } | null, readonly summary: { readonly ja: string } | null, readonly applyPeriod: { readonly opensAt: string | null, readonly closesAt: string | null } | null, readonly fee: { readonly kind: FeeKind, readonly yen: number | null, readonly note: string | null } | null, readonly seats: { readonly left: number | null, readonly waiting: number | null } | null, readonly ages: { readonly minMonths: number | null, readonly maxMonths: number | null } | null, readonly venue: { readonly name: { readonly ja: string } | null, readonly address: { readonly block: string | null } | null } | null, readonly node:
        | { readonly url: string | null, readonly howToApply: string | null, readonly id: string }
        | { readonly url: string | null, readonly howToApply: string | null, readonly childcareOffered: Tri | null, readonly id: string }
        | { readonly url: string | null, readonly howToApply: string | null, readonly atOwnResponsibility: Tri | null, readonly id: string }
        | { readonly url: string | null, readonly howToApply: string | null, readonly id: string }
        | { readonly url: string | null, readonly howToApply: string | null, readonly id: string }
       | null }> | null } | null };

export type StatisticDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type StatisticDefinitionsQuery = { readonly statisticDefinitions: { readonly version: string | null, readonly measures: ReadonlyArray<{ readonly code: StatisticMeasureCode | null, readonly countsPeople: boolean | null, readonly dimensions: ReadonlyArray<StatisticDimensionCode> | null, readonly label: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly definition: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly unit: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly counted: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly dateBasis: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly source: { readonly ja: string, readonly en: { readonly text: string } | null } | null }> | null, readonly dimensions: ReadonlyArray<{ readonly code: StatisticDimensionCode | null, readonly label: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly values: ReadonlyArray<{ readonly code: string | null, readonly label: { readonly ja: string, readonly en: { readonly text: string } | null } | null }> | null }> | null } | null };

export type StatisticsQueryVariables = Exact<{
  question: StatisticQuestion;
}>;


export type StatisticsQuery = { readonly statistics: { readonly id: string | null, readonly definitionsVersion: string | null, readonly official: boolean | null, readonly refusal: { readonly code: StatisticRefusalCode | null, readonly text: { readonly ja: string, readonly en: { readonly text: string } | null } | null } | null, readonly snapshot: { readonly id: string, readonly sealedAt: string | null, readonly revision: number | null } | null, readonly question: { readonly measures: ReadonlyArray<StatisticMeasureCode> | null, readonly dimensions: ReadonlyArray<StatisticDimensionCode> | null, readonly fromMonth: string | null, readonly toMonth: string | null, readonly perThousandOf: string | null, readonly smallestCell: number | null, readonly countSamples: boolean | null, readonly filters: ReadonlyArray<{ readonly dimension: StatisticDimensionCode | null, readonly values: ReadonlyArray<string> | null }> | null, readonly text: { readonly ja: string, readonly en: { readonly text: string } | null } | null } | null, readonly axes: ReadonlyArray<{ readonly code: StatisticDimensionCode | null, readonly label: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly values: ReadonlyArray<{ readonly code: string | null, readonly label: { readonly ja: string, readonly en: { readonly text: string } | null } | null }> | null }> | null, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<string> | null, readonly cells: ReadonlyArray<{ readonly measure: StatisticMeasureCode | null, readonly value: number | null, readonly state: StatisticCellState | null, readonly told: number | null, readonly expected: number | null, readonly missing: ReadonlyArray<{ readonly code: string, readonly name: { readonly ja: string } | null } | null> | null }> | null }> | null, readonly notes: { readonly suppressed: number | null, readonly missing: number | null, readonly asOf: string | null, readonly sources: ReadonlyArray<{ readonly ja: string, readonly en: { readonly text: string } | null }> | null, readonly policy: { readonly ja: string, readonly en: { readonly text: string } | null } | null, readonly remarks: ReadonlyArray<{ readonly ja: string, readonly en: { readonly text: string } | null }> | null } | null } | null };
