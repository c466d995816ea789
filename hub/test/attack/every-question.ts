import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A question of one field of the root, with all that stands below it so many levels deep. */
export interface Question {
  readonly root: string;
  readonly query: string;
}

type Fields = readonly GraphQLField<unknown, unknown>[];

/** Types that say how an answer came about: they differ from one moment to the next. */
const ofTheMoment: ReadonlySet<string> = new Set(['Reading', 'PageInfo']);

/** Everything that a graph answers without being told what to look for, one question for each field of its root. */
export function everyQuestion(schema: GraphQLSchema, depth: number): Question[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => {
    const below = new Asking(schema).of(root, depth);
    return below === null ? [] : [{ root: root.name, query: `{ ${root.name}${below} }` }];
  });
}

/** Writes selections; no type stands below itself. */
class Asking {
  readonly #above: string[] = [];

  constructor(private readonly schema: GraphQLSchema) {}

  /** What is selected of a field; null where nothing can be. */
  of(field: GraphQLField<unknown, unknown>, depth: number): string | null {
    if (field.args.some(isRequiredArgument)) return null;
    const type = getNamedType(field.type);
    if (isLeafType(type)) return '';
    if (ofTheMoment.has(type.name) || this.#above.includes(type.name)) return null;
    this.#above.push(type.name);
    const parts = isAbstractType(type)
      ? this.schema.getPossibleTypes(type).map((each) => {
          const said = this.#fieldsOf(Object.values(each.getFields()), depth, each.name);
          return said && `... on ${each.name} { ${said} }`;
        })
      : [this.#fieldsOf(Object.values(type.getFields()), depth, null)];
    this.#above.pop();
    const said = parts.filter(Boolean).join(' ');
    return said ? ` { ${said} }` : null;
  }

  #fieldsOf(fields: Fields, depth: number, alias: string | null): string {
    return fields
      .flatMap((field) => {
        const costs = isPaging(field) || isValue(field) ? 0 : 1;
        const isLeaf = isLeafType(getNamedType(field.type));
        if (!isLeaf && depth < costs) return [];
        const below = this.of(field, depth - costs);
        if (below === null) return [];
        return [`${alias === null ? '' : `${alias}_${field.name}: `}${field.name}${below}`];
      })
      .join(' ');
  }
}

/** What is one value in several fields, such as a number and whether it is exact. */
function isValue({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return (
    isObjectType(named) &&
    Object.values(named.getFields()).every((field) => isLeafType(getNamedType(field.type)))
  );
}

/** What only leads from a list to what it lists. */
const isPaging = ({ name }: { readonly name: string }): boolean =>
  name === 'edges' || name === 'node';
