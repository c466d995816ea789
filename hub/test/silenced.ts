import { parse, print } from 'graphql';
import { expect, onTestFinished, vi } from 'vitest';

import type { ServiceProcess } from '../src/city/service-process.js';
import { departments } from '../src/city/departments.js';
import { printGraph } from '../src/graph/graph.js';
import { Ownership } from '../src/graph/ownership.js';
import { type Answered, ask, question, whole } from './ask.js';
import { askAs, askerOf } from './ask-as.js';
import { lossOf } from './loss.js';
import type { TestCity } from './open-test-city.js';
import { withNamesInAliases, withTypeNames } from './supergraph.js';

const ownership = new Ownership(printGraph(departments).supergraph);

/** How long, in milliseconds, it may take until a department that is back is asked again. */
const wholeAgain = { timeout: 40_000, interval: 200 };

/** Questions that are asked over and over while services are silent. */
export class SilencedCity {
  constructor(
    private readonly city: TestCity,
    /** Documents of `schema/document/`, as `p1` or `department/p5`. */
    readonly names: readonly string[],
    /** Fields that follow the clock, as `Type.field`. */
    readonly byClock: Set<string>,
  ) {}

  /** Asks everything, each as whoever it is for; objects tell their types. */
  askAll(): Promise<Answered[]> {
    return Promise.all(
      this.names.map((name) => {
        const { query, variables } = question(name);
        const asked = { query: print(withTypeNames(withNamesInAliases(parse(query)))), variables };
        return name.startsWith('department/')
          ? askAs(this.city, askerOf(name), asked)
          : ask(this.city, asked);
      }),
    );
  }

  /** The data of everything asked, once nothing is missing: a department that has just failed is left alone for a moment. */
  askAllWhole(): Promise<ReturnType<typeof whole>[]> {
    return vi.waitFor(async () => (await this.askAll()).map(whole), wholeAgain);
  }

  /** Notes as following the clock what differs between two answers while everything is up. */
  async learnClock(): Promise<void> {
    const before = (await this.askAll()).map(whole);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    for (const { name } of departments) this.city.door.changed(name);
    const after = (await this.askAll()).map(whole);
    before.forEach((data, position) => {
      const { changed } = lossOf(data, after[position], this.byClock);
      for (const place of changed) this.byClock.add(place);
    });
  }

  /** The process of a service that runs now. */
  processOf(name: string): ServiceProcess & { pid: number } {
    const found = this.city.services.processes.find((each) => each.name === name);
    if (found?.pid === undefined) throw new Error(`The service "${name}" does not run.`);
    // Just seen to run.
    return found as ServiceProcess & { pid: number };
  }

  /** Kills a service, which comes back by itself; no test ends before it has. */
  async silence(name: string): Promise<void> {
    const { pid, url } = this.processOf(name);
    onTestFinished(() => back(url));
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(async () => !(await isUp(url)), { timeout: 10_000, interval: 5 });
    // What is kept of its answers would hide for two seconds that it is gone.
    this.city.door.changed(name);
  }

  /** Kills a service: only what is its own may be null then, the answers name it, and once it is back all is whole. */
  async kill(name: string): Promise<void> {
    const before = await this.askAll();
    before.forEach(whole);
    const { url } = this.processOf(name);

    await this.silence(name);
    const during = await this.askAll();
    expect(await isUp(url)).toBe(false);

    during.forEach((answer, position) => this.#expectOwnLoss(before, answer, { name, position }));
    await back(url);
    const after = await this.askAllWhole();
    after.forEach((data, position) => {
      const { lost, changed } = lossOf(before[position]?.data, data, this.byClock);
      expect([...lost, ...changed], this.names[position]).toEqual([]);
    });
  }

  #expectOwnLoss(
    before: readonly Answered[],
    answer: Answered,
    { name, position }: { name: string; position: number },
  ): void {
    const asked = this.names[position];
    const { lost, kept, changed } = lossOf(before[position]?.data, answer.data, this.byClock);
    expect(changed, asked).toEqual([]);
    const unexplained = [...lost].filter(
      (place) => !needs(place, name) && !isAskedWith(place, lost, name),
    );
    expect(unexplained, asked).toEqual([]);
    expect(
      [...kept].filter((place) => isAlone(place, name)),
      asked,
    ).toEqual([]);
    const told = answer.extensions?.departments ?? [];
    const silent = told.map((department) => department.name);
    // It is named too where it was asked in vain for what was null anyway.
    if (lost.size > 0 || silent.length > 0) expect(silent, asked).toEqual([name]);
    for (const { lastGoodAt } of told)
      expect(Date.now() - Date.parse(lastGoodAt ?? '')).toBeLessThan(60_000);
  }
}

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(500) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function back(url: string): Promise<void> {
  await vi.waitUntil(() => isUp(url), { timeout: 60_000, interval: 50 });
}

/** True when a field, as `Type.field`, cannot be answered without a service. */
export function needs(place: string, service: string): boolean {
  const [type = '', field = ''] = place.split('.');
  return ownership.neededFor(type, field).has(service);
}

/** True for fields that nobody else can answer. */
function isAlone(place: string, service: string): boolean {
  const [type = '', field = ''] = place.split('.');
  const owners = ownership.ownersOf(type, field);
  return owners.length === 1 && owners[0] === service && !ownership.isLent(type, field);
}

/**
 * True where the planner asks for a field in one fetch with another of its owner that needs the silent service: the
 * whole fetch waits for what is required, and is not made without it.
 */
function isAskedWith(place: string, lost: ReadonlySet<string>, service: string): boolean {
  const [type = '', field = ''] = place.split('.');
  const [owner] = ownership.ownersOf(type, field);
  return [...lost].some((other) => {
    const [otherType = '', otherField = ''] = other.split('.');
    const isBeside = otherType === type && ownership.ownersOf(type, otherField)[0] === owner;
    return isBeside && ownership.neededFor(type, otherField).has(service);
  });
}
