import type { EntityManager } from '@mikro-orm/postgresql';

import type { Loaders } from './batch.js';
import type { Changes } from './subscription/changes.js';

/** Who asks and what for, as the gateway that signed the request says; nobody in particular until it does. */
export interface Caller {
  readonly role: 'anonymous' | 'resident' | 'department' | 'analyst';
  readonly subject?: string;
  readonly scopes: readonly string[];
  /** The system that asks, where its token names one. */
  readonly client?: string;
  /** The purpose stated with the request, one that its token allows. */
  readonly purpose?: string;
  /** The legal basis stated with the request. */
  readonly basis?: string;
  /** Policies that the gateway decides and that this request meets. */
  readonly policies?: readonly string[];
}

export const anonymous: Caller = { role: 'anonymous', scopes: [] };

/** What one request may reach: its unit of work, its loaders, who asks, and the moment it is about. */
export interface Context {
  readonly em: EntityManager;
  readonly loaders: Loaders;
  readonly caller: Caller;
  readonly requestId: string;
  readonly now: Date;
  /** Whether whole lists are read, so that their pages may be long; only the gateway's own city may. */
  readonly longPages: boolean;
  /** What the answer rests on; who asks a source for this moment's state notes it, so that nobody keeps the answer. */
  readonly told: { isLive: boolean };
  /** The changes that a subscription is fed from; only where one begins. */
  readonly changes?: Changes;
}
