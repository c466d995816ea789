import { Kept, Key, Moment, Public, Value, Whole } from '@manabi/kit/column';
import { Fee, FeeKind } from '@manabi/kit/value/fee';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Children looked after while an opportunity of any department takes place. Numbers only: no child's name is kept. */
@Entity()
@ObjectType({
  description: 'Children looked after while something takes place (保育付き). Numbers only.',
})
@Directive('@key(fields: "id")')
export class ChildcareSession {
  @Key('Opaque and stable (識別子).') id!: string;
  @Kept('text', { required: true }) opportunityId!: string;
  @Kept('text') facilityCode?: string | null;
  @Moment('Start (開所日時).', { required: true, public: true }) startsAt!: Date;
  @Moment('End (閉所日時).', { required: true, public: true }) endsAt!: Date;
  @Whole('Places for children (定員).', { public: true, min: 0 }) places?: number | null;
  @Whole('Places still free; null when not known (残り枠).', { public: true, min: 0 })
  placesLeft?: number | null;
  @Whole('Youngest child taken in, in completed months (最小月齢).', { public: true, min: 0 })
  minMonths?: number | null;
  @Whole('Oldest child taken in, in completed months (最大月齢).', { public: true, min: 0 })
  maxMonths?: number | null;
  @Moment('When it was cancelled, with its opportunity or alone (中止日時).', { public: true })
  cancelledAt?: Date | null;
  /** True when it was cancelled because its opportunity was. */
  @Kept('boolean', { required: true }) cancelledWith: boolean = false;
  @Kept('integer') feeYen?: number | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Public()
  @Field(() => Fee, { nullable: true, description: 'What it costs a child (料金).', simple: true })
  get fee(): Fee {
    if (this.feeYen == null) return { kind: FeeKind.UNKNOWN };
    return { kind: this.feeYen === 0 ? FeeKind.FREE : FeeKind.PAID, yen: this.feeYen };
  }
}
