import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A coordinate of the full graph that the public one does not have, and how it is asked for. */
export interface Hidden {
  readonly coordinate: string;
  /** The document, with the name that is written in the place of the hidden one. */
  readonly asking: (name: string) => string;
  /** The hidden name. */
  readonly name: string;
}

/** Everything of the full graph that the public graph does not have, each with a document that asks for it there. */
export function hiddenOf(full: GraphQLSchema, open: GraphQLSchema): Hidden[] {
  const ways = waysTo(open);
  return Object.values(full.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      const known = open.getType(type.name);
      return known ? hiddenIn(type, known, ways) : hiddenType(type, full);
    });
}

/** Names that stand in the full graph only. */
export function namesOnlyIn(full: GraphQLSchema, open: GraphQLSchema): Set<string> {
  const known = namesOf(open);
  return new Set([...namesOf(full)].filter((name) => !known.has(name)));
}

function namesOf(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    names.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) names.add(name);
    if (isInputObjectType(type)) for (const name in type.getFields()) names.add(name);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const { name, args } of Object.values(type.getFields()))
        for (const each of [name, ...args.map((argument) => argument.name)]) names.add(each);
    }
  }
  return names;
}

/** A type that is hidden is asked for by its name, and through what it stands for at the root. */
function hiddenType(type: GraphQLNamedType, full: GraphQLSchema): Hidden[] {
  const { name } = type;
  if (type === full.getMutationType())
    return Object.values(full.getMutationType()?.getFields() ?? {}).map((field) => ({
      coordinate: `${name}.${field.name}`,
      name: field.name,
      asking: (written) => `mutation { ${written}${argumentsOf(field)} { __typename } }`,
    }));
  const asking = isCompositeType(type)
    ? (written: string) => `{ __typename ... on ${written} { __typename } }`
    : (written: string) => `query ($given: ${written}) { __typename }`;
  return [{ coordinate: name, name, asking }];
}

type Ways = ReadonlyMap<string, (inner: string) => string>;

function hiddenIn(type: GraphQLNamedType, known: GraphQLNamedType, ways: Ways): Hidden[] {
  const way = ways.get(type.name) ?? (() => `query ($given: ${type.name}) { __typename }`);
  if (isInputObjectType(type) && isInputObjectType(known)) {
    return missing(type.getFields(), known.getFields()).map((name) => ({
      coordinate: `${type.name}.${name}`,
      name,
      asking: (written) => `query ($given: ${type.name} = { ${written}: null }) { __typename }`,
    }));
  }
  if (isEnumType(type) && isEnumType(known)) {
    return type
      .getValues()
      .filter(({ name }) => !known.getValue(name))
      .map(({ name }) => ({
        coordinate: `${type.name}.${name}`,
        name,
        asking: (written) => `query ($given: ${type.name} = ${written}) { __typename }`,
      }));
  }
  if (!(isObjectType(type) || isInterfaceType(type))) return [];
  if (!(isObjectType(known) || isInterfaceType(known))) return [];
  const fields = missing(type.getFields(), known.getFields()).map((name): Hidden => {
    return { coordinate: `${type.name}.${name}`, name, asking: (written) => way(written) };
  });
  const hiddenArguments = Object.values(known.getFields()).flatMap((field) => {
    const args = type.getFields()[field.name]?.args ?? [];
    return args
      .filter(({ name }) => !field.args.some((argument) => argument.name === name))
      .map(({ name }): Hidden => {
        const asking = (written: string) => way(`${field.name}(${written}: null)`);
        return { coordinate: `${type.name}.${field.name}(${name}:)`, name, asking };
      });
  });
  return [...fields, ...hiddenArguments];
}

const missing = (all: object, known: object): string[] =>
  Object.keys(all).filter((name) => !(name in known));

/** How each object of a graph is reached from its root by a document that is valid but for what is put inside. */
function waysTo(schema: GraphQLSchema): Ways {
  const query = schema.getQueryType();
  const ways = new Map<string, (inner: string) => string>();
  if (!query) return ways;
  ways.set(query.name, (inner) => `{ ${inner} }`);
  for (const [name, way] of ways) {
    const type = schema.getType(name);
    if (isInterfaceType(type))
      for (const { name: concrete } of schema.getPossibleTypes(type))
        if (!ways.has(concrete))
          ways.set(concrete, (inner) => way(`... on ${concrete} { ${inner} }`));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isCompositeType(next) || ways.has(next.name)) continue;
      ways.set(next.name, (inner) => way(`${field.name}${argumentsOf(field)} { ${inner} }`));
    }
  }
  return ways;
}

/** The arguments that a field cannot do without, with values of their types. */
export function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(isRequiredArgument);
  if (required.length === 0) return '';
  return `(${required.map(({ name, type }: GraphQLArgument) => `${name}: ${valueOf(type)}`).join(', ')})`;
}

const scalars: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  DateTime: '"2026-12-01T00:00:00Z"',
};

function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(type)) return scalars[type.name] ?? '"1"';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return `{ ${given.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')} }`;
}
