import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { japanDay } from '@manabi/kit/japan-time';

import type { Home } from '../home/home.js';
import type { DeliveryWay } from './delivery-record.js';

/** What who gave a file in said of it. */
export interface ClaimWish {
  readonly way: Exclude<DeliveryWay, 'COMMAND' | 'PULL'>;
  readonly mode?: 'full' | 'delta';
  readonly dataset?: string;
  /** True when its department saw that it withdraws much, and agreed. */
  readonly confirmed?: boolean;
}

/** A file that the hub has taken into its hands, until it is known what became of it. */
export interface Claim extends ClaimWish {
  /** The delivery's number. */
  readonly id: string;
  readonly department: string;
  readonly file: string;
}

/** Where a file goes when it is known what became of it. */
export type Outcome = 'taken' | 'refused' | 'waiting';

/** The folder into which a department's files are dropped. */
export const inboxOf = (home: Home, department: string): string =>
  join(home.folder, 'inbox', department);

const claimsOf = (home: Home, department: string): string =>
  join(inboxOf(home, department), 'taking');

/**
 * Takes a file into the hub's hands: from now on nobody writes on it, and whoever is killed finds it again by `claimsIn`. Throws where
 * another program holds the file.
 */
export function claim(
  home: Home,
  { id, department, wish }: { id: string; department: string; wish: ClaimWish },
  found: { readonly file: string; readonly name: string },
): Claim {
  const place = join(claimsOf(home, department), id);
  mkdirSync(join(place, 'file'), { recursive: true, mode: 0o700 });
  // Written first: a file that is here has what was said of it.
  writeFileSync(join(place, 'claim.json'), JSON.stringify(wish), { mode: 0o600 });
  const file = join(place, 'file', found.name);
  try {
    renameSync(found.file, file);
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
  return { ...wish, id, department, file };
}

/** The files of a department that were taken into the hub's hands and not settled. */
export function claimsIn(home: Home, department: string): Claim[] {
  const folder = claimsOf(home, department);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((id) => {
    const place = join(folder, id);
    const [name] = existsSync(join(place, 'file')) ? readdirSync(join(place, 'file')) : [];
    if (name === undefined) {
      rmSync(place, { recursive: true, force: true });
      return [];
    }
    // The files are the hub's own.
    const wish = JSON.parse(readFileSync(join(place, 'claim.json'), 'utf8')) as ClaimWish;
    return [{ ...wish, id, department, file: join(place, 'file', name) }];
  });
}

/** Puts a claimed file where it belongs, under a name of its own that begins with the day. */
export function settle(home: Home, { id, department, file }: Claim, outcome: Outcome): void {
  const folder = join(inboxOf(home, department), outcome);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const day = japanDay(new Date());
  const name = file.slice(file.lastIndexOf('/') + 1);
  renameSync(file, join(folder, `${day}_${id.slice(0, 8)}_${name}`));
  release(home, { id, department });
}

/** Deletes a claimed file with all that is kept of it here. */
export function release(home: Home, { id, department }: Pick<Claim, 'id' | 'department'>): void {
  rmSync(join(claimsOf(home, department), id), { recursive: true, force: true });
}

/** Gives a file back to the inbox, because somebody still wrote on it. */
export function giveBack(home: Home, { id, department, file }: Claim): void {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const place = join(inboxOf(home, department), name);
  renameSync(
    file,
    existsSync(place) ? join(inboxOf(home, department), `${id.slice(0, 8)}_${name}`) : place,
  );
  release(home, { id, department });
}
