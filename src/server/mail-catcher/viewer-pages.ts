import type { Email } from 'postal-mime';
import { markup, type Markup } from '../../lib/markup.ts';
import type { CaughtMessage } from './message-folder.ts';

/** The list of messages, newest first. */
export function listPage(rows: { message: CaughtMessage; email: Email }[]): string {
  const items = rows.map(
    ({ message, email }) =>
      markup`<tr><td>${when(message)}</td><td>${message.recipients.join(', ')}</td><td><a href="/${message.id}">${email.subject || '(no subject)'}</a></td></tr>`,
  );
  const table = markup`<table><thead><tr><th>Caught (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${items}</tbody></table>`;
  return page(
    'Caught mail',
    markup`<h1>Caught mail</h1><p>Mail of this machine’s portal. None of it was delivered. Reload to see new mail.</p>${rows.length > 0 ? table : markup`<p>No mail yet.</p>`}`,
  );
}

/** One message: headers, text as text, and what else it holds by name only. */
export function messagePage(message: CaughtMessage, email: Email): string {
  const headers = email.headers.map(({ originalKey, value }) => markup`<dt>${originalKey}</dt><dd>${value}</dd>`);
  const attachments = email.attachments.map(
    ({ filename, mimeType }) => markup`<li>${filename ?? '(no name)'} (${mimeType})</li>`,
  );
  return page(
    email.subject || '(no subject)',
    markup`<p><a href="/">All mail</a></p><h1>${email.subject || '(no subject)'}</h1>
<pre>${email.text ?? '(no text part)'}</pre>
${attachments.length > 0 ? markup`<h2>Attachments</h2><ul>${attachments}</ul>` : ''}
<h2>Headers</h2><dl><dt>Envelope recipients</dt><dd>${message.recipients.join(', ')}</dd>${headers}</dl>
<p><a href="/${message.id}/raw">Download raw</a>${email.html ? markup` · <a href="/${message.id}/html">Source of the HTML part</a>` : ''}</p>`,
  );
}

export function missingPage(): string {
  return page('No such message', markup`<h1>No such message</h1><p><a href="/">All mail</a></p>`);
}

function when(message: CaughtMessage): string {
  return new Date(Number(message.id.split('-')[0])).toISOString().slice(0, 19).replace('T', ' ');
}

const style = markup`:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.4rem .6rem;border-bottom:1px solid #8886;vertical-align:top}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #8886;padding:1rem;font:inherit}
dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}`;

function page(title: string, body: Markup): string {
  return markup`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`
    .text;
}
