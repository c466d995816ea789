import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { commandWith } from './privilege.js';
import type { Privilege } from './privilege.js';

/** A program of PostgreSQL to run: as whom, which, with which words, and in which folder. */
export interface Program {
  privilege: Privilege;
  path: string;
  options: string[];
  cwd: string;
}

/** How a program ended, with all it wrote. */
export interface Outcome {
  code: number | null;
  output: string;
}

/** Runs a program of PostgreSQL to its end, in a session of its own: Ctrl-C does not end it halfway. */
export function runProgram(program: Program): Promise<Outcome> {
  const { command, options, identity } = commandWith(
    program.privilege,
    program.path,
    program.options,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, {
      ...identity,
      cwd: program.cwd,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Starts a server that outlives this process: in a session of its own, so that Ctrl-C reaches the hub alone,
 * which then stops the server when its own work is done.
 */
export function spawnServer(program: Program, log: string): ChildProcess {
  const { command, options, identity } = commandWith(
    program.privilege,
    program.path,
    program.options,
  );
  const out = openSync(log, 'a', 0o600);
  try {
    const child = spawn(command, options, {
      ...identity,
      cwd: program.cwd,
      env: environment,
      detached: true,
      stdio: ['ignore', out, out],
    });
    child.unref();
    return child;
  } finally {
    closeSync(out);
  }
}

/** Variables such as PGDATA or PGOPTIONS of whoever starts the hub must not reach the embedded server. */
const environment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};
