import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { Permissions } from '../supergraph/permissions.js';
import { Requirements } from '../supergraph/requirements.js';
import { ServiceTypes } from '../supergraph/service-types.js';
import { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { guardedTown } from '../testing/authorization/guarded-town.js';
import { prunedPlan } from './pruned-plan.js';
import type { PlanStep } from './planner.js';

const supergraph = parse(composeSupergraph(guardedTown));
const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
const graph = {
  types: new SupergraphTypes(schema, supergraph),
  serviceTypes: new ServiceTypes(supergraph),
};
const requirements = new Requirements(supergraph, schema);
const anonymous = new Permissions(requirements, { role: 'anonymous', scopes: [] });
const everybody = new Permissions(requirements, {
  role: 'department',
  scopes: ['robots', 'ghosts'],
});

function permitted(text: string, permissions: Permissions, service = 'registry'): string {
  const operation = { service, text, kind: 'query' as const, variables: [] };
  const step: PlanStep = { kind: 'root', operation, at: [], rewrites: [] };
  const plan = prunedPlan({ kind: 'sequence', steps: [step] }, permissions, graph);
  const [first] = plan.kind === 'sequence' ? plan.steps : [];
  return first?.kind === 'root' ? first.operation.text : '';
}

test('a field asked of a whole interface is asked of the types that may be seen', () => {
  const text = '{agents{__typename name}}';

  expect(permitted(text, anonymous)).toBe('{agents{__typename ...on Person{name}}}');
  expect(permitted(text, everybody)).toBe(text);
});

test('so is one of entities', () => {
  const text = 'query($r:[_Any!]!){_entities(representations:$r){...on Agent{name}}}';

  expect(permitted(text, anonymous)).toBe(
    'query($r:[_Any!]!){_entities(representations:$r){...on Agent{...on Person{name}}}}',
  );
});

test('a field of one type that may not be seen is not asked for', () => {
  expect(permitted('{person(id:"a"){id birth}}', anonymous)).toBe('{person(id:"a"){id}}');
  expect(permitted('{secret}', anonymous)).toBe('{__typename}');
});

test('a subgraph that knows only the interface is not asked about types it does not know', () => {
  const text = '{liked{stars}}';

  expect(permitted(text, anonymous, 'opinion')).toBe(text);
});
