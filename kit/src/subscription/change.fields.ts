import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { Public } from '../column.js';
import type { RecordChange } from './change.js';

/** What has become of a record. */
export enum ChangeState {
  UPDATED = 'UPDATED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(ChangeState, {
  name: 'ChangeState',
  description: 'What has become of a record that changed (変更の結果).',
  valuesConfig: {
    UPDATED: { description: 'It is there, new or changed (登録・更新).' },
    WITHDRAWN: { description: 'It was withdrawn, or is not there any more (取下げ).' },
  },
});

/** What every change tells beside the record itself. */
@ObjectType()
export abstract class ChangeFields implements Pick<RecordChange, 'id' | 'changedAt'> {
  @Public()
  @Field(() => ID, {
    description: 'Id of what changed, also when it is there no more (識別子).',
    simple: true,
  })
  readonly id!: string;

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it changed (変更日時).',
    simple: true,
  })
  readonly changedAt!: Date;
}

/** Which changes are wanted. */
@ArgsType()
export class ChangeArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only of these, at most 100; of all when absent (対象の識別子).',
  })
  ids?: string[] | null;
}

/** What has become of a record, as it is found now. */
export function stateOf(record: object | null): ChangeState {
  const isThere = record && !('withdrawnAt' in record && record.withdrawnAt);
  return isThere ? ChangeState.UPDATED : ChangeState.WITHDRAWN;
}
