/** One command of the hub's command line. */
export interface Command {
  /** How it is called, after `npm run hub --`. */
  readonly usage: string;
  /** One sentence on what it does. */
  readonly summary: string;
  /** Does it; answers the process's exit code. Throws a CommandFault for what its caller can mend. */
  readonly run: (words: readonly string[]) => Promise<number>;
}

/** What is wrong with the words of a call, and what to write instead. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}
