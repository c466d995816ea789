import type { DeliveryCounts } from '@manabi/kit/delivery/delivery.target';

import type { ImportResult, VenueCounts } from '../import/import-request.js';

/** How a file came. */
export type DeliveryWay = 'COMMAND' | 'INBOX' | 'UPLOAD' | 'PULL';

/**
 * What became of a delivery. TAKING: it is being read, or waits for its turn. REFUSED: nothing of it could be taken. FAILED: the hub broke
 * down over it and tries again. The others are those of an import.
 */
export type DeliveryState = 'TAKING' | 'REFUSED' | 'FAILED' | ImportResult['state'];

/** One delivery, as it is remembered beside its report. It holds no value of the file but headers. */
export interface DeliveryRecord {
  /** A UUID; the number of the import too. */
  readonly id: string;
  /** Whose file it is; null where nobody said. */
  readonly department: string | null;
  readonly dataset: string;
  readonly fileName: string;
  readonly way: DeliveryWay;
  readonly state: DeliveryState;
  /** Moments, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Whether it was read by a map of the department's own columns. */
  readonly isMapped: boolean;
  /** What it did, or would do, by service. */
  readonly counts: Readonly<Record<string, DeliveryCounts>>;
  readonly venues: VenueCounts | null;
  /** The account of the whole file in Japanese. */
  readonly account: string;
  /** Why the whole file was refused. */
  readonly problem: DeliveryProblem | null;
}

/** Why nothing of a file was taken: for machines, for people, and what to do; `found` names headers, never a value. */
export interface DeliveryProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly found: Readonly<Record<string, readonly string[]>>;
}
