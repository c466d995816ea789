import type { ServerResponse } from 'node:http';
import type { Piece } from './table-writer.js';

/** Sends a piece of an answer and waits until the client has read enough; rejects when it is gone or takes too long. */
export function sentPiece(
  response: ServerResponse,
  piece: Piece,
  slowAfter: number,
): Promise<void> {
  if (response.destroyed) return Promise.reject(new Error('The client has gone.'));
  if (piece.length === 0) return Promise.resolve();
  if (response.write(piece)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (failure?: string): void => {
      clearTimeout(timer);
      response.off('drain', drained);
      response.off('close', gone);
      if (failure === undefined) resolve();
      else reject(new Error(failure));
    };
    const drained = (): void => settle();
    const gone = (): void => settle('The client has gone.');
    const timer = setTimeout(() => settle('The client reads too slowly.'), slowAfter);
    response.once('drain', drained);
    response.once('close', gone);
  });
}
