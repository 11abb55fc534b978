import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { onPath } from '../frame/on-path.ts';
import { watched } from '../frame/watched-process.ts';

export interface Served {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

const CONNECTIONS = 32;

/**
 * Asks for a page over 32 connections for some seconds, gzip accepted: with wrk where it is installed, which takes less
 * of the cores that it shares with the server, else with a client of our own. Rejects when an answer is not the page.
 */
export async function askFor(url: string, seconds: number): Promise<Served> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  if (!answer.ok || answer.headers.get('content-encoding') !== 'gzip')
    throw new Error(`${url} answered ${answer.status}, ${answer.headers.get('content-encoding') ?? 'not compressed'}.`);
  await answer.arrayBuffer();
  const wrk = await onPath('wrk');
  return wrk ? withWrk(wrk, url, seconds) : withSockets(new URL(url), seconds);
}

/** Which client asks, for the notes. */
export async function clientInWords(): Promise<string> {
  return (await onPath('wrk'))
    ? `wrk, one thread, ${CONNECTIONS} connections`
    : `a client in Node, ${CONNECTIONS} connections`;
}

async function withWrk(program: string, url: string, seconds: number): Promise<Served> {
  const { output } = await watched(program, [
    ...['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency'],
    ...['-H', 'Accept-Encoding: gzip', url],
  ]);
  if (/Non-2xx/.test(output)) throw new Error(`${url} was refused at times:\n${output}`);
  const [, amount = '', scale = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(output) ?? [];
  const factor = { us: 0.001, ms: 1, s: 1000 }[scale] ?? Number.NaN;
  return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]), p99: Number(amount) * factor };
}

async function withSockets(url: URL, seconds: number): Promise<Served> {
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const request = `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: gzip\r\n\r\n`;
  await Promise.all(Array.from({ length: CONNECTIONS }, () => oneConnection(url, request, end, times)));
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length * 1000) / (performance.now() - started),
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  };
}

function oneConnection({ hostname, port }: URL, request: string, end: number, times: number[]): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname);
    let left = 0;
    let since = 0;
    const ask = (): void => {
      since = performance.now();
      if (since >= end) socket.end();
      else socket.write(request);
    };
    socket.setNoDelay(true);
    socket.once('connect', ask);
    socket.on('data', (chunk: Buffer) => {
      if (left === 0) {
        const head = chunk.toString('latin1');
        left = head.indexOf('\r\n\r\n') + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
      }
      left -= chunk.byteLength;
      if (left > 0) return;
      left = 0;
      times.push(performance.now() - since);
      ask();
    });
    socket.once('error', fail);
    socket.once('close', () => done());
  });
}
