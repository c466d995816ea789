import {
  getNamedType,
  isScalarType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type GraphQLSchema,
  type NameNode,
  type ValueNode,
} from 'graphql';

/**
 * A valid document as it asks of a schema, without anything that somebody wrote for itself: values are blank, names
 * of the operation, of its variables and fragments are numbers, and aliases are gone. It stays valid, save that
 * fields may stand side by side that only their aliases kept apart.
 */
export function documentShape(text: string, schema: GraphQLSchema): string {
  const document = parse(text, { noLocation: true });
  return print(visit(withoutValues(document, schema), withoutNames()));
}

function withoutValues(document: ReturnType<typeof parse>, schema: GraphQLSchema): typeof document {
  const types = new TypeInfo(schema);
  // A scalar of the schema's own takes any literal, also objects and words.
  const blankInScalar = (): ValueNode | undefined =>
    isScalarType(getNamedType(types.getInputType())) ? blank(Kind.STRING, '') : undefined;
  const values = visitWithTypeInfo(types, {
    ObjectValue: blankInScalar,
    EnumValue: blankInScalar,
    StringValue: () => blank(Kind.STRING, ''),
    IntValue: () => blank(Kind.INT, '0'),
    FloatValue: () => blank(Kind.FLOAT, '0'),
    BooleanValue: () => ({ kind: Kind.BOOLEAN, value: false }),
  });
  return visit(document, values);
}

const blank = (kind: Kind.STRING | Kind.INT | Kind.FLOAT, value: string): ValueNode => ({
  kind,
  value,
});

function withoutNames(): ASTVisitor {
  const numbers = new Map<string, string>();
  const numbered = (kind: string, { value }: NameNode): NameNode => {
    const key = `${kind} ${value}`;
    const known = numbers.get(key) ?? `${kind}${numbers.size + 1}`;
    numbers.set(key, known);
    return { kind: Kind.NAME, value: known };
  };
  return {
    OperationDefinition: { leave: (node) => ({ ...node, name: undefined }) },
    FragmentDefinition: { leave: (node) => ({ ...node, name: numbered('f', node.name) }) },
    FragmentSpread: { leave: (node) => ({ ...node, name: numbered('f', node.name) }) },
    Variable: { leave: (node) => ({ ...node, name: numbered('v', node.name) }) },
    Field: { leave: (node) => ({ ...node, alias: undefined }) },
  };
}
