/** A backup or a restore that could not be; its message says what happened, what was expected, what to do. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}
