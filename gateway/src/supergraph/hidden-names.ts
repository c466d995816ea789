import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';

const known = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The names of a supergraph that its clients see nowhere. */
export function hiddenNames(seen: GraphQLSchema, whole: GraphQLSchema): ReadonlySet<string> {
  let hidden = known.get(seen);
  if (!hidden) {
    const open = namesOf(seen);
    hidden = new Set([...namesOf(whole)].filter((name) => !open.has(name)));
    known.set(seen, hidden);
  }
  return hidden;
}

function namesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    names.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) names.add(name);
    else if (isInputObjectType(type))
      for (const name of Object.keys(type.getFields())) names.add(name);
    else if (isObjectType(type) || isInterfaceType(type)) {
      for (const { name, args } of Object.values(type.getFields())) {
        names.add(name);
        for (const argument of args) names.add(argument.name);
      }
    }
  }
  return names;
}
