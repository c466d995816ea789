// Made by "npm run schema" from the public graph. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether it costs money (料金有無). */
export type FeeKind =
  /** Free of charge (無料). */
  | 'FREE'
  /** There is a fee (有料). */
  | 'PAID'
  /** Nobody has said (不明). */
  | 'UNKNOWN';

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

export type PlanCoverageQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number;
}>;

export type PlanCoverageQuery = {
  readonly measures: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly code: string;
        readonly tier: MeasureTier | null;
        readonly proofs: ReadonlyArray<string> | null;
        readonly title: { readonly ja: string } | null;
        readonly sees: { readonly ja: string } | null;
        readonly evidence: ReadonlyArray<{
          readonly kind: string | null;
          readonly count: { readonly value: number | null } | null;
          readonly sample: { readonly value: number | null } | null;
          readonly first: { readonly label: string | null; readonly sample: boolean | null } | null;
        }> | null;
      } | null;
    }> | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | null;
  } | null;
};

export type PlanHeadingsQueryVariables = Exact<{ [key: string]: never }>;

export type PlanHeadingsQuery = {
  readonly chapters: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly code: string;
        readonly title: { readonly ja: string } | null;
      } | null;
    }> | null;
  } | null;
  readonly sections: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly code: string;
        readonly title: { readonly ja: string } | null;
      } | null;
    }> | null;
  } | null;
  readonly groups: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly code: string;
        readonly title: { readonly ja: string } | null;
      } | null;
    }> | null;
  } | null;
};

export type HeadingFragment = {
  readonly code: string;
  readonly title: { readonly ja: string } | null;
};

export type SearchPageQueryVariables = Exact<{
  filter?: OpportunityFilter | null | undefined;
  sort: OpportunitySort;
  after?: string | null | undefined;
  withFacets: boolean;
}>;

export type SearchPageQuery = {
  readonly opportunities: {
    readonly totalCount: { readonly value: number | null; readonly isExact: boolean | null } | null;
    readonly facets?: ReadonlyArray<{
      readonly field: FacetField | null;
      readonly isExact: boolean | null;
      readonly label: { readonly ja: string } | null;
      readonly values: ReadonlyArray<{
        readonly code: string | null;
        readonly count: number | null;
        readonly label: { readonly ja: string } | null;
      }> | null;
    }> | null;
    readonly readings: ReadonlyArray<{
      readonly department: string | null;
      readonly readAt: string | null;
      readonly isBehind: boolean | null;
    }> | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | null;
    readonly edges: ReadonlyArray<{
      readonly kind: OpportunityKind | null;
      readonly organiser: string | null;
      readonly department: string | null;
      readonly startsAt: string | null;
      readonly endsAt: string | null;
      readonly nextStartsAt: string | null;
      readonly applicationState: ApplicationState | null;
      readonly audiences: ReadonlyArray<Audience> | null;
      readonly venueText: string | null;
      readonly roomText: string | null;
      readonly sample: boolean | null;
      readonly title: { readonly ja: string; readonly kana: string | null } | null;
      readonly summary: { readonly ja: string } | null;
      readonly applyPeriod: {
        readonly opensAt: string | null;
        readonly closesAt: string | null;
      } | null;
      readonly fee: {
        readonly kind: FeeKind;
        readonly yen: number | null;
        readonly note: string | null;
      } | null;
      readonly seats: { readonly left: number | null; readonly waiting: number | null } | null;
      readonly ages: {
        readonly minMonths: number | null;
        readonly maxMonths: number | null;
      } | null;
      readonly venue: { readonly name: { readonly ja: string } | null } | null;
      readonly node:
        | { readonly url: string | null; readonly howToApply: string | null; readonly id: string }
        | { readonly url: string | null; readonly howToApply: string | null; readonly id: string }
        | {
            readonly url: string | null;
            readonly howToApply: string | null;
            readonly atOwnResponsibility: Tri | null;
            readonly id: string;
          }
        | { readonly url: string | null; readonly howToApply: string | null; readonly id: string }
        | { readonly url: string | null; readonly howToApply: string | null; readonly id: string }
        | null;
    }> | null;
  } | null;
};

