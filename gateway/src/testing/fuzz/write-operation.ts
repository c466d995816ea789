import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { randomFrom } from './random.js';
import { ValueWriter } from './write-value.js';

/** One request as it is generated. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

/** Tries at writing a valid operation for one seed: aliases may collide. */
const tries = 40;

/** Writes one valid operation over a schema; the same seed writes the same one. */
export function writeOperation(
  schema: GraphQLSchema,
  seed: number,
  words: readonly string[],
): Operation {
  for (let round = 0; round < tries; round++) {
    const operation = new Writer(schema, randomFrom(seed * tries + round), words).operation();
    if (validate(schema, parse(operation.query), undefined, { maxErrors: 1 }).length === 0) {
      return operation;
    }
  }
  return { query: '{ __typename }', variables: {} };
}

/** Response keys that have misled others: names of fields, of the language's own, and of the planner. */
const oddKeys = [
  'id',
  'name',
  'constructor',
  '__proto__',
  'renamed_0',
  '_entities',
  'n',
  'toString',
];

/** Fields one operation has at most. */
const most = 45;

/** Levels of one operation at most. */
const deepest = 6;

interface Written {
  name: string;
  type: GraphQLCompositeType;
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #values: ValueWriter;
  readonly #texts: string[] = [];
  /** Fragments whose text is complete. */
  readonly #fragments: Written[] = [];
  #fields = 0;
  #fragmentsBegun = 0;

  constructor(schema: GraphQLSchema, random: () => number, words: readonly string[]) {
    this.#schema = schema;
    this.#random = random;
    this.#values = new ValueWriter(random, words);
  }

  operation(): Operation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation && this.#random() < 0.12;
    const kind = isMutation ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const root = this.#schema.getRootType(kind);
    if (!root) throw new Error('A schema has a query type.');
    const body = this.#selections(root, 0);
    const { declared, variables } = this.#values;
    const declarations = declared.length > 0 ? `(${declared.join(', ')})` : '';
    const fragments = this.#texts.join('\n');
    if (this.#random() < 0.85) {
      return { query: `${kind} ${declarations} ${body}\n${fragments}`, variables };
    }
    const other = this.#random() < 0.5 ? 'query Other { __typename }' : '';
    const query = `${other} ${kind} Asked${declarations} ${body}\n${fragments}`;
    return { query, variables, operationName: 'Asked' };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + Math.floor(this.#random() * (depth === 0 ? 3 : 5));
    for (let index = 0; index < count; index++) parts.push(this.#selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (this.#random() < 0.1 || this.#fields >= most) return this.#typename();
    if (depth === 0 && this.#random() < 0.02) return '__type(name: "Query") { name kind }';
    const canFragment = depth < deepest && this.#random() < (isAbstractType(type) ? 0.6 : 0.18);
    const hasFields = isObjectType(type) || isInterfaceType(type);
    if (canFragment || !hasFields) return this.#fragment(type, depth);
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < deepest || !isCompositeType(getNamedType(field.type)),
    );
    const composite = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const isDeep = composite.length > 0 && this.#random() < 0.35;
    const field = this.#one(isDeep ? composite : fields);
    return field ? this.#field(field, depth) : this.#typename();
  }

  #typename(): string {
    return this.#random() < 0.8 ? '__typename' : `${this.#alias()}__typename`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const reusable = this.#fragments.filter((written) => this.#fits(type, written.type));
    const again = this.#random() < 0.3 ? this.#one(reusable) : undefined;
    if (again) return `...${again.name}${this.#condition()}`;
    if (depth >= deepest) return '__typename';
    const inside = this.#inside(type);
    if (this.#random() < 0.65) {
      const isBare = inside === type && this.#random() < 0.3;
      const on = isBare ? '...' : `... on ${inside.name}`;
      return `${on}${this.#condition()} ${this.#selections(inside, depth + 1)}`;
    }
    const name = `F${this.#fragmentsBegun++}`;
    this.#texts.push(`fragment ${name} on ${inside.name} ${this.#selections(inside, depth + 1)}`);
    this.#fragments.push({ name, type: inside });
    return `...${name}${this.#condition()}`;
  }

  /** A type a fragment within another may be on. */
  #inside(type: GraphQLCompositeType): GraphQLCompositeType {
    const choice = this.#random();
    if (choice < 0.15) return type;
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const object = this.#one(possible) ?? type;
    if (choice < 0.7 || !isObjectType(object)) return object;
    return this.#one(object.getInterfaces()) ?? object;
  }

  #fits(type: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    return doTypesOverlap(this.#schema, type, other);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields++;
    const given = field.args.map((argument) => this.#values.argument(argument)).filter(Boolean);
    const list = given.length > 0 ? `(${given.join(', ')})` : '';
    const head = `${this.#alias()}${field.name}${list}`;
    const type = getNamedType(field.type);
    const below = (): string =>
      isCompositeType(type) ? ` ${this.#selections(type, depth + 1)}` : '';
    const text = `${head}${this.#condition()}${below()}`;
    // The same key again, with more below it: the two are one field.
    return this.#random() < 0.08 ? `${text} ${head}${this.#condition()}${below()}` : text;
  }

  #alias(): string {
    const choice = this.#random();
    if (choice < 0.75) return '';
    return choice < 0.9 ? `a${this.#fields}: ` : `${this.#one(oddKeys)}: `;
  }

  #condition(): string {
    if (this.#random() > 0.12) return '';
    const first = ` @${this.#one(['skip', 'include'])}(if: ${this.#values.condition()})`;
    if (this.#random() > 0.1) return first;
    const other = first.startsWith(' @skip') ? 'include' : 'skip';
    return `${first} @${other}(if: ${this.#values.condition()})`;
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }
}
