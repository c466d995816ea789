/** Why a walk along a collection could not go on; what was read before is not all of it. */
export class BrokenWalk extends Error {
  override readonly name = 'BrokenWalk';

  /** `document` is the trusted document that was asked, `code` what the gateway said of the failure, if anything. */
  constructor(
    readonly document: string,
    readonly code: string | undefined,
    reason: string,
  ) {
    super(`The collection "${document}" could not be read to its end: ${reason}`);
  }
}
