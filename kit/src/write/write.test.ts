import { randomUUID } from 'node:crypto';

import { Entity } from '@mikro-orm/decorators/legacy';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  createUnionType,
} from 'type-graphql';
import { expect, test } from 'vitest';

import { type LoaderOf, one } from '../batch.js';
import { Key, Text } from '../column.js';
import type { Caller, Context } from '../context.js';
import { migrationStep } from '../database.js';
import { feedTables, followed } from '../feed/feed.tables.js';
import type { Service } from '../service.js';
import { openTestService } from '../testing/test-service.js';
import { addRecord, changeRecord } from './record.write.js';
import { ChangedMeanwhile, RecordUnknown, Refusal } from './refusal.js';
import { revisionField } from './revision.resolver.js';
import { DepartmentWriteInput, RecordWriteInput } from './write.input.js';
import { Written, writeOnce } from './write-once.js';

@Entity()
@ObjectType({ description: 'A notice on the board (掲示).' })
@Directive('@key(fields: "id")')
class Notice {
  @Key('Its id (識別子).') id!: string;
  @Text('What it says (本文).') text?: string | null;
  @Text('Where to ask (連絡先).') contact?: string | null;
}

@InputType({ description: 'What to put up (掲示の内容).' })
class PutUpInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'Its id (識別子).' }) id!: string;
  @Field(() => String, { description: 'What it says (本文).' }) text!: string;
}

@InputType({ description: 'What to rewrite (書き換え).' })
class RewriteInput extends RecordWriteInput {
  @Field(() => String, { description: 'What it says (本文).' }) text!: string;
  @Field(() => String, { nullable: true, description: 'Where to ask (連絡先).' })
  contact?: string | null;
}

@ObjectType({ description: 'It was taken down (掲示終了).' })
class TakenDown extends Refusal {
  readonly __typename!: 'TakenDown';
}

const RewriteAnswer = createUnionType({
  name: 'RewriteAnswer',
  description: 'The notice, or why not (結果).',
  types: () => [Notice, TakenDown, RecordUnknown, ChangedMeanwhile] as const,
  resolveType: (answer) => ('__typename' in answer ? answer.__typename : 'Notice'),
});

const noticeById: LoaderOf<string, Notice | null> = (em) =>
  one(
    (ids) => em.find(Notice, { id: { $in: [...ids] } }),
    ({ id }) => id,
  );

