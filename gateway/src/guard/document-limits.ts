import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refuseOver, type Limits } from './limits.js';
import { mostRepeats } from './repeats.js';

/** How large a selection is, its fragments spread; numbers beyond all counting are Infinity. */
interface Extent {
  depth: number;
  fields: number;
  /** Fields of the selection's own level. */
  width: number;
  /** Levels of introspection's lists, were this a selection of the schema. */
  lists: number;
  introspectionDepth: number;
  introspectionLists: number;
  introspectionFields: number;
}

const nothing: Extent = {
  depth: 0,
  fields: 0,
  width: 0,
  lists: 0,
  introspectionDepth: 0,
  introspectionLists: 0,
  introspectionFields: 0,
};

const introspectionLists = new Set(['fields', 'interfaces', 'possibleTypes', 'inputFields']);

/**
 * Refuses a parsed document that is larger than allowed, before it is validated: some rules of validation
 * take time that grows faster than the document. A ring of fragments is left to validation.
 */
export function refuseLargeDocument(document: DocumentNode, limits: Limits): void {
  const counts = countsOf(document);
  refuseOver(limits, 'aliases', counts.aliases);
  refuseOver(limits, 'directives', counts.directives);
  refuseOver(limits, 'fragments', counts.fragments);
  refuseOver(limits, 'valueDepth', counts.valueDepth);
  const measuring = new Measuring(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const extent = measuring.of(node.selectionSet);
    refuseOver(limits, 'depth', extent.depth);
    refuseOver(limits, 'fields', extent.fields);
    refuseOver(limits, 'introspectionDepth', extent.introspectionDepth);
    refuseOver(limits, 'introspectionLists', extent.introspectionLists);
    refuseOver(limits, 'introspectionFields', extent.introspectionFields);
    refuseOver(limits, 'rootFields', extent.width);
  }
  refuseOver(limits, 'repeats', mostRepeats(document));
}

interface Counts {
  aliases: number;
  directives: number;
  fragments: number;
  valueDepth: number;
}

function countsOf(document: DocumentNode): Counts {
  const counts: Counts = { aliases: 0, directives: 0, fragments: 0, valueDepth: 0 };
  let level = 0;
  const enter = (): void => {
    counts.valueDepth = Math.max(counts.valueDepth, ++level);
  };
  const leave = (): void => {
    level--;
  };
  visit(document, {
    Field: ({ alias }) => {
      if (alias) counts.aliases++;
    },
    Directive: () => {
      counts.directives++;
    },
    FragmentDefinition: () => {
      counts.fragments++;
    },
    ListValue: { enter, leave },
    ObjectValue: { enter, leave },
  });
  return counts;
}

/** Measures selections; a fragment is measured once, however often it is spread. */
class Measuring {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Extent>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  of({ selections }: SelectionSetNode): Extent {
    const total = { ...nothing };
    for (const node of selections) {
      if (node.kind === Kind.FIELD) add(total, this.#field(node));
      else if (node.kind === Kind.INLINE_FRAGMENT) add(total, this.of(node.selectionSet));
      else add(total, this.#fragment(node.name.value));
    }
    return total;
  }

  #field({ name, selectionSet }: FieldNode): Extent {
    const below = selectionSet ? this.of(selectionSet) : nothing;
    const fields = below.fields + 1;
    if (name.value === '__schema' || name.value === '__type') {
      const { depth, lists } = below;
      const asked = { introspectionDepth: depth + 1, introspectionLists: lists };
      return { ...nothing, fields, width: 1, ...asked, introspectionFields: fields };
    }
    const lists = below.lists + (introspectionLists.has(name.value) ? 1 : 0);
    return { ...below, depth: below.depth + 1, fields, width: 1, lists };
  }

  #fragment(name: string): Extent {
    const known = this.#measured.get(name);
    if (known) return known;
    // Stands while the fragment is measured, so that a ring ends.
    this.#measured.set(name, nothing);
    const fragment = this.#fragments.get(name);
    const extent = fragment ? this.of(fragment.selectionSet) : nothing;
    this.#measured.set(name, extent);
    return extent;
  }
}

function add(total: Extent, part: Extent): void {
  total.fields += part.fields;
  total.width += part.width;
  total.depth = Math.max(total.depth, part.depth);
  total.lists = Math.max(total.lists, part.lists);
  total.introspectionDepth = Math.max(total.introspectionDepth, part.introspectionDepth);
  total.introspectionFields += part.introspectionFields;
  total.introspectionLists = Math.max(total.introspectionLists, part.introspectionLists);
}
