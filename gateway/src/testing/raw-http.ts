import { connect, type Socket } from 'node:net';

/** What a server sent back on one connection, and whether it closed it. */
export interface RawReply {
  text: string;
  statuses: number[];
  isClosed: boolean;
}

/** Sends bytes as they are and gathers what comes back, until the server closes or some time has passed. */
export async function sendRaw(address: string, sent: string, patience = 1000): Promise<RawReply> {
  const socket = await connected(address);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
  socket.write(sent, 'latin1');
  const isClosed = await Promise.race([closed, after(patience)]);
  socket.destroy();
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { text, statuses, isClosed };
}

/** Opens a connection on which nothing is sent yet; what goes wrong with it later is passed over. */
export function connected(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket));
    socket.on('error', reject);
  });
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
