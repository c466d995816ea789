import { connect, isIP, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** How a subgraph proves who it is, and the gateway to it; PEM texts. */
export interface SecureConnection {
  /** The authorities that are trusted instead of the system's. */
  ca?: string | readonly string[];
  /** The gateway's own certificate and key, where the subgraph asks for one. */
  cert?: string;
  key?: string;
  /** The name in the subgraph's certificate, where it is not the host of its address. */
  servername?: string;
  /** `TLSv1.2` unless said. */
  minVersion?: 'TLSv1.2' | 'TLSv1.3';
}

/** Begins a connection, which is ready once it tells of the event. What comes is given to `onread`, not to streams. */
export type Dial = (onread: OnReadOpts) => {
  readonly socket: Socket;
  readonly ready: 'connect' | 'secureConnect';
};

/** Milliseconds of silence after which the system looks whether the other side is still there. */
const silence = 60_000;

/** Tells how to connect to the host of an address, by TLS where the address says so. */
export function dialTo({ protocol, hostname, port }: URL, tls: SecureConnection = {}): Dial {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (protocol !== 'https:') {
    const to = { host, port: Number(port || 80) };
    return (onread) => ({ socket: lively(connect({ ...to, onread })), ready: 'connect' });
  }
  const { ca, servername = isIP(host) ? undefined : host, ...own } = tls;
  const to = {
    host,
    port: Number(port || 443),
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2' as const,
    ...own,
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(servername === undefined ? {} : { servername }),
  };
  let session: Buffer | undefined;
  return (onread) => {
    // Taken by `tls.connect` as by `net.connect`, though its types do not say so.
    const reading: object = { onread };
    const socket = connectSecurely({ ...to, ...(session && { session }), ...reading });
    socket.on('session', (made) => (session = made));
    return { socket: lively(socket), ready: 'secureConnect' };
  };
}

function lively(socket: Socket): Socket {
  return socket.setNoDelay(true).setKeepAlive(true, silence);
}
