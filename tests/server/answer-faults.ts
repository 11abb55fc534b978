import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Answer, HostileRequest } from './send-request.ts';

/**
 * Says what is wrong with an answer of the portal at an address: a failure, an echo, or something told of the machine.
 */
export function faults(portal: string, { method, path }: HostileRequest, answer: Answer | undefined): string[] {
  if (!answer) return [`${method} ${path}: no answer`];
  const { status, headers, body } = answer;
  const found: string[] = [];
  if (status >= 500) found.push(`status ${status}`);
  const isPage = (headers['content-type'] ?? '').startsWith('text/html');
  // The data of a case are given out as a file, with the words as they were written.
  const isFile =
    /^attachment/.test(headers['content-disposition'] ?? '') && headers['x-content-type-options'] === 'nosniff';
  // An officer who is signed in is told which of their paths is refused, as JSON.
  const isForOfficer = path.startsWith('/api/cms') && (headers['content-type'] ?? '').startsWith('application/json');
  // Nobody is shown what a redirect says beside its address, which it may therefore repeat as long as it is inert.
  const isRedirect = status >= 300 && status < 400;
  const echoes = isPage || isRedirect ? runsSomething(body, portal) : !isFile && !isForOfficer && body.includes('zq');
  if (echoes) found.push('echo in the body');
  if (/zq["'<>]|<svg/.test(Object.values(headers).join('\n')) || headers['zq'] !== undefined)
    found.push('echo in a header');
  if ((headers['set-cookie'] ?? '').includes('zq')) found.push('cookie of the visitor’s own making');
  if (/\bat .{1,200}\.m?[jt]s:\d+|node_modules|file:\/\/|\/tmp\/|ENOENT|TypeError/.test(body))
    found.push('tells of the machine');
  if (headers['location'] && new URL(headers['location'], portal).origin !== portal)
    found.push(`leads to ${headers['location']}`);
  if (headers['x-content-type-options'] !== 'nosniff' || !headers['content-security-policy'])
    found.push('without the headers of every answer');
  return found.map((fault) => `${method} ${path}: ${fault}`);
}

/**
 * Says whether a page, read as a browser reads it, holds a handler of events, or an address that is a program or
 * another site's.
 */
function runsSomething(html: string, portal: string): boolean {
  const leadsAway = (address: string): boolean =>
    /evil\.example/i.test(address) && (!URL.canParse(address, portal) || new URL(address, portal).origin !== portal);
  const isHostile = (node: Nodes): boolean =>
    ('properties' in node &&
      Object.entries(node.properties).some(
        ([name, value]) =>
          /^on/i.test(name) ||
          (/^(?:href|src|action|formAction)$/.test(name) &&
            (/^\s*javascript:/i.test(String(value)) || leadsAway(String(value)))),
      )) ||
    ('children' in node && node.children.some(isHostile));
  return isHostile(unified().use(rehypeParse).parse(html));
}
