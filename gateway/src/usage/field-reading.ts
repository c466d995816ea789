import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import { isFields, type Fields, type Path } from '../execute/fields.js';
import { fieldsOfType } from '../operation/fields-of-type.js';
import type { Variant } from '../operation/variant.js';

/** A field that an operation asks of one concrete type. */
interface AskedField {
  /** Its name for people: `Type.field`. */
  readonly coordinate: string;
  /** Where its value stands in the answer, and in the data of the plan. */
  readonly key: string;
  readonly rawKey: string;
  /** The type it leads to; undefined where it leads to no object. */
  readonly type: GraphQLNamedType | undefined;
  readonly sets: readonly SelectionSetNode[];
}

/** Told of a field's value; `isNull` where nothing stood there. */
export type OnValue = (coordinate: string, isNull: boolean) => void;

/** An answer as its asker has it, beside the data that it was made of, which know their types. */
export interface ReadAnswer {
  readonly data: Fields;
  readonly raw: Fields;
}

/** Values looked at in one answer at most. */
const valuesAtMost = 2_000;

/** Tells which fields an operation asks for, and where in its answers each of them stands. */
export class FieldReading {
  readonly #known = new Map<string, readonly AskedField[]>();
  readonly #setNumbers = new Map<SelectionSetNode, number>();
  readonly #root: { readonly name: string; readonly sets: readonly SelectionSetNode[] };

  constructor(private readonly variant: Variant) {
    const { operation, selectionSet } = variant.operation.definition;
    const root = variant.apiSchema.getRootType(operation);
    this.#root = { name: root?.name ?? '', sets: [selectionSet] };
  }

  /** Every field asked for, as `Type.field`; one of an interface counts for each type it may be of. */
  coordinates(): ReadonlySet<string> {
    const found = new Set<string>();
    const entered = new Set<string>();
    const enter = (typeName: string, sets: readonly SelectionSetNode[]): void => {
      const key = this.#keyOf(typeName, sets);
      if (entered.has(key)) return;
      entered.add(key);
      for (const field of this.#fields(typeName, sets)) {
        found.add(field.coordinate);
        for (const name of this.#possible(field.type)) enter(name, field.sets);
      }
    };
    enter(this.#root.name, this.#root.sets);
    return found;
  }

  /** Looks at the values of an answer, the first of them where there are very many. */
  look({ data, raw }: ReadAnswer, onValue: OnValue): void {
    let left = valuesAtMost;
    const value = (field: AskedField, told: unknown, source: unknown): void => {
      if (left <= 0) return;
      if (Array.isArray(told) && Array.isArray(source)) {
        told.forEach((item, index) => value(field, item, source[index]));
      } else if (field.type && isFields(told) && isFields(source)) {
        const name = typeNameOf(field.type, source);
        if (name !== undefined) fields(this.#fields(name, field.sets), told, source);
      }
    };
    const fields = (asked: readonly AskedField[], told: Fields, source: Fields): void => {
      for (const field of asked) {
        if (left-- <= 0) return;
        const found = told[field.key] ?? null;
        onValue(field.coordinate, found === null);
        if (field.type && found !== null) value(field, found, source[field.rawKey]);
      }
    };
    fields(this.#fields(this.#root.name, this.#root.sets), data, raw);
  }

  /** The field that stands at a place of an answer; undefined where the types on the way there are not known. */
  at(path: Path, raw: Fields): string | undefined {
    let asked: AskedField | undefined;
    let value: unknown = raw;
    for (const segment of path) {
      if (typeof segment === 'number') {
        value = Array.isArray(value) ? value[segment] : undefined;
        continue;
      }
      const source = isFields(value) ? value : {};
      const name = asked ? asked.type && typeNameOf(asked.type, source) : this.#root.name;
      if (name === undefined) return undefined;
      const sets = asked ? asked.sets : this.#root.sets;
      asked = this.#fields(name, sets).find(({ key }) => key === segment);
      if (!asked) return undefined;
      value = source[asked.rawKey];
    }
    return asked?.coordinate;
  }

  #fields(typeName: string, sets: readonly SelectionSetNode[]): readonly AskedField[] {
    const key = this.#keyOf(typeName, sets);
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = this.#read(typeName, sets)));
    return known;
  }

  #read(typeName: string, sets: readonly SelectionSetNode[]): AskedField[] {
    const { apiSchema, keys } = this.variant;
    const type = apiSchema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const asked: AskedField[] = [];
    for (const [key, nodes] of fieldsOfType(this.variant, typeName, sets)) {
      const [node] = nodes;
      const field = node && type.getFields()[node.name.value];
      if (!node || !field) continue;
      const named = getNamedType(field.type);
      asked.push({
        coordinate: `${typeName}.${field.name}`,
        key,
        rawKey: keys.of(node),
        type: isLeafType(named) ? undefined : named,
        sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      });
    }
    return asked;
  }

  #possible(type: GraphQLNamedType | undefined): readonly string[] {
    if (!type) return [];
    if (!isAbstractType(type)) return [type.name];
    return this.variant.apiSchema.getPossibleTypes(type).map(({ name }) => name);
  }

  #keyOf(typeName: string, sets: readonly SelectionSetNode[]): string {
    const numbers = sets.map((set) => {
      let number = this.#setNumbers.get(set);
      if (number === undefined) this.#setNumbers.set(set, (number = this.#setNumbers.size));
      return number;
    });
    return `${typeName} ${numbers.join()}`;
  }
}

function typeNameOf(type: GraphQLNamedType, source: Fields): string | undefined {
  if (!isAbstractType(type)) return type.name;
  const name = source['__typename'];
  return typeof name === 'string' ? name : undefined;
}
