/** Why a request about deliveries is refused: a closed list that clients switch on. */
export type DeliveryRefusal =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'BAD_FILE_NAME'
  | 'BAD_PARAMETER'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  | 'UNSUPPORTED_TYPE'
  | 'BROKEN_OFF';

/** A request about deliveries that is refused, with the status and headers to say so. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';

  constructor(
    readonly code: DeliveryRefusal,
    message: string,
    readonly answer: {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ) {
    super(message);
  }
}

/** The answer to who shows no token, and no key, where one is needed. */
export function unauthenticated(): DeliveryRefused {
  return new DeliveryRefused(
    'UNAUTHENTICATED',
    'Say who you are: send a token as "Authorization: Bearer …", or open the address that the import printed, with its key.',
    { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  );
}

/** The answer to a token that gives no department its deliveries. */
export function notDelivering(): DeliveryRefused {
  return new DeliveryRefused(
    'FORBIDDEN',
    'This token delivers for no department, or not for this one. Have the system registered with a scope such as deliveries.kominkan.',
    { status: 403 },
  );
}

/** The answer to a delivery that is not there, and to who may not know whether it is. */
export function noSuchDelivery(): DeliveryRefused {
  return new DeliveryRefused('NOT_FOUND', 'There is no such delivery among yours.', {
    status: 404,
  });
}

/** The answer to a body that is larger than the city takes; the connection ends, so that the rest is not sent. */
export function tooLarge(bytes: number): DeliveryRefused {
  return new DeliveryRefused(
    'TOO_LARGE',
    `Send no more than ${bytes} bytes, or put the file into the department's folder.`,
    { status: 413, headers: { connection: 'close' } },
  );
}

/** The answer to who falls silent in the midst of a file, or sends it too slowly. */
export function tooSlow(): DeliveryRefused {
  return new DeliveryRefused(
    'TOO_SLOW',
    "The file came too slowly, or stopped coming. Send it again, or put it into the department's folder.",
    { status: 408, headers: { connection: 'close' } },
  );
}
