import { Polytope } from './polytope.js';

/** People that are alike in everything by which tables divide them, and what anybody knows of their number. */
export interface Atom {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A number of a cube: the sum of some atoms. */
export interface CubeCell {
  readonly atoms: readonly number[];
  /** What was decided of it before and cannot be taken back; null where it is to be decided. */
  readonly decided: 'SHOWN' | 'HIDDEN' | null;
  /** True where it is to be held back whatever it is. */
  readonly mustHide?: boolean;
}

/** A cell that others add up to. */
export interface Line {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Cubes that are published together. */
export interface Cubes {
  readonly atoms: readonly Atom[];
  readonly cells: readonly CubeCell[];
  readonly lines: readonly Line[];
  /** Fewer people than this are held back, and what is held back stays unknown by as much. */
  readonly smallest: number;
}

/** Which cells are held back, and which of them what is public narrows all the same. */
export interface Protection {
  readonly hidden: ReadonlySet<number>;
  /** Held back, yet narrower than they should be by what was public before. */
  readonly open: ReadonlySet<number>;
}

/**
 * Decides which cells are held back: few people, and then as many others as it takes that everything that is shown, all
 * cubes together, leaves each hidden cell an interval as wide as `smallest`, or as wide as it was without the cubes.
 * Each interval is shown by two sets of whole numbers that agree with all that is public: it can be wider, never
 * narrower.
 */
export function protect(cubes: Cubes): Protection {
  const values = cubes.cells.map(({ atoms }) => sumOf(atoms, (atom) => cubes.atoms[atom]?.value));
  const hidden = new Set<number>();
  for (const [at, cell] of cubes.cells.entries()) if (isFirst(cubes, cell)) hidden.add(at);
  const settled = new Set<number>();
  for (;;) {
    hideBesideFew(cubes, values, hidden);
    const { more, open } = widen(cubes, values, { hidden, settled });
    for (const each of more) hidden.add(each);
    for (const each of open) settled.add(each);
    if (more.size === 0) return { hidden, open: settled };
  }
}

const sumOf = (members: readonly number[], valueOf: (member: number) => number | undefined) =>
  members.reduce((sum, member) => sum + (valueOf(member) ?? 0), 0);

/** True of a cell that is held back for itself: few people, or few behind those whom everybody knows. */
function isFirst({ atoms, smallest }: Cubes, cell: CubeCell): boolean {
  if (cell.decided !== null) return cell.decided === 'HIDDEN';
  if (cell.mustHide) return true;
  const value = sumOf(cell.atoms, (at) => atoms[at]?.value);
  const known = sumOf(cell.atoms, (at) => {
    const atom = atoms[at];
    return atom && atom.low === atom.high ? atom.value : 0;
  });
  const isFew = (people: number) => people > 0 && people < smallest;
  return isFew(value) || isFew(value - known);
}

/** Where what is hidden of a line is few all together, the smallest other part is hidden with it, else the whole. */
function hideBesideFew(
  { cells, lines, smallest }: Cubes,
  values: readonly number[],
  hidden: Set<number>,
): void {
  const isFree = (at: number) => !hidden.has(at) && cells[at]?.decided === null;
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const { whole, parts } of lines) {
      const held = parts.filter((part) => hidden.has(part));
      if (held.length === 0 || hidden.has(whole)) continue;
      if (held.length > 1 && sumOf(held, (part) => values[part]) >= smallest) continue;
      const choice =
        smallestOf(parts.filter(isFree), values) ?? (isFree(whole) ? whole : undefined);
      if (choice === undefined) continue;
      hidden.add(choice);
      isChanged = true;
    }
  }
}

/** The smallest that is not nothing; nothing only where all are. */
function smallestOf(cells: readonly number[], values: readonly number[]): number | undefined {
  const cost = (at: number) => values[at] || Number.MAX_SAFE_INTEGER;
  return cells.toSorted((one, other) => cost(one) - cost(other))[0];
}

interface Rows {
  readonly sums: readonly (readonly number[])[];
  /** The cells that say each sum; empty where one of them was decided before. */
  readonly choices: readonly (readonly number[])[];
}

/** Every different sum that the shown cells tell of the atoms in hidden ones. */
function rowsOf(
  { cells }: Cubes,
  hidden: ReadonlySet<number>,
  place: ReadonlyMap<number, number>,
): Rows {
  const rows = new Map<string, { members: number[]; choices: number[] | null }>();
  for (const [at, cell] of cells.entries()) {
    if (hidden.has(at)) continue;
    const members = cell.atoms.flatMap((atom) => place.get(atom) ?? []);
    if (members.length === 0) continue;
    const row = rows.get(members.join()) ?? { members, choices: [] };
    if (cell.decided === null) row.choices?.push(at);
    else row.choices = null;
    rows.set(members.join(), row);
  }
  return {
    sums: [...rows.values()].map(({ members }) => members),
    choices: [...rows.values()].map(({ choices }) => choices ?? []),
  };
}

