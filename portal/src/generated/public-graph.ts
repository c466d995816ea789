// Made by "npm run schema" from the public graph. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether a facility is in use at all (施設の状態). */
export type FacilityStatus =
  /** Closed until further notice (閉館中). */
  | 'CLOSED'
  /** In use (営業中). */
  | 'OPEN';

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

export type CollectionDepartmentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionDepartmentsQuery = { readonly departments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly service: string | null, readonly name: { readonly ja: string } | null } | null }> | null } | null };

export type CollectionFacilitiesQueryVariables = Exact<{
  filter?: FacilityFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionFacilitiesQuery = { readonly facilities: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly aliases: ReadonlyArray<string> | null, readonly poiCode: string | null, readonly phone: string | null, readonly url: string | null, readonly hoursNote: string | null, readonly name: { readonly ja: string, readonly kana: string | null, readonly en: { readonly text: string } | null } | null, readonly department: { readonly code: string, readonly name: { readonly ja: string } | null } | null, readonly address: { readonly block: string | null, readonly number: string | null, readonly building: string | null, readonly floor: string | null } | null, readonly area: { readonly code: string } | null, readonly point: { readonly latitude: number, readonly longitude: number } | null, readonly hours: ReadonlyArray<{ readonly weekday: number | null, readonly opensAt: string | null, readonly closesAt: string | null }> | null, readonly closedDays: ReadonlyArray<{ readonly rule: ClosingKind | null, readonly weekday: number | null, readonly nth: number | null, readonly from: string | null, readonly to: string | null }> | null, readonly provenance: { readonly department: string, readonly dataset: string | null, readonly asOf: string | null, readonly licence: string | null, readonly sample: boolean } | null } | null }> | null } | null };
