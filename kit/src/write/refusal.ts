import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';

import { LocalText } from '../value/local-text.js';

/** What every refusal says; its type says which one it is. */
@ObjectType()
export abstract class Refusal {
  @Field(() => LocalText, { description: 'What stands against it (理由).', simple: true })
  why!: LocalText;

  @Field(() => LocalText, { description: 'What to do instead (対処).', simple: true })
  whatToDo!: LocalText;
}

/** No record has that id. */
@ObjectType({ description: 'No record has this id (該当する記録なし).' })
@Directive('@shareable')
export class RecordUnknown extends Refusal {
  readonly __typename!: 'RecordUnknown';
}

/** One field that somebody changed. */
@ObjectType({ description: 'One field that somebody changed (変更された項目).' })
@Directive('@shareable')
export class FieldChange {
  @Field(() => String, { description: 'The field (項目名).', simple: true })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its value before, as JSON; null where values are not kept (変更前).',
    simple: true,
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its value since, as JSON; null where values are not kept (変更後).',
    simple: true,
  })
  after!: string | null;

  @Field(() => String, { description: 'The mutation that changed it (操作).', simple: true })
  verb!: string;

  @Field(() => GraphQLDateTime, { description: 'When (変更日時).', simple: true })
  at!: Date;
}

/** Somebody changed the record since the caller read it. */
@ObjectType({
  description: 'Somebody changed the record since it was read (他の人による変更あり).',
})
@Directive('@shareable')
export class ChangedMeanwhile extends Refusal {
  readonly __typename!: 'ChangedMeanwhile';

  @Field(() => Int, {
    description: 'The revision as it stands: send it to write over what changed (現在の版).',
    simple: true,
  })
  currentRevision!: number;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [FieldChange], {
    description: 'What changed since, latest first (変更内容).',
    simple: true,
  })
  changes!: readonly FieldChange[];
}
