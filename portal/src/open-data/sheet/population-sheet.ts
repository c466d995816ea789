// A table: the columns of 地域・年齢別人口 in the order of the recommended set.
import { type Collection, walk } from '../../collection/walk.js';
import type {
  CollectionAreaPopulationQuery,
  CollectionDistrictPopulationQuery,
} from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import { refuseSilence } from '../offered.js';
import { remarksCell } from '../sample-mark.js';
import { type Column, blank, published, type RowReading } from '../sheet.js';
import { currentEdition } from './current-columns.js';

type AreaEdge = NonNullable<NonNullable<CollectionAreaPopulationQuery['areas']>['edges']>[number];
type DistrictEdge = NonNullable<
  NonNullable<CollectionDistrictPopulationQuery['schoolDistricts']>['edges']
>[number];
type Place = NonNullable<AreaEdge['node']> | NonNullable<DistrictEdge['node']>;
type Band = NonNullable<Place['population']>[number];

const areas: Collection<CollectionAreaPopulationQuery, AreaEdge> = {
  document: 'collection-area-population',
  first: 20,
  connectionOf: (data) => data.areas,
};

const districts: Collection<CollectionDistrictPopulationQuery, DistrictEdge> = {
  document: 'collection-district-population',
  first: 20,
  connectionOf: (data) => data.schoolDistricts,
};

/** The ages of the standard, in years: five of them in a band, none above 85 told apart. */
const fiveYears: readonly (readonly [band: string, words: string])[] = [
  ...Array.from({ length: 17 }, (_, at) => `${at * 5}-${at * 5 + 4}`).map(
    (band) => [band, `${band}歳`] as const,
  ),
  ['85+', '85歳以上'],
];

/** Everybody, whatever their age. */
const everyAge = '0+';

const ageBands = [everyAge, ...fiveYears.map(([band]) => band)];

/** A place where people were counted, with what was counted by band. */
interface Counted {
  readonly place: Place;
  readonly bands: ReadonlyMap<string, Band>;
}

async function* placesOf<Edge extends { readonly node: Place | null }, Data>(
  collection: Collection<Data, Edge>,
  { graph, signal }: RowReading,
): AsyncGenerator<readonly Counted[]> {
  const variables = { ageBands };
  for await (const { edges, silent, faults } of walk(graph, collection, { variables, signal })) {
    refuseSilence(
      collection.document,
      silent.map(({ name }) => name),
      faults,
    );
    yield edges.flatMap(({ node }) => (node ? (countedIn(node) ?? []) : []));
  }
}

/** What was counted in a place; nothing where nobody was. */
function countedIn(place: Place): Counted | undefined {
  const bands = new Map((place.population ?? []).map((band) => [band.band ?? '', band]));
  return bands.get(everyAge)?.count ? { place, bands } : undefined;
}

/** The town blocks, or the school districts of a city that counts its people by these alone. */
async function* countedPlaces(reading: RowReading): AsyncGenerator<readonly Counted[]> {
  let hasAny = false;
  for await (const counted of placesOf(areas, reading)) {
    hasAny ||= counted.length > 0;
    yield counted;
  }
  if (!hasAny) yield* placesOf(districts, reading);
}

type Sex = 'male' | 'female';

/** A count as a register told it; blank where it cuts the ages otherwise or does not tell it. */
function countCell({ bands }: Counted, band: string, of: Sex | 'count'): string {
  const count = bands.get(band)?.[of];
  return count?.isExact ? String(count.value) : '';
}

const sexes: readonly (readonly [sex: Sex, words: string])[] = [
  ['male', '男性'],
  ['female', '女性'],
];

const numbers: readonly Column<Counted>[] = [
  ['調査年月日', ({ bands }) => cellOf(bands.get(everyAge)?.asOf)],
  ['地域名', ({ place }) => cellOf(place.name?.ja)],
  ['総人口', (row) => countCell(row, everyAge, 'count')],
  ['男性', (row) => countCell(row, everyAge, 'male')],
  ['女性', (row) => countCell(row, everyAge, 'female')],
  ...fiveYears.flatMap(([band, ages]) =>
    sexes.map(([sex, words]): Column<Counted> => [
      `${ages}の${words}`,
      (row) => countCell(row, band, sex),
    ]),
  ),
  blank('世帯数'),
  ['備考', ({ bands }) => remarksCell(bands.get(everyAge)?.provenance)],
];

/** 地域・年齢別人口: who lives where, by five-year bands and sex, as counted last. */
export const populationSheet = published<Counted>({
  name: 'population',
  title: '地域・年齢別人口',
  description:
    '町字ごと（町字で数えていなければ小学校区ごと）の、5歳階級・男女別の人口。いちばん新しい調査年月日のもの。世帯数はグラフにないため空欄です。年齢の区切りがちがう欄、男女に分かれていない欄も空欄です。',
  theme: '人口',
  publisher: 'plan',
  filters: [],
  editions: [
    {
      name: 'older',
      title: '推奨データセット（47列、順序どおり）',
      columns: [
        ['都道府県コード又は市区町村コード', (_, { municipality }) => municipality.code],
        ['地域コード', ({ place }) => place.code],
        ['都道府県名', (_, { municipality }) => municipality.prefecture],
        ['市区町村名', (_, { municipality }) => municipality.city],
        ...numbers,
      ],
    },
    {
      name: '2026',
      title: currentEdition,
      columns: [
        ['全国地方公共団体コード', (_, { municipality }) => municipality.code],
        ['地域コード', ({ place }) => place.code],
        [
          '地方公共団体名',
          (_, { municipality }) => `${municipality.prefecture}${municipality.city}`,
        ],
        ...numbers,
      ],
    },
  ],
  rows: countedPlaces,
  isSample: ({ bands }) => bands.get(everyAge)?.provenance?.sample ?? false,
  isUnwatched: true,
});
