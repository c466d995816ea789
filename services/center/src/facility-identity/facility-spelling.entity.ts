import { Choice, Kept, Moment, Text } from '@manabi/kit/column';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType, registerEnumType } from 'type-graphql';

/** Who said that a spelling means a facility. */
export enum SpellingOrigin {
  DESK = 'DESK',
}

registerEnumType(SpellingOrigin, {
  name: 'SpellingOrigin',
  description: 'Who said that a spelling means a facility (別名の由来).',
  valuesConfig: { DESK: { description: 'A member of staff decided it (職員の確認).' } },
});

/** A way to write a facility that somebody decided: from then on it leads there. */
@Entity()
@ObjectType({ description: 'A way to write a facility that staff confirmed (確認済みの表記).' })
export class FacilitySpelling {
  /** The text as it is compared, the key. */
  @Property<object>({ primary: true, type: 'string', columnType: 'text' }) spelling!: string;
  @Text('The text as a department wrote it (原文).', { required: true }) text!: string;
  @Text('Room that it means (部屋).') room?: string | null;
  @Choice(SpellingOrigin, 'Who said so (由来).', { required: true }) origin!: SpellingOrigin;
  @Moment('Since when (確認日時).', { required: true }) decidedAt!: Date;
  @Kept('text', { required: true }) facilityCode!: string;
}
