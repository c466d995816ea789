import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

import type { Caller, Context } from './context.js';
import { Problem } from './problem.js';

/**
 * Makes a subgraph check for itself what its contract says: a field that is, returns or belongs to what has
 * `@authenticated`, `@requiresScopes` or `@policy`, and every mutation, answers nobody whom the gateway did not name.
 */
export function enforceAccess(schema: GraphQLSchema): void {
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(directivesOf(type, field), type === mutation);
      if (rule) guard(field, rule);
    }
  }
}

type Rule = (caller: Caller) => void;

/** What protects a field: its own directives, those of its type and of the type it returns. */
function directivesOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, Context>,
): readonly ConstDirectiveNode[] {
  const named: readonly GraphQLNamedType[] = [type, getNamedType(field.type)];
  return [
    ...named.flatMap(({ astNode, extensionASTNodes }) =>
      [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []),
    ),
    ...(field.astNode?.directives ?? []),
  ];
}

function ruleOf(directives: readonly ConstDirectiveNode[], isMutation: boolean): Rule | undefined {
  const named = (name: string): readonly ConstDirectiveNode[] =>
    directives.filter((directive) => directive.name.value === name);
  const scopes = named('requiresScopes').map((each) => alternativesOf(each, 'scopes'));
  const policies = named('policy').map((each) => alternativesOf(each, 'policies'));
  const isOpen = scopes.length + policies.length + named('authenticated').length === 0;
  if (isOpen && !isMutation) return undefined;
  return (caller) => {
    if (caller.role === 'anonymous') {
      throw new Problem(
        'UNAUTHENTICATED',
        'This part answers only those who said who they are. Sign in first.',
      );
    }
    const isAllowed =
      scopes.every((choices) => isMet(choices, (scope) => caller.scopes.includes(scope))) &&
      policies.every((choices) => isMet(choices, (policy) => meetsPolicy(caller, policy)));
    if (!isAllowed) {
      throw new Problem(
        'FORBIDDEN',
        'Your permissions, or the purpose you stated, do not cover this part. Ask its department for access.',
      );
    }
  };
}

/** True when everything of one of the alternatives holds. */
function isMet(alternatives: string[][], holds: (name: string) => boolean): boolean {
  return alternatives.some((all) => all.every(holds));
}

/** A stated purpose or basis is compared; of other policies the gateway says which are met. */
function meetsPolicy(caller: Caller, policy: string): boolean {
  const [kind, ...rest] = policy.split('.');
  const name = rest.join('.');
  if (kind === 'purpose' && name) return caller.purpose === name;
  if (kind === 'basis' && name) return caller.basis === name;
  return caller.policies?.includes(policy) ?? false;
}

/** The names in one directive: any of the outer list, all of the inner. */
function alternativesOf(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value?.kind !== Kind.LIST) return [];
  // The federation definitions of the directives type the argument as a list of lists of names.
  return valueFromASTUntyped(value) as string[][];
}

function guard(field: GraphQLField<unknown, Context>, rule: Rule): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (...call) => {
    rule(call[2].caller);
    return resolve(...call);
  };
  if (!subscribe) return;
  field.subscribe = (...call) => {
    rule(call[2].caller);
    return subscribe(...call);
  };
}
