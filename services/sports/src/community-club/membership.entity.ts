import { Kept } from '@manabi/kit/column';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A circle belongs to a community club; shown from both sides. */
@Entity({ tableName: 'club_membership' })
export class Membership {
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) id!: string;
  @Kept('text', { required: true }) clubId!: string;
  @Kept('text', { required: true }) groupId!: string;
}
