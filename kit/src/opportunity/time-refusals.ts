import { OutsideHours, RoomUnknown } from '../slot/refusal.js';
import { ChangedMeanwhile, RecordUnknown } from '../write/refusal.js';
import { AlreadyBegun, AlreadyCancelled } from './opportunity.refusal.js';

/** Why one time of an opportunity is not moved, whichever department's it is. */
export const timeRefusals = [
  OutsideHours,
  RoomUnknown,
  AlreadyBegun,
  AlreadyCancelled,
  RecordUnknown,
  ChangedMeanwhile,
] as const;
