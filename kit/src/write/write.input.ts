import 'reflect-metadata';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { addRule } from '../rules.js';

/** What every write says. */
@InputType()
export abstract class WriteInput {
  @Field(() => ID, {
    description:
      'A random UUID, the same when this request is sent again: it is carried out once (冪等キー).',
  })
  idempotencyKey!: string;
}

addRule(WriteInput.prototype, 'idempotencyKey', z.uuid('a UUID'));

/** What a write on behalf of a department says beside. */
@InputType()
export abstract class DepartmentWriteInput extends WriteInput {
  @Field(() => String, {
    description: 'Why, for the record of changes; no names of people (理由).',
  })
  reason!: string;
}

addRule(DepartmentWriteInput.prototype, 'reason', z.string().trim().min(1).max(500));

/** What a change of a record says beside. */
@InputType()
export abstract class RecordWriteInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The record (記録の識別子).' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that was read: the change is refused when somebody else changed it since (版).',
  })
  revision!: number;
}

addRule(RecordWriteInput.prototype, 'id', z.string().min(1).max(200));
addRule(RecordWriteInput.prototype, 'revision', z.int().min(0));
