import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { List } from '@manabi/kit/import/list/list';
import type { ListRecord } from '@manabi/kit/import/list/lists';
import { lists } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';
import { opaqueId } from '@manabi/kit/opaque-id';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';

import type { ListRegisters } from './list-registers.js';
import type { FileSetting } from './routed-row.js';
import { headerIn } from './set-aside.js';

/** A word of a row that no register has. */
export interface UnknownWord {
  /** The header of its column. */
  readonly column: string;
  readonly value: string;
  /** Without it the row has no place. */
  readonly isNeeded: boolean;
}

/** Where a row goes, before its origin is said. */
export interface PlacedRow {
  readonly service: string;
  readonly row: DeliveredRow;
}

/** One row of a list on its way to its table: what its words mean in the registers, and which of them mean nothing there. */
export class ListRow {
  readonly unknown: UnknownWord[] = [];

  constructor(
    readonly record: ListRecord,
    private readonly known: ListRegisters,
    readonly setting: FileSetting,
  ) {}

  /** A facility by its name or code, as far as the register has it. */
  facility(column: string, name: string | undefined): string | null {
    return this.#meant(column, name, this.known.names.facility(name));
  }

  /** The facility without which the row has no place. */
  neededFacility(column: string, name: string): string {
    return this.#needed(column, name, this.known.names.facility(name));
  }

  /** A department by its name or code. */
  department(column: string, name: string | undefined): string | null {
    return this.#meant(column, name, this.known.names.department(name));
  }

  /** The department without which the row has no place. */
  neededDepartment(column: string, name: string): string {
    return this.#needed(column, name, this.known.names.department(name));
  }

  /** A school district by its name or code. */
  district(column: string, name: string | undefined): string | null {
    return this.#meant(column, name, this.known.names.district(name));
  }

  /** The town blocks that the register has. */
  blocks(column: string, names: readonly string[]): string[] {
    return names.flatMap((name) => this.#meant(column, name, this.known.names.block(name)) ?? []);
  }

  /** The subjects without which nobody finds the row. */
  neededSubjects(column: string, ndcs: readonly string[]): SubjectKey[] {
    const found = this.known.names.subjects(ndcs);
    if (found.length === 0) this.#miss(column, ndcs.join(';'), true);
    return found;
  }

  /** The subjects that the register has, where some are said. */
  subjects(ndcs: readonly string[]): SubjectKey[] {
    return this.known.names.subjects(ndcs);
  }

  /** A record that another list gave, by its number there or by its name. */
  listed(
    of: 'group' | 'grant' | 'meeting' | 'property' | 'measure',
    column: string,
    word: string | undefined,
  ): string | null {
    return this.#meant(column, word, this.known.idOf(of, word));
  }

  /** The same, where the row has no place without it. */
  neededListed(of: 'meeting' | 'measure', column: string, word: string): string {
    return this.#needed(column, word, this.known.idOf(of, word));
  }

  /** The id of the event of this name (or of this id) that begins on this day; of several without a day, none. */
  event(column: string, name: string, day: string | undefined): string {
    return this.#needed(column, day ? `${name} ${day}` : name, this.known.eventOf(name, day));
  }

  /** The header of one of the row's columns, as the file writes it. */
  header(column: string): string {
    const { columns }: List = lists[this.record.kind];
    return headerIn(this.setting.file, columns[column]?.header ?? column);
  }

  /** The row as one of a table, with where it comes from. `part` tells several rows of one line apart. */
  placed(
    target: DeliveryTarget,
    values: Readonly<Record<string, unknown>>,
    { service, department, id, part }: RowPlace,
  ): PlacedRow {
    const key = part === undefined ? this.record.key : `${this.record.key}/${part}`;
    const { dataset, asOf, request } = this.setting;
    const day = 'confirmedOn' in this.record ? (this.record.confirmedOn ?? asOf) : asOf;
    const provenance = {
      department: department ?? service,
      dataset,
      asOf: japanMoment(day, '00:00').toISOString(),
      licence: request.licence ?? null,
      sample: this.record.sample ?? false,
    };
    return {
      service,
      row: { target, key, id: id ?? this.idOf(part), values: { ...values, provenance } },
    };
  }

  /** The id under which the row, or a part of it, is kept when it is first seen. */
  idOf(part?: string): string {
    const { kind, key } = this.record;
    return opaqueId(kind, this.setting.dataset, key, ...(part ? [part] : []));
  }

  #needed(column: string, value: string, found: string | null): string {
    if (found === null) this.#miss(column, value, true);
    return found ?? '';
  }

  #meant(column: string, value: string | undefined, found: string | null): string | null {
    if (value !== undefined && found === null) this.#miss(column, value, false);
    return found;
  }

  #miss(column: string, value: string, isNeeded: boolean): void {
    this.unknown.push({ column: this.header(column), value, isNeeded });
  }
}

/** Where a row goes and whose it is; its id where it is not drawn from the row. */
interface RowPlace {
  readonly service: string;
  readonly department?: string | null;
  readonly id?: string;
  readonly part?: string;
}
