import type { IncomingMessage, ServerResponse } from 'node:http';
import PostalMime from 'postal-mime';
import { isLoopbackHost } from './loopback.ts';
import type { MessageFolder } from './message-folder.ts';
import { listPage, messagePage, missingPage } from './viewer-pages.ts';

/** Nothing in a message may run, load or be sent anywhere: only our own style, known by its place. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Answers /, /<id>, /<id>/raw and /<id>/html. Never throws. */
export async function answerViewer(
  messages: MessageFolder,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // A page elsewhere could point a name of its own at this machine and read the mail.
    if (!isLoopbackHost(request.headers.host))
      return reply(response, 421, 'text/plain', 'Open this page as 127.0.0.1 or localhost.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 405, 'text/plain', 'Only GET.');
    await route(messages, request.url ?? '/', response);
  } catch {
    reply(response, 500, 'text/plain', 'The message could not be read. Download it raw instead.');
  }
}

async function route(messages: MessageFolder, url: string, response: ServerResponse): Promise<void> {
  const [id = '', part] = url.split('?')[0]?.split('/').slice(1) ?? [];
  if (id === '') {
    const all = await messages.all();
    const rows = await Promise.all(
      all.reverse().map(async (message) => ({ message, email: await PostalMime.parse(message.raw) })),
    );
    return reply(response, 200, 'text/html', listPage(rows));
  }
  const message = await messages.read(id);
  if (!message) return reply(response, 404, 'text/html', missingPage());
  if (part === 'raw') {
    response.setHeader('Content-Disposition', `attachment; filename="${message.id}.eml"`);
    return reply(response, 200, 'message/rfc822', message.raw);
  }
  const email = await PostalMime.parse(message.raw);
  if (part === 'html') return reply(response, 200, 'text/plain', email.html ?? '');
  return reply(response, 200, 'text/html', messagePage(message, email));
}

function reply(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, {
    ...headers,
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
  });
  response.end(body);
}
