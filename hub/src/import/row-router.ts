import type { EventRecord, ImportRecord } from '@manabi/kit/import/dataset/record';
import { isListRecord } from '@manabi/kit/import/list/lists';
import type { Note } from '@manabi/kit/import/note';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import type { EventSetting } from '@manabi/kit/opportunity/opportunity.import';

import { dayInName } from './dataset-name.js';
import { EntryRows, withoutContact } from './entry-rows.js';
import { FacilityRows } from './facility-rows.js';
import { HeritageRows } from './heritage-rows.js';
import { ListRows } from './list-rows.js';
import type { ImportPlaces } from './import-places.js';
import type { VenueCounts } from './import-request.js';
import { offeringRow } from './offering-targets.js';
import { openRoute } from './list-routes.js';
import { PopulationRows } from './population-rows.js';
import { PublishedRows } from './published-rows.js';
import { ReferenceCaseRows } from './reference-case-rows.js';
import { ReportRows } from './report-rows.js';
import { departmentOf } from './route.rules.js';
import { NamedDepartments } from './named-departments.js';
import type { RouteRow } from './list-route.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { TitleRows } from './title-rows.js';
import { VenueDesk } from './venue-desk.js';

/** Decides for each row of a file which service keeps it, and what its venue is. */
export class RowRouter {
  private constructor(
    private readonly setting: FileSetting,
    private readonly rooms: {
      desk: VenueDesk;
      departments: NamedDepartments;
      published: PublishedRows;
      entries: EntryRows;
      facilities: FacilityRows;
      heritage: HeritageRows;
      titles: TitleRows;
      cases: ReferenceCaseRows;
      population: PopulationRows;
      reports: ReportRows;
      lists: ListRows;
      /** Of a list whose registers are read only when such a file comes. */
      list: RouteRow<ImportRecord> | undefined;
    },
  ) {}

  /** Opens it with the register of facilities as it stands. */
  static async open(places: ImportPlaces, given: Omit<FileSetting, 'asOf'>): Promise<RowRouter> {
    const asOf =
      dayInName(given.request.file) ??
      given.file.reference.publishedOn ??
      new Date().toISOString().slice(0, 10);
    const setting = { ...given, asOf };
    const desk = await VenueDesk.open(places.em('center'), setting.dataset);
    const departments = await NamedDepartments.open(places.em('center'));
    const published = new PublishedRows(places.em('center'), setting);
    const entries = await EntryRows.open(places.em('center'), setting);
    const facilities = await FacilityRows.open(places.em('center'), setting);
    const heritage = await HeritageRows.open(places.em('center'), setting);
    const titles = await TitleRows.open(places.em('library'), setting);
    const cases = await ReferenceCaseRows.open(places.em('library'), setting);
    const population = await PopulationRows.open(places.em('center'), setting);
    const reports = await ReportRows.open(places.em('center'), setting);
    const lists = await ListRows.open(places, setting);
    return new RowRouter(setting, {
      desk,
      departments,
      published,
      entries,
      facilities,
      heritage,
      titles,
      cases,
      population,
      reports,
      lists,
      list: await openRoute(places, setting),
    });
  }

  get venues(): VenueCounts {
    return this.rooms.desk.counts;
  }

  /** Looks up what must be known of the rows that are routed next. */
  async look(outcomes: readonly RowOutcome[]): Promise<void> {
    await this.rooms.published.look(outcomes);
    await this.rooms.lists.look(outcomes);
  }

  /** Says where a row goes. A row that is set aside goes nowhere. */
  route(outcome: RowOutcome): RoutedRow {
    if (outcome.kind === 'setAside' || !outcome.record)
      return { outcome: withoutContact(outcome), rows: [] };
    const echo = this.rooms.published.aside(outcome, outcome.record);
    return echo ?? this.#place(outcome, outcome.record);
  }

  /** Puts the venues that may be one of several facilities before a person. */
  queueUncertain(): Promise<void> {
    return this.rooms.desk.queue();
  }

  #place(outcome: RowOutcome, record: ImportRecord): RoutedRow {
    if (isListRecord(record)) return this.rooms.lists.route(outcome, record);
    switch (record.kind) {
      case 'event':
        return this.#event(outcome, record);
      case 'title':
        return this.rooms.titles.route(outcome, record);
      case 'reference-case':
        return this.rooms.cases.route(outcome, record);
      case 'reported-count':
        return this.rooms.reports.route(outcome, record);
      case 'population':
        return this.rooms.population.route(outcome, record);
      case 'person':
      case 'group':
      case 'desk':
        return this.rooms.entries.route(outcome, record);
      case 'cultural-property':
        return this.rooms.heritage.route(outcome, record);
      case 'facility':
      case 'childcare':
      case 'evacuation-site':
        return this.rooms.facilities.route(outcome, record);
      default:
        if (!this.rooms.list) throw new Error(`Nobody takes rows of "${record.kind}".`);
        return this.rooms.list(outcome, record);
    }
  }

  #event(outcome: RowOutcome, record: EventRecord): RoutedRow {
    const named = this.rooms.departments.named(record.contact.name);
    const service = this.setting.request.department ?? named?.service ?? departmentOf(record);
    const venue = this.rooms.desk.read(record);
    const row = offeringRow(service, record, {
      ...this.#origin(named && named.service === service ? named.code : service),
      venueCode: venue.facilityCode,
      roomText: venue.room,
    });
    return { outcome: withNotes(outcome, venue.notes), rows: [{ service, row }] };
  }

  #origin(department: string): EventSetting {
    const { request, dataset, asOf } = this.setting;
    return {
      dataset,
      department,
      asOf,
      ...(request.licence && { licence: request.licence }),
    };
  }
}

function withNotes(outcome: RowOutcome, notes: readonly Note[]): RowOutcome {
  return notes.length === 0 ? outcome : { ...outcome, notes: [...outcome.notes, ...notes] };
}
