import { type CubeCell, type Line, protect } from '../disclosure/protect.js';
import { nobodyIsTold } from '../snapshot/threshold.rules.js';
import type { StatisticDimensionCode as Dimension } from '../statistic-table/statistic-codes.js';
import { partitions, partsOf } from './people-cubes.js';

/** People who are alike in everything by which cubes divide them. */
export interface PeopleAtom {
  readonly month: string;
  /** The codes under which they stand in each dimension. */
  readonly groups: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly value: number;
  /** What anybody knows of their number from what is public beside the cubes; null without an upper end. */
  readonly low: number;
  readonly high: number | null;
  /** Of whom outside the city's own departments they come: how many providers, how many people, the most of one. */
  readonly outside: { readonly providers: number; readonly people: number; readonly most: number };
}

/** One number of a cube. */
export interface PeopleCell {
  readonly period: string;
  /** Dimensions and codes, each joined by commas, in one order. */
  readonly dimensions: string;
  readonly keys: string;
  readonly value: number;
  readonly hidden: boolean;
}

/** What is decided together: new cells of a period, beside those of its months that were decided before. */
export interface Block {
  readonly period: string;
  readonly cubes: readonly (readonly Dimension[])[];
  /** Cubes that will be told of the year: what is few in them must not follow from the months that are told before. */
  readonly later: readonly (readonly Dimension[])[];
  readonly atoms: readonly PeopleAtom[];
  readonly before: readonly PeopleCell[];
  readonly smallest: number;
}

/** What was decided, and whether everything that is hidden is as wide as it should be. */
export interface Decided {
  readonly cells: readonly PeopleCell[];
  readonly isTight: boolean;
}

interface Drafted extends CubeCell {
  readonly period: string;
  readonly dimensions: readonly Dimension[];
  readonly codes: readonly string[];
}

/** Decides which numbers of a period are told. */
export function decideBlock(block: Block): Decided {
  const drafts = draftsOf(block);
  if (block.smallest >= nobodyIsTold)
    return { cells: cellsOf(block, drafts, () => true), isTight: true };
  const protection = protect({
    atoms: block.atoms.map(({ value, low, high }) => ({ value, low, high: high ?? Infinity })),
    cells: drafts,
    lines: linesOf(drafts),
    smallest: block.smallest,
  });
  return {
    cells: cellsOf(block, drafts, (at) => protection.hidden.has(at)),
    isTight: protection.open.size === 0,
  };
}

const cellsOf = (
  { atoms, period }: Block,
  drafts: readonly Drafted[],
  isHidden: (at: number) => boolean,
): PeopleCell[] =>
  drafts
    .map((draft, at) => ({
      period: draft.period,
      dimensions: draft.dimensions.join(),
      keys: draft.codes.join(),
      value: draft.atoms.reduce((sum, atom) => sum + (atoms[atom]?.value ?? 0), 0),
      hidden: isHidden(at),
    }))
    .filter((cell) => cell.period === period);

/** How a cell is found among others. */
export const cellName = (period: string, dimensions: string, keys: string): string =>
  [period, dimensions, keys].join('|');

function draftsOf(block: Block): Drafted[] {
  const sets = new Map(block.cubes.flatMap(partsOf).map((set) => [set.join(), set]));
  const decided = new Map(
    block.before.map((cell) => [cellName(cell.period, cell.dimensions, cell.keys), cell]),
  );
  const monthSets = new Set(block.before.map(({ dimensions }) => dimensions));
  const drafts = new Map<string, Drafted & { atoms: number[] }>();
  const add = (at: number, period: string, set: readonly Dimension[]) => {
    for (const codes of codesOf(set, block.atoms[at])) {
      const name = cellName(period, set.join(), codes.join());
      const before = decided.get(name);
      const taken = before?.hidden ? 'HIDDEN' : 'SHOWN';
      const draft = drafts.get(name) ?? {
        period,
        dimensions: set,
        codes,
        atoms: [],
        decided: before ? taken : null,
      };
      draft.atoms.push(at);
      drafts.set(name, draft);
    }
  };
  for (const [at, { month }] of block.atoms.entries()) {
    for (const set of sets.values()) add(at, block.period, set);
    if (month !== block.period) for (const name of monthSets) add(at, month, setOf(name));
  }
  const secrets = secretsOf(block, sets);
  return [...drafts.values(), ...secrets].map((draft) =>
    Object.assign(draft, { mustHide: isOutsiders(block, draft.atoms) }),
  );
}

