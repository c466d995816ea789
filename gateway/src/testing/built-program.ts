import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a program of this folder, as it was built, as a process of its own; resolves with what it says first. */
export async function startBuilt(
  name: string,
  words: readonly string[],
): Promise<{ child: ChildProcess; first: unknown }> {
  // Also where this file runs from its source, as in tests.
  const program = new URL(`../../dist/testing/${name}.js`, import.meta.url);
  const child = fork(fileURLToPath(program), words, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [first] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`"${name}" ended with ${String(code)}. Build it first: npx tsc -b gateway.`);
    }),
    // The arguments of an event are a list.
  ])) as [unknown];
  return { child, first };
}
