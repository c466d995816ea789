import { Kept } from '@manabi/kit/column';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A promise of a person's time; the table refuses two at once. Shown only through what it is for. */
@Entity()
export class Assignment {
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) id!: string;
  @Kept('text', { required: true }) personId!: string;
  @Kept('text', { required: true }) sessionId!: string;
  @Kept('timestamptz', { required: true }) startsAt!: Date;
  @Kept('timestamptz', { required: true }) endsAt!: Date;
  @Kept('timestamptz') releasedAt?: Date | null;
  @Kept('boolean') sample?: boolean;
}
