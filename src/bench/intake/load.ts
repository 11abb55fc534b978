import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createSendKey } from '../../cases/intake/send-key.ts';

/*
 * Sends complaints over keep-alive connections for some seconds, each in the two steps of a citizen where the first is
 * answered with a key, and reports what came back: node src/bench/intake/load.ts PORT CONNECTIONS SECONDS AGENCY
 */
export interface LoadReport {
  /** Submissions, with both their steps. */
  answered: number;
  /** Answers that were not 200. */
  refused: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  max: number;
}

const [port, connections, seconds, agency = ''] = process.argv.slice(2);
const DIGITS = 9;
/** As long as a key of the server, so that both steps have the same length. */
const NO_KEY = 'x'.repeat(createSendKey('', { submission: {} as never, fileHashes: [] }, new Date()).length);
const times: number[] = [];
let refused = 0;
const started = performance.now();
const end = started + Number(seconds) * 1000;
const nextRequest = requests();

await Promise.all(Array.from({ length: Number(connections) }, () => oneConnection()));
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const report: LoadReport = {
  answered: times.length,
  refused,
  seconds: (performance.now() - started) / 1000,
  p50: at(0.5),
  p99: at(0.99),
  max: at(1),
};
process.send?.(report, () => process.exit());

function oneConnection(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.setNoDelay(true);
    let received = '';
    let since = 0;
    let request: Request;
    const next = (): void => {
      since = performance.now();
      request = nextRequest();
      if (since >= end) socket.end();
      else socket.write(request.bytes);
    };
    socket.setEncoding('latin1');
    socket.on('connect', next);
    socket.on('data', (text: string) => {
      received += text;
      const headEnd = received.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(received)?.[1];
      if (headEnd < 0 || length === undefined || received.length < headEnd + 4 + Number(length)) return;
      const key = /"submissionKey":"([^"]+)"/.exec(received)?.[1];
      const isFirst = request.bytes.includes(NO_KEY, request.keyAt);
      const taken = received.startsWith('HTTP/1.1 200');
      received = '';
      if (taken && key && isFirst) {
        request.bytes.write(key, request.keyAt, 'latin1');
        socket.write(request.bytes);
        return;
      }
      times.push(performance.now() - since);
      if (!taken) refused++;
      next();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}

interface Request {
  bytes: Buffer;
  keyAt: number;
}

/**
 * Makes what gives the next complaint as a browser posts it: its own words and address each time, and room for a key.
 * The bytes stay the same but for their numbers, so that the sender takes as little as it can of the processor that it
 * shares with the server.
 */
function requests(): () => Request {
  const boundary = '----formboundary7MA4YWxkTrZu0gW';
  const number = '#'.repeat(DIGITS);
  const fields = {
    submissionKey: NO_KEY,
    agency,
    service: '',
    details:
      `I paid for a new connection in March and nobody has come since. This is complaint number ${number}. `.repeat(4),
    broken: 'too-slow',
    amountAsked: '',
    happenedOn: '2026-03-01',
    happenedUntil: '',
    where: 'Head office',
    officer: '',
    wanted: 'I want the connection that I paid for.',
    language: 'en',
    email: `citizen${number}@home.example`,
    name: '',
    phone: '',
    leaveThisEmpty: '',
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join('')}--${boundary}--\r\n`;
  const head = `POST /cases/new/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.@@@.@@@.@@@\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const template = Buffer.from(head + body);
  const places = [...template.toString('latin1').matchAll(/#+/g)].map(({ index }) => index);
  const addressAt = template.indexOf('@@@');
  const keyAt = template.indexOf(NO_KEY);
  let sent = 0;
  return () => {
    const request = Buffer.from(template);
    const digits = String(++sent).padStart(DIGITS, '0');
    for (const place of places) request.write(digits, place, 'latin1');
    const byte = (place: number): number => 100 + (Math.floor(sent / 156 ** place) % 156);
    request.write(`${byte(2)}.${byte(1)}.${byte(0)}`, addressAt, 'latin1');
    return { bytes: request, keyAt };
  };
}
