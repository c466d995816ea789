/** What kept the embedded database from working; people read the message, code switches on this. */
export type DatabaseFault =
  | 'PLATFORM'
  | 'BINARIES'
  | 'PRIVILEGE'
  | 'FOLDER'
  | 'DISK_FULL'
  | 'PORT_TAKEN'
  | 'LOCKED'
  | 'FOREIGN_SERVER'
  | 'PASSWORD'
  | 'DAMAGED'
  | 'START'
  | 'STOP';

/** A fault of the embedded database; its message says what happened, what was expected and what to do. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';

  constructor(
    readonly fault: DatabaseFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
