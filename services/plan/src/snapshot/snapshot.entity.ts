import type { LocalText } from '@manabi/kit/value/local-text';
import { Kept } from '@manabi/kit/column';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** Names that a snapshot keeps of what it counts, so that a table made again says the same. */
export interface SnapshotLabels {
  readonly districts: readonly { code: string; label: LocalText }[];
  readonly measures: readonly { code: string; label: LocalText }[];
}

/** A department of which a snapshot knows, and whether it had told anything. */
export interface HeardDepartment {
  readonly code: string;
  readonly told: boolean;
}

/** Facts as they stood at one moment, kept so that a table can be made again. */
@Entity({ tableName: 'statistic_snapshot' })
export class Snapshot {
  @Property<Snapshot>({
    primary: true,
    type: 'integer',
    columnType: 'integer',
    autoincrement: true,
  })
  number!: number;
  @Kept('text', { required: true }) id!: string;
  @Kept('date', { required: true }) sealedOn!: string;
  @Kept('integer', { required: true }) revision!: number;
  @Kept('timestamptz', { required: true }) sealedAt!: Date;
  @Kept('text', { required: true }) definitions!: string;
  /** Fewer people than this are held back. */
  @Kept('integer', { required: true }) smallestCell!: number;
  /** People of the city, by whom the smallest cell was chosen; empty where nobody counted. */
  @Kept('integer') residents?: number | null;
  @Kept('json', { required: true }) departments!: HeardDepartment[];
  @Kept('json', { required: true }) labels!: SnapshotLabels;
}
