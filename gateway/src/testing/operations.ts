import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** A stream of numbers from 0 to 1 that a seed determines. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const aliases = [
  'id',
  'name',
  'weight',
  'x',
  'y',
  'constructor',
  '__proto__',
  'renamed_0',
  'maker',
];
const values: Record<string, readonly string[]> = {
  ID: ['"p1"', '"p2"', '"p3"', '$id', '"none"'],
  String: ['"YEN"', '"EUR"', '"left"', '$text'],
  Boolean: ['true', 'false', '$yes', '$no'],
  Int: ['1', '$few'],
  Unit: ['CM', 'INCH', '$unit'],
};
const variableTypes: Record<string, string> = {
  id: 'ID!',
  text: 'String',
  yes: 'Boolean!',
  no: 'Boolean!',
  few: 'Int',
  unit: 'Unit',
};

/** The variables every generated operation may use. */
export const operationVariables = {
  id: 'p2',
  text: 'right',
  yes: true,
  no: false,
  few: 2,
  unit: 'INCH',
};

/** Writes one operation over a schema; not every one is valid, aliases may collide. */
export function writeOperation(schema: GraphQLSchema, seed: number): string {
  return new Writer(schema, randomFrom(seed)).operation();
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #fragments: string[] = [];

  constructor(schema: GraphQLSchema, random: () => number) {
    this.#schema = schema;
    this.#random = random;
  }

  operation(): string {
    const root = this.#schema.getQueryType();
    if (!root) throw new Error('A schema has a query type.');
    const body = this.#selections(root, 0);
    const text = [body, ...this.#fragments].join('\n');
    const used = Object.entries(variableTypes).filter(([name]) =>
      new RegExp(`\\$${name}\\b`).test(text),
    );
    const declared = used.map(([name, type]) => `$${name}: ${type}`).join(', ');
    return `query ${declared ? `(${declared}) ` : ''}${text}`;
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + Math.floor(this.#random() * 4);
    for (let index = 0; index < count; index++) parts.push(this.#selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (this.#random() < 0.1) return `${this.#alias()}__typename`;
    const canFragment = depth < 5 && this.#random() < (isAbstractType(type) ? 0.6 : 0.15);
    const hasFields = isObjectType(type) || isInterfaceType(type);
    if (canFragment || !hasFields) return this.#fragment(type, depth);
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < 5 || !isCompositeType(getNamedType(field.type)),
    );
    const field = this.#one(fields);
    return field ? this.#field(field, depth) : '__typename';
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const inside = this.#one(possible) ?? type;
    if (depth >= 6) return '__typename';
    const body = this.#selections(inside, depth + 1);
    if (this.#random() < 0.7) return `... on ${inside.name}${this.#condition()} ${body}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push('');
    this.#fragments[Number(name.slice(1))] = `fragment ${name} on ${inside.name} ${body}`;
    return `...${name}${this.#condition()}`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? ` ${this.#selections(type, depth + 1)}` : '';
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || this.#random() < 0.5)
      .map((argument) => `${argument.name}: ${this.#value(argument)}`);
    const list = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${this.#alias()}${field.name}${list}${this.#condition()}${below}`;
  }

  #value(argument: GraphQLArgument): string {
    const choices = values[getNamedType(argument.type).name] ?? ['null'];
    const value = this.#one(choices) ?? 'null';
    return isNonNullType(argument.type) || this.#random() < 0.9 ? value : 'null';
  }

  #alias(): string {
    return this.#random() < 0.25 ? `${this.#one(aliases)}: ` : '';
  }

  #condition(): string {
    if (this.#random() > 0.12) return '';
    const name = this.#one(['skip', 'include']);
    return ` @${name}(if: ${this.#one(['$yes', '$no', 'true', 'false'])})`;
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }
}
