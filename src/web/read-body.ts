/**
 * A body on its way in. What is not read of it is left unread, never cancelled: that would cut the line before our
 * answer.
 */
export type IncomingBody = AsyncIterator<Uint8Array>;

/** The body of a request or an answer; an empty one where there is none. */
export function bodyOf(request: Pick<Request, 'body'>): IncomingBody {
  const chunks: AsyncIterable<Uint8Array> = request.body?.values({ preventCancel: true }) ?? noChunks();
  return chunks[Symbol.asyncIterator]();
}

export interface ReadBytes {
  chunks: Uint8Array[];
  length: number;
  /** The body ended within the limit; otherwise the last chunk reaches beyond it and there may be more. */
  whole: boolean;
}

/** Reads a body until its end or until there is more than the limit, whatever length it announced. */
export async function readUpTo(body: IncomingBody, bytesMax: number): Promise<ReadBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await body.next(); !next.done; next = await body.next()) {
    chunks.push(next.value);
    length += next.value.byteLength;
    if (length > bytesMax) return { chunks, length, whole: false };
  }
  return { chunks, length, whole: true };
}

/** The text of a body (UTF-8), or undefined where it is larger than the limit. */
export async function readText(request: Request, bytesMax: number): Promise<string | undefined> {
  const { chunks, whole } = await readUpTo(bodyOf(request), bytesMax);
  return whole ? Buffer.concat(chunks).toString() : undefined;
}

/**
 * Reads what is left of a body and lets it go, up to `bytesMax`: with a rest unread, the next request on the same
 * connection would wait for ever.
 */
export async function readAway(body: IncomingBody, bytesMax: number): Promise<void> {
  for (let left = bytesMax; left > 0;) {
    const next = await body.next();
    if (next.done) return;
    left -= next.value.byteLength;
  }
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}
