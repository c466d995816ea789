import type { Shelf } from '../cache/answer-cache.js';
import { KeptAnswers } from '../cache/kept-answers.js';
import type { EntityGroup, Operation } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { IsAsked } from './entity-identity.js';
import type { Fields } from './fields.js';
import { walkOf, type Walk } from './path-walker.js';
import { representOf, type Represent } from './representation.js';
import { decidingOf, Represented, type Representative } from './represented.js';
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
  deciding: ReturnType<typeof decidingOf>;
  rewrite: Apply | undefined;
  renamed: ReadonlyMap<string, string>;
  keys: readonly { key: string; types: ReadonlySet<string> | undefined }[];
  copies: boolean;
  /** What is asked of each entity. */
  selected: readonly SelectedKey[];
  /** The names of the client's variables that are sent with it. */
  variables: readonly string[];
  shape: Shape;
  isAsked: IsAsked | undefined;
  kept: KeptAnswers;
}

/** The representations sent under one variable; equal ones are sent once. */
export class Representations {
  readonly texts: string[] = [];
  readonly #positions = new Map<string, number>();
  #isSent = false;

  /** From now on nothing is added to them. */
  sent(): void {
    this.#isSent = true;
  }

  /** The position of a representation; undefined for one that was not sent. */
  add(text: string): number | undefined {
    let position = this.#positions.get(text);
    if (position === undefined) {
      if (this.#isSent) return undefined;
      position = this.texts.push(text) - 1;
      this.#positions.set(text, position);
    }
    return position;
  }
}

/** What one group asked in one run: the objects waiting, and what speaks for each. */
export class Asked {
  readonly represented: Represented;
  readonly targets: Fields[] = [];
  /** What speaks for the target at the same position. */
  readonly speaking: Representative[] = [];
  #waiting: Map<Fields, number> | undefined;

  constructor(
    readonly group: Group,
    readonly sent: Representations,
    /** Where answers are kept, and the beginning of their keys; undefined where none may be. */
    readonly keeping: { shelf: Shelf; keyed: string } | undefined,
  ) {
    this.represented = new Represented(group, (first, text) => {
      const kept = keeping && group.kept.find(keeping.shelf, keeping.keyed + text);
      const position = kept === undefined ? sent.add(text) : undefined;
      return { first, text, position, kept };
    });
  }

  /** Notes an object that waits for an answer, unless nothing can speak for it. */
  add(fields: Fields): void {
    const representative = this.represented.of(fields);
    if (!representative) return;
    this.targets.push(fields);
    this.speaking.push(representative);
  }

  /** The objects that wait for what was sent, each with the position of its representation. */
  get waiting(): ReadonlyMap<Fields, number> {
    if (this.#waiting) return this.#waiting;
    this.#waiting = new Map();
    for (const [index, target] of this.targets.entries()) {
      const position = this.speaking[index]?.position;
      if (position !== undefined) this.#waiting.set(target, position);
    }
    return this.#waiting;
  }
}

/** Compiles one group of entities. */
export function groupOf(
  group: EntityGroup,
  known: {
    operation: Operation;
    variables: readonly string[];
    keys: readonly SelectedKey[];
    copied: ReadonlySet<EntityGroup>;
    types: SupergraphTypes;
    isAsked: ReadonlyMap<string, IsAsked>;
    askedKeys: ReadonlySet<string>;
  },
): Group {
  const below = known.keys
    .filter(({ key }) => key === group.alias)
    .flatMap((selected) => selected.below ?? []);
  const renamed = renamesOf(group.outputRewrites);
  const shape = new Shape(below, renamed);
  const { alias, outputRewrites: rewrites } = group;
  return {
    alias,
    variable: group.variable,
    walks: group.paths.map((path) => walkOf(path, known.types)),
    represent: representOf(group.requires, group.inputRewrites, known.types),
    deciding: decidingOf(group.requires, known.askedKeys, known.types),
    rewrite: rewritesOf(group.outputRewrites, known.types),
    renamed,
    keys: below
      .filter(({ key }) => key !== '__typename')
      .map(({ key, type }) => ({
        key,
        types: type === undefined ? undefined : known.types.satisfying(type),
      })),
    copies: known.copied.has(group),
    selected: below,
    variables: known.variables,
    shape,
    isAsked: known.isAsked.get(group.alias),
    kept: new KeptAnswers({ ...known.operation, alias, rewrites }, shape),
  };
}
