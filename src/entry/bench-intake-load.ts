import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/*
 * Sends complaints over keep-alive connections for some seconds and reports what came back:
 * node src/entry/bench-intake-load.ts PORT CONNECTIONS SECONDS AGENCY
 */
export interface LoadReport {
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
    const next = (): void => {
      since = performance.now();
      if (since >= end) socket.end();
      else socket.write(nextRequest());
    };
    socket.setEncoding('latin1');
    socket.on('connect', next);
    socket.on('data', (text: string) => {
      received += text;
      const headEnd = received.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(received)?.[1];
      if (headEnd < 0 || length === undefined || received.length < headEnd + 4 + Number(length)) return;
      times.push(performance.now() - since);
      if (!received.startsWith('HTTP/1.1 200')) refused++;
      received = '';
      next();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}

/**
 * Makes what gives the next complaint as a browser posts it: its own words, key and address each time. The bytes stay the same but
 * for their numbers, so that the sender takes as little as it can of the processor that it shares with the server.
 */
function requests(): () => Buffer {
  const boundary = '----formboundary7MA4YWxkTrZu0gW';
  const number = '#'.repeat(DIGITS);
  const fields = {
    submissionKey: `measured-${process.pid}-${number}`,
    agency,
    service: '',
    whatHappened: `I paid for a new connection in March and nobody has come since. This is complaint number ${number}. `.repeat(4),
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
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const body = `${parts.join('')}--${boundary}--\r\n`;
  const head = `POST /cases/new/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.@@@.@@@.@@@\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const template = Buffer.from(head + body);
  const places = [...template.toString('latin1').matchAll(/#+/g)].map(({ index }) => index);
  const addressAt = template.indexOf('@@@');
  let sent = 0;
  return () => {
    const request = Buffer.from(template);
    const digits = String(++sent).padStart(DIGITS, '0');
    for (const place of places) request.write(digits, place, 'latin1');
    const byte = (place: number): number => 100 + (Math.floor(sent / 156 ** place) % 156);
    request.write(`${byte(2)}.${byte(1)}.${byte(0)}`, addressAt, 'latin1');
    return request;
  };
}
