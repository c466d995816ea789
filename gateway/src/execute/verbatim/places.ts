import {
  getNamedType,
  isLeafType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { fieldsOfType } from '../../operation/fields-of-type.js';
import type { Variant } from '../../operation/variant.js';
import { Place, type Wanted } from './supply.js';
import { Unsuited } from './unsuited.js';

/** Places of one operation at most. */
const placeLimit = 1000;

/** Finds the places of an operation's answer. Throws Unsuited where types or permissions decide what stands there. */
export function placesOf(variant: Variant): Place {
  const root = variant.apiSchema.getQueryType();
  const { definition } = variant.operation;
  if (!root || definition.operation !== 'query') throw new Unsuited();
  return new Places(variant).at(root, [definition.selectionSet]);
}

class Places {
  #count = 0;

  constructor(private readonly variant: Variant) {}

  at(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Place {
    const number = this.#count++;
    if (number >= placeLimit || this.variant.permissions.typeDenial(type.name)) {
      throw new Unsuited();
    }
    const fields = [...fieldsOfType(this.variant, type.name, sets)];
    const wanted = fields.map(([key, nodes]) => this.#wanted(type, key, nodes));
    const dataKeys = wanted.flatMap((field) => (field.type ? field.dataKey : []));
    // What one value is told under two keys has two texts.
    if (new Set(dataKeys).size < dataKeys.length) throw new Unsuited();
    return new Place(number, type, wanted);
  }

  #wanted(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Wanted {
    const [node] = nodes;
    const { permissions, keys } = this.variant;
    if (!node) throw new Unsuited();
    const name = node.name.value;
    const dataKey = keys.of(node);
    const none = { below: undefined, supply: undefined };
    if (name === '__typename') return { key, dataKey, type: undefined, ...none };
    const field = type.getFields()[name];
    if (!field || permissions.selectionDenial(type.name, node)) throw new Unsuited();
    const named = getNamedType(field.type);
    if (isLeafType(named)) return { key, dataKey, type: field.type, ...none };
    if (!isObjectType(named)) throw new Unsuited();
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { key, dataKey, type: field.type, below: this.at(named, sets), supply: undefined };
  }
}
