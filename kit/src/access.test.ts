import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { expect, test } from 'vitest';

import { enforceAccess } from './access.js';
import { type Caller, anonymous } from './context.js';

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
        "@authenticated", "@requiresScopes", "@policy"
      ])
      type Query {
        open: String
        signed: String @authenticated
        scoped: String @requiresScopes(scopes: [["read", "all"], ["admin"]])
        guided: String @policy(policies: [["purpose.guidance", "basis.consent"], ["emergency"]])
        both: String @requiresScopes(scopes: [["read"]]) @policy(policies: [["purpose.guidance"]])
        grade: Grade
        vault: Vault
      }
      type Mutation { change: String }
      enum Grade @authenticated { HIGH }
      type Vault @requiresScopes(scopes: [["vault"]]) { gold: String }`),
    resolvers: {
      Query: {
        open: () => 'open',
        signed: () => 'signed',
        scoped: () => 'scoped',
        guided: () => 'guided',
        both: () => 'both',
        grade: () => 'HIGH',
        vault: () => ({ gold: 'gold' }),
      },
      Mutation: { change: () => 'changed' },
    },
  },
]);
enforceAccess(schema);

const caller = (said: Partial<Caller> = {}): Caller => ({
  role: 'department',
  scopes: [],
  ...said,
});

async function codeFor(source: string, contextValue: { caller: Caller }): Promise<unknown> {
  const { errors } = await graphql({ schema, source, contextValue });
  const [first] = errors ?? [];
  return first?.originalError && 'code' in first.originalError ? first.originalError.code : 'seen';
}

test.each<[string, Caller, string]>([
  ['{ open }', anonymous, 'seen'],
  ['{ signed }', anonymous, 'UNAUTHENTICATED'],
  ['{ signed }', caller(), 'seen'],
  ['{ scoped }', caller({ scopes: ['read'] }), 'FORBIDDEN'],
  ['{ scoped }', caller({ scopes: ['read', 'all'] }), 'seen'],
  ['{ scoped }', caller({ scopes: ['admin'] }), 'seen'],
  ['{ guided }', anonymous, 'UNAUTHENTICATED'],
  ['{ guided }', caller({ purpose: 'guidance' }), 'FORBIDDEN'],
  ['{ guided }', caller({ basis: 'consent' }), 'FORBIDDEN'],
  ['{ guided }', caller({ purpose: 'guidance', basis: 'consent' }), 'seen'],
  ['{ guided }', caller({ policies: ['emergency'] }), 'seen'],
  ['{ guided }', caller({ policies: ['purpose.guidance', 'basis.consent'] }), 'FORBIDDEN'],
  ['{ both }', caller({ scopes: ['read'] }), 'FORBIDDEN'],
  ['{ both }', caller({ scopes: ['read'], purpose: 'guidance' }), 'seen'],
  ['{ grade }', anonymous, 'UNAUTHENTICATED'],
  ['{ grade }', caller(), 'seen'],
  ['{ vault { gold } }', caller(), 'FORBIDDEN'],
  ['{ vault { gold } }', caller({ scopes: ['vault'] }), 'seen'],
  ['mutation { change }', anonymous, 'UNAUTHENTICATED'],
  ['mutation { change }', caller(), 'seen'],
])('%s asked by %o is %s', async (source, asking, code) => {
  expect(await codeFor(source, { caller: asking })).toBe(code);
});
