import { randomBytes } from 'node:crypto';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../lib/make-folder.ts';

/** A message as it came over the wire. */
export interface CaughtMessage {
  /** File name without its ending; sorts by the time it came. */
  id: string;
  /** Addresses of the SMTP envelope, which may differ from the headers. */
  recipients: string[];
  raw: Buffer;
}

export interface MessageFolder {
  keep(stream: AsyncIterable<Buffer>, recipients: string[]): Promise<void>;
  all(): Promise<CaughtMessage[]>;
  ids(): Promise<string[]>;
  read(id: string): Promise<CaughtMessage | undefined>;
}

/** A header of our own, as mail servers add one, that keeps the envelope beside the message. */
const ENVELOPE_HEADER = 'X-Envelope-To: ';
const ID = /^\d{13}-[0-9a-f]{8}$/;

/** Opens a folder of raw messages, making it where it is missing. */
export async function openMessageFolder(folder: string): Promise<MessageFolder> {
  makeFolder(folder);
  const ids = async (): Promise<string[]> =>
    (await readdir(folder))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -'.eml'.length))
      .filter((id) => ID.test(id))
      .sort();
  const read = async (id: string): Promise<CaughtMessage | undefined> => {
    if (!ID.test(id)) return undefined;
    const file = await readFile(join(folder, `${id}.eml`)).catch(() => undefined);
    return file && takeApart(id, file);
  };
  let last = 0;
  return {
    ids,
    read,
    async keep(stream, recipients) {
      const chunks: Buffer[] = [Buffer.from(`${ENVELOPE_HEADER}${recipients.join(', ')}\r\n`)];
      for await (const chunk of stream) chunks.push(chunk);
      // Two messages of one millisecond keep their order.
      last = Math.max(Date.now(), last + 1);
      const path = join(folder, `${last}-${randomBytes(4).toString('hex')}`);
      // Written under another name first, so that no half message is ever listed.
      await writeFile(`${path}.part`, Buffer.concat(chunks), { mode: 0o600 });
      await rename(`${path}.part`, `${path}.eml`);
    },
    async all() {
      const found = await Promise.all((await ids()).map(read));
      return found.filter((message) => message !== undefined);
    },
  };
}

function takeApart(id: string, file: Buffer): CaughtMessage {
  const end = file.indexOf('\r\n');
  const first = file.subarray(0, end).toString('utf8');
  if (!first.startsWith(ENVELOPE_HEADER)) return { id, recipients: [], raw: file };
  return { id, recipients: first.slice(ENVELOPE_HEADER.length).split(', '), raw: file.subarray(end + 2) };
}
