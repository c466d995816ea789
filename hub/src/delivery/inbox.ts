import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { withoutValues } from '@manabi/kit/database-failure';

import { claim, claimsIn, inboxOf } from './claim.js';
import { type Intake, type IntakeCity, stampOf } from './intake.js';

/** What programs put beside a file while they write it, and what systems leave in every folder. */
const unfinished =
  /^(?:[.~]|thumbs\.db$|desktop\.ini$)|\.(?:tmp|part|partial|crdownload|filepart|lock)$/i;

/** Where uploads stand until they are whole. */
export const receivingFolder = '.receiving';

/** The folders into which departments drop files. A file is taken when it rests: when it is the same as at the look before. */
export class Inbox {
  readonly #resting = new Map<string, string>();

  constructor(
    private readonly city: IntakeCity,
    private readonly departments: readonly string[],
    readonly intake: Intake,
  ) {
    for (const department of departments) {
      const folder = inboxOf(city.home, department);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // What was not received to its end was never acknowledged.
      rmSync(join(folder, receivingFolder), { recursive: true, force: true });
    }
  }

  /** Looks once: takes what was begun and broken off, and what rests. Settles when all of it was taken. */
  async look(): Promise<void> {
    const taking = this.departments.flatMap((department) => {
      const begun = claimsIn(this.city.home, department).filter(
        ({ id }) => !this.intake.isUnderWay(id),
      );
      return [...begun, ...this.#claimResting(department)];
    });
    // What breaks is in the log and is taken at a later look.
    await Promise.allSettled(taking.map((each) => this.intake.take(each)));
  }

  #claimResting(department: string): ReturnType<typeof claimsIn> {
    const { home, log } = this.city;
    const folder = inboxOf(home, department);
    return readdirSync(folder).flatMap((name) => {
      const file = join(folder, name);
      // A link may lead anywhere; only what stands here is taken.
      if (unfinished.test(name) || !lstatSync(file, { throwIfNoEntry: false })?.isFile()) return [];
      try {
        if (!this.#isResting(file)) return [];
        const id = randomUUID();
        return [claim(home, { id, department, wish: { way: 'INBOX' } }, { file, name })];
      } catch (error) {
        log.warn({ department, err: withoutValues(error) }, 'a dropped file cannot be reached yet');
        return [];
      }
    });
  }

  #isResting(file: string): boolean {
    const stamp = stampOf(file);
    const isSame = this.#resting.get(file) === stamp;
    if (isSame) this.#resting.delete(file);
    else this.#resting.set(file, stamp);
    return isSame;
  }
}
