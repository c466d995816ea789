import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';

/** Writes values of arguments as GraphQL text, some of them in variables, and collects the variables. */
export class ValueWriter {
  readonly declared: string[] = [];
  readonly variables: Record<string, unknown> = {};
  readonly #random: () => number;
  readonly #words: readonly string[];
  readonly #conditions: string[] = [];

  constructor(random: () => number, words: readonly string[]) {
    this.#random = random;
    this.#words = [...words, ...words, 'w0', 'w1', '', 'quote " and \\ and 日本', '__proto__'];
  }

  /** The text of an argument with its name, or nothing where it is left out. */
  argument({ name, type, defaultValue }: GraphQLArgument): string {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    if (!isRequired && this.#random() < 0.45) return '';
    return `${name}: ${this.value(type, 0)}`;
  }

  /** A value of a type: a literal, or a variable that holds one. */
  value(type: GraphQLInputType, depth: number): string {
    if (this.#random() < (depth === 0 ? 0.4 : 0.15)) return this.#variable(type);
    return this.#literal(type, depth);
  }

  /** What `@skip` or `@include` is given. */
  condition(): string {
    const choice = this.#random();
    if (choice < 0.2) return 'true';
    if (choice < 0.4) return 'false';
    const known = this.#conditions[Math.floor(this.#random() * 4)];
    if (known) return known;
    const name = `$c${this.#conditions.length}`;
    const value = this.#random() < 0.5;
    if (this.#random() < 0.3)
      this.declared.push(`${name}: Boolean = ${value}`.replace('Boolean', 'Boolean!'));
    else {
      this.declared.push(`${name}: Boolean!`);
      this.variables[name.slice(1)] = value;
    }
    this.#conditions.push(name);
    return name;
  }

  #variable(type: GraphQLInputType): string {
    const name = `v${this.declared.length}`;
    const choice = this.#random();
    const isNonNull = isNonNullType(type);
    if (choice < 0.25) {
      this.declared.push(`$${name}: ${String(type)} = ${this.#plain(getNullableType(type), 1)}`);
      if (this.#random() < 0.5) this.variables[name] = this.#json(type, 1);
    } else {
      this.declared.push(`$${name}: ${String(type)}`);
      if (isNonNull || choice < 0.85) this.variables[name] = this.#json(type, 1);
    }
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (!isNonNullType(type) && this.#random() < 0.08) return 'null';
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const count = Math.floor(this.#random() * 3);
      const items = Array.from({ length: count }, () => this.value(nullable.ofType, depth + 1));
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      const chosen = nullable.isOneOf
        ? [fields[Math.floor(this.#random() * fields.length)]]
        : fields.filter(
            (field) =>
              (isNonNullType(field.type) && field.defaultValue === undefined) ||
              (depth < 3 && this.#random() < 0.4),
          );
      const parts = chosen.flatMap((field) => {
        if (!field) return [];
        if (!nullable.isOneOf) return [`${field.name}: ${this.value(field.type, depth + 1)}`];
        return [`${field.name}: ${this.#plain(field.type, depth + 1)}`];
      });
      return `{ ${parts.join(', ')} }`;
    }
    return this.#plain(nullable, depth);
  }

  #plain(type: GraphQLInputType, depth: number): string {
    return written(this.#json(getNullableType(type), depth), type);
  }

  #json(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && depth > 0 && this.#random() < 0.08) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const count = Math.floor(this.#random() * 3);
      return Array.from({ length: count }, () => this.#json(nullable.ofType, depth + 1));
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      if (nullable.isOneOf) {
        const field = fields[Math.floor(this.#random() * fields.length)];
        return field ? { [field.name]: this.#present(field.type, depth + 1) } : {};
      }
      const chosen = fields.filter(
        (field) =>
          (isNonNullType(field.type) && field.defaultValue === undefined) ||
          (depth < 3 && this.#random() < 0.4),
      );
      return Object.fromEntries(
        chosen.map((field) => [field.name, this.#json(field.type, depth + 1)]),
      );
    }
    const number = Math.floor(this.#random() * 1000);
    if (isEnumType(nullable)) {
      const values = nullable.getValues();
      return values[number % values.length]?.name;
    }
    return this.#scalar(nullable.name, number);
  }

  #scalar(name: string, number: number): unknown {
    switch (name) {
      case 'Int':
        return (number % 9) - 1;
      case 'Float':
        return (number % 9) + 0.5;
      case 'Boolean':
        return number % 2 === 0;
      default:
        return this.#words[number % this.#words.length];
    }
  }

  #present(type: GraphQLInputType, depth: number): unknown {
    for (;;) {
      const value = this.#json(type, depth);
      if (value !== null) return value;
    }
  }
}

/** The text of a JSON value as a literal of a type. */
function written(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isEnumType(nullable)) return typeof value === 'string' ? value : 'null';
  if (isListType(nullable)) {
    // A list was made for this type.
    return `[${(value as unknown[]).map((item) => written(item, nullable.ofType)).join(', ')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const parts = Object.entries(value).flatMap(([name, inner]) => {
      const field = fields[name];
      return field ? [`${name}: ${written(inner, field.type)}`] : [];
    });
    return `{ ${parts.join(', ')} }`;
  }
  return isScalarType(nullable) ? JSON.stringify(value) : 'null';
}