export type StatisticDefinitionsQueryVariables = Exact<{ [key: string]: never }>;

export type StatisticDefinitionsQuery = {
  readonly statisticDefinitions: {
    readonly version: string | null;
    readonly measures: ReadonlyArray<{
      readonly code: StatisticMeasureCode | null;
      readonly countsPeople: boolean | null;
      readonly dimensions: ReadonlyArray<StatisticDimensionCode> | null;
      readonly label: { readonly ja: string; readonly en: { readonly text: string } | null } | null;
      readonly definition: {
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      } | null;
      readonly unit: { readonly ja: string; readonly en: { readonly text: string } | null } | null;
      readonly counted: {
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      } | null;
      readonly dateBasis: {
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      } | null;
      readonly source: {
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      } | null;
    }> | null;
    readonly dimensions: ReadonlyArray<{
      readonly code: StatisticDimensionCode | null;
      readonly label: { readonly ja: string; readonly en: { readonly text: string } | null } | null;
      readonly values: ReadonlyArray<{
        readonly code: string | null;
        readonly label: {
          readonly ja: string;
          readonly en: { readonly text: string } | null;
        } | null;
      }> | null;
    }> | null;
  } | null;
};

export type StatisticsQueryVariables = Exact<{
  question: StatisticQuestion;
}>;

export type StatisticsQuery = {
  readonly statistics: {
    readonly id: string | null;
    readonly definitionsVersion: string | null;
    readonly official: boolean | null;
    readonly refusal: {
      readonly code: StatisticRefusalCode | null;
      readonly text: { readonly ja: string; readonly en: { readonly text: string } | null } | null;
    } | null;
    readonly snapshot: {
      readonly id: string;
      readonly sealedAt: string | null;
      readonly revision: number | null;
    } | null;
    readonly question: {
      readonly measures: ReadonlyArray<StatisticMeasureCode> | null;
      readonly dimensions: ReadonlyArray<StatisticDimensionCode> | null;
      readonly fromMonth: string | null;
      readonly toMonth: string | null;
      readonly perThousandOf: string | null;
      readonly smallestCell: number | null;
      readonly countSamples: boolean | null;
      readonly filters: ReadonlyArray<{
        readonly dimension: StatisticDimensionCode | null;
        readonly values: ReadonlyArray<string> | null;
      }> | null;
      readonly text: { readonly ja: string; readonly en: { readonly text: string } | null } | null;
    } | null;
    readonly axes: ReadonlyArray<{
      readonly code: StatisticDimensionCode | null;
      readonly label: { readonly ja: string; readonly en: { readonly text: string } | null } | null;
      readonly values: ReadonlyArray<{
        readonly code: string | null;
        readonly label: {
          readonly ja: string;
          readonly en: { readonly text: string } | null;
        } | null;
      }> | null;
    }> | null;
    readonly rows: ReadonlyArray<{
      readonly keys: ReadonlyArray<string> | null;
      readonly cells: ReadonlyArray<{
        readonly measure: StatisticMeasureCode | null;
        readonly value: number | null;
        readonly state: StatisticCellState | null;
        readonly told: number | null;
        readonly expected: number | null;
        readonly missing: ReadonlyArray<{
          readonly code: string;
          readonly name: { readonly ja: string } | null;
        } | null> | null;
      }> | null;
    }> | null;
    readonly notes: {
      readonly suppressed: number | null;
      readonly missing: number | null;
      readonly asOf: string | null;
      readonly sources: ReadonlyArray<{
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      }> | null;
      readonly policy: {
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      } | null;
      readonly remarks: ReadonlyArray<{
        readonly ja: string;
        readonly en: { readonly text: string } | null;
      }> | null;
    } | null;
  } | null;
};
