import { Kept, Key, Moment, Value } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A time in which a house, or some of its rooms, is closed beside its usual closed days. */
@Entity()
@ObjectType({
  description:
    'A time in which a house, or some of its rooms, is closed beside its usual closed days (臨時休館・工事休館).',
})
@Directive('@key(fields: "id")')
export class Closure {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Why it is closed (理由).', { required: true, public: true })
  reason!: LocalText;
  @Moment('First moment at which it is closed (休館開始).', { required: true, public: true })
  startsAt!: Date;
  @Moment('When it opens again; null is until further notice (休館終了).', { public: true })
  endsAt?: Date | null;
  @Moment('When it was announced (告知日時).', { required: true, public: true })
  announcedAt!: Date;
  @Moment('When it was opened again before its time, or the closure was taken back (解除日時).', {
    public: true,
  })
  liftedAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('text', { required: true }) facilityCode!: string;
  /** Rooms of the register that are closed; empty where the whole house is. */
  @Kept('text[]', { required: true }) roomIds!: string[];
}
