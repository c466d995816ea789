import { Choice, Kept, Moment } from '@manabi/kit/column';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { RegistrationKind, RegistrationStatus } from '../value/registration-kind.js';
import type { RegistrationDetails } from './registration.rules.js';

/** What a resident asks to be entered in a register; a department decides. */
@Entity()
@ObjectType({ description: 'What a resident asks to be entered in a register (登録の申請).' })
@Directive('@key(fields: "id")')
@Directive('@authenticated')
export class Registration {
  // Not the kit's Key: that one is public, and this is told to departments and to the resident alone.
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  @PrimaryKey<object>({ type: 'string', columnType: 'text' })
  id!: string;
  @Choice(RegistrationKind, 'What it is to be entered as (登録の種類).', { required: true })
  kind!: RegistrationKind;
  @Choice(RegistrationStatus, 'Where it stands (状態).', { required: true })
  status!: RegistrationStatus;
  @Moment('When it came (受付日時).', { required: true }) receivedAt!: Date;
  @Moment('When it was decided (審査日時).') decidedAt?: Date | null;

  /** The entry that was made of it. */
  @Kept('text') entryId?: string | null;
  /** Digest of the account that sent it. */
  @Kept('text', { required: true }) account!: string;
  /** What was sent; emptied when it is decided. */
  @Kept('jsonb') details?: RegistrationDetails | null;
}
