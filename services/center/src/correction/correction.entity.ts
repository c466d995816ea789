import { Choice, Moment, Text } from '@manabi/kit/column';
import { guardedConnection } from '@manabi/kit/connection/guarded-connection';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** The kinds of records of which somebody may say that something is wrong. */
export enum CorrectedKind {
  OPPORTUNITY = 'OPPORTUNITY',
  FACILITY = 'FACILITY',
  DESK = 'DESK',
  GROUP = 'GROUP',
}

registerEnumType(CorrectedKind, {
  name: 'CorrectedKind',
  description: 'Of what somebody says that something is wrong (訂正の対象).',
  valuesConfig: {
    OPPORTUNITY: { description: 'Anything offered to learners, of any department (学習機会).' },
    FACILITY: { description: 'A facility (施設).' },
    DESK: { description: 'An advice desk (相談窓口).' },
    GROUP: { description: 'A circle or group (団体).' },
  },
});

/** Where a report of a mistake stands. */
export enum CorrectionStatus {
  WAITING = 'WAITING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}

registerEnumType(CorrectionStatus, {
  name: 'CorrectionStatus',
  description: 'Where a report of a mistake stands (訂正の状態).',
  valuesConfig: {
    WAITING: { description: 'Nobody has decided (確認待ち).' },
    ACCEPTED: { description: 'Its department corrects the record (訂正する).' },
    DECLINED: { description: 'The record is right as it stands (訂正しない).' },
  },
});

/** A report that something in a record is wrong; who reported it is not kept. */
@Entity()
@ObjectType({
  description:
    'A report that something in a record is wrong; who reported it is not kept (訂正の申し出).',
})
@Directive('@authenticated')
export class Correction {
  // Not the kit's Key: that one is public, and others have no part in this.
  @Field(() => ID, { nullable: true, description: 'Opaque and stable (識別子).', simple: true })
  @Property<object>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Choice(CorrectedKind, 'Of what kind the record is (対象の種類).', { required: true })
  kind!: CorrectedKind;
  @Text('Id or code of the record (対象の識別子).', { required: true }) recordId!: string;
  @Text('Code of the department that answers for it (担当部署).', { required: true })
  department!: string;
  @Text('The field that is wrong (項目).') field?: string | null;
  @Text('What is wrong (内容).', { required: true, max: 1_000 }) text!: string;
  @Choice(CorrectionStatus, 'Where it stands (状態).', { required: true })
  status!: CorrectionStatus;
  @Text('What the department answers (部署の回答).', { max: 1_000 }) answer?: string | null;
  @Moment('When it was reported (申し出日時).', { required: true }) reportedAt!: Date;
  @Moment('When it was decided (確定日時).') decidedAt?: Date | null;
}

/** A page of a department's queue. */
export const CorrectionConnection = guardedConnection('Correction', Correction, {
  japanese: '訂正の申し出',
  page: "A page of a department's queue",
  record: 'The report',
  signedIn: true,
});
