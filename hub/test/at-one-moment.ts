import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A document that asks everything that depends on the clock as of one moment, so that its answer stays the same. */
export function atOneMoment(
  document: DocumentNode,
  schema: GraphQLSchema,
  moment: Date,
): DocumentNode {
  const types = new TypeInfo(schema);
  const argument = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'at' },
    value: { kind: Kind.STRING, value: moment.toISOString() },
  } as const;
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const takesMoment = types.getFieldDef()?.args.some(({ name }) => name === 'at') ?? false;
        const isTold = node.arguments?.some(({ name }) => name.value === 'at') ?? false;
        if (!takesMoment || isTold) return undefined;
        return { ...node, arguments: [...(node.arguments ?? []), argument] };
      },
    }),
  );
}
