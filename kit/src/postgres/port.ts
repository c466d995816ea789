import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { portTaken } from './database.errors.js';
import { commandOf } from './process-table.js';

/** A free port of the loopback address; the one asked for, or a problem that names the process holding it. */
export async function claimPort(asked: number): Promise<number> {
  const port = await tryPort(asked);
  if (port === undefined) throw portTaken(asked, holderOfPort(asked));
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause: NodeJS.ErrnoException) =>
      cause.code === 'EADDRINUSE' ? resolve(undefined) : reject(cause),
    );
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

/** Names the process that listens on a port, where this user may know it. */
export function holderOfPort(port: number): string | undefined {
  const pid = process.platform === 'linux' ? holderInProc(port) : holderOfLsof(port);
  return pid === undefined ? undefined : `process ${pid} (${commandOf(pid).slice(0, 80)})`;
}

function holderInProc(port: number): number | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  // Columns: slot, local address:port, remote, state (0A is listening), …, inode in the tenth.
  const links = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => lines(file))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${hex}`) && fields[3] === '0A')
    .map((fields) => `socket:[${fields[9]}]`);
  const listening = new Set(links);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFiles(pid).some((link) => listening.has(link)));
}

function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return []; // Another user's process, or gone.
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function lines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function holderOfLsof(port: number): number | undefined {
  try {
    const options = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp'];
    const match = /^p(\d+)$/m.exec(execFileSync('lsof', options, { encoding: 'utf8' }));
    return match ? Number(match[1]) : undefined;
  } catch {
    return undefined;
  }
}
