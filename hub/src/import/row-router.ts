import type { DeliveredRow } from '@manabi/kit/delivery/delivery.target';
import type { EventRecord, ImportRecord } from '@manabi/kit/import/dataset/record';
import type { Note } from '@manabi/kit/import/note';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import type { Summary } from '@manabi/kit/import/summary';
import type { EventSetting } from '@manabi/kit/opportunity/opportunity.import';

import { dayInName } from './dataset-name.js';
import { FacilityRows } from './facility-rows.js';
import type { ImportPlaces } from './import-places.js';
import type { ImportRequest, VenueCounts } from './import-request.js';
import { offeringRow } from './offering-targets.js';
import { PopulationRows } from './population-rows.js';
import { departmentOf } from './route.rules.js';
import { TitleRows } from './title-rows.js';
import { VenueDesk } from './venue-desk.js';

/** Where one row goes, and its outcome with what the router found out on the way. */
export interface Routed {
  readonly outcome: RowOutcome;
  readonly rows: readonly { readonly service: string; readonly row: DeliveredRow }[];
}

/** What all rows of a file share. */
export interface FileSetting {
  readonly request: ImportRequest;
  readonly dataset: string;
  readonly file: Summary;
}

/** Decides for each row of a file which service keeps it, and what its venue is. */
export class RowRouter {
  private constructor(
    private readonly setting: FileSetting,
    private readonly asOf: string,
    private readonly rooms: {
      desk: VenueDesk;
      facilities: FacilityRows;
      titles: TitleRows;
      population: PopulationRows;
    },
  ) {}

  /** Opens it with the register of facilities as it stands. */
  static async open(places: ImportPlaces, setting: FileSetting): Promise<RowRouter> {
    const asOf =
      dayInName(setting.request.file) ??
      setting.file.reference.publishedOn ??
      new Date().toISOString().slice(0, 10);
    const desk = await VenueDesk.open(places.em('center'), setting.dataset);
    const facilities = await FacilityRows.open(places.em('center'), { ...setting, asOf, desk });
    const titles = await TitleRows.open(places.em('library'), { ...setting, asOf });
    const population = await PopulationRows.open(places.em('center'), { ...setting, asOf });
    return new RowRouter(setting, asOf, { desk, facilities, titles, population });
  }

  get venues(): VenueCounts {
    return this.rooms.desk.counts;
  }

  /** Says where a row goes. A row that is set aside goes nowhere. */
  route(outcome: RowOutcome): Routed {
    if (outcome.kind === 'setAside' || !outcome.record) return { outcome, rows: [] };
    return this.#place(outcome, outcome.record);
  }

  /** Puts the venues that may be one of several facilities before a person. */
  queueUncertain(): Promise<void> {
    return this.rooms.desk.queue();
  }

  #place(outcome: RowOutcome, record: ImportRecord): Routed {
    switch (record.kind) {
      case 'event':
        return this.#event(outcome, record);
      case 'title':
        return this.rooms.titles.route(outcome, record);
      case 'population':
        return this.rooms.population.route(outcome, record);
      case 'cultural-property':
        return { outcome, rows: [] };
      default:
        return this.rooms.facilities.route(outcome, record);
    }
  }

  #event(outcome: RowOutcome, record: EventRecord): Routed {
    const service = this.setting.request.department ?? departmentOf(record);
    const venue = this.rooms.desk.read(record);
    const row = offeringRow(service, record, {
      ...this.#origin(service),
      venueCode: venue.facilityCode,
      roomText: venue.room,
    });
    return { outcome: withNotes(outcome, venue.notes), rows: [{ service, row }] };
  }

  #origin(department: string): EventSetting {
    const { request, dataset } = this.setting;
    return {
      dataset,
      department,
      asOf: this.asOf,
      ...(request.licence && { licence: request.licence }),
    };
  }
}

function withNotes(outcome: RowOutcome, notes: readonly Note[]): RowOutcome {
  return notes.length === 0 ? outcome : { ...outcome, notes: [...outcome.notes, ...notes] };
}
