import { readMunicipalityCode } from './cell/municipality-code.js';
import type { Built } from './dataset/built.js';
import { toChildcare } from './dataset/childcare.js';
import { toCulturalProperty } from './dataset/cultural-property.js';
import type { DatasetId } from './dataset/definition.js';
import { toDesk, toGroup, toPerson } from './dataset/entry.js';
import { sampleNumber } from './dataset/entry.form.js';
import { toEvacuationSite } from './dataset/evacuation-site.js';
import { toEvent } from './dataset/event.js';
import { toFacility } from './dataset/facility.js';
import { toBranch, toBranchService } from './dataset/library-branch.js';
import { toBookSet, toCopy, toDigitalItem } from './dataset/library-stock.js';
import { toLotteryOdds } from './dataset/lottery-odds.js';
import { toPopulation } from './dataset/population.js';
import type { Base } from './dataset/built.js';
import { toReportedCount } from './dataset/reported-count.js';
import { toReferenceCase } from './dataset/reference-case.js';
import { toRegularUse, toRoom } from './dataset/room.js';
import { toLotteryWindow, toSlot } from './dataset/room-times.js';
import { sampleMarkOf } from './dataset/sample-mark.js';
import { toTitle } from './dataset/title.js';
import { numberIn } from './identity.js';
import { toListed } from './list/listed-row.js';
import { isList, type ListId } from './list/lists.js';
import type { Row, SetAside } from './row.js';

const builders: Readonly<Record<Exclude<DatasetId, ListId>, (row: Row, base: Base) => Built>> = {
  facility: toFacility,
  event: toEvent,
  childcare: toChildcare,
  'evacuation-site': toEvacuationSite,
  'cultural-property': toCulturalProperty,
  population: toPopulation,
  title: toTitle,
  'reference-case': toReferenceCase,
  room: toRoom,
  'regular-use': toRegularUse,
  'lottery-window': toLotteryWindow,
  slot: toSlot,
  'lottery-odds': toLotteryOdds,
  'library-branch': toBranch,
  'branch-service': toBranchService,
  copy: toCopy,
  'book-set': toBookSet,
  'digital-item': toDigitalItem,
  'reported-count': toReportedCount,
  person: toPerson,
  group: toGroup,
  desk: toDesk,
};

const sampleLine: SetAside = {
  code: 'SAMPLE_LINE',
  message: '様式の記入例の行なので、取り込みません。',
  remedy: '',
};

/** Builds the record of a row: the fields of its kind over what every record carries. */
export function build(dataset: DatasetId, row: Row): Built {
  const number = numberIn(row.cell('number'));
  if (number === sampleNumber) return { identity: [], setAside: sampleLine };
  const own = row.read('code', readMunicipalityCode);
  const located = row.read('locatedCode', readMunicipalityCode);
  // A prefecture publishes for its municipalities: then the code of the place is the one that tells them apart.
  const code =
    located !== undefined && (own === undefined || own.slice(2, 5) === '000') ? located : own;
  const toRecord = isList(dataset) ? toListed(dataset) : builders[dataset];
  return toRecord(row, {
    row: row.number,
    ...(number === '' ? {} : { number }),
    ...(code === undefined ? {} : { municipalityCode: code }),
    ...sampleMarkOf(row),
  });
}
