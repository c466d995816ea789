import { Kept } from '../column.js';
import { PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A stretch of a room's time that is or was taken; the table is that of `holdTable`. Shown only as a slot. */
export abstract class HoldColumns {
  /** Whoever knows it may release it; it is told to nobody but the holder. */
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) id!: string;
  @Kept('text', { required: true }) roomId!: string;
  @Kept('timestamptz', { required: true }) startsAt!: Date;
  @Kept('timestamptz', { required: true }) endsAt!: Date;
  @Kept('text', { required: true }) state!: 'HELD' | 'BOOKED' | 'CLOSED' | 'RELEASED';
  @Kept('text') purpose?: string | null;
  /** A registered group, where one holds it; never a person. */
  @Kept('text') groupId?: string | null;
  /** The meeting or class of a department that uses it, by which it is given back. */
  @Kept('text') usedFor?: string | null;
  /** Digest of the key under which it was asked for, by which a repeated request is known. */
  @Kept('text') requestDigest?: string | null;
  @Kept('timestamptz') createdAt?: Date;
  @Kept('timestamptz') releasedAt?: Date | null;
  @Kept('boolean') sample?: boolean;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
