import type { APIRoute } from 'astro';
import off from '../components/phone/worker-off.js?raw';
import worker from '../components/phone/worker.js?raw';
import { workerScript } from '../views/phone/worker-script.ts';
import { openText } from '../web/answers.ts';

/** The worker that answers for kept pages where there is no line, or the one that ends it. */
export const GET: APIRoute = ({ locals }) =>
  openText('text/javascript', workerScript({ on: worker, off }, locals.edition.register.portal.keepOnPhones));
