import type { EntityManager } from '@mikro-orm/postgresql';

import type { Loaders } from './batch.js';
import type { Changes } from './subscription/changes.js';

/** Who asks, as the gateway that signed the request says; nobody in particular until it does. */
export interface Caller {
  readonly role: 'anonymous' | 'resident' | 'department' | 'analyst';
  readonly subject?: string;
  readonly scopes: readonly string[];
}

export const anonymous: Caller = { role: 'anonymous', scopes: [] };

/** What one request may reach: its unit of work, its loaders, who asks, and the moment it is about. */
export interface Context {
  readonly em: EntityManager;
  readonly loaders: Loaders;
  readonly caller: Caller;
  readonly requestId: string;
  readonly now: Date;
  /** The changes that a subscription is fed from; only where one begins. */
  readonly changes?: Changes;
}
