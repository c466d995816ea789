const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space',
  EDQUOT: 'the quota of this user is used up. Free some space',
  EROFS: 'the disk is read-only. Make it writable, or name another folder in HUB_HOME',
  EACCES: 'this user may not. Give this user the file and its folder',
  EPERM: 'this user may not. Give this user the file and its folder',
  ENOTDIR: 'a file stands where a folder was expected. Move it away',
};

/** What to tell whose disk refused a file: which one, why, and what to do; undefined for any other failure. */
export function diskRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  const remedy = remedies[String(error.code)];
  // A file that is open already has no name in what the system tells.
  const file = 'path' in error ? String(error.path) : 'A file of this city';
  return (
    remedy &&
    `${file} could not be read or written: ${remedy}, then try again. What was acknowledged is kept.`
  );
}
