import type { Context } from '../context.js';
import type { Act } from './record.write.js';

/** A write on behalf of a department: who, why, and when. */
export interface Writing {
  readonly act: Act;
  readonly now: Date;
}

/** The write that a mutation is, by the reason that its input gives. */
export const writingOf = (
  verb: string,
  { reason }: { readonly reason: string },
  { caller, now }: Context,
): Writing => ({ act: { verb, reason, caller }, now });
