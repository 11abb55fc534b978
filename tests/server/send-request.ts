import { request as httpRequest, type Agent } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface HostileRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends a request as it is: nothing is tidied, no redirect is followed. Gives undefined where the line was cut. */
export function send(
  portal: string,
  { method, path, headers, body }: HostileRequest,
  agent?: Agent,
): Promise<Answer | undefined> {
  const { hostname, port } = new URL(portal);
  return new Promise((done) => {
    const asked = httpRequest(
      {
        hostname,
        port,
        method,
        path,
        headers: { ...headers, 'content-length': body.length },
        ...(agent ? { agent } : {}),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => done(undefined));
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            body: unpacked(Buffer.concat(chunks), response.headers['content-encoding']).toString('utf8'),
          }),
        );
      },
    );
    asked.once('error', () => done(undefined));
    asked.end(body);
  });
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
}
