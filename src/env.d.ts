import type { Language } from './lib/locales.ts';
import type { Portal } from './schemas/portal.ts';
import type { App as OpenCharterApp } from './server/app.ts';
import type { EditionView } from './server/rendering/edition-view.ts';

declare global {
  interface ImportMetaEnv {
    /** What this build is for; see `src/netlify/deployment.ts`. */
    readonly OPENCHARTER_TARGET?: 'node' | 'netlify' | 'static';
    /** The page shown afterwards where Netlify Forms takes in what citizens write; absent where the portal does. */
    readonly OPENCHARTER_OUTSIDE_FORM?: { sentPath: string };
  }
  namespace App {
    interface Locals {
      /** The running parts (cases, CMS, search), for pages made on demand; absent while an edition is made. */
      app: OpenCharterApp;
      /** The visitor's address as far as it can be trusted; absent where the host tells it in its own way. */
      clientAddress?: string;
      /** What the page is made from. */
      edition: EditionView;
      /** Is told what goes wrong on a page, where somebody wants to know. */
      fault?: (error: unknown) => void;
      /** Whose portal this is; the frame of every page shows it. */
      portal: Portal;
      /** The languages that the page offers to change to. */
      languages: readonly Language[];
    }
  }
}
