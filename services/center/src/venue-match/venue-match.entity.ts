import { Choice, Kept, Moment, Text, Whole } from '@manabi/kit/column';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import type { Candidate } from '../facility-identity/register-entry.js';

/** Where a question about a venue stands. */
export enum VenueMatchStatus {
  WAITING = 'WAITING',
  DECIDED = 'DECIDED',
  REJECTED = 'REJECTED',
}

registerEnumType(VenueMatchStatus, {
  name: 'VenueMatchStatus',
  description: 'Where a question about a venue stands (照合待ちの状態).',
  valuesConfig: {
    WAITING: { description: 'Nobody has decided (確認待ち).' },
    DECIDED: { description: 'It means a facility (施設を確定).' },
    REJECTED: { description: 'It means no facility of the register (該当なし).' },
  },
});

/** A venue that could not be connected without doubt: a person decides, nobody guesses. */
@Entity()
@ObjectType({ description: 'A venue as written that a person must decide (会場の照合待ち).' })
@Directive('@key(fields: "id")')
@Directive('@authenticated')
export class VenueMatch {
  // Not the kit's Key: that one is public, and residents have no part in this.
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  @Property<object>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Text('The venue as written (会場、原文).', { required: true, max: 300 }) text!: string;
  @Text('The address that came with it (住所、原文).') address?: string | null;
  @Text('Data set in which it was first seen (データセット).') dataset?: string | null;
  @Text('Row in which it was first seen (行の識別子).') sourceKey?: string | null;
  @Whole('How often it was met (出現回数).', { required: true, min: 1 }) sightings!: number;
  @Moment('When it was first seen (初出日時).', { required: true }) firstSeen!: Date;
  @Moment('When it was last seen (最終出現日時).', { required: true }) lastSeen!: Date;
  @Choice(VenueMatchStatus, 'Where the question stands (状態).', { required: true })
  status!: VenueMatchStatus;
  @Text('Room that was decided (確定した部屋).') room?: string | null;
  @Moment('When it was decided (確定日時).') decidedAt?: Date | null;

  /** The text as it is compared; a text is asked about once. */
  @Kept('text', { required: true }) spelling!: string;
  @Kept('jsonb', { required: true }) candidates!: Candidate[];
  @Kept('text') facilityCode?: string | null;
}
