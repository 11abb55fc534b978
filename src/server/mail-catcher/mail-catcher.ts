import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { openMessageFolder, type CaughtMessage } from './message-folder.ts';
import { answerViewer } from './viewer.ts';

export interface MailCatcherOptions {
  /** 0 lets the system choose a free one. */
  smtpPort: number;
  webPort: number;
  /** Each message is kept here as it came, one .eml file each. */
  folder: string;
  host?: string;
}

export interface MailCatcher {
  smtpPort: number;
  webPort: number;
  /** Every message caught so far, oldest first. */
  messages(): Promise<CaughtMessage[]>;
  close(): Promise<void>;
}

const MESSAGE_BYTES_MAX = 25 * 1024 * 1024;

/**
 * Starts a real SMTP server that keeps whatever it is given and delivers nothing, and a page on which the mail
 * can be read. Both listen on the loopback address: it takes mail from anybody who can reach it.
 */
export async function startMailCatcher({
  smtpPort,
  webPort,
  folder,
  host = '127.0.0.1',
}: MailCatcherOptions): Promise<MailCatcher> {
  const messages = await openMessageFolder(folder);
  const smtp = new SMTPServer({
    banner: 'OpenCharter mail catcher',
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
    size: MESSAGE_BYTES_MAX,
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      messages.keep(stream, recipients).then(
        () =>
          callback(stream.sizeExceeded ? Object.assign(new Error('Message too large'), { responseCode: 552 }) : null),
        (error: Error) => callback(error),
      );
    },
  });
  // A client that breaks off must not end the program.
  smtp.on('error', () => undefined);
  const web = createServer((request, response) => void answerViewer(messages, request, response));
  const [smtpAddress, webAddress] = await Promise.all([listen(smtp, smtpPort, host), listen(web, webPort, host)]);
  return {
    smtpPort: smtpAddress.port,
    webPort: webAddress.port,
    messages: () => messages.all(),
    async close() {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => smtp.close(() => done())),
        new Promise<void>((done) => web.close(() => done())),
      ]);
    },
  };
}

interface Listener {
  listen(port: number, host: string, ready: () => void): { address(): AddressInfo | string | null };
  once(event: 'error', listener: (error: Error) => void): unknown;
}

function listen(server: unknown, port: number, host: string): Promise<AddressInfo> {
  const listener = server as Listener;
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    const listening = listener.listen(port, host, () => resolve(listening.address() as AddressInfo));
  });
}
