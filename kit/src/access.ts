import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  defaultFieldResolver,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

import type { Caller, Context } from './context.js';
import { Problem } from './problem.js';

/**
 * Makes a subgraph check for itself what its contract says: a field with `@authenticated` or `@requiresScopes`,
 * and every mutation, answers nobody whom the gateway did not name.
 */
export function enforceAccess(schema: GraphQLSchema): void {
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const onType = type.astNode?.directives ?? [];
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf([...onType, ...(field.astNode?.directives ?? [])], type === mutation);
      if (rule) guard(field, rule);
    }
  }
}

type Rule = (caller: Caller) => void;

function ruleOf(directives: readonly ConstDirectiveNode[], isMutation: boolean): Rule | undefined {
  const scopes = directives
    .filter((directive) => directive.name.value === 'requiresScopes')
    .map(scopesOf);
  const authenticated = directives.some((directive) => directive.name.value === 'authenticated');
  if (!isMutation && !authenticated && scopes.length === 0) return undefined;
  return (caller) => {
    if (caller.role === 'anonymous') {
      throw new Problem(
        'UNAUTHENTICATED',
        'This part answers only those who said who they are. Sign in first.',
      );
    }
    if (
      !scopes.every((choices) =>
        choices.some((all) => all.every((scope) => caller.scopes.includes(scope))),
      )
    ) {
      throw new Problem(
        'FORBIDDEN',
        'Your permissions do not cover this part. Ask its department for access.',
      );
    }
  };
}

/** The scopes of one `@requiresScopes`: any of the outer list, all of the inner. */
function scopesOf(directive: ConstDirectiveNode): string[][] {
  const value = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
  if (value?.kind !== Kind.LIST) return [];
  // The federation definition of the directive types the argument as [[Scope!]!]!.
  return valueFromASTUntyped(value) as string[][];
}

function guard(field: GraphQLField<unknown, Context>, rule: Rule): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (...call) => {
    rule(call[2].caller);
    return resolve(...call);
  };
  const { subscribe } = field;
  if (!subscribe) return;
  field.subscribe = (...call) => {
    rule(call[2].caller);
    return subscribe(...call);
  };
}