@Resolver(() => Notice)
class NoticeResolver extends revisionField(Notice) {
  @Query(() => Notice, { nullable: true, description: 'A notice (掲示).' })
  notice(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Notice | null> {
    return loaders.of(noticeById).load(id);
  }

  @Mutation(() => Notice, { nullable: true, description: 'Puts a notice up (掲示).' })
  async putUp(
    @Arg('input', () => PutUpInput, { description: 'What (内容).' }) input: PutUpInput,
    @Ctx() context: Context,
  ): Promise<Notice | null> {
    const { caller, loaders } = context;
    const act = { verb: 'putUp', reason: input.reason, caller };
    const { id } = await writeOnce<never>(context, { verb: 'putUp', input }, (em) =>
      addRecord(em, Object.assign(new Notice(), { id: input.id, text: input.text }), act),
    );
    return loaders.of(noticeById).load(id);
  }

  @Mutation(() => RewriteAnswer, { nullable: true, description: 'Rewrites a notice (書き換え).' })
  async rewrite(
    @Arg('input', () => RewriteInput, { description: 'What (内容).' }) input: RewriteInput,
    @Ctx() context: Context,
  ): Promise<typeof RewriteAnswer | null> {
    const { id, revision, text, contact, reason } = input;
    const act = { verb: 'rewrite', reason, caller: context.caller, unsaid: ['contact'] };
    const answer = await writeOnce(context, { verb: 'rewrite', input }, (em) =>
      changeRecord(
        em,
        { type: Notice, id, revision },
        { act, decide: (notice) => (notice.text === '' ? takenDown : { text, contact }) },
      ),
    );
    return answer instanceof Written ? context.loaders.of(noticeById).load(answer.id) : answer;
  }
}

const takenDown: TakenDown = {
  __typename: 'TakenDown',
  why: { ja: '掲示は終わりました。' },
  whatToDo: { ja: '新しく掲示してください。' },
};

const board: Service = {
  name: 'board',
  entities: [Notice],
  migrations: [
    migrationStep('first', [
      ...feedTables,
      'create table notice (id text primary key, text text, contact text)',
      ...followed('notice', 'Notice'),
    ]),
  ],
  resolvers: [NoticeResolver],
  references: {},
  published: {},
};

const office: Caller = { role: 'department', client: 'office', scopes: [] };
const desk: Caller = { role: 'department', client: 'desk', scopes: [] };
const rewriteText = `mutation ($input: RewriteInput!) { rewrite(input: $input) {
  ... on Notice { id text revision }
  ... on ChangedMeanwhile { __typename why { ja } currentRevision changes { field before after verb } }
  ... on RecordUnknown { __typename } ... on TakenDown { __typename why { ja } } } }`;

async function aBoard() {
  const service = await openTestService(board);
  const put = (input: object, caller = office) =>
    service.ask(
      `mutation ($input: PutUpInput!) { putUp(input: $input) { id text revision } }`,
      {
        input: {
          id: 'n',
          text: '休館',
          reason: 'お知らせ',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  const rewrite = (input: object, caller = office) =>
    service.ask(
      rewriteText,
      {
        input: {
          id: 'n',
          revision: 1,
          text: '開館',
          reason: '訂正',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  return { service, put, rewrite };
}

test('a record that is written has a revision, and what changed it is written down with its reason', async () => {
  const { service, put, rewrite } = await aBoard();

  expect((await put({})).data.putUp).toEqual({ id: 'n', text: '休館', revision: 1 });
  expect((await rewrite({})).data.rewrite).toEqual({ id: 'n', text: '開館', revision: 2 });

  const written = await service
    .em()
    .execute('select revision, verb, system, reason, fields from record_change order by revision');
  expect(written).toEqual([
    { revision: 1, verb: 'putUp', system: 'office', reason: 'お知らせ', fields: {} },
    {
      revision: 2,
      verb: 'rewrite',
      system: 'office',
      reason: '訂正',
      fields: { text: ['休館', '開館'] },
    },
  ]);
});

test('the same request sent again, also while the first is under way, is carried out once', async () => {
  const { service, put, rewrite } = await aBoard();
  await put({});
  const idempotencyKey = randomUUID();

  const answers = await Promise.all([1, 2, 3, 4].map(() => rewrite({ idempotencyKey })));

  for (const { data } of answers)
    expect(data.rewrite).toEqual({ id: 'n', text: '開館', revision: 2 });
  expect(await service.em().execute('select count(*)::int from record_change')).toEqual([
    { count: 2 },
  ]);
});

test('a key that was used for another request is refused, one that somebody else used is not', async () => {
  const { put, rewrite } = await aBoard();
  await put({});
  const idempotencyKey = randomUUID();
  await rewrite({ idempotencyKey });

  const again = await rewrite({ idempotencyKey, text: '臨時休館', revision: 2 });
  const another = await rewrite({ idempotencyKey, text: '臨時休館', revision: 2 }, desk);

  expect(again.errors[0]).toMatchObject({
    message: expect.stringContaining('was used for another request'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(another.data.rewrite).toMatchObject({ text: '臨時休館', revision: 3 });
});

test('of many who edit one revision one succeeds, and the others read what was changed', async () => {
  const { put, rewrite } = await aBoard();
  await put({});

  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, number) => rewrite({ text: `第${number}版`, contact: '電話' })),
  );

  const told = answers.map(({ data }) => data.rewrite);
  const winner = told.find(({ id }) => id);
  const refused = told.filter(({ id }) => !id);
  expect(winner).toMatchObject({ id: 'n', revision: 2 });
  expect(refused).toHaveLength(7);
  for (const answer of refused) {
    expect(answer).toEqual({
      __typename: 'ChangedMeanwhile',
      why: { ja: '読み込んだ後に、ほかの人がこの記録を変更しました（contact, text）。' },
      currentRevision: 2,
      changes: [
        { field: 'contact', before: null, after: null, verb: 'rewrite' },
        { field: 'text', before: '"休館"', after: `"${winner.text}"`, verb: 'rewrite' },
      ],
    });
  }
});

test('a change that changes nothing leaves the revision as it is', async () => {
  const { put, rewrite } = await aBoard();
  await put({});

  expect((await rewrite({ text: '休館' })).data.rewrite).toMatchObject({ revision: 1 });
});

test('who refuses a change by what the record says leaves it, and the key may be used again', async () => {
  const { service, put, rewrite } = await aBoard();
  await put({});
  await service.em().execute(`update notice set text = ''`);
  const idempotencyKey = randomUUID();

  expect((await rewrite({ idempotencyKey })).data.rewrite).toMatchObject({
    __typename: 'TakenDown',
  });
  await service.em().execute(`update notice set text = '休館'`);
  expect((await rewrite({ idempotencyKey })).data.rewrite).toMatchObject({ text: '開館' });
});

test('a record that is not there is refused, and so is a request without a reason or a proper key', async () => {
  const { rewrite } = await aBoard();

  expect((await rewrite({ id: 'nowhere' })).data.rewrite).toEqual({ __typename: 'RecordUnknown' });
  for (const [field, value] of Object.entries({ reason: ' ', idempotencyKey: 'one' })) {
    const { errors } = await rewrite({ [field]: value });
    expect(errors[0]?.message).toContain(field);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
});

test('whoever did not say who they are writes nothing', async () => {
  const { service, put } = await aBoard();

  const { errors } = await put({}, { role: 'anonymous', scopes: [] });

  expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await service.em().execute('select id from notice')).toEqual([]);
});
