import { Entity } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Query, ObjectType, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { Key, Kept } from './column.js';
import type { Context } from './context.js';
import { migrationStep } from './database.js';
import { isDatabaseFailure, withoutValues } from './database-failure.js';
import { feedTables } from './feed/feed.tables.js';
import type { Service } from './service.js';
import { openTestService } from './testing/test-service.js';

@Entity()
@ObjectType({ description: 'A letter.' })
class Letter {
  @Key('Its id.') id!: string;
  @Kept('text') sender?: string | null;
}

@Resolver(() => Letter)
class LetterResolver {
  @Query(() => Letter, { nullable: true, description: 'A letter.' })
  letter(
    @Arg('id', () => String, { description: 'Its id.' }) id: string,
    @Ctx() { em }: Context,
  ): Promise<Letter | null> {
    return em.findOne(Letter, { id });
  }
}

const letters: Service = {
  name: 'letters',
  entities: [Letter],
  migrations: [
    migrationStep('first', [
      ...feedTables,
      `create table letter (id text primary key, sender text check (sender <> 'nobody'))`,
    ]),
  ],
  resolvers: [LetterResolver],
  references: {},
  published: {},
};

test('what the log holds of a refusal by the database names its place, and no value of the row', async () => {
  const em = (await openTestService(letters)).em();
  const refused: unknown = await em
    .execute(`insert into letter (id, sender) values ('hanako@example.invalid', 'nobody')`)
    .catch((error: unknown) => error);

  const logged = withoutValues(refused);

  expect(String(refused)).toContain('hanako@example.invalid');
  expect(isDatabaseFailure(logged) && logged.message).toBe(
    'The database refused a statement (23514: letter, letter_sender_check).',
  );
  const everything = Object.getOwnPropertyNames(logged).map((name) =>
    String(Reflect.get(Object(logged), name)),
  );
  expect(everything.join()).not.toContain('hanako');
  expect(everything.join()).toContain('\n    at ');
});

test('other failures reach the log as they are', () => {
  const failure = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

  expect(withoutValues(failure)).toBe(failure);
  expect(withoutValues('a word')).toBe('a word');
});

test('a text with NUL is refused as the fault of whoever sent it', async () => {
  const service = await openTestService(letters);

  const { data, errors } = await service.ask('query ($id: String!) { letter(id: $id) { id } }', {
    id: 'a\u0000b',
  });

  expect(data.letter).toBeNull();
  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  expect(errors[0]?.message).toContain('NUL');
});