/** Atoms of one hidden cell that may move: more would be wider still, and slower to find. */
const mostOfCell = 60;

/** Atoms that may move: of each hidden cell those that lie in the most other hidden ones. The rest stay as they are. */
function movable(cells: readonly CubeCell[], hidden: ReadonlySet<number>): number[] {
  const shared = new Map<number, number>();
  for (const at of hidden)
    for (const atom of cells[at]?.atoms ?? []) shared.set(atom, (shared.get(atom) ?? 0) + 1);
  const often = (one: number, other: number) => (shared.get(other) ?? 0) - (shared.get(one) ?? 0);
  const chosen = [...hidden].flatMap((at) => {
    const members = cells[at]?.atoms ?? [];
    return members.length <= mostOfCell ? members : members.toSorted(often).slice(0, mostOfCell);
  });
  return [...new Set(chosen)];
}

/** Looks how wide each hidden cell is, and names what is to be hidden too where one is too narrow. */
function widen(
  cubes: Cubes,
  values: readonly number[],
  { hidden, settled }: { hidden: ReadonlySet<number>; settled: ReadonlySet<number> },
): { more: Set<number>; open: Set<number> } {
  const { atoms, cells, smallest } = cubes;
  const within = movable(cells, hidden);
  const place = new Map(within.map((atom, at) => [atom, at]));
  const { sums, choices } = rowsOf(cubes, hidden, place);
  const free = within.map((atom) => atoms[atom] ?? { value: 0, low: 0, high: 0 });
  const polytope = new Polytope({
    values: free.map(({ value }) => value),
    low: free.map(({ low }) => low),
    high: free.map(({ high }) => high),
    sums,
  });
  const widths = new Widths([...hidden], (at) =>
    (cells[at]?.atoms ?? []).flatMap((a) => place.get(a) ?? []),
  );
  const [more, open] = [new Set<number>(), new Set<number>()];
  widths.see(polytope);
  for (const at of hidden) {
    if (settled.has(at)) continue;
    const heldBy = narrowedBy(polytope, widths, { at, enough: smallest });
    if (heldBy === null) continue;
    const choice = smallestOf(
      heldBy.flatMap((row) => choices[row] ?? []),
      values,
    );
    if (choice === undefined) open.add(at);
    else more.add(choice);
  }
  return { more, open };
}

/** Pushes a cell up and down; null when it is wide enough, else the sums that hold it. */
function narrowedBy(
  polytope: Polytope,
  widths: Widths,
  { at, enough }: { at: number; enough: number },
): number[] | null {
  if (widths.of(at) >= enough) return null;
  const members = widths.membersOf(at);
  const heldBy: number[] = [];
  let isWhole = true;
  for (const direction of [1, -1] as const) {
    // As far as it may have to come back from one end, it has to go to the other.
    const reach = polytope.push(members, direction, 2 * enough);
    widths.see(polytope);
    isWhole &&= polytope.isWhole;
    if (widths.of(at) >= enough) return null;
    heldBy.push(...reach.heldBy);
  }
  // Where only parts of people would reach so far, any sum that holds one of its people may be what is in the way.
  return isWhole ? heldBy : [...heldBy, ...polytope.sumsOf(members)];
}

/** The widest that each hidden cell was seen at points that could be the truth. */
class Widths {
  readonly #members: ReadonlyMap<number, readonly number[]>;
  readonly #least = new Map<number, number>();
  readonly #most = new Map<number, number>();

  constructor(cells: readonly number[], membersOf: (cell: number) => readonly number[]) {
    this.#members = new Map(cells.map((cell) => [cell, membersOf(cell)]));
  }

  membersOf(cell: number): readonly number[] {
    return this.#members.get(cell) ?? [];
  }

  of(cell: number): number {
    return (this.#most.get(cell) ?? 0) - (this.#least.get(cell) ?? 0);
  }

  /** Takes a point in; parts of people count for nothing. */
  see(polytope: Polytope): void {
    if (!polytope.isWhole) return;
    for (const [cell, members] of this.#members) {
      const value = Math.round(sumOf(members, (member) => polytope.values[member]));
      this.#least.set(cell, Math.min(this.#least.get(cell) ?? value, value));
      this.#most.set(cell, Math.max(this.#most.get(cell) ?? value, value));
    }
  }
}
