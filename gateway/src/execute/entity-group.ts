import { KeptAnswers } from '../cache/kept-answers.js';
import type { EntityGroup, Operation } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { IsAsked } from './entity-identity.js';
import type { Fields } from './fields.js';
import { walkOf, type Walk } from './path-walker.js';
import { representOf, type Represent } from './representation.js';
import { rewritesOf, type Apply } from './rewrite.js';
import { renamesOf } from './root-step.js';
import type { SelectedKey } from './selection-tree.js';
import { Shape } from './shape.js';

/** One group of entities of a fetch, compiled. */
export interface Group {
  alias: string;
  variable: string;
  walks: readonly Walk[];
  represent: Represent;
  rewrite: Apply | undefined;
  renamed: ReadonlyMap<string, string>;
  keys: readonly { key: string; types: ReadonlySet<string> | undefined }[];
  copies: boolean;
  shape: Shape;
  isAsked: IsAsked | undefined;
  kept: KeptAnswers;
}

/** The representations sent under one variable; equal ones are sent once. */
export class Representations {
  readonly texts: string[] = [];
  readonly #positions = new Map<string, number>();

  add(text: string): number {
    let position = this.#positions.get(text);
    if (position === undefined) {
      position = this.texts.push(text) - 1;
      this.#positions.set(text, position);
    }
    return position;
  }
}

/** What one group asked in one run: the objects waiting, and which representation speaks for each. */
export interface Asked {
  group: Group;
  sent: Representations;
  waiting: Map<Fields, number>;
  /** The beginning of the keys of what is kept, where something may be. */
  keyed: string | undefined;
  /** Objects whose answer was kept, with what it said. */
  found: Map<Fields, Fields | null>;
}

/** Compiles one group of entities. */
export function groupOf(
  group: EntityGroup,
  known: {
    operation: Operation;
    keys: readonly SelectedKey[];
    copied: ReadonlySet<EntityGroup>;
    types: SupergraphTypes;
    isAsked: ReadonlyMap<string, IsAsked>;
  },
): Group {
  const below = known.keys
    .filter(({ key }) => key === group.alias)
    .flatMap((selected) => selected.below ?? []);
  const renamed = renamesOf(group.outputRewrites);
  const shape = new Shape(below, renamed);
  const { service, text } = known.operation;
  const { alias, outputRewrites: rewrites } = group;
  return {
    alias: group.alias,
    variable: group.variable,
    walks: group.paths.map((path) => walkOf(path, known.types)),
    represent: representOf(group.requires, group.inputRewrites, known.types),
    rewrite: rewritesOf(group.outputRewrites, known.types),
    renamed,
    keys: below
      .filter(({ key }) => key !== '__typename')
      .map(({ key, type }) => ({
        key,
        types: type === undefined ? undefined : known.types.satisfying(type),
      })),
    copies: known.copied.has(group),
    shape,
    isAsked: known.isAsked.get(group.alias),
    kept: new KeptAnswers({ service, text, alias, rewrites }, shape),
  };
}
