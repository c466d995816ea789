import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Starts a program of ours, given by its URL, as a process of its own; resolves with what it says first. */
export async function startChild(
  program: URL,
  words: readonly string[] = [],
): Promise<{ child: ChildProcess; first: unknown }> {
  const child = fork(program, words, {
    execArgv: ['--conditions=source', '--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [first] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(
        `The program ${program.pathname} ended with ${String(code)} and said nothing.`,
      );
    }),
    // The arguments of an event are a list.
  ])) as [unknown];
  return { child, first };
}

/** Kills a process as the machine would, and waits until it is gone. */
export async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
