import type { Portal } from './schemas/portal.ts';
import type { App as OpenCharterApp } from './server/app.ts';

declare global {
  namespace App {
    interface Locals {
      /** The running parts (cases, CMS, search). Absent while pages are prerendered. */
      app: OpenCharterApp;
      /** Whose portal this is; the frame of every page shows it. */
      portal: Portal;
    }
  }
}
