import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Metric } from '../metrics/metric-text.ts';
import type { OfProcess } from '../metrics/of-processes.ts';

/** Holds what the first process tells one that it starts. No setting: nobody else gives it. */
export const MEMBER = 'OPENCHARTER_MEMBER';

/** What the first of several processes has settled for all. */
export const memberSchema = z.object({
  /** Its number among them, from 1; whoever takes its place has the same. */
  number: z.number(),
  port: z.number(),
  /** Where mail is caught that no server is named for. */
  catcher: z.object({ smtpPort: z.number(), webPort: z.number() }).optional(),
  /** Others serve already, so it listens only once it can. */
  othersServe: z.boolean(),
});
export type MemberGiven = z.output<typeof memberSchema>;

const figuresSchema = z.object({ number: z.number(), metrics: z.custom<Metric[]>(Array.isArray) });
/** What the processes say to each other; `id` belongs to a question and its answer. */
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('retire') }),
  z.object({ kind: z.literal('ask-all'), id: z.string() }),
  z.object({ kind: z.literal('ask-one'), id: z.string() }),
  z.object({ kind: z.literal('told-one'), id: z.string(), figures: figuresSchema }),
  z.object({ kind: z.literal('told-all'), id: z.string(), figures: z.array(figuresSchema) }),
]);
export type Message = z.output<typeof messageSchema>;

/** One of several processes, and its line to the one that started it. */
export interface Member extends MemberGiven {
  ready(): void;
  /** `retired` is called when another has taken its place. */
  onRetire(retired: () => void): void;
  /** Answers those who ask this process for its figures. */
  tellFigures(read: () => Promise<Metric[]>): void;
  /** The figures of all. Those of one that says nothing in time are left out. */
  allFigures(): Promise<OfProcess[]>;
}

/** The process that this one is among several, or undefined where it is alone. */
export function joinOthers(env: NodeJS.ProcessEnv): Member | undefined {
  const text = env[MEMBER];
  if (text === undefined || !process.send) return undefined;
  const given = memberSchema.parse(JSON.parse(text));
  const asked = new Map<string, (figures: OfProcess[]) => void>();
  let read: (() => Promise<Metric[]>) | undefined;
  let retired: (() => void) | undefined;
  const say = (message: Message): void => void process.send?.(message);
  process.on('message', (said) => {
    const message = messageSchema.safeParse(said).data;
    if (message?.kind === 'retire') retired?.();
    if (message?.kind === 'told-all') asked.get(message.id)?.(message.figures);
    if (message?.kind === 'ask-one')
      void read?.().then((metrics) =>
        say({ kind: 'told-one', id: message.id, figures: { number: given.number, metrics } }),
      );
  });
  return {
    ...given,
    ready: () => say({ kind: 'ready' }),
    onRetire: (call) => void (retired = call),
    tellFigures: (call) => void (read = call),
    async allFigures() {
      const id = randomUUID();
      const answered = new Promise<OfProcess[]>((resolve) => asked.set(id, resolve));
      say({ kind: 'ask-all', id });
      return answered.finally(() => asked.delete(id));
    },
  };
}
