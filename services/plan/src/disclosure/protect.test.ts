import { expect, test } from 'vitest';

import { Polytope } from './polytope.js';
import { type Atom, type CubeCell, type Cubes, type Line, protect } from './protect.js';

/** Numbers that look drawn, the same for the same seed. */
function drawn(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A table of so many rows and columns of people, with all its sums. */
function tableOf(numbers: readonly (readonly number[])[], smallest = 10): Cubes {
  const width = numbers[0]?.length ?? 0;
  const atoms: Atom[] = numbers.flat().map((value) => ({ value, low: 0, high: Infinity }));
  const rows = numbers.map((row, y) => row.map((_, x) => y * width + x));
  const columns = Array.from({ length: width }, (_, x) => rows.map((row) => row[x]!));
  const cells: CubeCell[] = [];
  const add = (members: readonly number[]) => cells.push({ atoms: members, decided: null }) - 1;
  const single = atoms.map((_, at) => add([at]));
  const rowSums = rows.map(add);
  const columnSums = columns.map(add);
  const whole = add(single);
  const lines: Line[] = [
    ...rows.map((parts, y) => ({ whole: rowSums[y]!, parts })),
    ...columns.map((parts, x) => ({ whole: columnSums[x]!, parts })),
    { whole, parts: rowSums },
    { whole, parts: columnSums },
  ];
  return { atoms, cells, lines, smallest };
}

const sum = (cubes: Cubes, at: number) =>
  cubes.cells[at]!.atoms.reduce((total, atom) => total + cubes.atoms[atom]!.value, 0);

/** How wide an attacker finds a cell who knows everything shown, with every atom free. */
function widthOf(cubes: Cubes, hidden: ReadonlySet<number>, at: number): number {
  const known = {
    values: cubes.atoms.map(({ value }) => value),
    low: cubes.atoms.map(({ low }) => low),
    high: cubes.atoms.map(({ high }) => high),
    sums: cubes.cells.flatMap((cell, each) => (hidden.has(each) ? [] : [cell.atoms])),
  };
  const reach = (direction: 1 | -1) =>
    new Polytope(known).push(cubes.cells[at]!.atoms, direction, Infinity).moved;
  return reach(1) - reach(-1);
}

test('few people alone in a row and a column take a rectangle of others with them', () => {
  const cubes = tableOf([
    [3, 40, 50],
    [30, 20, 60],
    [70, 80, 90],
  ]);

  const { hidden, open } = protect(cubes);

  expect([...hidden].map((at) => sum(cubes, at)).toSorted((a, b) => a - b)).toEqual([
    3, 20, 30, 40,
  ]);
  expect(open.size).toBe(0);
});

test('a table without few people is shown whole, and nothing is no secret', () => {
  expect(
    protect(
      tableOf([
        [0, 40],
        [30, 20],
      ]),
    ).hidden.size,
  ).toBe(0);
});

test('what was shown before cannot be taken back, and what it tells is not hidden by anything new', () => {
  const table = tableOf([
    [3, 40],
    [30, 20],
  ]);
  const cells = table.cells.map((cell, at): CubeCell => ({
    ...cell,
    decided: at === 0 ? 'HIDDEN' : 'SHOWN',
  }));

  const { hidden, open } = protect({ ...table, cells });

  expect([...hidden]).toEqual([0]);
  expect([...open]).toEqual([0]);
});

test('few people behind those whom everybody knows are held back', () => {
  const atoms = [
    { value: 30, low: 30, high: 30 },
    { value: 4, low: 0, high: Infinity },
  ];

  const { hidden } = protect({
    atoms,
    cells: [{ atoms: [0, 1], decided: null }],
    lines: [],
    smallest: 10,
  });

  expect(hidden.has(0)).toBe(true);
});

test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  'no hidden cell of table %i is narrower than ten people to whoever knows all that is shown',
  (seed) => {
    const draw = drawn(seed);
    const numbers = Array.from({ length: 3 + (seed % 4) }, () =>
      Array.from({ length: 4 + (seed % 3) }, () => (draw(3) === 0 ? draw(12) : 8 + draw(60))),
    );
    const cubes = tableOf(numbers);

    const { hidden, open } = protect(cubes);

    for (const [at] of cubes.cells.entries()) {
      const value = sum(cubes, at);
      if (value > 0 && value < 10) expect(hidden.has(at)).toBe(true);
    }
    const widths = [...hidden].map((at) => widthOf(cubes, hidden, at));
    expect(open.size).toBe(0);
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(10 - 1e-6);
    expect(hidden.size).toBeLessThan(cubes.cells.length);
  },
);
