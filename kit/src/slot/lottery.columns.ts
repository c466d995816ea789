import { PrimaryKey } from '@mikro-orm/decorators/legacy';

import { Kept } from '../column.js';
import type { Provenance } from '../value/provenance.js';

/** A lottery for the times of one room in one month of use, as announced; its table is that of `lotteryTables`. */
export abstract class LotteryRoundColumns {
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) id!: string;
  @Kept('text', { required: true }) roomId!: string;
  /** Month of use, YYYY-MM. */
  @Kept('text', { required: true }) month!: string;
  @Kept('timestamptz', { required: true }) opensAt!: Date;
  @Kept('timestamptz', { required: true }) closesAt!: Date;
  @Kept('timestamptz', { required: true }) drawAt!: Date;
  @Kept('timestamptz', { required: true }) confirmFrom!: Date;
  @Kept('timestamptz', { required: true }) confirmBy!: Date;
  @Kept('timestamptz', { required: true }) firstComeFrom!: Date;
  @Kept('jsonb', { required: true }) provenance!: Provenance;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}

/** How many applied in the lottery of one room, month and part of the day, and how many won: counts, no persons. */
export abstract class LotteryOddsColumns {
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) id!: string;
  @Kept('text', { required: true }) roomId!: string;
  /** Month of use, YYYY-MM. */
  @Kept('text', { required: true }) month!: string;
  /** Part of the day, HH:MM in Japan. */
  @Kept('text', { required: true }) opens!: string;
  @Kept('text', { required: true }) closes!: string;
  @Kept('integer', { required: true }) applied!: number;
  @Kept('integer', { required: true }) won!: number;
  @Kept('jsonb', { required: true }) provenance!: Provenance;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