/** What is few in cubes that are told later: nobody sees it now, and nobody is to reckon it. */
function secretsOf(
  { later, atoms, smallest, period }: Block,
  shown: ReadonlyMap<string, unknown>,
): Drafted[] {
  const sets = new Map(later.flatMap(partsOf).map((set) => [set.join(), set]));
  const secrets = new Map<string, Drafted & { atoms: number[] }>();
  for (const [name, set] of sets) {
    if (shown.has(name)) continue;
    for (const [at, atom] of atoms.entries())
      for (const codes of codesOf(set, atom)) {
        const key = cellName(period, name, codes.join());
        const secret = secrets.get(key) ?? {
          period: `${period} later`,
          dimensions: set,
          codes,
          atoms: [],
          decided: 'HIDDEN' as const,
        };
        secret.atoms.push(at);
        secrets.set(key, secret);
      }
  }
  return [...secrets.values()].filter((secret) => {
    const value = secret.atoms.reduce((sum, at) => sum + (atoms[at]?.value ?? 0), 0);
    return value > 0 && value < smallest;
  });
}

// What was joined from dimensions splits into them again.
const setOf = (name: string): Dimension[] => (name === '' ? [] : (name.split(',') as Dimension[]));

/** Every combination of the codes of an atom in a set of dimensions. */
const codesOf = (set: readonly Dimension[], atom: PeopleAtom | undefined): string[][] =>
  set.reduce<string[][]>(
    (rows, dimension) =>
      rows.flatMap((row) => (atom?.groups[dimension] ?? []).map((code) => row.concat(code))),
    [[]],
  );

/** Providers outside the city are held back below three, and where one of them has four fifths of the people. */
function isOutsiders({ atoms }: Block, members: readonly number[]): boolean {
  const [all, providers, people] = [
    (atom: PeopleAtom) => atom.value,
    (atom: PeopleAtom) => atom.outside.providers,
    (atom: PeopleAtom) => atom.outside.people,
  ].map((of) => members.reduce((sum, at) => sum + (atoms[at] ? of(atoms[at]) : 0), 0));
  const most = Math.max(...members.map((at) => atoms[at]?.outside.most ?? 0));
  if (!all || !providers) return false;
  return (providers < 3 && people === all) || most > 0.8 * all;
}

/** The sums among cells: over each dimension in which people stand once, and of months to their year. */
function linesOf(drafts: readonly Drafted[]): Line[] {
  const place = new Map(
    drafts.map((cell, at) => [
      cellName(cell.period, cell.dimensions.join(), cell.codes.join()),
      at,
    ]),
  );
  const lines = new Map<string, { whole: number; parts: number[] }>();
  const add = (name: string, whole: number | undefined, part: number) => {
    if (whole === undefined || whole === part) return;
    const line = lines.get(name) ?? { whole, parts: [] };
    line.parts.push(part);
    lines.set(name, line);
  };
  const years = new Set(drafts.map(({ period }) => period).filter((period) => period.length === 4));
  for (const [at, { period, dimensions, codes }] of drafts.entries()) {
    if (period.endsWith(' later')) continue;
    for (const [index, dimension] of dimensions.entries()) {
      if (!partitions.has(dimension)) continue;
      const without = (list: readonly string[]) => list.filter((_, each) => each !== index).join();
      const whole = cellName(period, without(dimensions), without(codes));
      add(`${whole}|${dimension}`, place.get(whole), at);
    }
    for (const year of years) {
      if (period === year) continue;
      const whole = cellName(year, dimensions.join(), codes.join());
      add(`${whole}|MONTH`, place.get(whole), at);
    }
  }
  return [...lines.values()];
}
