import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

import { SelectionMethod } from './selection.js';

/** Whether one can apply. Computed from dates and places for a moment; never stored. */
export enum ApplicationState {
  BEFORE = 'BEFORE',
  OPEN = 'OPEN',
  LOTTERY = 'LOTTERY',
  WAITLIST = 'WAITLIST',
  CLOSED = 'CLOSED',
  NO_APPLICATION = 'NO_APPLICATION',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(ApplicationState, {
  name: 'ApplicationState',
  description: 'Whether one can apply at a moment (申込状況). Computed, never stored.',
  valuesConfig: {
    BEFORE: { description: 'Applications are not open yet (受付前).' },
    OPEN: { description: 'Applications are open and there is room, as far as known (受付中).' },
    LOTTERY: { description: 'Applications are open; lots will be drawn (抽選受付中).' },
    WAITLIST: { description: 'Full; one may wait for a place (キャンセル待ち).' },
    CLOSED: { description: 'Applications are over, or it was cancelled or has begun (受付終了).' },
    NO_APPLICATION: { description: 'No application is needed (申込不要).' },
    UNKNOWN: { description: 'The dates are not known (不明).' },
  },
});

/** What the state depends on. */
export interface ApplicationFacts {
  readonly applyOpensAt?: Date | null;
  readonly applyClosesAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly cancelledAt?: Date | null;
  readonly selection?: { readonly method: SelectionMethod } | null;
  readonly capacity?: number | null;
  readonly taken?: number | null;
}

/** Tells whether one can apply at a moment. */
export function applicationState(facts: ApplicationFacts, at: Date): ApplicationState {
  const { applyOpensAt: opens, applyClosesAt: closes, endsAt } = facts;
  if (facts.cancelledAt || (endsAt && endsAt < at)) return ApplicationState.CLOSED;
  if (facts.selection?.method === SelectionMethod.NONE) return ApplicationState.NO_APPLICATION;
  if (closes && closes < at) return ApplicationState.CLOSED;
  if (opens && opens > at) return ApplicationState.BEFORE;
  if (!opens && !closes) return ApplicationState.UNKNOWN;
  if (facts.selection?.method === SelectionMethod.LOTTERY) return ApplicationState.LOTTERY;
  const full = facts.capacity != null && facts.taken != null && facts.taken >= facts.capacity;
  return full ? ApplicationState.WAITLIST : ApplicationState.OPEN;
}
