import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * The limit of every server in Node: one buffer with its headers, whatever is asked for.
 * node src/bench/serve/bare-server.ts FILE.gz; prints its address when it listens.
 */
const body = readFileSync(process.argv[2] ?? '');
const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip', 'content-length': body.byteLength };
const server = createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`Portal http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`),
);
