import type { ImportRecord } from '@manabi/kit/import/dataset/record';
import { isListRecord } from '@manabi/kit/import/list/lists';
import type { RowOutcome } from '@manabi/kit/import/outcome';

import { dayInName } from './dataset-name.js';
import { EntryRows, withoutContact } from './entry-rows.js';
import { EventRows } from './event-rows.js';
import { FacilityRows } from './facility-rows.js';
import { HeritageRows } from './heritage-rows.js';
import { ListRows } from './list-rows.js';
import type { ImportPlaces } from './import-places.js';
import type { VenueCounts } from './import-request.js';
import { openRoute } from './list-routes.js';
import { PopulationRows } from './population-rows.js';
import { PublishedRows } from './published-rows.js';
import { ReferenceCaseRows } from './reference-case-rows.js';
import { ReportRows } from './report-rows.js';
import type { RouteRow } from './list-route.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { TitleRows } from './title-rows.js';

/** Decides for each row of a file which service keeps it, and what its venue is. */
export class RowRouter {
  private constructor(
    private readonly rooms: {
      events: EventRows;
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
    const events = await EventRows.open(places, setting);
    const published = new PublishedRows(places.em('center'), setting);
    const entries = await EntryRows.open(places.em('center'), setting);
    const facilities = await FacilityRows.open(places.em('center'), setting);
    const heritage = await HeritageRows.open(places.em('center'), setting);
    const titles = await TitleRows.open(places.em('library'), setting);
    const cases = await ReferenceCaseRows.open(places.em('library'), setting);
    const population = await PopulationRows.open(places.em('center'), setting);
    const reports = await ReportRows.open(places.em('center'), setting);
    const lists = await ListRows.open(places, setting);
    return new RowRouter({
      events,
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
    return this.rooms.events.venues;
  }

  /** Sessions to come of courses that stand, and how many of them the file no longer names. */
  get sessions(): { readonly present: number; readonly withdrawn: number } {
    return this.rooms.events.sessions;
  }

  /** Looks up what must be known of the rows that are routed next. */
  async look(outcomes: readonly RowOutcome[]): Promise<void> {
    await this.rooms.published.look(outcomes);
    await this.rooms.lists.look(outcomes);
    await this.rooms.events.look(outcomes);
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
    return this.rooms.events.queueUncertain();
  }

  #place(outcome: RowOutcome, record: ImportRecord): RoutedRow {
    if (isListRecord(record)) return this.rooms.lists.route(outcome, record);
    switch (record.kind) {
      case 'event':
        return this.rooms.events.route(outcome, record);
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
}
