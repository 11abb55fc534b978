import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const linesOf = new WeakMap<Server, Set<Socket>>();

/**
 * Keeps account of a server's lines from now on. Browsers open some beforehand, in case there is a question; Node takes
 * one on which nothing was ever sent for one that is busy, and a stop would wait for it.
 */
export function noteLines(server: Server): void {
  const lines = new Set<Socket>();
  linesOf.set(server, lines);
  server.on('connection', (line: Socket) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
}

/** Closes the lines on which nothing was ever sent. */
export function cutUnusedLines(server: Server): void {
  for (const line of linesOf.get(server) ?? []) if (line.bytesRead === 0) line.destroy();
}
