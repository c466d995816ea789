import {
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
} from 'graphql';
import type { Model, Owner } from './model.js';
import type { Thing } from './thing.js';

/** Objects of one plain type there are. */
const population = 6;

/** What is known of a field before its value is drawn. */
export interface Drawn {
  isKey: boolean;
  isCalm: boolean;
  family: string;
  n: number;
  field: string;
}

/** The value of one field, drawn from its identity. */
export class Draw {
  constructor(
    readonly source: { model: Model; number: (text: string) => number },
    readonly owners: readonly Owner[],
    readonly drawn: Drawn,
  ) {}

  value(type: GraphQLOutputType, identity: string): unknown {
    const fate = (this.source.number(`${identity}|fate`) % 1000) / 1000;
    const { isKey, isCalm } = this.drawn;
    if (isNonNullType(type)) {
      if (!isCalm && fate < 0.012) return null;
      if (!isCalm && fate < 0.024) return new Error(`no ${this.drawn.field} of ${this.drawn.n}`);
      return this.present(type.ofType, identity);
    }
    if (!isKey && fate < 0.1) return null;
    if (!isCalm && fate < 0.13) return new Error(`no ${this.drawn.field} of ${this.drawn.n}`);
    return this.present(type, identity);
  }

  present(type: GraphQLOutputType, identity: string): unknown {
    if (isNonNullType(type)) return this.present(type.ofType, identity);
    if (isListType(type)) {
      const length = this.source.number(`${identity}|length`) % 4;
      return Array.from({ length }, (_, index) => this.value(type.ofType, `${identity}|${index}`));
    }
    const number = this.source.number(identity);
    if (isCompositeType(type)) return this.#thing(number);
    const { isKey, family, n } = this.drawn;
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[(isKey ? n : number) % values.length]?.name;
    }
    return isKey ? keyOf(type.name, family, n) : scalarOf(type.name, number);
  }

  #thing(number: number): Thing | null {
    const { model } = this.source;
    const names = model.candidates(this.owners);
    const name = names[number % names.length];
    if (name === undefined) return null;
    const family = model.family(name);
    const members = model.members(family);
    const round = Math.floor(number / 64) % (family === name ? population : 3);
    const n = family === name ? round : members.indexOf(name) + members.length * round;
    return { __typename: name, n: this.drawn.isKey ? this.drawn.n : n };
  }
}

function keyOf(scalar: string, family: string, n: number): unknown {
  return scalar === 'Int' ? 1000 + n : `${family}-${1000 + n}`;
}

function scalarOf(scalar: string, number: number): unknown {
  switch (scalar) {
    case 'Int':
      return number % 100;
    case 'Float':
      return (number % 100) + 0.5;
    case 'Boolean':
      return number % 2 === 0;
    case 'Json':
      return [{ deep: [number % 7, null] }, `word ${number % 50}`, [1, [2]], null][number % 4];
    default:
      return `word ${number % 50}`;
  }
}
