import { findings, type Finding } from './finding.ts';

/** What is asked of the DNS; `node:dns/promises` gives it. */
export interface Resolver {
  resolveTxt(name: string): Promise<string[][]>;
  resolveMx(name: string): Promise<{ exchange: string; priority: number }[]>;
}

const about = findings('Sender in DNS');
/** The name is not there, or has no record of that kind. */
const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Looks whether receivers can tell the portal's mail from a forgery: SPF (RFC 7208), DKIM (RFC 6376) for the selector
 * that is named, DMARC (RFC 7489), and whether a bounce finds its way back (RFC 5321, 5.1).
 */
export async function checkMailNames(
  resolver: Resolver,
  domain: string,
  dkimSelector: string | undefined,
): Promise<Finding[]> {
  const looks = [
    checkSpf(resolver, domain),
    checkDkim(resolver, domain, dkimSelector),
    checkDmarc(resolver, domain),
    checkMx(resolver, domain),
  ];
  return Promise.all(
    looks.map((look) =>
      look.catch((error: NodeJS.ErrnoException) =>
        about.unknown(
          `The DNS could not be asked about ${domain} (${error.code ?? error.message}).`,
          'Run this where the DNS can be reached.',
        ),
      ),
    ),
  );
}

async function checkSpf(resolver: Resolver, domain: string): Promise<Finding> {
  const records = (await texts(resolver, domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [record] = records;
  if (record === undefined)
    return about.wrong(
      `${domain} has no SPF record, so mail from it is taken for forged.`,
      `Ask whoever runs ${domain} for a TXT record that names your mail server, such as "v=spf1 mx -all".`,
    );
  if (records.length > 1)
    return about.wrong(
      `${domain} has ${records.length} SPF records; with more than one, none holds (RFC 7208, 3.2).`,
      'Join them in one record.',
    );
  if (/(?:^| )\+?all(?: |$)/i.test(record))
    return about.wrong(
      `The SPF record of ${domain} lets everybody send in its name: ${record}`,
      'End it with -all or ~all.',
    );
  return about.ok(`SPF: ${record}`);
}

async function checkDkim(resolver: Resolver, domain: string, selector: string | undefined): Promise<Finding> {
  if (!selector)
    return about.look(
      'DKIM was not looked at, because nothing tells the selector that your mail server signs with.',
      'Name it: npm run doctor -- --dkim-selector NAME',
    );
  const name = `${selector}._domainkey.${domain}`;
  const record = (await texts(resolver, name)).find((text) => /(?:^|;)\s*p=/.test(text));
  if (record === undefined)
    return about.wrong(
      `${name} has no key, so signatures of mail are worth nothing.`,
      'Publish the key of your mail server there.',
    );
  return /(?:^|;)\s*p=\s*(?:;|$)/.test(record)
    ? about.wrong(`The key at ${name} is taken back (empty).`, 'Publish the key that your mail server signs with now.')
    : about.ok(`DKIM: a key at ${name}`);
}

/** A name without a record of its own has that of the name above it. */
async function checkDmarc(resolver: Resolver, domain: string): Promise<Finding> {
  const labels = domain.split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const name = `_dmarc.${labels.slice(from).join('.')}`;
    const record = (await texts(resolver, name)).find((text) => /^v=DMARC1\s*(?:;|$)/.test(text));
    if (record !== undefined) return about.ok(`DMARC: ${record}`);
  }
  return about.look(
    `${domain} has no DMARC record; large mailboxes take less from such senders.`,
    `Publish "v=DMARC1; p=none" at _dmarc.${domain}, and make it stricter when SPF and DKIM hold.`,
  );
}

async function checkMx(resolver: Resolver, domain: string): Promise<Finding> {
  const found = await orNothing(resolver.resolveMx(domain));
  // RFC 7505: a single "." says that the name takes no mail.
  return found.some(({ exchange }) => exchange !== '' && exchange !== '.')
    ? about.ok(`Mail to ${domain} has a server.`)
    : about.look(
        `${domain} names no mail server, so what cannot be delivered does not come back.`,
        'Give it an MX record, or take an address in senderEmail that is read.',
      );
}

/** The texts at a name; a long one comes in pieces (RFC 7208, 3.3). */
async function texts(resolver: Resolver, name: string): Promise<string[]> {
  return (await orNothing(resolver.resolveTxt(name))).map((pieces) => pieces.join(''));
}

function orNothing<T>(answer: Promise<T[]>): Promise<T[]> {
  return answer.catch((error: NodeJS.ErrnoException) => {
    if (NOTHING.has(error.code ?? '')) return [];
    throw error;
  });
}
