import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Home } from '../home/home.js';
import type { DeliveryRecord } from './delivery-record.js';

const idShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The reports of a city: for each delivery a folder with its record, the table for people and the lines for machines. */
export class DeliveryRecords {
  readonly folder: string;

  constructor(home: Home) {
    this.folder = join(home.folder, 'deliveries');
  }

  /** Keeps what became of a delivery in place of what was known of it. */
  keep(record: DeliveryRecord): void {
    const place = join(this.folder, record.id);
    mkdirSync(place, { recursive: true });
    const draft = join(place, 'delivery.json.partial');
    writeFileSync(draft, `${JSON.stringify(record, undefined, 2)}\n`);
    // Whoever reads meanwhile sees the one before, never half of this one.
    renameSync(draft, join(place, 'delivery.json'));
  }

  /** The delivery of that id; undefined where there is none, or its id is none. */
  find(id: string): DeliveryRecord | undefined {
    const file = join(this.folder, id, 'delivery.json');
    if (!idShape.test(id) || !existsSync(file)) return undefined;
    // The files are the hub's own.
    return JSON.parse(readFileSync(file, 'utf8')) as DeliveryRecord;
  }

  /** The latest deliveries, newest first, of one department or of all. */
  latest(most: number, department?: string): DeliveryRecord[] {
    const ids = this.ids()
      .map((id) => ({ id, at: statSync(join(this.folder, id)).mtimeMs }))
      .toSorted((one, other) => other.at - one.at);
    const found: DeliveryRecord[] = [];
    for (const { id } of ids) {
      const record = this.find(id);
      if (record && (department === undefined || record.department === department))
        found.push(record);
      if (found.length >= most) break;
    }
    return found;
  }

  /** The ids of all that is remembered, in no order. */
  ids(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).filter((id) => idShape.test(id));
  }

  /** Removes a delivery with its reports. */
  remove(id: string): void {
    if (idShape.test(id)) rmSync(join(this.folder, id), { recursive: true, force: true });
  }

  /** Where a report of a delivery stands. */
  reportOf(id: string, kind: 'people' | 'machines'): string {
    return join(this.folder, id, kind === 'people' ? 'report.csv' : 'report.jsonl');
  }
}
