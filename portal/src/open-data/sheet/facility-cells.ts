// A table: what lists of places tell of a facility in the same words.
import { type Collection, walk } from '../../collection/walk.js';
import type { CollectionFacilitiesQuery } from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import { refuseSilence } from '../offered.js';
import { addressLine, buildingCell, pointCells } from '../place-words.js';
import { remarksCell } from '../sample-mark.js';
import type { Column, RowReading } from '../sheet.js';

type Edge = NonNullable<NonNullable<CollectionFacilitiesQuery['facilities']>['edges']>[number];
/** A facility as lists of places read it. */
export type Facility = NonNullable<Edge['node']>;

const facilities: Collection<CollectionFacilitiesQuery, Edge> = {
  document: 'collection-facilities',
  first: 100,
  connectionOf: (data) => data.facilities,
};

/** The facilities of the register, narrowed by area and kind. Throws BrokenWalk instead of leaving one out. */
export async function* facilitiesOf(reading: RowReading): AsyncGenerator<readonly Facility[]> {
  const { graph, narrowed, signal } = reading;
  const [areaCode, type] = [narrowed.area?.[0], narrowed.kind?.[0]];
  const variables = { filter: { ...(areaCode && { areaCode }), ...(type && { type }) } };
  for await (const { edges, silent, faults } of walk(graph, facilities, { variables, signal })) {
    refuseSilence(
      facilities.document,
      silent.map(({ name }) => name),
      faults,
    );
    yield edges.flatMap(({ node }) => (node ? [node] : []));
  }
}

/** Its English name, where a person wrote it. */
export const english = ({ name }: Facility): string =>
  name?.en?.origin === 'HUMAN' ? cellOf(name.en.text) : '';

/** That it is an example, or which of its fields are. */
export const remarks = ({ provenance, sampleFields }: Facility): string =>
  remarksCell(provenance, sampleFields);

/** Whether it is a composed example. */
export const isSample = ({ provenance }: Facility): boolean => provenance?.sample ?? false;

const points: readonly Column<Facility>[] = [
  ['緯度', ({ point }) => pointCells(point)[0]],
  ['経度', ({ point }) => pointCells(point)[1]],
];

/** Where it is, in the columns of the older edition. */
export const place: readonly Column<Facility>[] = [
  ['住所', ({ address }, { municipality }) => addressLine(address, municipality)],
  ['方書', ({ address }) => buildingCell(address)],
  ...points,
];
