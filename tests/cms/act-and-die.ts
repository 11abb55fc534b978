import { flushCompileCache } from 'node:module';
import { copyAfterEach, dieAfter } from './die-after.ts';

/*
 * act-and-die.ts ACTIONS FOLDER WHAT copies INTO: does something in the folder's portal, as the module ACTIONS does it, and
 * copies the folder after each step that writes. With `after STEP` in place of `copies INTO`, it is killed after the first
 * step of that name.
 */
const [actions = '', dir = '', what = '', how = '', argument = ''] = process.argv.slice(2);
if (how === 'copies') copyAfterEach(dir, argument);
else dieAfter(argument);

const { act } = (await import(actions)) as { act: (dir: string, what: string) => Promise<unknown> };
// For the next process: one that is killed would not keep what it compiled.
flushCompileCache();
await act(dir, what);
