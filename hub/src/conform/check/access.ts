import {
  isLeafType,
  isRequiredArgument,
  getNamedType,
  isObjectType,
  type GraphQLField,
} from 'graphql';

import type { Check } from '../check.js';
import type { Contract } from '../contract.js';
import { type Fault, outcomeOf, untried } from '../outcome.js';
import { isObject, shortly } from '../reply.js';
import type { Subject } from '../subject.js';

const guards: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);
const refusals: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/** Protected fields are refused to nobody in particular, though a gateway asks. */
export const access: Check = {
  name: 'access',
  expects:
    'Fields with @authenticated, @requiresScopes or @policy are refused to who is nobody in particular',
  run: async (subject) => {
    const { contract } = subject;
    if (!contract) return untried('the SDL could not be read');
    const tries = triesOf(contract, subject);
    if (tries.length === 0) {
      return untried('no protected field was found that can be asked without arguments');
    }
    const faults: Fault[] = [];
    for (const { place, query, variables } of tries) {
      const answer = await subject.ask(query, variables);
      const codes = answer.errors.map(({ extensions }) => extensions?.['code']);
      if (codes.some((code) => refusals.has(code)) && !holdsValue(answer.data)) continue;
      const remedy =
        'Check the caller in extensions.caller of the body again; answer null and an error with the code UNAUTHENTICATED.';
      faults.push({ place, found: shortly(answer), remedy });
    }
    return outcomeOf(faults);
  },
};

interface Try {
  place: string;
  query: string;
  variables: object;
}

/** Protected fields asked at most. */
const most = 20;

function triesOf(contract: Contract, { samples }: Subject): Try[] {
  const root = contract.schema.getQueryType();
  const ofRoot = protectedFields(contract, root?.name ?? 'Query').map((field): Try => ({
    place: `Query.${field.name}`,
    query: `{ asked: ${field.name} ${selection(field)} }`,
    variables: {},
  }));
  const ofEntities = [...samples].flatMap(([name, { representations }]) =>
    protectedFields(contract, name).map((field): Try => ({
      place: `${name}.${field.name}`,
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${name} { asked: ${field.name} ${selection(field)} } } }`,
      variables: { of: representations.slice(0, 1) },
    })),
  );
  return [...ofRoot, ...ofEntities].slice(0, most);
}

function protectedFields({ schema }: Contract, name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  const isGuarded = (
    node: { directives?: readonly { name: { value: string } }[] } | null | undefined,
  ) => (node?.directives ?? []).some(({ name }) => guards.has(name.value.replace(/^.*__/, '')));
  return Object.values(type.getFields()).filter(
    (field) =>
      (isGuarded(field.astNode) || isGuarded(type.astNode)) && !field.args.some(isRequiredArgument),
  );
}

function selection({ type }: GraphQLField<unknown, unknown>): string {
  return isLeafType(getNamedType(type)) ? '' : '{ __typename }';
}

function holdsValue(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(holdsValue);
  if (!isObject(data)) return false;
  return Object.entries(data).some(([key, value]) =>
    key === 'asked' ? value !== null : holdsValue(value),
  );
}
