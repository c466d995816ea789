// A table: the lists of people, groups and desks in the headers of the common entry form, without what is not public.
import type { Collection } from '../../collection/walk.js';
import type {
  CollectionDesksQuery,
  CollectionGroupsQuery,
  CollectionPeopleQuery,
  PersonRole,
} from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import { registerRows } from '../register-rows.js';
import { published } from '../sheet.js';
import { type Entry, closingColumns, entryColumns, triCell, weeklyCell } from './entry-cells.js';

type GroupEdge = NonNullable<NonNullable<CollectionGroupsQuery['groups']>['edges']>[number];
type DeskEdge = NonNullable<NonNullable<CollectionDesksQuery['desks']>['edges']>[number];
type PersonEdge = NonNullable<NonNullable<CollectionPeopleQuery['people']>['edges']>[number];

const groups: Collection<CollectionGroupsQuery, GroupEdge> = {
  document: 'collection-groups',
  first: 100,
  connectionOf: (data) => data.groups,
};

const desks: Collection<CollectionDesksQuery, DeskEdge> = {
  document: 'collection-desks',
  first: 100,
  connectionOf: (data) => data.desks,
};

const people: Collection<CollectionPeopleQuery, PersonEdge> = {
  document: 'collection-people',
  first: 100,
  connectionOf: (data) => data.people,
};

const roleWords: Readonly<Record<PersonRole, string>> = {
  INSTRUCTOR: '講師',
  COACH: 'スポーツ指導者',
  IT_VOLUNTEER: 'ITボランティア',
  SCHOOL_VOLUNTEER: '学校支援',
  ENVIRONMENT_LEADER: '環境リーダー',
  PLAY_LEADER: 'プレイリーダー',
  CHILDCARE_SUPPORTER: '保育',
  INTERPRETER: '通訳',
  LIBRARY_VOLUNTEER: '図書館',
  FAMILY_SUPPORTER: '家庭教育支援',
  EXPERIENCE_SUPPORTER: '体験支援',
  LIVED_EXPERIENCE: '当事者',
};

const ours = '共通入力様式の公開項目（標準なし）';
const isSample = ({ provenance }: Entry): boolean => provenance?.sample ?? false;
const year = (months: number | null | undefined): string =>
  months === null || months === undefined ? '' : String(Math.floor(months / 12));

/** サークル・団体一覧. */
export const groupSheet = published<NonNullable<GroupEdge['node']>>({
  name: 'group',
  title: 'サークル・団体一覧',
  description: '団体の共通入力様式の列。連絡先は公開しません。',
  theme: '生涯学習',
  publisher: 'center',
  filters: [],
  editions: [
    {
      name: 'own',
      title: ours,
      columns: [
        ['登録番号', ({ id }) => id],
        ...entryColumns('団体名', '活動内容'),
        ['会員数', ({ members }) => cellOf(members)],
        ['月会費', ({ monthlyFeeYen }) => cellOf(monthlyFeeYen)],
        ['初心者の受入れ', ({ acceptsBeginners }) => triCell(acceptsBeginners)],
        ['主な活動場所', ({ venue }) => cellOf(venue?.name?.ja)],
        ...closingColumns,
      ],
    },
  ],
  rows: (reading) => registerRows(groups, reading),
  isSample,
});

/** 相談窓口一覧. */
export const deskSheet = published<NonNullable<DeskEdge['node']>>({
  name: 'desk',
  title: '相談窓口一覧',
  description: '相談窓口の共通入力様式の列。',
  theme: '相談',
  publisher: 'center',
  filters: [],
  editions: [
    {
      name: 'own',
      title: ours,
      columns: [
        ['登録番号', ({ id }) => id],
        ...entryColumns('窓口名', '相談内容'),
        ['担当部署', ({ department }) => cellOf(department?.name?.ja)],
        ['所在施設', ({ venue }) => cellOf(venue?.name?.ja)],
        [
          '受付曜日と時間',
          ({ hours }) =>
            weeklyCell(
              (hours ?? []).map(({ weekday, opensAt: from, closesAt: to }) => ({
                weekday,
                from,
                to,
              })),
            ),
        ],
        ['予約の要否', ({ appointment }) => triCell(appointment, ['要', '不要'])],
        ['同時に相談できる組数', ({ capacity }) => cellOf(capacity)],
        ['受付電話', ({ phone }) => cellOf(phone)],
        ['ウェブページ', ({ url }) => cellOf(url)],
        ...closingColumns,
      ],
    },
  ],
  rows: (reading) => registerRows(desks, reading),
  isSample,
});

/** 人材一覧. */
export const personSheet = published<NonNullable<PersonEdge['node']>>({
  name: 'person',
  title: '人材一覧',
  description: '人材の共通入力様式のうち公開される列。連絡先と、連絡の同意は公開しません。',
  theme: '生涯学習',
  publisher: 'center',
  filters: [],
  editions: [
    {
      name: 'own',
      title: ours,
      columns: [
        ['登録番号', ({ id }) => id],
        ['登録名', ({ name }) => cellOf(name?.ja)],
        ['登録名カナ', ({ name }) => cellOf(name?.kana)],
        ['活動の種類', ({ roles }) => (roles ?? []).map((role) => roleWords[role]).join(';')],
        ...entryColumns('登録名', '活動内容').slice(2),
        ['資格', ({ qualifications }) => cellOf((qualifications ?? []).join(';'))],
        ['対象年齢（最低）', ({ ages }) => year(ages?.minMonths)],
        ['対象年齢（最高）', ({ ages }) => year(ages?.maxMonths)],
        [
          '活動できる小学校区',
          ({ districts }) =>
            cellOf((districts ?? []).flatMap((each) => each?.name?.ja ?? []).join(';')),
        ],
        [
          '活動できる曜日と時間',
          ({ freeTimes }) =>
            weeklyCell(
              (freeTimes ?? []).map(({ weekday, startsAt: from, endsAt: to }) => ({
                weekday,
                from,
                to,
              })),
            ),
        ],
        ['謝礼の目安', ({ feeYen }) => cellOf(feeYen)],
        ...closingColumns,
      ],
    },
  ],
  rows: (reading) => registerRows(people, reading),
  isSample,
});
