import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface TakenMail {
  to: string;
  messageId: string;
  text: string;
}

export interface MailServer {
  port: number;
  /** Every mail whose last byte arrived, whether or not the sender was told so. */
  taken: TakenMail[];
  /** Takes every mail about which the server has kept silent so far. */
  breakSilence(): void;
  /** As if it were switched off. */
  stop: () => Promise<void>;
}

export interface Behaviour {
  /** SMTP code with which a recipient is answered instead of being taken, or silence. */
  atRecipient?: (address: string) => number | 'silence' | undefined;
  /**
   * What happens once the whole mail is there: an SMTP code, `drop` without an answer, silence, or undefined to take
   * it.
   */
  afterData?: (mail: TakenMail) => number | 'drop' | 'silence' | undefined;
  delayMs?: number;
}

/** Starts a mail server that behaves as told. `behaviour` may be changed while it runs. */
export async function startMailServer(
  behaviour: Behaviour,
  options: SMTPServerOptions & { port?: number } = {},
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const keptWaiting: (() => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    disableReverseLookup: true,
    onRcptTo(address, _session, callback) {
      const responseCode = behaviour.atRecipient?.(address.address);
      if (responseCode === 'silence') return void keptWaiting.push(() => callback(null));
      callback(responseCode ? Object.assign(new Error('not this one'), { responseCode }) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const mail = {
          to: session.envelope.rcptTo[0]?.address ?? '',
          messageId: /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '',
          text,
        };
        taken.push(mail);
        const answer = behaviour.afterData?.(mail);
        const finish = (): void => {
          if (answer === 'silence') return void keptWaiting.push(() => callback(null));
          // The line is cut under the server's feet, as a crash or a lost network would.
          if (answer === 'drop')
            connectionsOf(server)
              .find(({ id }) => id === session.id)
              ?._socket.destroy();
          else callback(answer ? Object.assign(new Error('no'), { responseCode: answer }) : null);
        };
        if (behaviour.delayMs) setTimeout(finish, behaviour.delayMs);
        else finish();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(options.port ?? 0, '127.0.0.1');
  await new Promise((done) => listening.once('listening', done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  const stop = (): Promise<void> => new Promise((done) => server.close(() => done()));
  return {
    port: (listening.address() as AddressInfo).port,
    taken,
    stop,
    breakSilence: () => keptWaiting.splice(0).forEach((answer) => answer()),
  };
}

function connectionsOf(server: SMTPServer): { id: string; _socket: { destroy(): void } }[] {
  return [...(server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections];
}
