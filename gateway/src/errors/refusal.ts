import { reasonOf, type Log } from '../log.js';
import { RequestRefused } from './gateway-error.js';

/** What a client is told of whatever ended its request; what is not for it goes to the log. */
export function refusalOf(error: unknown, requestId: string | undefined, log: Log): RequestRefused {
  if (error instanceof RequestRefused) {
    if (error.cause !== undefined) {
      log.warn({ requestId, code: error.code, reason: reasonOf(error.cause) }, error.message);
    }
    return error;
  }
  log.error({ requestId, reason: reasonOf(error) }, 'The gateway failed on a request.');
  return new RequestRefused(
    'INTERNAL',
    `The gateway failed on this request; the log names it by ${requestId ?? 'its time'}.`,
  );
}
