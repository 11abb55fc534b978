import { CmsError } from './cms-error.ts';

/** Answers one request of the CMS. */
export type Handler = (request: Request) => Promise<Response>;

/** Handlers by method and path below /api/cms, for example "POST /sign-in". */
export type Routes = Record<string, Handler>;

const BODY_BYTES_MAX = 12 * 1024 * 1024;

/** Gives an answer in JSON that no cache keeps. */
export function json(value: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** Reads a JSON body. Throws a CmsError when it is larger than 12 MB or not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CmsError(400, 'The request is not valid JSON.', { cause });
  }
}

/** Reads a body as it arrives and stops where it is larger than 12 MB, whatever length it announced. */
export async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > BODY_BYTES_MAX)
      throw new CmsError(413, 'The request is larger than 12 MB. Upload smaller files, one at a time.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
