import {
  type DocumentNode,
  type GraphQLSchema,
  TypeInfo,
  buildASTSchema,
  getNamedType,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A document that shows how words are used. */
export interface Example {
  /** Its file without the ending. */
  readonly name: string;
  /** What it asks, in Japanese. */
  readonly ja: string;
  readonly text: string;
  /** Types that it reads or gives. */
  readonly types: ReadonlySet<string>;
}

/** Reads what each document uses of a graph. */
export function examplesOf(sdl: string, documents: ReadonlyMap<string, string>): Example[] {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  return [...documents].map(([name, text]) => ({
    name,
    ja: /^# ja: (.+)$/m.exec(text)?.[1] ?? name,
    text,
    types: typesIn(parse(text), schema),
  }));
}

function typesIn(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const types = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        const [parent, type] = [info.getParentType(), getNamedType(info.getType())];
        if (parent) types.add(parent.name);
        if (type) types.add(type.name);
      },
      NamedType: ({ name }) => void types.add(name.value),
      Argument() {
        const given = getNamedType(info.getInputType());
        if (given) types.add(given.name);
      },
    }),
  );
  return types;
}
