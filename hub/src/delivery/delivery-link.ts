import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Home } from '../home/home.js';
import { cityKey } from '../home/keys.js';

/** Where deliveries are given in and looked at. */
export const deliveriesPath = '/deliveries';

/** What may be opened by a link: one report, or the list of a department. */
export type Linked = { readonly report: string } | { readonly department: string };

/** The address of a report, with the key that opens it: who has the address may read it. */
export function reportAddress(home: Home, id: string): string {
  return `${cityAddress()}${reportPath(home, id)}`;
}

/** The same without the city's address. */
export function reportPath(home: Home, id: string): string {
  return `${deliveriesPath}/${id}?key=${keyOf(home, { report: id })}`;
}

/** The address of the list of a department's deliveries, with the key that opens it. */
export function listAddress(home: Home, department: string): string {
  return `${cityAddress()}${deliveriesPath}?department=${department}&key=${keyOf(home, { department })}`;
}

/** The key of a link: only this city can make it, and it opens nothing else. */
export function keyOf(home: Home, linked: Linked): string {
  const words = 'report' in linked ? `report ${linked.report}` : `department ${linked.department}`;
  return createHmac('sha256', cityKey(home)).update(`deliveries: ${words}`).digest('base64url');
}

/** Whether a key opens what a link names; takes as long for every wrong one. */
export function isKeyOf(home: Home, linked: Linked, key: string): boolean {
  const [one, other] = [Buffer.from(key), Buffer.from(keyOf(home, linked))];
  return one.length === other.length && timingSafeEqual(one, other);
}

const cityAddress = (): string => process.env['HUB_URL'] ?? 'http://localhost:4000';
